// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/postgres/connection.h"

#include <QtEndian>
#include <libpq-fe.h>

namespace onedoor::postgres {

using namespace Qt::StringLiterals;

namespace {

/// Answers and values are binary.
constexpr int binary = 1;

void hearNoNotice(void*, const PGresult*) {}

ErrorKind kindOf(QByteArrayView state)
{
    if (state == "40001" || state == "40P01" || state == "55P03")
        return ErrorKind::Busy;
    if (state == "53100" || state == "53200")
        return ErrorKind::Full;
    return state.startsWith("08") || state.startsWith("57P") || state == "53300" ? ErrorKind::Io : ErrorKind::Internal;
}

Unexpected unreachable(const char* reason)
{
    return fail(ErrorKind::Io, u"hub.unreachable"_s, {}, {{u"reason"_s, QString::fromUtf8(reason).simplified()}});
}

} // namespace

void Rows::Clear::operator()(pg_result* result) const
{
    PQclear(result);
}

int Rows::count() const
{
    return PQntuples(m_result.get());
}

std::int64_t Rows::affected() const
{
    return QByteArray(PQcmdTuples(m_result.get())).toLongLong();
}

bool Rows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArray Rows::bytes(int row, int column) const
{
    return {PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)};
}

QString Rows::text(int row, int column) const
{
    return QString::fromUtf8(bytes(row, column));
}

std::int64_t Rows::number(int row, int column) const
{
    const char* value = PQgetvalue(m_result.get(), row, column);
    if (PQgetlength(m_result.get(), row, column) == int(sizeof(qint32)))
        return qFromBigEndian<qint32>(value);
    return PQgetlength(m_result.get(), row, column) == int(sizeof(qint64)) ? qFromBigEndian<qint64>(value) : 0;
}

RawId Rows::id(int row, int column) const
{
    return RawId::fromBytes(bytes(row, column)).value_or(RawId{});
}

void Connection::Finish::operator()(pg_conn* connection) const
{
    PQfinish(connection);
}

Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::open(const QString& uri)
{
    const QByteArray given = uri.toUtf8();
    // What stands before the URI is what it may say otherwise.
    const char* const keywords[] = {"fallback_application_name", "connect_timeout", "tcp_user_timeout", "dbname", "client_encoding", nullptr};
    const char* const values[] = {"onedoor-hub", "10", "20000", given.constData(), "UTF8", nullptr};
    std::unique_ptr<Connection> connection(new Connection(PQconnectdbParams(keywords, values, 1)));
    if (!connection->isAlive())
        return unreachable(PQerrorMessage(connection->m_connection.get()));
    PQsetNoticeReceiver(connection->m_connection.get(), hearNoNotice, nullptr);
    return connection;
}

bool Connection::isAlive() const
{
    return PQstatus(m_connection.get()) == CONNECTION_OK;
}

Unexpected Connection::failure(pg_result* result) const
{
    const char* field = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    if (field == nullptr || !isAlive())
        return unreachable(PQerrorMessage(m_connection.get()));
    const QByteArray state(field);
    const ErrorKind kind = kindOf(state);
    if (kind == ErrorKind::Full)
        return fail(kind, u"store.full"_s);
    if (kind == ErrorKind::Busy)
        return fail(kind, u"hub.databaseBusy"_s);
    if (kind == ErrorKind::Io)
        return unreachable(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    return fail(kind, u"hub.database"_s, {}, {{u"state"_s, QString::fromLatin1(state)}});
}

Result<Rows> Connection::judged(pg_result* result)
{
    Rows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_COPY_IN)
        return rows;
    return failure(result);
}

Result<Rows> Connection::query(const char* sql, const Parameters& parameters)
{
    std::vector<Oid> types;
    std::vector<const char*> values;
    std::vector<int> lengths;
    for (const Parameters::Value& value : parameters.values()) {
        types.push_back(value.type);
        values.push_back(value.isNull ? nullptr : value.bytes.constData());
        lengths.push_back(int(value.bytes.size()));
    }
    const std::vector<int> formats(values.size(), binary);
    return judged(PQexecParams(m_connection.get(), sql, int(values.size()), types.data(), values.data(), lengths.data(), formats.data(), binary));
}

Result<void> Connection::execute(const QByteArray& sql)
{
    ONEDOOR_TRY(judged(PQexec(m_connection.get(), sql.constData())));
    return {};
}

Result<std::int64_t> Connection::copyIn(const char* sql, const QByteArray& rows)
{
    ONEDOOR_TRY(judged(PQexec(m_connection.get(), sql)));
    constexpr qsizetype piece = qsizetype(1) << 20;
    bool sent = true;
    for (qsizetype at = 0; at < rows.size() && sent; at += piece)
        sent = PQputCopyData(m_connection.get(), rows.constData() + at, int(std::min(piece, rows.size() - at))) == 1;
    sent = sent && PQputCopyEnd(m_connection.get(), nullptr) == 1;
    if (!sent)
        return unreachable(PQerrorMessage(m_connection.get()));
    Result<Rows> outcome = judged(PQgetResult(m_connection.get()));
    while (pg_result* rest = PQgetResult(m_connection.get()))
        PQclear(rest);
    if (!outcome)
        return Unexpected(outcome.error());
    return outcome->affected();
}

Result<Transaction> Transaction::begin(Connection& connection, Kind kind)
{
    // Nobody waits for ever for a lock, and a process that hangs does not hold one for ever.
    ONEDOOR_TRY(connection.execute(kind == Kind::Snapshot ? "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
                                                          : "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '10s';"
                                                            "SET LOCAL idle_in_transaction_session_timeout = '20s'"));
    return Transaction(connection);
}

Transaction::~Transaction()
{
    if (m_connection != nullptr)
        (void)m_connection->execute("ROLLBACK");
}

Result<void> Transaction::commit()
{
    return std::exchange(m_connection, nullptr)->execute("COMMIT");
}

CopyRows::CopyRows() : m_bytes("PGCOPY\n\377\r\n\0", 11)
{
    appendNumber(m_bytes, std::int32_t(0)); // flags
    appendNumber(m_bytes, std::int32_t(0)); // no extension
}

void CopyRows::add(QByteArrayView value)
{
    appendNumber(m_bytes, std::int32_t(value.size()));
    m_bytes.append(value);
}

void CopyRows::add(std::int64_t value)
{
    appendNumber(m_bytes, std::int32_t(sizeof value));
    appendNumber(m_bytes, value);
}

void CopyRows::add(bool value)
{
    appendNumber(m_bytes, std::int32_t(1));
    m_bytes.append(value ? '\1' : '\0');
}

const QByteArray& CopyRows::finished()
{
    appendNumber(m_bytes, std::int16_t(-1));
    return m_bytes;
}

} // namespace onedoor::postgres
