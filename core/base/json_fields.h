// SPDX-License-Identifier: GPL-3.0-or-later
// Described structs (fields.h) as JSON objects and their schema as JSON: the command line, help and whoever writes to either.
// Types: text, boolean, integers, enumerations (their words), ids (32 hexadecimal digits), QDate ("2026-03-02"), Instant (ISO 8601
// with offset), QByteArray (base64), optionals, lists, described structs, free objects. null is the same as leaving the field out.
// Reading is strict: errors of kind Invalid name the dotted path of the field ("newPerson.name", "roles[2]"):
//   json.unknownField {name, nearest, known}; json.missing; json.wrongType {expected, found}; json.outOfRange {minimum, maximum};
//   json.unknownWord {nearest, known}; json.malformed {expected}; json.tooMany {limit, count}; and text.* of cleanText.
// Writing gives every field; an empty id, date or instant is null; a secret is left out. Pure functions, any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/fields.h"
#include "core/base/id.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <limits>
#include <vector>

namespace onedoor {

template <Described T>
Result<T> fromJson(const QJsonObject& object, const QString& path = {});
template <Described T>
QJsonObject toJson(const T& value, int offsetMinutes);
/// [{name, type, required, personal, …}]: limit of texts and lists, minimum and maximum of integers, values of words, item of a
/// list, fields of a record.
template <Described T>
QJsonArray schemaOf();

namespace json {

/// Where a value stands: its path for messages, its rules.
struct Place {
    const QString& path;
    const Field& field;
};

// --- reading ----------------------------------------------------------------------------------------------------------
Unexpected wrongType(const Place& place, const QString& expected, const QJsonValue& found);
/// `known` are the field names of the struct; nothing when every member of the object is one of them.
Result<void> refuseUnknown(const QJsonObject& object, const QStringList& known, const QString& path);
Result<qint64> readInteger(const QJsonValue& value, const Place& place, qint64 minimum, qint64 maximum);
Result<qsizetype> readWord(const QJsonValue& value, const Place& place, const QStringList& words);
Result<QJsonArray> readList(const QJsonValue& value, const Place& place);
Result<void> read(const QJsonValue& value, const Place& place, QString& out);
Result<void> read(const QJsonValue& value, const Place& place, QByteArray& out);
Result<void> read(const QJsonValue& value, const Place& place, bool& out);
Result<void> read(const QJsonValue& value, const Place& place, QDate& out);
Result<void> read(const QJsonValue& value, const Place& place, Instant& out);
Result<void> read(const QJsonValue& value, const Place& place, RawId& out);
Result<void> read(const QJsonValue& value, const Place& place, QJsonObject& out);
QString childPathOf(const QString& path, const Field& field);
QString itemPathOf(const QString& path, qsizetype index);

template <typename T>
constexpr qint64 largestOf()
{
    constexpr auto largest = std::numeric_limits<T>::max();
    return std::cmp_greater(largest, std::numeric_limits<qint64>::max()) ? std::numeric_limits<qint64>::max() : qint64(largest);
}

template <Worded T>
QStringList wordsOf()
{
    QStringList words;
    for (const auto& [value, word] : EnumWords<T>::values)
        words.append(QString::fromLatin1(word));
    return words;
}

template <typename Tag>
Result<void> read(const QJsonValue& value, const Place& place, Id<Tag>& out)
{
    return read(value, place, out.raw);
}

template <typename T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
Result<void> read(const QJsonValue& value, const Place& place, T& out)
{
    ONEDOOR_ASSIGN(const qint64 number, readInteger(value, place, qint64(std::numeric_limits<T>::min()), largestOf<T>()));
    out = static_cast<T>(number);
    return {};
}

template <Worded T>
Result<void> read(const QJsonValue& value, const Place& place, T& out)
{
    ONEDOOR_ASSIGN(const qsizetype index, readWord(value, place, wordsOf<T>()));
    out = EnumWords<T>::values[std::size_t(index)].first;
    return {};
}

template <Described T>
Result<void> read(const QJsonValue& value, const Place& place, T& out)
{
    if (!value.isObject())
        return wrongType(place, QStringLiteral("object"), value);
    ONEDOOR_ASSIGN(out, fromJson<T>(value.toObject(), place.path));
    return {};
}

template <typename T>
Result<void> read(const QJsonValue& value, const Place& place, std::optional<T>& out)
{
    return read(value, place, out.emplace());
}

template <typename T>
Result<void> read(const QJsonValue& value, const Place& place, std::vector<T>& out)
{
    ONEDOOR_ASSIGN(const QJsonArray items, readList(value, place));
    Field each = field(place.field.name).required();
    each.isPersonal = place.field.isPersonal;
    out.clear();
    out.reserve(std::size_t(items.size()));
    for (qsizetype index = 0; index < items.size(); ++index)
        ONEDOOR_TRY(read(items.at(index), Place{itemPathOf(place.path, index), each}, out.emplace_back()));
    return {};
}

// --- writing ----------------------------------------------------------------------------------------------------------
inline QJsonValue write(const QString& value, int) { return value; }
inline QJsonValue write(bool value, int) { return value; }
inline QJsonValue write(const QJsonObject& value, int) { return value; }
QJsonValue write(const QByteArray& value, int);
QJsonValue write(const QDate& value, int);
QJsonValue write(const Instant& value, int offsetMinutes);
QJsonValue write(const RawId& value, int);
QJsonValue writeUnsigned(std::uint64_t value);

template <typename Tag>
QJsonValue write(const Id<Tag>& value, int offsetMinutes)
{
    return write(value.raw, offsetMinutes);
}
template <typename T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
QJsonValue write(T value, int)
{
    if constexpr (std::is_signed_v<T>)
        return QJsonValue(qint64(value));
    else
        return writeUnsigned(value);
}
template <Worded T>
QJsonValue write(T value, int)
{
    return QString::fromLatin1(wordOf(value));
}
template <Described T>
QJsonValue write(const T& value, int offsetMinutes)
{
    return toJson(value, offsetMinutes);
}
template <typename T>
QJsonValue write(const std::vector<T>& values, int offsetMinutes)
{
    QJsonArray items;
    for (const T& each : values)
        items.append(write(each, offsetMinutes));
    return items;
}
template <typename T>
QJsonValue write(const std::optional<T>& value, int offsetMinutes)
{
    if (!value)
        return QJsonValue(QJsonValue::Null);
    const QJsonValue written = write(*value, offsetMinutes);
    return written.isNull() ? QJsonValue(QString()) : written; // present, and empty: an empty date that clears
}

// --- schema -----------------------------------------------------------------------------------------------------------
QJsonObject typed(const char* type);
QJsonObject typedText(const Field& field);
QJsonObject typedInteger(qint64 minimum, qint64 maximum);

template <typename T>
struct Schema;
template <>
struct Schema<QString> { static QJsonObject of(const Field& field) { return typedText(field); } };
template <>
struct Schema<QByteArray> { static QJsonObject of(const Field&) { return typed("base64"); } };
template <>
struct Schema<bool> { static QJsonObject of(const Field&) { return typed("boolean"); } };
template <>
struct Schema<QDate> { static QJsonObject of(const Field&) { return typed("date"); } };
template <>
struct Schema<Instant> { static QJsonObject of(const Field&) { return typed("instant"); } };
template <>
struct Schema<RawId> { static QJsonObject of(const Field&) { return typed("id"); } };
template <>
struct Schema<QJsonObject> { static QJsonObject of(const Field&) { return typed("object"); } };
template <typename Tag>
struct Schema<Id<Tag>> { static QJsonObject of(const Field&) { return typed("id"); } };
template <typename T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
struct Schema<T> {
    static QJsonObject of(const Field&) { return typedInteger(qint64(std::numeric_limits<T>::min()), largestOf<T>()); }
};
template <Worded T>
struct Schema<T> {
    static QJsonObject of(const Field&)
    {
        QJsonObject schema = typed("word");
        schema.insert(QLatin1String("values"), QJsonArray::fromStringList(wordsOf<T>()));
        return schema;
    }
};
template <Described T>
struct Schema<T> {
    static QJsonObject of(const Field&)
    {
        QJsonObject schema = typed("record");
        schema.insert(QLatin1String("fields"), schemaOf<T>());
        return schema;
    }
};
template <typename T>
struct Schema<std::optional<T>> { static QJsonObject of(const Field& field) { return Schema<T>::of(field); } };
template <typename T>
struct Schema<std::vector<T>> {
    static QJsonObject of(const Field& each)
    {
        QJsonObject schema = typed("list");
        schema.insert(QLatin1String("limit"), each.limit);
        schema.insert(QLatin1String("item"), Schema<T>::of(field(each.name)));
        return schema;
    }
};
/// The schema of a value with the field's name and rules.
QJsonObject named(const Field& field, QJsonObject schema);

} // namespace json

template <Described T>
Result<T> fromJson(const QJsonObject& object, const QString& path)
{
    QStringList known;
    T value{};
    T::fields(value, [&](const Field& each, const auto&) { known.append(QString::fromLatin1(each.name)); });
    ONEDOOR_TRY(json::refuseUnknown(object, known, path));
    Result<void> outcome;
    T::fields(value, [&](const Field& each, auto& member) {
        if (!outcome)
            return;
        const QString own = json::childPathOf(path, each);
        const QJsonValue found = object.value(QLatin1String(each.name));
        if (!found.isUndefined() && !found.isNull())
            outcome = json::read(found, json::Place{own, each}, member);
        else if (each.isRequired)
            outcome = fail(ErrorKind::Invalid, QStringLiteral("json.missing"), own);
    });
    if (!outcome)
        return Unexpected(std::move(outcome).error());
    return value;
}

template <Described T>
QJsonObject toJson(const T& value, int offsetMinutes)
{
    QJsonObject object;
    T::fields(value, [&](const Field& each, const auto& member) {
        if (!each.isSecret)
            object.insert(QLatin1String(each.name), json::write(member, offsetMinutes));
    });
    return object;
}

template <Described T>
QJsonArray schemaOf()
{
    QJsonArray schema;
    T value{};
    T::fields(value, [&]<typename Member>(const Field& each, const Member&) {
        schema.append(json::named(each, json::Schema<std::remove_cvref_t<Member>>::of(each)));
    });
    return schema;
}

} // namespace onedoor
