// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/bulk_views.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t keysAtMost = 60'000; ///< kept for sorting, some 5 MB: each time all of the table's pages are touched

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
    m_store.collectKeys();
    return database.execute(u"BEGIN IMMEDIATE"_s);
}

Result<void> BulkViews::put(const RawId& record, const FoldedRecord& folded)
{
    ONEDOOR_TRY(m_store.put(record, folded, true));
    return m_store.collectedKeys() > keysAtMost ? m_store.writeKeys() : Result<void>{};
}

Result<void> BulkViews::putAgain(const RawId& record, const FoldedRecord& folded)
{
    ONEDOOR_TRY(m_store.writeKeys()); // so that outdated ones are found and taken away
    m_store.stopCollecting();
    return m_store.put(record, folded, false);
}

Result<void> BulkViews::finishRows()
{
    ONEDOOR_TRY(m_store.writeKeys());
    m_store.stopCollecting();
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
