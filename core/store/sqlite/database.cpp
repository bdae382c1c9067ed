// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/database.h"

#include "core/store/sqlite/connection.h"
#include "core/store/sqlite/failure.h"

#include <sqlite3.h>

namespace onedoor::sqlite {

using namespace Qt::StringLiterals;

Database::Database(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Result<Database> Database::open(const QString& path, OpenOptions options)
{
    auto connection = std::make_unique<Connection>();
    CipherKey key = std::move(options.key);
    ONEDOOR_TRY(connection->connect(path, options, std::move(key)));
    ONEDOOR_TRY(connection->prepareForWork(options));
    return Database(std::move(connection));
}

QString Database::path() const
{
    return m_connection->path;
}

namespace {

Result<sqlite3_stmt*> prepareHandle(sqlite3* connection, const char* sql, qsizetype size, unsigned flags)
{
    sqlite3_stmt* statement = nullptr;
    const int resultCode = sqlite3_prepare_v3(connection, sql, int(size), flags, &statement, nullptr);
    if (resultCode != SQLITE_OK) {
        return failure(resultCode, QString::fromUtf8(sqlite3_db_filename(connection, "main")),
                       QString::fromUtf8(sqlite3_errmsg(connection)));
    }
    if (!statement)
        return fail(ErrorKind::Internal, u"store.internal"_s, {}, {{u"detail"_s, u"empty statement"_s}});
    return statement;
}

} // namespace

Result<Statement> Database::prepare(const QString& sql)
{
    const QByteArray utf8 = sql.toUtf8();
    ONEDOOR_ASSIGN(sqlite3_stmt* const handle, prepareHandle(m_connection->handle, utf8.constData(), utf8.size(), 0));
    return Statement(handle);
}

Result<Statement> Database::cached(StaticSql sql)
{
    Connection::CachedStatement& entry = m_connection->cache[sql.text()];
    if (entry.inUse) {
        ONEDOOR_ASSIGN(sqlite3_stmt* const second, prepareHandle(m_connection->handle, sql.text(), -1, 0));
        return Statement(second);
    }
    if (!entry.handle) {
        ONEDOOR_ASSIGN(entry.handle, prepareHandle(m_connection->handle, sql.text(), -1, SQLITE_PREPARE_PERSISTENT));
    }
    entry.inUse = true;
    return Statement(entry.handle, &entry.inUse);
}

Result<void> Database::execute(const QString& sql)
{
    return m_connection->execute(sql.toUtf8().constData());
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_connection->handle);
}

std::int64_t Database::lastRowNumber() const
{
    return sqlite3_last_insert_rowid(m_connection->handle);
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_connection->handle) == 0;
}

Result<int> Database::integerPragma(const QString& name)
{
    ONEDOOR_ASSIGN(Statement statement, prepare(u"PRAGMA "_s + name));
    ONEDOOR_ASSIGN(const bool row, statement.step());
    return row ? int(statement.integer(0)) : 0;
}

Result<int> Database::userVersion()
{
    return integerPragma(u"user_version"_s);
}

Result<void> Database::setUserVersion(int version)
{
    return execute(u"PRAGMA user_version=%1"_s.arg(version));
}

Result<int> Database::applicationId()
{
    return integerPragma(u"application_id"_s);
}

Result<void> Database::setApplicationId(int id)
{
    return execute(u"PRAGMA application_id=%1"_s.arg(id));
}

Result<void> Database::quickCheck()
{
    ONEDOOR_ASSIGN(Statement statement, prepare(u"PRAGMA quick_check(1)"_s));
    ONEDOOR_ASSIGN(const bool row, statement.step());
    if (row && statement.utf8(0) == QByteArrayView("ok"))
        return {};
    return failure(SQLITE_CORRUPT, path());
}

int Database::logPages() const
{
    return m_connection->logPages;
}

Result<void> Database::syncLog()
{
    sqlite3_file* log = nullptr;
    int resultCode = sqlite3_file_control(m_connection->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (resultCode == SQLITE_OK)
        resultCode = log != nullptr && log->pMethods != nullptr ? log->pMethods->xSync(log, SQLITE_SYNC_NORMAL) : SQLITE_IOERR_FSYNC;
    if (resultCode != SQLITE_OK)
        return fail(ErrorKind::Io, u"store.notDurable"_s, {}, {{u"path"_s, path()}, {u"result"_s, resultCode}});
    return {};
}

Result<void> Database::checkpoint(CheckpointMode mode)
{
    const int how = mode == CheckpointMode::Truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    const int resultCode = sqlite3_wal_checkpoint_v2(m_connection->handle, "main", how, nullptr, nullptr);
    if (resultCode != SQLITE_OK)
        return failure(resultCode, path());
    m_connection->logPages = 0; // what readers kept from being moved is counted again at the next commit
    return {};
}

Result<bool> Database::emptyLog()
{
    int pagesInLog = 0;
    int pagesMoved = 0;
    const int resultCode = sqlite3_wal_checkpoint_v2(m_connection->handle, "main", SQLITE_CHECKPOINT_PASSIVE, &pagesInLog, &pagesMoved);
    if (resultCode == SQLITE_BUSY)
        return false;
    if (resultCode != SQLITE_OK)
        return failure(resultCode, path());
    m_connection->logPages = 0;
    return pagesInLog == pagesMoved;
}

} // namespace onedoor::sqlite
