// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the views anew from the whole journal: one thread reads the events, workers, each with its share of the
// records, open, decode and fold them and write each record once. Works on a new file beside the old one and moves it into place when
// it is whole.
#pragma once

#include "core/store/journal/all_subject_keys.h"
#include "core/store/views/views_store.h"

namespace onedoor {

/// Progress: events done. Blocks until it is finished; call it before readers are opened. `openOptions` makes the options of the file anew
/// for each connection. `recordsAGeneration`: about that many records, and as many again, stay folded in memory; few, so that they stay in
/// the processor's caches.
Result<ViewsStore> rebuildViews(JournalStore& journal, AllSubjectKeys& keys, const QString& path,
                                const std::function<sqlite::OpenOptions()>& openOptions,
                                const std::function<void(std::int64_t)>& progress = {}, std::size_t recordsAGeneration = 400);

} // namespace onedoor
