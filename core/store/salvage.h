// SPDX-License-Identifier: GPL-3.0-or-later
// Saves what can be proven from a damaged journal. Of every stream the longest part from its beginning whose chain verifies goes into a
// new journal, in the order of arrival; the damaged file and the old views are moved aside under a name with the time and are never
// deleted, so that a specialist may still look for the rest. The next openStore makes the views anew and begins a new stream
// (reason: salvaged). One that was stopped between the two moves is finished by the next. Takes the store's lock; one thread.
// Errors: Corrupt "salvage.nothingReadable" (fact path), and then every file stands where it stood; Busy "store.inUse";
// those of sqlite/database.h.
#pragma once

#include "core/base/clock.h"
#include "core/base/fields.h"
#include "core/domain/ids.h"
#include "core/store/keys/master_key.h"
#include "core/store/sqlite/cipher.h"
#include "core/store/store_paths.h"
#include "core/base/error.h"

#include <vector>

namespace onedoor {

struct SalvagedStream {
    StreamId stream;
    std::uint64_t saved = 0;     ///< sequences 1 … saved
    std::uint64_t firstLost = 0; ///< 0: nothing was lost
    std::uint64_t lastLost = 0;  ///< as far as file, index and witness still tell

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("stream"), self.stream);
        visit(field("saved"), self.saved);
        visit(field("firstLost"), self.firstLost);
        visit(field("lastLost"), self.lastLost);
    }
};

struct SalvageReport {
    std::uint64_t saved = 0;
    std::uint64_t lost = 0;
    std::uint64_t keysLost = 0; ///< people whose key can't be read: their details stay closed
    std::vector<SalvagedStream> streams;
    QString movedTo; ///< the damaged journal

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("saved"), self.saved);
        visit(field("lost"), self.lost);
        visit(field("keysLost"), self.keysLost);
        visit(field("streams"), self.streams);
        visit(field("movedTo"), self.movedTo);
    }
};

Result<SalvageReport> salvageStore(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Instant now);

} // namespace onedoor
