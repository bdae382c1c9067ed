// SPDX-License-Identifier: GPL-3.0-or-later
// Read-only connections to both files of a store, for one reader thread. Sees the newest commit; never waits for the writer.
#pragma once

#include "core/store/journal/subject_keys.h"
#include "core/store/keys/master_key.h"
#include "core/store/past/past_days.h"
#include "core/store/store_paths.h"
#include "core/store/views/views_store.h"

#include <memory>

namespace onedoor {

class Reader {
public:
    /// `random` must outlive the reader.
    static Result<std::unique_ptr<Reader>> open(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Random& random);

    ViewsStore& views() { return m_views; }
    JournalStore& journal() { return m_journal; }
    Sealer& sealer() { return m_keys; }
    PastDays& pastDays() { return m_pastDays; }
    /// Between two questions: lets go of the keys of people who were erased.
    Result<void> heedErasures() { return m_keys.heedErasures(); }

private:
    Reader(JournalStore journal, ViewsStore views, SecretKey wrappingKey, Random& random);

    JournalStore m_journal;
    ViewsStore m_views;
    SubjectKeys m_keys;
    PastDays m_pastDays{m_journal, m_views};
};

} // namespace onedoor
