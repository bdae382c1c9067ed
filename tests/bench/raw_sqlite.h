// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline: the same bytes through the bare SQLite interface, one table with the journal's columns and keys, no cipher, no chain,
// no views. Aborts on any error; for benchmarks only.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>

struct sqlite3;
struct sqlite3_stmt;

namespace onedoor::bench {

class RawSqlite {
public:
    enum class Commit { Full, Normal };
    RawSqlite(const QString& path, Commit commit);
    ~RawSqlite();
    RawSqlite(const RawSqlite&) = delete;
    RawSqlite& operator=(const RawSqlite&) = delete;

    void begin();
    void insert(const QByteArray& record, const QByteArray& hash, const QByteArray& envelope);
    void commit();

private:
    void execute(const char* sql);
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_insert = nullptr;
    std::int64_t m_sequence = 0;
};

/// The same events in the other usual layout: rows lie by stream and sequence, an index knows their times.
class RawTimeline {
public:
    explicit RawTimeline(const QString& path);
    ~RawTimeline();
    RawTimeline(const RawTimeline&) = delete;
    RawTimeline& operator=(const RawTimeline&) = delete;

    void insert(const QByteArray& envelope, const QByteArray& hash);
    void commit();
    /// Reads every row in the order of the hybrid times; returns the bytes seen.
    std::int64_t scan();

private:
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_insert = nullptr;
};

} // namespace onedoor::bench
