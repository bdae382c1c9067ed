// SPDX-License-Identifier: GPL-3.0-or-later
// What two nodes say to each other, as canonical CBOR arrays; README.md in this folder states every field, size and limit.
// Requests come from the node that connects (desk → host, host → hub, desk → desk); the answering side keeps nothing between two of
// them. Decoders take bytes from outside: bounded, exact, Corrupt "sync.badMessage" with the message's name in facts. Plain values,
// pure functions, any thread.
#pragma once

#include "core/store/foreign_events.h"

#include <map>

namespace onedoor::sync {

inline constexpr std::uint32_t protocolNewest = 1;
inline constexpr std::uint32_t protocolOldest = 1;
inline constexpr std::size_t streamsAtMost = 100'000;    ///< in one message
inline constexpr std::size_t itemsAtMost = 100'000;      ///< events in one message
inline constexpr std::size_t hashesAtMost = 64;          ///< asked for in one message
inline constexpr std::size_t erasuresAtMost = 20'000;    ///< in one greeting, the newest
inline constexpr qsizetype batchBytes = 1 << 20;         ///< what one batch aims at; a single larger event still goes
inline constexpr qsizetype messageBytes = 8 << 20;       ///< more is refused unread

/// How far a stream goes: its last event and that event's hash; sequence 0 means nothing of it is there.
struct Head {
    std::uint64_t sequence = 0;
    Hash hash{};
    friend bool operator==(const Head&, const Head&) = default;
};
using Heads = std::map<StreamId, Head>;
/// The same without hashes.
using Frontier = std::map<StreamId, std::uint64_t>;

/// What an author signs for its word on where its stream stands.
QByteArray headToSign(const StreamId& stream, std::uint64_t sequence, const Hash& hash);

/// One event on its way: its bytes, or of one that the receiver may not see only the hash, so that the chain still holds.
struct Item {
    QByteArray envelope; ///< empty: withheld
    Hash hash{};         ///< of a withheld one
    bool isWithheld() const { return envelope.isEmpty(); }
};

/// Consecutive events of one stream.
struct StreamPart {
    StreamId stream;
    std::uint64_t first = 0;
    std::vector<Item> items;
    SignedHead signedHead; ///< of an event in this part, or none
};

struct Batch {
    std::vector<StreamPart> parts;
    std::vector<WrappedKey> keys;
    bool isEmpty() const { return parts.empty(); }
};

/// The first thing a node says: who it is, and where its own stream stands, so that a disk put back from an old copy is found out
/// before it writes on.
struct Hello {
    std::uint32_t oldest = protocolOldest;
    std::uint32_t newest = protocolNewest;
    CentreId centre;
    NodeId node;
    StreamId stream;
    Head head;
    Instant wall;
    QString software;
    std::vector<Erasure> erasures; ///< before anything else: whose keys must be nowhere any more
};

struct Welcome {
    std::uint32_t protocol = protocolNewest;
    NodeId node;
    StreamId stream;
    Instant wall;
    QString software;
    Heads heads; ///< of all streams that this node may know of
    std::vector<Erasure> erasures;
};

/// Which hash stands at these places of a stream: finds where two copies of it part.
struct HashesRequest {
    StreamId stream;
    std::vector<std::uint64_t> sequences;
};
struct HashesReply {
    std::vector<Hash> hashes; ///< one each; zero: not there
};

struct PullRequest {
    Frontier have;
    std::uint64_t bytes = batchBytes;
};
struct PullReply {
    Batch batch;
    bool more = false;
};

struct Refusal {
    EventRef at;  ///< the first event that was not taken
    QString code; ///< the dotted code of an Error
};
struct PushReply {
    Frontier have; ///< of the streams in the batch, after it
    std::vector<Refusal> refusals;
};

/// How far the peer holds this stream, on its word (core/store/receipts.h).
struct ReceiptRequest {
    StreamId stream;
};
struct ReceiptReply {
    Head head; ///< sequence 0: it holds nothing, or signs nothing
    Instant wall;
    QByteArray signature;
};

/// Sent unasked over the live connection after a commit: streams that grew.
struct News {
    Frontier heads;
};

QByteArray encode(const Hello& message);
QByteArray encode(const Welcome& message);
QByteArray encode(const HashesRequest& message);
QByteArray encode(const HashesReply& message);
QByteArray encode(const PullRequest& message);
QByteArray encode(const PullReply& message);
QByteArray encode(const Batch& message); ///< a push request is a batch
QByteArray encode(const PushReply& message);
QByteArray encode(const ReceiptRequest& message);
QByteArray encode(const ReceiptReply& message);
QByteArray encode(const News& message);

/// Message is one of the above.
template <typename Message>
Result<Message> decode(QByteArrayView bytes);
template <> Result<Hello> decode(QByteArrayView bytes);
template <> Result<Welcome> decode(QByteArrayView bytes);
template <> Result<HashesRequest> decode(QByteArrayView bytes);
template <> Result<HashesReply> decode(QByteArrayView bytes);
template <> Result<PullRequest> decode(QByteArrayView bytes);
template <> Result<PullReply> decode(QByteArrayView bytes);
template <> Result<Batch> decode(QByteArrayView bytes);
template <> Result<PushReply> decode(QByteArrayView bytes);
template <> Result<ReceiptRequest> decode(QByteArrayView bytes);
template <> Result<ReceiptReply> decode(QByteArrayView bytes);
template <> Result<News> decode(QByteArrayView bytes);

} // namespace onedoor::sync
