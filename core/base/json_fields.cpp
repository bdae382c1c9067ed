// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_fields.h"

#include "core/base/message_words.h"
#include "core/base/text.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace onedoor::json {

namespace {

constexpr qsizetype longestInstant = 40;

QString typeName(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null: return u"null"_s;
    case QJsonValue::Bool: return u"boolean"_s;
    case QJsonValue::Double: return u"number"_s;
    case QJsonValue::String: return u"text"_s;
    case QJsonValue::Array: return u"list"_s;
    case QJsonValue::Object: return u"object"_s;
    case QJsonValue::Undefined: break;
    }
    return u"nothing"_s;
}

Unexpected malformed(const Place& place, const QString& expected)
{
    return fail(ErrorKind::Invalid, u"json.malformed"_s, place.path, {{u"expected"_s, expected}});
}

/// A secret is any text without a NUL and without half characters; what it must be is judged where it is set.
Result<QString> asTyped(const QString& text, const Place& place)
{
    if (text.size() > place.field.limit)
        return fail(ErrorKind::Invalid, u"text.tooLong"_s, place.path,
                    {{u"limit"_s, place.field.limit}, {u"length"_s, text.size()}});
    if (text.isEmpty() && place.field.isRequired)
        return fail(ErrorKind::Invalid, u"text.required"_s, place.path);
    if (text.contains(QChar(u'\0')))
        return fail(ErrorKind::Invalid, u"text.nul"_s, place.path, {{u"position"_s, text.indexOf(QChar(u'\0')) + 1}});
    if (!text.isValidUtf16())
        return fail(ErrorKind::Invalid, u"text.brokenSurrogate"_s, place.path);
    return text;
}

} // namespace

Unexpected wrongType(const Place& place, const QString& expected, const QJsonValue& found)
{
    return fail(ErrorKind::Invalid, u"json.wrongType"_s, place.path, {{u"expected"_s, expected}, {u"found"_s, typeName(found)}});
}

Result<void> refuseUnknown(const QJsonObject& object, const QStringList& known, const QString& path)
{
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        if (known.contains(member.key()))
            continue;
        return fail(ErrorKind::Invalid, u"json.unknownField"_s, childPath(path, member.key()),
                    {{u"name"_s, printable(member.key())}, {u"nearest"_s, nearestWord(member.key(), known)}, {u"known"_s, known}});
    }
    return {};
}

Result<qint64> readInteger(const QJsonValue& value, const Place& place, qint64 minimum, qint64 maximum)
{
    if (!value.isDouble())
        return wrongType(place, u"integer"_s, value);
    const double number = value.toDouble();
    if (std::trunc(number) != number)
        return wrongType(place, u"integer"_s, value);
    const qint64 integer = value.toInteger(0);
    const bool isExact = integer == value.toInteger(1); // differ when the number does not fit
    if (!isExact || integer < minimum || integer > maximum)
        return fail(ErrorKind::Invalid, u"json.outOfRange"_s, place.path, {{u"minimum"_s, minimum}, {u"maximum"_s, maximum}});
    return integer;
}

Result<qsizetype> readWord(const QJsonValue& value, const Place& place, const QStringList& words)
{
    if (!value.isString())
        return wrongType(place, u"text"_s, value);
    const qsizetype index = words.indexOf(value.toString());
    if (index < 0)
        return fail(ErrorKind::Invalid, u"json.unknownWord"_s, place.path,
                    {{u"nearest"_s, nearestWord(value.toString(), words)}, {u"known"_s, words}});
    return index;
}

Result<QJsonArray> readList(const QJsonValue& value, const Place& place)
{
    if (!value.isArray())
        return wrongType(place, u"list"_s, value);
    const QJsonArray items = value.toArray();
    if (items.size() > place.field.limit)
        return fail(ErrorKind::Invalid, u"json.tooMany"_s, place.path,
                    {{u"limit"_s, place.field.limit}, {u"count"_s, items.size()}});
    if (items.isEmpty() && place.field.isRequired)
        return fail(ErrorKind::Invalid, u"json.missing"_s, place.path);
    return items;
}

Result<void> read(const QJsonValue& value, const Place& place, QString& out)
{
    if (!value.isString())
        return wrongType(place, u"text"_s, value);
    if (place.field.isSecret) {
        ONEDOOR_ASSIGN(out, asTyped(value.toString(), place));
        return {};
    }
    const TextRule rule{.maximumCharacters = place.field.limit, .allowLineBreaks = place.field.hasLines, .required = place.field.isRequired};
    ONEDOOR_ASSIGN(out, cleanText(value.toString(), place.path, rule));
    return {};
}

