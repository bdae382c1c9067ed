// SPDX-License-Identifier: GPL-3.0-or-later
// Both files of an open store, held still at one moment, so that they can be copied as they are while the program goes on. For seconds: what
// is written meanwhile stays in the logs. Made on the writer's thread, used on another.
#pragma once

#include "core/store/sqlite/still_file.h"
#include "core/store/writer.h"

namespace onedoor {

class MasterKey;

struct StillStore {
    sqlite::StillFile journal;
    std::optional<sqlite::StillFile> views; ///< which show all of that journal; nothing while they are behind it
};

/// On the writer's thread, between two transactions. Nothing: somebody reads at this moment what a log still holds; try again.
/// Errors: those of the database.
Result<std::optional<StillStore>> holdStill(Writer& writer, const MasterKey& key, sqlite::Cipher cipher);

} // namespace onedoor
