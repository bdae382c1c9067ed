// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared SQL statement: bind, step, read, done. Belongs to one Database and its thread and must not outlive it. Parameters
// count from 1 and columns from 0, as SQL people expect. A failed bind is reported by the next step(). On destruction it is
// finalised, or, when it came from the cache, reset and handed back.
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <utility>

struct sqlite3_stmt;

namespace onedoor::sqlite {

/// Where the UTF-8 of a statement's texts stands while it runs once; so SQLite needs no copy of each.
class RunTexts {
public:
    /// Nothing when it might not fit any more.
    std::optional<std::string_view> utf8(const QString& text);

private:
    std::array<char, 2048> m_bytes; // not cleared first: only what was written is read
    std::size_t m_used = 0;
};

class Statement {
public:
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int parameter, std::integral auto value) { return bindInteger(parameter, std::int64_t(value)); }
    Statement& bind(int parameter, double value);
    /// A null QString is stored as empty text; use bindNull() for NULL.
    Statement& bind(int parameter, const QString& value);
    /// Not copied: the bytes must stay where they are until the statement is reset. Empty is an empty blob, not NULL.
    Statement& bind(int parameter, QByteArrayView value);
    /// Text that is UTF-8 already; must live until the statement has run.
    Statement& bindUtf8(int parameter, std::string_view value);
    Statement& bind(int parameter, const QByteArray& value) { return bind(parameter, QByteArrayView(value)); }
    Statement& bind(int parameter, QByteArray&& value) = delete; // would be gone before step()
    Statement& bind(int parameter, const char* value) = delete;  // text or blob? say which
    Statement& bind(int parameter, const RawId& value);
    template <typename Tag>
    Statement& bind(int parameter, const Id<Tag>& value)
    {
        return bind(parameter, value.raw);
    }
    Statement& bind(int parameter, std::nullopt_t) { return bindNull(parameter); }
    template <typename T>
    Statement& bind(int parameter, const std::optional<T>& value)
    {
        return value ? bind(parameter, *value) : bindNull(parameter);
    }
    Statement& bindNull(int parameter);
    /// All parameters from 1 on.
    template <typename... Values>
    Statement& bindAll(const Values&... values)
    {
        int parameter = 0;
        (bind(++parameter, values), ...);
        return *this;
    }

    /// All parameters, for one run: values and texts stay where they are until the statement is reset.
    template <typename... Values>
    Statement& bindForRun(RunTexts& texts, const Values&... values)
    {
        int parameter = 0;
        (bindInPlace(texts, ++parameter, values), ...);
        return *this;
    }

    /// True while there is a row to read. After false or an error the statement is reset and may be bound anew.
    Result<bool> step();
    /// For statements without rows: steps to the end.
    Result<void> run();
    /// Back to the start; bindings stay, and blobs bound before must still be there.
    void reset();
    void clearBindings();

    int columns() const; ///< how many the answer has
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    /// The row's own memory: valid until the next step(), reset() or destruction.
    QByteArrayView blob(int column) const;
    QByteArrayView utf8(int column) const { return blob(column); }
    /// The null id unless the column holds exactly 16 bytes.
    RawId id(int column) const;

private:
    friend class Database;
    explicit Statement(sqlite3_stmt* handle, bool* inUse = nullptr) : m_handle(handle), m_inUse(inUse) {}
    Statement& bindInteger(int parameter, std::int64_t value);
    template <typename Value>
    void bindInPlace(RunTexts&, int parameter, const Value& value)
    {
        bind(parameter, value);
    }
    void bindInPlace(RunTexts& texts, int parameter, const QString& value);
    void bindInPlace(RunTexts&, int parameter, const RawId& value) { bind(parameter, value.view()); }
    template <typename Tag>
    void bindInPlace(RunTexts&, int parameter, const Id<Tag>& value)
    {
        bind(parameter, value.raw.view());
    }
    void remember(int resultCode);
    void release();

    sqlite3_stmt* m_handle = nullptr;
    bool* m_inUse = nullptr; ///< the cache's mark while the statement is on loan from it
    int m_bindFailure = 0;   ///< first result code of a bind since the last reset
};

} // namespace onedoor::sqlite
