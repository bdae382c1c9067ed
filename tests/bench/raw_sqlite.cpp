// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/raw_sqlite.h"

#include "core/journal/envelope.h"

#include <QtGlobal>
#include <sqlite3.h>

namespace onedoor::bench {

namespace {

void must(int code, sqlite3* database)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        qFatal("baseline: %s", sqlite3_errmsg(database));
}

} // namespace

RawSqlite::RawSqlite(const QString& path, Commit commit)
{
    must(sqlite3_open(path.toUtf8().constData(), &m_database), m_database);
    execute("PRAGMA journal_mode = WAL");
    execute(commit == Commit::Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    execute("CREATE TABLE IF NOT EXISTS events (arrival INTEGER PRIMARY KEY, stream INTEGER, sequence INTEGER, record BLOB, hash BLOB,"
            " envelope BLOB)");
    execute("CREATE UNIQUE INDEX IF NOT EXISTS events_by_stream ON events (stream, sequence)");
    execute("CREATE INDEX IF NOT EXISTS events_by_record ON events (record)");
    must(sqlite3_prepare_v2(m_database, "INSERT INTO events (stream, sequence, record, hash, envelope) VALUES (1, ?1, ?2, ?3, ?4)", -1,
                            &m_insert, nullptr),
         m_database);
}

RawSqlite::~RawSqlite()
{
    sqlite3_finalize(m_insert);
    sqlite3_close(m_database);
}

void RawSqlite::execute(const char* sql)
{
    must(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr), m_database);
}

void RawSqlite::begin()
{
    execute("BEGIN IMMEDIATE");
}

void RawSqlite::commit()
{
    execute("COMMIT");
}

void RawSqlite::insert(const QByteArray& record, const QByteArray& hash, const QByteArray& envelope)
{
    sqlite3_bind_int64(m_insert, 1, ++m_sequence);
    sqlite3_bind_blob(m_insert, 2, record.constData(), int(record.size()), SQLITE_STATIC);
    sqlite3_bind_blob(m_insert, 3, hash.constData(), int(hash.size()), SQLITE_STATIC);
    sqlite3_bind_blob(m_insert, 4, envelope.constData(), int(envelope.size()), SQLITE_STATIC);
    must(sqlite3_step(m_insert), m_database);
    sqlite3_reset(m_insert);
}

RawTimeline::RawTimeline(const QString& path)
{
    must(sqlite3_open(path.toUtf8().constData(), &m_database), m_database);
    must(sqlite3_exec(m_database,
                      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                      "CREATE TABLE events (stream BLOB, sequence INTEGER, time INTEGER, hash BLOB, envelope BLOB,"
                      " PRIMARY KEY (stream, sequence)) WITHOUT ROWID;"
                      "CREATE INDEX events_by_time ON events (time, stream, sequence);"
                      "BEGIN IMMEDIATE",
                      nullptr, nullptr, nullptr),
         m_database);
    must(sqlite3_prepare_v2(m_database, "INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5)", -1, &m_insert, nullptr), m_database);
}

RawTimeline::~RawTimeline()
{
    sqlite3_finalize(m_insert);
    sqlite3_close(m_database);
}

void RawTimeline::insert(const QByteArray& envelope, const QByteArray& hash)
{
    const Result<Envelope> decoded = decodeEnvelope(envelope);
    if (!decoded)
        qFatal("baseline: a stored envelope can't be read");
    const QByteArrayView stream = decoded->ref.stream.raw.view();
    sqlite3_bind_blob(m_insert, 1, stream.data(), int(stream.size()), SQLITE_STATIC);
    sqlite3_bind_int64(m_insert, 2, std::int64_t(decoded->ref.sequence));
    sqlite3_bind_int64(m_insert, 3, std::int64_t(decoded->time.value));
    sqlite3_bind_blob(m_insert, 4, hash.constData(), int(hash.size()), SQLITE_STATIC);
    sqlite3_bind_blob(m_insert, 5, envelope.constData(), int(envelope.size()), SQLITE_STATIC);
    must(sqlite3_step(m_insert), m_database);
    sqlite3_reset(m_insert);
}

void RawTimeline::commit()
{
    must(sqlite3_exec(m_database, "COMMIT", nullptr, nullptr, nullptr), m_database);
}

std::int64_t RawTimeline::scan()
{
    sqlite3_stmt* select = nullptr;
    must(sqlite3_prepare_v2(m_database, "SELECT stream, sequence, hash, envelope FROM events ORDER BY time, stream, sequence", -1, &select,
                            nullptr),
         m_database);
    std::int64_t bytes = 0;
    while (sqlite3_step(select) == SQLITE_ROW) {
        bytes += sqlite3_column_int64(select, 1) & 1;
        for (const int column : {0, 2, 3}) {
            const auto* blob = static_cast<const unsigned char*>(sqlite3_column_blob(select, column));
            const int size = sqlite3_column_bytes(select, column);
            bytes += size + (size > 0 ? blob[0] : 0);
        }
    }
    sqlite3_finalize(select);
    return bytes;
}

} // namespace onedoor::bench
