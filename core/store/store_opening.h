// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a store's folder for writing: takes its lock, opens both files, decides which stream this installation writes, and brings the
// views up to date. Whoever opened it owns the result; the lock is free again when it goes.
// Errors: Busy "store.inUse" (facts pid, host, program), WrongKey, Corrupt "store.damaged" (fact path), Unsupported "store.newerSchema",
// Io "store.readOnly", NotFound "store.missing", Corrupt "salvage.interrupted": salvaging again finishes it, Corrupt "keys.otherStore"
// (fact path).
#pragma once

#include "core/domain/node/node_events.h"
#include "core/store/keys/master_key.h"
#include "core/store/store_lock.h"
#include "core/store/writer.h"

#include <functional>

namespace onedoor {

struct StoreAccess {
    StorePaths paths;
    const MasterKey& key;
    sqlite::Cipher cipher = sqlite::Cipher::Aegis256x2;
    QString nodeName; ///< what people call this PC
    QString software; ///< "OneDoor 0.1.0"
    Writer::ReachDisk reachDisk = &JournalStore::reachDisk; ///< how an act is made to outlive a power cut
    bool keyProven = false; ///< the key slots gave the key: when the journal does not open, see whyProvenKeyFails()
};

/// Stands in the journal's own row as the device of a salvaged store: the next opening begins a new stream and says why.
inline constexpr QLatin1String salvagedDevice("salvaged");

/// What opening found and mended, for the status line and the log.
struct OpeningReport {
    std::optional<OpeningReason> newStream; ///< a new incarnation was minted, and why
    bool viewsRebuilt = false;
    QString viewsMovedTo; ///< where damaged views were put aside
};

/// Who this installation is among the centre's.
struct NodeIdentity {
    CentreId centre;
    NodeId node;
    QByteArray signingSeed; ///< Ed25519: its certificate and its signed heads
};

struct OpenedStore {
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<Writer> writer;
    StorePaths paths;
    NodeIdentity identity;
    OpeningReport report;
};

/// The node that founded the centre: its host until another one is named. Null in a journal without a founding.
Result<NodeId> founderOf(JournalStore& journal, CentreId centre);

/// Makes a store that was just copied from the hall host this PC's own: the next openStore begins this node's first stream.
Result<void> prepareJoinedStore(const StoreAccess& access, NodeId node, const QByteArray& signingSeed);

/// Progress of a rebuild: events done. Called on the calling thread.
using OpeningProgress = std::function<void(std::int64_t)>;

/// A new store in an empty or missing folder, with its centre as the second event. Conflict "store.exists" when there is one.
Result<OpenedStore> createStore(const StoreAccess& access, const CentreFounded& centre, Instant now, Random& random);
Result<OpenedStore> openStore(const StoreAccess& access, Instant now, Random& random, const OpeningProgress& progress = {});

/// Others know more of the own stream than this disk, or something else in it: the own acts after `lastShared` go aside and are written
/// anew into a new stream. Between transactions; the writer's thread.
Result<Committed> restartStream(OpenedStore& store, OpeningReason reason, std::uint64_t lastShared, const StoreAccess& access, Instant now,
                                Random& random);

/// Says where the own stream stands, for the next start. The writer does so too, one act late: a store ahead of its
/// witness is nothing to worry about. A failure is not an error.
void recordWitness(const OpenedStore& store);

/// Why the journal does not open with a key that the key slots beside it gave: it is damaged, unless the views don't know this key
/// either; then keyslots.json was put here from another store.
Error whyProvenKeyFails(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher);

} // namespace onedoor
