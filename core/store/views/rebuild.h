// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the views anew from the whole journal: one thread reads, opens and decodes the events, a second folds them and writes each
// record once. Works on a new file beside the old one and moves it into place when it is whole.
#pragma once

#include "core/store/journal/journal_store.h"
#include "core/store/views/views_store.h"

namespace onedoor {

/// Progress: events done. Blocks until it is finished; call it before readers are opened. `openOptions` makes the options of the file anew
/// for each connection. `recordsAGeneration`: that many records, and as many again, stay folded in memory.
Result<ViewsStore> rebuildViews(JournalStore& journal, Sealer& sealer, const QString& path,
                                const std::function<sqlite::OpenOptions()>& openOptions,
                                const std::function<void(std::int64_t)>& progress = {}, std::size_t recordsAGeneration = 8'000);

} // namespace onedoor
