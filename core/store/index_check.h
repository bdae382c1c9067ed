// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the two indexes over the events say exactly what the rows say: each entry is hashed under a key that is made for this check, and
// the sums of rows and of indexes must agree; the entries must stand in order. What SQLite's integrity_check finds by one look-up for each
// row and index, at a fifth of its cost; the rows pass by anyway. That the trees are sound is quick_check's part.
// Rows are added on one thread, the indexes are read on another.
#pragma once

#include "core/base/random.h"
#include "core/store/journal/journal_store.h"
#include "core/store/journal/readable_rows.h"

#include <array>

namespace onedoor {

class IndexCheck {
public:
    explicit IndexCheck(Random& random);

    void add(const StoredRow& row);
    /// Reads both indexes. False: they are out of order. Errors: those of the database.
    Result<bool> readIndexes(JournalStore& journal);
    /// Once all rows are added and the indexes are read.
    bool agrees() const { return m_rows == m_indexes; }

private:
    struct Sums {
        std::uint64_t places = 0;
        std::uint64_t records = 0;
        std::uint64_t placesCount = 0;
        std::uint64_t recordsCount = 0;
        friend bool operator==(const Sums&, const Sums&) = default;
    };
    std::uint64_t hashOfPlace(std::int64_t stream, std::int64_t sequence, std::int64_t arrival) const;
    std::uint64_t hashOfRecord(QByteArrayView record, std::int64_t arrival) const;
    Result<bool> readPlaces(sqlite::Database& journal);
    Result<bool> readRecords(sqlite::Database& journal);

    std::array<unsigned char, 16> m_key{}; ///< nobody who made the file can have known it
    Sums m_rows;
    Sums m_indexes;
};

} // namespace onedoor
