// SPDX-License-Identifier: GPL-3.0-or-later
// One program per store: the lock that openStore, restore and salvage take before they touch a file. Free again when its owner lets go
// or its process dies. A lock that another computer's name stands on can't be judged from here – the PC may have been renamed or
// reinstalled, or be writing at this moment over a shared drive – so it is never broken by itself: a person who knows says so, and
// takeOverStoreLock does it. Any thread. Errors: Busy "store.inUse" (facts path, pid, host, program, lockedSince, elsewhere),
// Io "store.readOnly".
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/store/store_paths.h"

#include <QLockFile>
#include <memory>
#include <optional>

namespace onedoor {

/// Who holds a store, as the lock file tells.
struct StoreLockHolder {
    QString program;
    qint64 process = 0;
    QString host;
    Instant since;
    bool elsewhere = false; ///< another computer's name: whether it is alive can't be told from here
};

Result<std::unique_ptr<QLockFile>> takeStoreLock(const StorePaths& paths);
/// Nobody when the store is free, or when what held it is provably gone.
std::optional<StoreLockHolder> storeLockHolder(const StorePaths& paths);
/// Removes a lock that another computer left. "store.inUse" while a process of this one holds it.
Result<void> takeOverStoreLock(const StorePaths& paths);

} // namespace onedoor
