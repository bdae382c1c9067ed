// SPDX-License-Identifier: GPL-3.0-or-later
// Look-up keys of many people on their way into the table, in as little memory as they need. Owns its bytes; one thread at a time.
#pragma once

#include "core/base/error.h"
#include "core/store/views/lookup_keys.h"

#include <QByteArray>
#include <cstdint>
#include <string_view>
#include <vector>

namespace onedoor {

/// A person by number in the views, and what the keys are made from.
struct FoundBy {
    std::int64_t person = 0;
    LookupFields fields;
};

class LookupRows {
public:
    void add(const FoundBy& person);
    std::size_t size() const { return m_rows.size(); }
    /// By the bytes of the key, which is how SQLite compares text, then by person.
    void sort();
    /// Calls `take` (std::string_view key, std::int64_t person) -> Result<void> with each row; the key is UTF-8 and lives until clear().
    Result<void> each(const auto& take) const
    {
        for (const Row& row : m_rows)
            ONEDOOR_TRY(take(textOf(row), row.person));
        return {};
    }
    void clear();

private:
    struct Row {
        std::uint64_t begin; ///< the key's first eight bytes as one number: settles nearly every comparison
        std::int64_t person;
        std::uint32_t offset; ///< into m_bytes
        std::uint32_t size;
    };
    void addKey(const QString& key, std::int64_t person);
    std::string_view textOf(const Row& row) const { return {m_bytes.constData() + row.offset, row.size}; }

    std::vector<Row> m_rows;
    QByteArray m_bytes; ///< of all keys, one behind the other
    bool m_isSorted = true;
};

} // namespace onedoor
