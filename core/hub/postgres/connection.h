// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to PostgreSQL through libpq. Statements are unnamed, one round trip each, values and answers binary: nothing is kept in
// the session between two transactions, so a pooler that gives each transaction another session may stand in between.
// Owner: one thread. Blocks.
// Errors: Io "hub.unreachable" (fact reason: libpq's own words; a password is never in them), Busy "hub.databaseBusy" (deadlock or
// serialisation: the transaction may be tried again), Full "store.full", Internal "hub.database" (fact state: the SQLSTATE). Values never
// stand in facts.
#pragma once

#include "core/base/error.h"
#include "core/hub/postgres/parameters.h"

#include <QByteArrayView>
#include <memory>
#include <optional>

struct pg_conn;
struct pg_result;

namespace onedoor::postgres {

/// The answer of one statement. Rows and columns from 0.
class Rows {
public:
    int count() const;
    std::int64_t affected() const; ///< rows that were inserted, updated, deleted or copied
    bool isNull(int row, int column) const;
    QByteArray bytes(int row, int column) const;
    QString text(int row, int column) const;
    std::int64_t number(int row, int column) const; ///< bigint or integer
    RawId id(int row, int column) const;

private:
    friend class Connection;
    struct Clear {
        void operator()(pg_result* result) const;
    };
    explicit Rows(pg_result* result) : m_result(result) {}
    std::unique_ptr<pg_result, Clear> m_result;
};

class Connection {
public:
    /// `uri`: a connection URI or string as libpq takes it.
    static Result<std::unique_ptr<Connection>> open(const QString& uri);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    Result<Rows> query(const char* sql, const Parameters& parameters = {});
    /// Several statements without values, as one transaction unless they say otherwise.
    Result<void> execute(const QByteArray& sql);
    /// `COPY … FROM STDIN (FORMAT binary)` with rows as CopyRows makes them; how many there were.
    Result<std::int64_t> copyIn(const char* sql, const QByteArray& rows);
    /// False after a connection broke: open another one.
    bool isAlive() const;

private:
    struct Finish {
        void operator()(pg_conn* connection) const;
    };
    explicit Connection(pg_conn* connection) : m_connection(connection) {}
    Result<Rows> judged(pg_result* result);
    Unexpected failure(pg_result* result) const;
    std::unique_ptr<pg_conn, Finish> m_connection;
};

/// Begins, and rolls back unless it was committed.
class Transaction {
public:
    enum class Kind {
        ReadWrite, ///< read committed: what is locked is read as it is now
        Snapshot,  ///< repeatable read, read only: all reads see one moment
    };
    static Result<Transaction> begin(Connection& connection, Kind kind);
    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

/// Rows for copyIn.
class CopyRows {
public:
    CopyRows();
    void beginRow(int columns) { appendNumber(m_bytes, std::int16_t(columns)); }
    void add(QByteArrayView value);
    void add(const RawId& value) { add(value.view()); }
    void add(std::int64_t value);
    void add(bool value);
    /// Once, after the last row.
    const QByteArray& finished();

private:
    QByteArray m_bytes;
};

} // namespace onedoor::postgres
