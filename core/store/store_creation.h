// SPDX-License-Identifier: GPL-3.0-or-later
// The making of a store as one act: a mark stands in the folder until key slots, journal and first account are all on the disk. A crash
// leaves the mark, and then nobody has been told of the store and nothing was recorded in it: the next making in the same folder
// puts the leftovers into a folder of their own and begins anew. A making that fails takes its own files away. One thread.
// Errors: Conflict "store.exists", Conflict "store.keysMissing" (a journal without its key slots and without a mark: not ours to touch),
// Busy "store.inUse", Io "store.readOnly".
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/store/store_paths.h"

#include <QLockFile>
#include <memory>

namespace onedoor {

/// A making was interrupted here.
bool holdsUnfinishedStore(const StorePaths& paths);

/// Takes away the files of a store that was made a moment ago and that nobody has been told of, and its folder when it is empty then.
void discardStore(const StorePaths& paths);

class StoreCreation {
public:
    static Result<std::unique_ptr<StoreCreation>> begin(const StorePaths& paths, Instant now);
    /// Without finish(): takes away what was made.
    ~StoreCreation();
    StoreCreation(const StoreCreation&) = delete;
    StoreCreation& operator=(const StoreCreation&) = delete;
    Result<void> finish();

private:
    StoreCreation(StorePaths paths, std::unique_ptr<QLockFile> turn) : m_paths(std::move(paths)), m_turn(std::move(turn)) {}
    StorePaths m_paths;
    std::unique_ptr<QLockFile> m_turn; ///< one maker at a time
    bool m_finished = false;
};

} // namespace onedoor
