// SPDX-License-Identifier: GPL-3.0-or-later
// The asking side's part in receipts: when to ask for one, and what comes of it.
#include "core/sync/replicator.h"

namespace onedoor::sync {

namespace {

constexpr Steady betweenReceipts{10'000};

} // namespace

/// Now and then, and only when the peer has all that this node wrote.
void Replicator::askForReceipt(std::vector<Outgoing>& out, Steady now)
{
    const StreamId stream = m_log.ownStream();
    const auto own = m_heads.find(stream);
    const auto theirs = m_peerHas.find(stream);
    const bool isWhole = own != m_heads.end() && theirs != m_peerHas.end() && theirs->second >= own->second.sequence;
    if (!isWhole || now < m_receiptAt || m_certified == EventRef{stream, own->second.sequence} || !m_waitingFor.empty())
        return;
    m_receiptAt = now + betweenReceipts;
    out.push_back(send(Ask::Receipt, encode(ReceiptRequest{stream})));
}

Result<void> Replicator::certified(QByteArrayView body)
{
    ONEDOOR_ASSIGN(const ReceiptReply reply, decode<ReceiptReply>(body));
    const StreamId stream = m_log.ownStream();
    ONEDOOR_ASSIGN(const bool isKept, keepIfProven(m_log, m_state.peer, stream, reply));
    if (isKept)
        m_certified = {stream, reply.head.sequence};
    return {};
}

} // namespace onedoor::sync
