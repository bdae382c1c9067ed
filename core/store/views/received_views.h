// SPDX-License-Identifier: GPL-3.0-or-later
// Views that came from another PC together with a copy of its journal: whether they may be opened at all. That they are whole, of this
// program's own schema and nothing besides, and of that journal is looked at here. What they say is the other PC's word. Therefore they
// serve until the next start, which builds them anew (store_opening.h), and who may sign in here is read from the journal at once.
// One thread; the journal is only read.
#pragma once

#include "core/store/journal/journal_store.h"
#include "core/store/views/views_store.h"

namespace onedoor {

/// False: they are not what they should be, and are not to be used. Errors: those of the database that are not damage.
Result<bool> areOfJournal(const QString& views, JournalStore& journal, const std::function<sqlite::CipherKey()>& key);

/// Writes accounts and PCs anew as their own events have them; what has none goes.
Result<void> renewRights(JournalStore& journal, Sealer& sealer, ViewsStore& views);

} // namespace onedoor
