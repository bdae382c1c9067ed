// SPDX-License-Identifier: GPL-3.0-or-later
// Described structs as canonical CBOR maps: clear fields in one map, personal fields in another that will be sealed.
// Format: a map of field name to value in the order of the description; a field with its type's empty value is left out.
// Dates are yyyymmdd integers, instants UTC milliseconds, ids 16 bytes, enumerations their words. Pure functions, any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/fields.h"
#include "core/base/id.h"
#include "core/journal/cbor.h"

#include <QDate>
#include <QString>

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

template <Described T>
void encode(QByteArray& bytes, const T& value, Half half)
{
    std::size_t count = 0;
    T::fields(value, [&](const Field& each, const auto& member) {
        if (each.isPersonal == (half == Half::Personal) && !isEmpty(member))
            ++count;
    });
    CborWriter out(bytes);
    out.map(count);
    T::fields(value, [&](const Field& each, const auto& member) {
        if (each.isPersonal == (half == Half::Personal) && !isEmpty(member)) {
            out.text(each.key());
            write(out, member);
        }
    });
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
    value = QString::fromUtf8(item.view);
    return true;
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
inline bool read(CborReader& in, const Field&, Instant& value)
{
    const CborReader::Item item = in.next();
    if ((item.kind != Kind::Unsigned && item.kind != Kind::Negative) || item.number > INT64_MAX)
        return false;
    value.milliseconds = item.kind == Kind::Unsigned ? std::int64_t(item.number) : -1 - std::int64_t(item.number);
    return true;
}
inline bool read(CborReader& in, const Field&, RawId& value)
{
    const CborReader::Item item = in.next();
    const auto id = item.kind == Kind::Bytes ? RawId::fromBytes(item.view) : std::nullopt;
    value = id.value_or(RawId{});
    return id.has_value();
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
    value = static_cast<T>(item.number);
    return item.kind == Kind::Unsigned && item.number <= std::uint64_t(std::numeric_limits<T>::max());
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
/// such a map: wrong order, unknown name, wrong type, too long, anything behind it.
template <Described T>
bool decode(QByteArrayView bytes, T& value, Half half)
{
    CborReader in(bytes);
    const CborReader::Item head = in.next();
    if (head.kind != Kind::Map)
        return false;
    std::uint64_t left = head.number;
    bool good = true;
    CborReader::Item key = left > 0 ? in.next() : CborReader::Item{};
    T::fields(value, [&](const Field& each, auto& member) {
        if (each.isPersonal != (half == Half::Personal) || !good)
            return;
        member = std::decay_t<decltype(member)>{};
        if (left == 0 || key.kind != Kind::Text || key.view != QByteArrayView(each.name))
            return;
        good = read(in, each, member);
        --left;
        key = left > 0 && good ? in.next() : CborReader::Item{};
    });
    return good && left == 0 && in.atEnd();
}

} // namespace onedoor::payload