Result<void> read(const QJsonValue& value, const Place& place, QByteArray& out)
{
    if (!value.isString())
        return wrongType(place, u"text"_s, value);
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return malformed(place, u"base64"_s);
    if (decoded.decoded.size() > place.field.limit)
        return fail(ErrorKind::Invalid, u"json.tooMany"_s, place.path,
                    {{u"limit"_s, place.field.limit}, {u"count"_s, decoded.decoded.size()}});
    out = decoded.decoded;
    return {};
}

Result<void> read(const QJsonValue& value, const Place& place, bool& out)
{
    if (!value.isBool())
        return wrongType(place, u"boolean"_s, value);
    out = value.toBool();
    return {};
}

Result<void> read(const QJsonValue& value, const Place& place, QDate& out)
{
    if (!value.isString())
        return wrongType(place, u"text"_s, value);
    const QString text = value.toString();
    out = text.size() == 10 ? QDate::fromString(text, u"yyyy-MM-dd"_s) : QDate();
    const bool isEmpty = text.isEmpty() && !place.field.isRequired;
    if (!isEmpty && (!out.isValid() || out.toString(Qt::ISODate) != text))
        return malformed(place, u"date"_s);
    return {};
}

Result<void> read(const QJsonValue& value, const Place& place, Instant& out)
{
    if (!value.isString())
        return wrongType(place, u"text"_s, value);
    const QString text = value.toString();
    out = text.size() <= longestInstant ? Instant::fromIso(text) : Instant{};
    if (!out)
        return malformed(place, u"instant"_s);
    return {};
}

Result<void> read(const QJsonValue& value, const Place& place, RawId& out)
{
    if (!value.isString())
        return wrongType(place, u"text"_s, value);
    const auto id = RawId::fromString(value.toString());
    if (!id || id->isNull())
        return malformed(place, u"id"_s);
    out = *id;
    return {};
}

Result<void> read(const QJsonValue& value, const Place& place, QJsonObject& out)
{
    if (!value.isObject())
        return wrongType(place, u"object"_s, value);
    out = value.toObject();
    return {};
}

QString childPathOf(const QString& path, const Field& field)
{
    return path.isEmpty() ? QString::fromLatin1(field.name) : QString(path + u'.' + QLatin1String(field.name));
}

QString itemPathOf(const QString& path, qsizetype index)
{
    return itemPath(path, index);
}

QJsonValue write(const QByteArray& value, int)
{
    return QString::fromLatin1(value.toBase64());
}

QJsonValue write(const QDate& value, int)
{
    return value.isValid() ? QJsonValue(value.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue write(const Instant& value, int offsetMinutes)
{
    return value ? QJsonValue(value.toIso(offsetMinutes)) : QJsonValue(QJsonValue::Null);
}

QJsonValue write(const RawId& value, int)
{
    return value ? QJsonValue(value.toString()) : QJsonValue(QJsonValue::Null);
}

QJsonValue writeUnsigned(std::uint64_t value)
{
    constexpr auto largest = std::uint64_t(std::numeric_limits<qint64>::max());
    return value > largest ? QJsonValue(double(value)) : QJsonValue(qint64(value));
}

QJsonObject typed(const char* type)
{
    return {{u"type"_s, QString::fromLatin1(type)}};
}

QJsonObject typedText(const Field& field)
{
    QJsonObject schema = typed("text");
    schema.insert(u"limit"_s, field.limit);
    if (field.hasLines)
        schema.insert(u"lines"_s, true);
    if (field.isSecret)
        schema.insert(u"secret"_s, true);
    return schema;
}

QJsonObject typedInteger(qint64 minimum, qint64 maximum)
{
    QJsonObject schema = typed("integer");
    schema.insert(u"minimum"_s, minimum);
    schema.insert(u"maximum"_s, maximum);
    return schema;
}

QJsonObject named(const Field& field, QJsonObject schema)
{
    schema.insert(u"name"_s, QString::fromLatin1(field.name));
    schema.insert(u"required"_s, field.isRequired);
    schema.insert(u"personal"_s, field.isPersonal);
    return schema;
}

} // namespace onedoor::json
