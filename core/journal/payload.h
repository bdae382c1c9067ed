// SPDX-License-Identifier: GPL-3.0-or-later
// Described structs as canonical CBOR maps: clear fields in one map, personal fields in another that will be sealed.
// Format: a map of field name to value in the order of the description; a field with its type's empty value is left out.
// One value has one encoding: decode takes exactly what encode gives, and encode refuses what decode would not take back.
// Dates are yyyymmdd integers, instants UTC milliseconds, ids 16 bytes, enumerations their words. Pure functions, any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/fields.h"
#include "core/base/id.h"
#include "core/journal/cbor.h"

#include <QDate>
#include <QString>
#include <QStringDecoder>

namespace onedoor::payload {

/// Which half of a struct's fields a map holds.
enum class Half { Clear, Personal };

// --- is it the type's empty value? ------------------------------------------------------------------------------------
inline bool isEmpty(const QString& value) { return value.isEmpty(); }
inline bool isEmpty(const QByteArray& value) { return value.isEmpty(); }
inline bool isEmpty(const QDate& value) { return !value.isValid(); }
inline bool isEmpty(const Instant& value) { return value.milliseconds == 0; }
inline bool isEmpty(const RawId& value) { return value.isNull(); }
template <typename Tag>
bool isEmpty(const Id<Tag>& value) { return value.isNull(); }
template <typename T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T>
bool isEmpty(T value) { return value == T{}; }
template <typename T>
bool isEmpty(const std::vector<T>& value) { return value.empty(); }
template <typename T>
bool isEmpty(const std::optional<T>& value) { return !value.has_value(); }

// --- may it be written? Only what can be read again -------------------------------------------------------------------------
inline constexpr std::int64_t instantLimit = 253'402'300'799'999; ///< ms: the end of the year 9999, and as far back

inline bool fits(const Field& field, const QString& value)
{
    const qsizetype bytes = qsizetype(field.limit) * 4;
    return value.isValidUtf16() && (value.size() * 3 <= bytes || value.toUtf8().size() <= bytes);
}
inline bool fits(const Field& field, const QByteArray& value) { return value.size() <= field.limit; }
inline bool fits(const Field&, const QDate& value) { return !value.isValid() || (value.year() >= 1 && value.year() <= 9999); }
inline bool fits(const Field&, const Instant& value) { return value.milliseconds <= instantLimit && value.milliseconds >= -instantLimit; }
inline bool fits(const Field&, const RawId&) { return true; }
template <typename Tag>
bool fits(const Field&, const Id<Tag>&) { return true; }
template <typename T>
    requires std::is_integral_v<T>
bool fits(const Field&, T) { return true; }
template <Worded T>
bool fits(const Field&, T value) { return *wordOf(value) != '\0'; }
template <typename T>
bool fits(const Field& field, const std::vector<T>& values)
{
    if (values.size() > std::size_t(field.limit))
        return false;
    for (const T& each : values) {
        if (!fits(field.atMost(200), each))
            return false;
    }
    return true;
}
template <typename T>
bool fits(const Field& field, const std::optional<T>& value) { return !value || fits(field, *value); }

// --- writing ----------------------------------------------------------------------------------------------------------
inline void write(CborWriter& out, const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    out.text({utf8.constData(), std::size_t(utf8.size())});
}
inline void write(CborWriter& out, const QByteArray& value) { out.bytes(value); }
inline void write(CborWriter& out, const QDate& value)
{
    out.unsignedInteger(value.isValid() ? std::uint64_t(value.year()) * 10000 + std::uint64_t(value.month()) * 100 + std::uint64_t(value.day()) : 0);
}
inline void write(CborWriter& out, const Instant& value) { out.signedInteger(value.milliseconds); }
inline void write(CborWriter& out, const RawId& value) { out.bytes(value.view()); }
template <typename Tag>
void write(CborWriter& out, const Id<Tag>& value) { out.bytes(value.raw.view()); }
inline void write(CborWriter& out, bool value) { out.boolean(value); }
template <typename T>
    requires std::is_integral_v<T>
void write(CborWriter& out, T value)
{
    if constexpr (std::is_signed_v<T>)
        out.signedInteger(value);
    else
        out.unsignedInteger(value);
}
template <Worded T>
void write(CborWriter& out, T value) { out.text(wordOf(value)); }
template <typename T>
void write(CborWriter& out, const std::vector<T>& values)
{
    out.array(values.size());
    for (const T& each : values)
        write(out, each);
}
template <typename T>
void write(CborWriter& out, const std::optional<T>& value) { write(out, *value); }

/// Appends one half; nothing and false when a field holds what could not be read back: too long, half a surrogate pair, year 10000.
template <Described T>
[[nodiscard]] bool encode(QByteArray& bytes, const T& value, Half half)
{
    std::size_t count = 0;
    bool good = true;
    T::fields(value, [&](const Field& each, const auto& member) {
        if (each.isPersonal != (half == Half::Personal) || isEmpty(member))
            return;
        ++count;
        good = good && fits(each, member);
    });
    if (!good)
        return false;
    CborWriter out(bytes);
    out.map(count);
    T::fields(value, [&](const Field& each, const auto& member) {
        if (each.isPersonal == (half == Half::Personal) && !isEmpty(member)) {
            out.text(each.key());
            write(out, member);
        }
    });
    return true;
}

/// True when any personal field holds something: only then is there a sealed half.
template <Described T>
bool hasPersonal(const T& value)
{
    bool found = false;
    T::fields(value, [&](const Field& each, const auto& member) { found = found || (each.isPersonal && !isEmpty(member)); });
    return found;
}

// --- reading: false when the item is not what the field holds ------------------------------------------------------------
using Kind = CborReader::Kind;

inline bool read(CborReader& in, const Field& field, QString& value)
{
    const CborReader::Item item = in.next();
    if (item.kind != Kind::Text || item.view.size() > qsizetype(field.limit) * 4)
        return false;
    // It is valid UTF-8, or it would not be a text. QString::fromUtf8 swallows a byte order mark, and the text would not be what was written.
    constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");
    if (!item.view.startsWith(byteOrderMark)) {
        value = QString::fromUtf8(item.view);
        return true;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    value = decoder.decode(item.view);
    return !decoder.hasError();
}
inline bool read(CborReader& in, const Field& field, QByteArray& value)
{
    const CborReader::Item item = in.next();
    if (item.kind != Kind::Bytes || item.view.size() > field.limit)
        return false;
    value = item.view.toByteArray();
    return true;
}
inline bool read(CborReader& in, const Field&, QDate& value)
{
    const CborReader::Item item = in.next();
    if (item.kind != Kind::Unsigned || item.number > 99'991'231)
        return false;
    value = QDate(int(item.number / 10000), int(item.number / 100 % 100), int(item.number % 100));
    return value.isValid() || item.number == 0;
}
inline bool read(CborReader& in, const Field& field, Instant& value)
{
    const CborReader::Item item = in.next();
    if ((item.kind != Kind::Unsigned && item.kind != Kind::Negative) || item.number > std::uint64_t(instantLimit))
        return false;
    value.milliseconds = item.kind == Kind::Unsigned ? std::int64_t(item.number) : -1 - std::int64_t(item.number);
    return fits(field, value);
}
inline bool read(CborReader& in, const Field&, RawId& value)
{
    const char* const bytes = in.fixedBytes(value.bytes.size());
    if (bytes == nullptr)
        return false;
    std::memcpy(value.bytes.data(), bytes, value.bytes.size());
    return true;
}
template <typename Tag>
bool read(CborReader& in, const Field& field, Id<Tag>& value) { return read(in, field, value.raw); }
inline bool read(CborReader& in, const Field&, bool& value)
{
    const CborReader::Item item = in.next();
    value = item.number != 0;
    return item.kind == Kind::Boolean;
}
template <typename T>
    requires std::is_integral_v<T>
bool read(CborReader& in, const Field&, T& value)
{
    const CborReader::Item item = in.next();
    const bool inRange = item.number <= std::uint64_t(std::numeric_limits<T>::max());
    if constexpr (std::is_signed_v<T>) {
        if (item.kind == Kind::Negative && inRange) {
            value = static_cast<T>(-1 - static_cast<T>(item.number));
            return true;
        }
    }
    value = static_cast<T>(item.number);
    return item.kind == Kind::Unsigned && inRange;
}
template <Worded T>
bool read(CborReader& in, const Field&, T& value)
{
    const CborReader::Item item = in.next();
    const auto word = fromWord<T>({item.view.data(), std::size_t(item.view.size())});
    value = word.value_or(T{});
    return item.kind == Kind::Text && word.has_value();
}
template <typename T>
bool read(CborReader& in, const Field& field, std::vector<T>& values)
{
    const CborReader::Item item = in.next();
    if (item.kind != Kind::Array || item.number > std::uint64_t(field.limit))
        return false;
    values.resize(std::size_t(item.number));
    const Field each = field.atMost(200);
    for (T& value : values) {
        if (!read(in, each, value))
            return false;
    }
    return true;
}
template <typename T>
bool read(CborReader& in, const Field& field, std::optional<T>& value)
{
    return read(in, field, value.emplace());
}

/// Reads one half into `value`; fields that the map leaves out get their type's empty value. False when the bytes are not exactly
/// such a map: wrong order, unknown name, wrong type, too long, an empty value that should have been left out, anything behind it.
template <Described T>
bool decode(QByteArrayView bytes, T& value, Half half)
{
    CborReader in(bytes);
    const CborReader::Item head = in.next();
    if (head.kind != Kind::Map)
        return false;
    std::uint64_t left = head.number;
    bool good = true;
    T::fields(value, [&](const Field& each, auto& member) {
        if (each.isPersonal != (half == Half::Personal) || !good)
            return;
        if (!isEmpty(member))
            member = std::decay_t<decltype(member)>{};
        if (left == 0 || !in.takeText(each.key()))
            return;
        good = read(in, each, member) && !isEmpty(member);
        --left;
    });
    return good && left == 0 && in.atEnd();
}

} // namespace onedoor::payload
