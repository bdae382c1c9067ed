// SPDX-License-Identifier: GPL-3.0-or-later
// Folds a share of the journal's records, one event after the other, and writes each record to the views once. Records stay in memory
// while events of theirs keep coming: what a whole generation has not touched is written and let go, but for tickets of people who may
// still be in the hall. Several may write to the same
// views, each on a thread of its own; they take turns by `writing`. Owns its records.
#pragma once

#include "core/base/kept_hash.h"
#include "core/journal/fold.h"
#include "core/store/views/bulk_views.h"

#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace onedoor {

class RecordFolder {
public:
    /// Views and mutex outlive it. `recordsAGeneration`: that many records, and as many again, stay folded in memory; a few times
    /// that while another one holds the mutex.
    RecordFolder(BulkViews& views, std::mutex& writing, std::size_t recordsAGeneration)
        : m_views(views), m_writing(writing), m_recordsAGeneration(recordsAGeneration)
    {
    }

    /// The next event of the share. Errors: those of the views' database.
    Result<void> take(const FoldInput& input);
    Result<void> writeAll();

    /// Records that one pass could not fold: late events, or events of a record that was let go.
    const auto& left() const { return m_left; }

private:
    using Records = std::unordered_map<RawId, FoldedRecord, KeptHash>;
    using Ids = std::unordered_set<RawId, KeptHash>;

    void fold(const FoldInput& input);
    Records::iterator grownYoung(const RawId& id);
    Result<void> letGo();
    bool isStillWaiting(const FoldedRecord& record) const;
    Result<void> writeOld(std::unique_lock<std::mutex> lock, bool all);
    Result<void> writeKeys();

    BulkViews& m_views;
    std::mutex& m_writing;
    std::size_t m_recordsAGeneration;
    Records m_young;
    Records m_old;
    Instant m_now; ///< of the event taken last
    LookupRows m_keys; ///< of people written, to be written themselves when they are many
    Ids m_left;
    Ids m_written; ///< of the records that anybody may begin, because their id is made from a name
};

} // namespace onedoor
