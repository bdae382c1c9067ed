// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts: a host's or hub's signed word that it holds a stream up to one event. Each node keeps the newest of each peer, beside its
// journal. What a peer has confirmed and this journal no longer holds was lost or cut off here; what this journal holds and a peer that
// confirmed it denies was lost there. Plain values; the functions on the thread of their JournalStore.
#pragma once

#include "core/base/clock.h"
#include "core/journal/envelope.h"
#include "core/store/journal/journal_store.h"

namespace onedoor {

struct Receipt {
    NodeId node; ///< whose word it is
    StreamId stream;
    std::uint64_t sequence = 0;
    Hash hash{};
    Instant at;           ///< by the peer's clock
    QByteArray signature; ///< Ed25519, 64 bytes
};

/// "onedoor receipt 1:" and the canonical CBOR of centre id, node id, stream id, sequence, hash, time in ms.
QByteArray receiptToSign(const CentreId& centre, const Receipt& receipt);

/// In place of the one before of the same peer for the same stream. Not waited for: a lost one comes again.
Result<void> keepReceipt(JournalStore& journal, const Receipt& receipt);
Result<std::vector<Receipt>> receiptsIn(JournalStore& journal);

} // namespace onedoor
