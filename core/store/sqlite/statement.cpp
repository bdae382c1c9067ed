// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/statement.h"

#include "core/store/sqlite/failure.h"

#include <QStringEncoder>
#include <sqlite3.h>

namespace onedoor::sqlite {

namespace {

// SQLITE_STATIC and SQLITE_TRANSIENT are C casts of integers to a function pointer; named here once.
const sqlite3_destructor_type leaveWhereItIs = nullptr;
const sqlite3_destructor_type makeACopy = reinterpret_cast<sqlite3_destructor_type>(std::intptr_t(-1));

constexpr qsizetype bytesAUnit = 3; ///< UTF-8 of one UTF-16 unit at most

} // namespace

std::optional<std::string_view> RunTexts::utf8(const QString& text)
{
    if (std::size_t(text.size() * bytesAUnit) > m_bytes.size() - m_used)
        return std::nullopt;
    char* const begin = m_bytes.data() + m_used;
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const auto size = std::size_t(encoder.appendToBuffer(begin, text) - begin);
    m_used += size;
    return std::string_view(begin, size);
}

Statement::~Statement()
{
    release();
}

Statement::Statement(Statement&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)),
      m_inUse(std::exchange(other.m_inUse, nullptr)),
      m_bindFailure(std::exchange(other.m_bindFailure, 0))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        release();
        m_handle = std::exchange(other.m_handle, nullptr);
        m_inUse = std::exchange(other.m_inUse, nullptr);
        m_bindFailure = std::exchange(other.m_bindFailure, 0);
    }
    return *this;
}

void Statement::release()
{
    if (!m_handle)
        return;
    if (m_inUse) {
        sqlite3_reset(m_handle);
        sqlite3_clear_bindings(m_handle);
        *m_inUse = false;
    } else {
        sqlite3_finalize(m_handle);
    }
    m_handle = nullptr;
    m_inUse = nullptr;
}

void Statement::remember(int resultCode)
{
    if (resultCode != SQLITE_OK && m_bindFailure == SQLITE_OK)
        m_bindFailure = resultCode;
}

Statement& Statement::bindInteger(int parameter, std::int64_t value)
{
    remember(sqlite3_bind_int64(m_handle, parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, double value)
{
    remember(sqlite3_bind_double(m_handle, parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, const QString& value)
{
    // Most texts are short: converted on the stack, copied by SQLite into memory that it keeps for the parameter.
    constexpr qsizetype shortText = 100;
    if (value.size() <= shortText) {
        std::array<char, shortText * bytesAUnit> utf8;
        QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
        const char* const end = encoder.appendToBuffer(utf8.data(), value);
        remember(sqlite3_bind_text64(m_handle, parameter, utf8.data(), sqlite3_uint64(end - utf8.data()), makeACopy, SQLITE_UTF8));
        return *this;
    }
    const QByteArray utf8 = value.toUtf8();
    remember(sqlite3_bind_text64(m_handle, parameter, utf8.constData(), sqlite3_uint64(utf8.size()), makeACopy,
                                 SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindUtf8(int parameter, std::string_view value)
{
    remember(sqlite3_bind_text64(m_handle, parameter, value.data(), sqlite3_uint64(value.size()), leaveWhereItIs, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int parameter, QByteArrayView value)
{
    if (value.isEmpty()) // a null pointer would mean NULL
        remember(sqlite3_bind_zeroblob(m_handle, parameter, 0));
    else
        remember(sqlite3_bind_blob64(m_handle, parameter, value.data(), sqlite3_uint64(value.size()), leaveWhereItIs));
    return *this;
}

Statement& Statement::bind(int parameter, const RawId& value)
{
    remember(sqlite3_bind_blob64(m_handle, parameter, value.bytes.data(), value.bytes.size(), makeACopy));
    return *this;
}

void Statement::bindInPlace(RunTexts& texts, int parameter, const QString& value)
{
    if (const auto utf8 = texts.utf8(value))
        bindUtf8(parameter, *utf8);
    else
        bind(parameter, value);
}

Statement& Statement::bindNull(int parameter)
{
    remember(sqlite3_bind_null(m_handle, parameter));
    return *this;
}

Result<bool> Statement::step()
{
    sqlite3* const connection = sqlite3_db_handle(m_handle);
    if (m_bindFailure != SQLITE_OK) {
        const int bindFailure = m_bindFailure;
        reset();
        return failure(bindFailure, connection);
    }
    const int resultCode = sqlite3_step(m_handle);
    if (resultCode == SQLITE_ROW)
        return true;
    sqlite3_reset(m_handle);
    if (resultCode == SQLITE_DONE)
        return false;
    return failure(resultCode, connection);
}

Result<void> Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return Unexpected(row.error());
        if (!*row)
            return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    m_bindFailure = SQLITE_OK;
}

void Statement::clearBindings()
{
    reset();
    sqlite3_clear_bindings(m_handle);
}

int Statement::columns() const
{
    return sqlite3_column_count(m_handle);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(blob(column));
}

QByteArrayView Statement::blob(int column) const
{
    const void* const bytes = sqlite3_column_blob(m_handle, column);
    return {static_cast<const char*>(bytes), sqlite3_column_bytes(m_handle, column)};
}

RawId Statement::id(int column) const
{
    return RawId::fromBytes(blob(column)).value_or(RawId{});
}

} // namespace onedoor::sqlite
