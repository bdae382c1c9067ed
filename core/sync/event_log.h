// SPDX-License-Identifier: GPL-3.0-or-later
// The journal as replication sees it: streams that grow, and batches that are judged and taken. The store implements it over SQLite,
// the hub over PostgreSQL, the simulator over a disk that lies. One thread, unless an implementation says more.
#pragma once

#include "core/store/receipts.h"
#include "core/sync/admission.h"

#include <limits>

namespace onedoor::sync {

/// What came of a batch; durable when it is returned.
struct Taken {
    std::uint64_t events = 0; ///< new ones
    Heads heads;              ///< of the streams that the batch named
    std::vector<Refusal> refusals;
    std::vector<EventRef> forks;
    bool membersChanged = false; ///< what was refused before may be welcome now
};

class EventLog {
public:
    virtual ~EventLog() = default;

    virtual NodeId ownNode() const = 0;
    virtual StreamId ownStream() const = 0;
    virtual const Membership& membership() const = 0;

    virtual Result<Heads> heads() = 0;
    /// How far the disk is sure to have the own stream: nothing beyond may leave this node.
    virtual std::uint64_t ownDurable() const { return std::numeric_limits<std::uint64_t>::max(); }
    virtual Result<std::optional<Hash>> hashAt(const EventRef& at) = 0;
    /// Events of one stream after `after`, in order, until about `bytes` are together; at least one when there is one.
    virtual Result<StreamPart> read(const StreamId& stream, std::uint64_t after, qsizetype bytes) = 0;
    /// The keys that are there; erased people have none.
    virtual Result<std::vector<WrappedKey>> keysOf(const std::vector<PersonId>& subjects) = 0;
    /// The people who were erased, the newest first, for as many as can prove it to others.
    virtual Result<std::vector<Erasure>> erasures() = 0;
    /// Destroys the keys of these people, whose erasures were proven, and never takes one again. Those known already are passed over.
    virtual Result<void> erase(const std::vector<Erasure>& proven) = 0;
    /// A hub, which writes nothing itself, greeted with these: their keys are gone there. A node that can, writes it down for the hub.
    virtual Result<void> witness(const NodeId& hub, const std::vector<Erasure>& told);
    /// With the own node's key; empty without one.
    virtual QByteArray sign(QByteArrayView message) const = 0;
    /// A peer's proven word for how far it holds the own stream. A log that asks nobody keeps none.
    virtual Result<void> keep(const Receipt& receipt);
    /// Judges and stores a batch.
    virtual Result<Taken> take(Batch batch) = 0;
    /// A peer knows more of the own stream, or something else in it, than this disk: what this node wrote after `lastCommon` is kept
    /// aside and written anew into a new stream, and nothing is ever added to the old one.
    virtual Result<void> beginAnew(OpeningReason reason, const EventRef& lastCommon) = 0;
};

/// What a peer greets with, before anything else of it is heeded: keys of people whose erasure is proven are destroyed.
Result<void> heedErasures(EventLog& log, const std::vector<Erasure>& told);
/// What the greeting tells of.
Result<std::vector<Erasure>> erasuresToTell(EventLog& log);

/// What is answered to who asks for a receipt.
Result<ReceiptReply> receiptFor(EventLog& log, const StreamId& stream, Instant now);
/// False, and nothing kept: not signed by the peer as this node knows it, or of events that this node holds otherwise.
Result<bool> keepIfProven(EventLog& log, const NodeId& peer, const StreamId& stream, const ReceiptReply& reply);

/// Where streams stand as far as anybody gets them: an own event that the disk does not have yet is given to nobody.
Result<Heads> sharedHeads(EventLog& log);

/// What a peer lacks, up to about `bytes`; own stream first. Events outside `compartments` are withheld: only their hashes go.
struct Gathered {
    Batch batch;
    bool more = false;
};
/// Durable: what may be sent. Committed: also what the disk is still being waited for, which may be sent once it is confirmed.
enum class Reach { Durable, Committed };
Result<Gathered> gather(EventLog& log, const Frontier& peerHas, qsizetype bytes, const std::vector<QByteArray>& compartments,
                        Reach reach = Reach::Durable);

} // namespace onedoor::sync
