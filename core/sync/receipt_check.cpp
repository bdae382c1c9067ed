// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts on both sides: who is asked signs what it holds, who asked checks it before it is kept.
#include "core/store/keys/node_signature.h"
#include "core/sync/event_log.h"
#include "core/sync/planted.h"

#include <algorithm>

namespace onedoor::sync {

using namespace Qt::StringLiterals;

Result<void> EventLog::keep(const Receipt&)
{
    return {};
}

Result<ReceiptReply> receiptFor(EventLog& log, const StreamId& stream, Instant now)
{
    ONEDOOR_ASSIGN(const Heads heads, log.heads());
    const auto held = heads.find(stream);
    if (held == heads.end() || held->second.sequence == 0)
        return ReceiptReply{};
    Receipt receipt{.node = log.ownNode(), .stream = stream, .sequence = held->second.sequence, .hash = held->second.hash, .at = now, .signature = {}};
    QByteArray signature = log.sign(receiptToSign(log.membership().centre(), receipt));
    if (signature.isEmpty()) // it has no key: nobody could be convinced
        return ReceiptReply{};
    return ReceiptReply{held->second, now, std::move(signature)};
}

Result<bool> keepIfProven(EventLog& log, const NodeId& peer, const StreamId& stream, const ReceiptReply& reply)
{
    if (reply.head.sequence == 0)
        return false;
    const Receipt receipt{.node = peer, .stream = stream, .sequence = reply.head.sequence, .hash = reply.head.hash, .at = reply.wall, .signature = reply.signature};
    const QByteArray message = receiptToSign(log.membership().centre(), receipt);
    const std::vector<QByteArray> keys = log.membership().keysOfNode(peer);
    const bool isSigned = std::any_of(keys.begin(), keys.end(), [&](const QByteArray& key) { return onedoor::isSignedBy(key, message, receipt.signature); });
    if (!isSigned && !planted(Bug::ReceiptUnchecked))
        return false;
    ONEDOOR_ASSIGN(const std::optional<Hash> here, log.hashAt({stream, receipt.sequence}));
    // What the peer holds otherwise, or beyond the end here, is for the next greeting to find.
    if (here != receipt.hash)
        return false;
    ONEDOOR_TRY(log.keep(receipt));
    return true;
}

} // namespace onedoor::sync
