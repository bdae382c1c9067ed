// SPDX-License-Identifier: GPL-3.0-or-later
// Which records have conflicts, from the views. The thread of the views that it is given.
#pragma once

#include "core/store/views/views_store.h"

namespace onedoor::queries {

struct ConflictPlace {
    Hash conflict{};
    RawId record;
};

/// Those that wait for a person, the newest first; or those that were judged, the newest judgement first.
Result<std::vector<ConflictPlace>> conflicts(ViewsStore& views, bool open, int limit);
Result<std::uint64_t> openConflicts(ViewsStore& views);
/// The record that a conflict is about; null when there is no such conflict.
Result<RawId> recordOfConflict(ViewsStore& views, const Hash& conflict);

} // namespace onedoor::queries
