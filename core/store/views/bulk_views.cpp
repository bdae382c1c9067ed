// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/bulk_views.h"

namespace onedoor {

using namespace Qt::StringLiterals;

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
    m_store.leaveKeys(true);
    return database.execute(u"BEGIN IMMEDIATE"_s);
}

Result<void> BulkViews::put(const RawId& record, const FoldedRecord& folded)
{
    return m_store.put(record, folded, true);
}

Result<void> BulkViews::putAgain(const RawId& record, const FoldedRecord& folded)
{
    m_store.leaveKeys(false); // they change here: outdated ones are taken away
    return m_store.put(record, folded, false);
}

Result<void> BulkViews::finishRows()
{
    m_store.leaveKeys(false);
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
