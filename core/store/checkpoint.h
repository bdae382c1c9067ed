// SPDX-License-Identifier: GPL-3.0-or-later
// A checkpoint: where every stream of a journal stood at one moment, signed by the node that wrote it, for a drawer, a print-out or another
// authority. Later it proves that nothing up to there was cut off or written anew. A small JSON file without personal data; read only
// beside the running program. Plain functions, any thread; seconds at most.
//
// Merkle root, BLAKE2b-256 throughout: the streams ascend by id; a leaf is the hash of byte 0, the stream's 16 bytes, its last sequence
// in 8 bytes, most significant first, and that event's 32 hash bytes. Two neighbours give the hash of byte 1, left, right; the last one
// of an odd row goes up as it is; the one that is left over is the root.
// Signature: Ed25519 with the node's key over "onedoor checkpoint 1:" and the canonical CBOR of
// [centre id, centre name, node id, time in ms, number of streams, root].
// A file has one spelling of each value (lower-case hexadecimal, UTC), so that no character can be another one unnoticed.
//
// Errors: Corrupt "checkpoint.malformed" (fact path; the field), Unsupported "checkpoint.newerVersion", Corrupt "checkpoint.root" and
// "checkpoint.signature", Conflict "checkpoint.otherCentre" and "checkpoint.stranger", NotFound "checkpoint.noKey", those of
// readSmallFile and of the database.
#pragma once

#include "core/base/clock.h"
#include "core/base/fields.h"
#include "core/journal/envelope.h"
#include "core/store/keys/master_key.h"
#include "core/store/sqlite/cipher.h"
#include "core/store/store_paths.h"

#include <QJsonObject>

namespace onedoor {

struct CheckpointHead {
    StreamId stream;
    std::uint64_t sequence = 0;
    QString hash; ///< 64 hexadecimal digits

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("stream").required(), self.stream);
        visit(field("sequence").required(), self.sequence);
        visit(field("hash").required(), self.hash);
    }
};

struct Checkpoint {
    static constexpr QLatin1String formatName{"onedoor-checkpoint"};
    static constexpr std::uint32_t currentVersion = 1;
    static constexpr int streamsAtMost = 100'000;

    QString format = formatName;
    std::uint32_t version = currentVersion;
    CentreId centre;
    QString centreName;
    NodeId node; ///< that wrote and signed it
    Instant madeAt;
    std::vector<CheckpointHead> streams;
    QString root;      ///< 64 hexadecimal digits
    QString signature; ///< 128 hexadecimal digits

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("format").required(), self.format);
        visit(field("version").required(), self.version);
        visit(field("centre").required(), self.centre);
        visit(field("centreName"), self.centreName);
        visit(field("node").required(), self.node);
        visit(field("madeAt").required(), self.madeAt);
        visit(field("streams").required().atMost(streamsAtMost), self.streams);
        visit(field("root").required(), self.root);
        visit(field("signature").required(), self.signature);
    }
};

enum class CheckpointProblem {
    StreamMissing, ///< nothing of the stream is here
    Truncated,     ///< the stream ends before
    EntryMissing,  ///< later events are here, this one is not
    Rewritten,     ///< another event stands there
    PutAside,      ///< beyond a cut-off, or before a new beginning, that stands in the journal: kept unchanged and not a fault
};
template <>
struct EnumWords<CheckpointProblem> {
    static constexpr std::array values{
        std::pair{CheckpointProblem::StreamMissing, "streamMissing"}, std::pair{CheckpointProblem::Truncated, "truncated"},
        std::pair{CheckpointProblem::EntryMissing, "entryMissing"}, std::pair{CheckpointProblem::Rewritten, "rewritten"},
        std::pair{CheckpointProblem::PutAside, "putAside"}};
};

struct CheckpointFinding {
    CheckpointProblem problem = CheckpointProblem::StreamMissing;
    StreamId stream;
    std::uint64_t sequence = 0; ///< where the checkpoint saw the stream's last event
    std::uint64_t here = 0;     ///< where the stream ends in this journal

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("problem"), self.problem);
        visit(field("stream"), self.stream);
        visit(field("sequence"), self.sequence);
        visit(field("here"), self.here);
    }
};

/// What came of holding a journal against a checkpoint that is rightly signed.
struct CheckpointReport {
    NodeId node;
    QString nodeName;
    bool nodeRevoked = false; ///< its node was shut out, before or after it signed
    Instant madeAt;
    std::uint64_t streams = 0;
    std::vector<CheckpointFinding> findings;

    bool holds() const;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node"), self.node);
        visit(field("nodeName"), self.nodeName);
        visit(field("nodeRevoked"), self.nodeRevoked);
        visit(field("madeAt"), self.madeAt);
        visit(field("streams"), self.streams);
        visit(field("findings"), self.findings);
    }
};

/// The leaves' hashes, folded as above. Of checked streams only.
Hash merkleRootOf(const std::vector<CheckpointHead>& streams);
/// The bytes that are signed.
QByteArray checkpointToSign(const Checkpoint& checkpoint);

/// Of the store in `paths` as it is now, signed with its node's key.
Result<Checkpoint> makeCheckpoint(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Instant now);

/// The file's bytes.
QByteArray encodeCheckpoint(const Checkpoint& checkpoint);
/// Form and Merkle root. `path` is for the error's facts.
Result<Checkpoint> decodeCheckpoint(const QByteArray& bytes, const QString& path);
Result<Checkpoint> readCheckpoint(const QString& path);

/// The signature, against the keys with which the node was let in, and each stream. Whether the journal itself is sound is
/// verifyStore's matter: a hash beside a changed event is found there.
Result<CheckpointReport> compareWithCheckpoint(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, const Checkpoint& checkpoint);

} // namespace onedoor
