// SPDX-License-Identifier: GPL-3.0-or-later
// One program per store: the lock that openStore, restore and salvage take before they touch a file. Free again when its owner lets go
// or its process dies. Errors: Busy "store.inUse" (facts path, pid, host, program), Io "store.readOnly".
#pragma once

#include "core/base/error.h"
#include "core/store/store_paths.h"

#include <QLockFile>
#include <memory>

namespace onedoor {

Result<std::unique_ptr<QLockFile>> takeStoreLock(const StorePaths& paths);

} // namespace onedoor
