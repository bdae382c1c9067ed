// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/bulk_views.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t keysAtMost = 20'000; ///< kept for sorting

} // namespace

Result<void> BulkViews::begin()
{
    sqlite::Database& database = m_store.database();
    // Straight into the file; should it be cut short, the half-built file is thrown away. (A defensive connection refuses OFF.)
    ONEDOOR_TRY(database.execute(u"PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"_s));
    std::vector<QString> names;
    {
        ONEDOOR_ASSIGN(sqlite::Statement select, database.prepare(u"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"_s));
        for (;;) {
            ONEDOOR_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            names.push_back(select.text(0));
            m_indexes.push_back(select.text(1));
        }
    }
    for (const QString& name : names)
        ONEDOOR_TRY(database.execute(u"DROP INDEX "_s + name));
    m_store.collectKeys(&m_keys);
    return database.execute(u"BEGIN IMMEDIATE"_s);
}

Result<void> BulkViews::put(const RawId& record, const FoldedRecord& folded)
{
    ONEDOOR_TRY(m_store.put(record, folded, true));
    return m_keys.size() > keysAtMost ? writeKeys() : Result<void>{};
}

Result<void> BulkViews::putAgain(const RawId& record, const FoldedRecord& folded)
{
    ONEDOOR_TRY(writeKeys()); // so that outdated ones are found and taken away
    m_store.collectKeys(nullptr);
    return m_store.put(record, folded, false);
}

Result<void> BulkViews::writeKeys()
{
    std::sort(m_keys.begin(), m_keys.end());
    ONEDOOR_ASSIGN(sqlite::Statement insert, m_store.database().cached("INSERT OR IGNORE INTO lookup (key, person) VALUES (?1, ?2)"));
    for (const auto& [key, person] : m_keys)
        ONEDOOR_TRY(insert.bindUtf8(1, key).bind(2, person).run());
    m_keys.clear();
    return {};
}

Result<void> BulkViews::finishRows()
{
    ONEDOOR_TRY(writeKeys());
    m_store.collectKeys(nullptr);
    return m_store.database().execute(u"COMMIT"_s);
}

Result<void> BulkViews::finish(std::int64_t arrival, QByteArrayView hash)
{
    sqlite::Database& database = m_store.database();
    ONEDOOR_TRY(database.execute(u"BEGIN IMMEDIATE"_s));
    for (const QString& sql : m_indexes)
        ONEDOOR_TRY(database.execute(sql));
    ONEDOOR_TRY(m_store.setFrontier(arrival, hash));
    ONEDOOR_TRY(database.execute(u"COMMIT"_s));
    return database.execute(u"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"_s);
}

} // namespace onedoor
