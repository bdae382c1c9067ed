// SPDX-License-Identifier: GPL-3.0-or-later
// Saves a store into a folder of its own and puts one back. Saving works beside the running program: one snapshot of the journal
// page by page, the key slots, and a manifest; the copy is opened and verified before the folder gets its name, so that a folder
// under that name is a whole and proven backup (but see CopyFor::Joining). Views are not saved: they are made anew from the journal. Key slots are: a backup opens
// with the passwords and the recovery key of its day. Restoring leaves no witness, so that openStore begins a new stream.
// One thread, any. Errors: Conflict "backup.targetTaken" / "backup.storeThere", Corrupt "backup.unsound" (facts findings, problem,
// path), and those of backup_manifest.h, verification.h and sqlite/database.h.
#pragma once

#include "core/store/backup_manifest.h"
#include "core/store/sqlite/overlay_file.h"
#include "core/store/still_store.h"
#include "core/store/verification.h"

namespace onedoor {

/// The key, proven by the key slots of the store or backup at hand.
struct BackupAccess {
    const MasterKey& key;
    sqlite::Cipher cipher = sqlite::Cipher::Aegis256x2;
    Random& random;
};

enum class BackupStep { Copying, Verifying };
/// Parts done and parts in all of a step (pages, then events); false stops, and nothing is left behind.
using BackupProgress = std::function<bool(BackupStep, std::uint64_t, std::uint64_t)>;

/// What a copy is for. One for another PC that joins leaves out who this PC is: its key must stay the only one. And it is not proven here:
/// the other PC takes nobody's word for it, and proves all of it by adoptBackup.
enum class CopyFor { Restoring, Joining };

/// How a copy for a PC that joins may be made cheaper than a backup.
struct JoiningCopy {
    std::vector<QByteArray> mayHold; ///< compartments of that PC; empty: whatever there is
    /// That PC proves what it gets itself: large files are not hashed, and the views come too where it may hold all that the store has.
    bool isForProver = false;
    /// Gives both files as they are on the disk; nothing, or nothing to call: they are read through SQLite. On the caller's thread.
    std::function<std::optional<StillStore>()> holdStill;
};

/// `target` must be missing or an empty folder; the folder above it must be there. `mayHold`: compartments of the PC that joins; empty: all.
Result<BackupManifest> backUpStore(const StorePaths& store, const QString& target, const BackupAccess& access, const QString& software,
                                   Instant now, const BackupProgress& progress = {}, CopyFor purpose = CopyFor::Restoring,
                                   const std::vector<QByteArray>& mayHold = {});

/// The same with CopyFor::Joining, beside the program that has the store open.
Result<BackupManifest> copyForJoining(const StorePaths& store, const QString& target, const BackupAccess& access, const QString& software,
                                      Instant now, const JoiningCopy& plan, const BackupProgress& progress);

/// What a PC that joins, may hold all that the store has and proves it itself is given: read out of the running store, which is held still as long
/// as this lives. So for a minute at most: what is written meanwhile makes the logs longer.
struct StillCopy {
    BackupManifest manifest;
    std::unique_ptr<sqlite::OverlayFile> journal;
    std::unique_ptr<sqlite::OverlayFile> views; ///< null while they are behind the journal

    /// Null: it is not one of them.
    const sqlite::OverlayFile* find(const QString& name) const;
    /// Makes it outlive the still store. False from `goOn` stops it: Busy "store.backupStopped".
    Result<void> writeTo(const QString& folder, const std::function<bool()>& goOn) const;
};

/// Only what is small is written to `target`, which must be missing or an empty folder.
Result<StillCopy> offerStill(StillStore still, const StorePaths& store, const QString& target, const BackupAccess& access, const QString& software,
                             Instant now);

/// Manifest, files and the whole chain of a backup.
Result<BackupManifest> checkBackup(const QString& folder, const BackupAccess& access, const BackupProgress& progress = {});

struct RestoreReport {
    BackupManifest manifest;
    QString movedTo; ///< where the store that stood there is now; empty when there was none
};

/// Checks first, then copies. A store that stands in `target` is moved to `moveOldTo`; without that name it is left alone and
/// nothing is restored. Busy "store.inUse" while a program has it open.
Result<RestoreReport> restoreBackup(const QString& folder, const StorePaths& target, const QString& moveOldTo, const BackupAccess& access,
                                    const BackupProgress& progress = {});
/// For a copy that nobody else needs, on the target's own disk: checks it and makes it the store itself, without copying it once more.
/// `target` must be missing or an empty folder. Views that lie in it are kept if they are of its journal (views/received_views.h).
Result<void> adoptBackup(const QString& folder, const StorePaths& target, const BackupAccess& access, const BackupProgress& progress = {});

} // namespace onedoor
