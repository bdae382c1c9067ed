// SPDX-License-Identifier: GPL-3.0-or-later
// Fills an empty views file as fast as the disk takes it: no rollback journal, indexes made at the end, look-up keys by the thousand.
// A crash half-way leaves a file that nobody opens. One thread at a time; its ViewsStore outlives it.
#pragma once

#include "core/store/views/views_store.h"

namespace onedoor {

class BulkViews {
public:
    explicit BulkViews(ViewsStore& store) : m_store(store) {}

    Result<void> begin();
    /// Each record once, and none that the journal has been seen to continue: those at the end, by putAgain. Without look-up keys.
    Result<void> put(const RawId& record, const FoldedRecord& folded);
    /// Whoever was put since the last time and has no keys yet.
    std::vector<FoundBy> takeWithoutKeys() { return m_store.takeWithoutKeys(); }
    /// Those of many people, before any putAgain(). None is left in `rows`.
    Result<void> putKeys(LookupRows& rows) { return m_store.putKeys(rows); }
    /// A record whose rows may be there already, as an earlier part of its events made them.
    Result<void> putAgain(const RawId& record, const FoldedRecord& folded);
    /// All rows are in the file: from here on the disk may be asked to take them.
    Result<void> finishRows();
    Result<void> finish(std::int64_t arrival, QByteArrayView hash);

private:
    ViewsStore& m_store;
    std::vector<QString> m_indexes; ///< their SQL, taken away at the beginning
};

} // namespace onedoor
