// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_text.h"

#include "core/base/message_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

QString fromUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Receives the parser's events; every function returns false to stop the parser, with the reason in `error`.
class ObjectBuilder {
public:
    std::optional<Error> error;
    QJsonObject root;

    bool null() { return add(QJsonValue(QJsonValue::Null)); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(std::int64_t value) { return add(qint64(value)); }
    bool number_unsigned(std::uint64_t value)
    {
        constexpr auto largest = std::uint64_t(std::numeric_limits<std::int64_t>::max());
        return value > largest ? add(double(value)) : add(qint64(value));
    }
    bool number_float(double value, const std::string&) { return add(value); }
    bool string(std::string& value) { return add(fromUtf8(value)); }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool start_object(std::size_t) { return open(true); }
    bool start_array(std::size_t) { return open(false); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name);
    bool parse_error(std::size_t offset, const std::string&, const nlohmann::detail::exception&);

private:
    struct Open {
        bool isObject = false;
        QJsonObject members;
        QJsonArray items;
        QString key; ///< of the member that is being read
    };
    bool open(bool isObject);
    bool close();
    bool add(const QJsonValue& value);
    bool refuse(const QString& code, const QVariantMap& facts = {});
    QString path() const;

    std::vector<Open> m_open;
};

bool ObjectBuilder::refuse(const QString& code, const QVariantMap& facts)
{
    error = Error{ErrorKind::Invalid, code, path(), facts};
    return false;
}

QString ObjectBuilder::path() const
{
    QString path;
    for (const Open& each : m_open) {
        if (!each.isObject)
            path = itemPath(path, each.items.size());
        else if (!each.key.isNull())
            path = childPath(path, each.key);
    }
    return path;
}

bool ObjectBuilder::open(bool isObject)
{
    if (m_open.empty() && !isObject)
        return refuse(u"json.notObject"_s);
    if (qsizetype(m_open.size()) >= jsonDepthMaximum)
        return refuse(u"json.tooDeep"_s, {{u"limit"_s, jsonDepthMaximum}});
    m_open.push_back({.isObject = isObject});
    return true;
}

bool ObjectBuilder::close()
{
    Open done = std::move(m_open.back());
    m_open.pop_back();
    if (m_open.empty()) {
        root = std::move(done.members);
        return true;
    }
    return done.isObject ? add(std::move(done.members)) : add(std::move(done.items));
}

bool ObjectBuilder::key(std::string& name)
{
    Open& object = m_open.back();
    const QString text = fromUtf8(name);
    object.key = text.isNull() ? u""_s : text;
    if (text.size() > jsonKeyMaximum)
        return refuse(u"json.keyTooLong"_s, {{u"limit"_s, jsonKeyMaximum}});
    if (object.members.contains(text))
        return refuse(u"json.duplicate"_s);
    if (object.members.size() >= jsonMembersMaximum)
        return refuse(u"json.tooMany"_s, {{u"limit"_s, jsonMembersMaximum}});
    return true;
}

bool ObjectBuilder::add(const QJsonValue& value)
{
    if (m_open.empty())
        return refuse(u"json.notObject"_s);
    Open& parent = m_open.back();
    if (parent.isObject) {
        parent.members.insert(parent.key, value);
        parent.key = QString();
        return true;
    }
    if (parent.items.size() >= jsonItemsMaximum)
        return refuse(u"json.tooMany"_s, {{u"limit"_s, jsonItemsMaximum}});
    parent.items.append(value);
    return true;
}

bool ObjectBuilder::parse_error(std::size_t offset, const std::string&, const nlohmann::detail::exception&)
{
    // The parser counts the characters it has taken, the wrong one included.
    const qsizetype at = offset > 0 ? qsizetype(offset) - 1 : 0;
    return refuse(u"json.syntax"_s, {{u"offset"_s, at}});
}

} // namespace

Result<QJsonObject> parseJsonObject(QByteArrayView utf8)
{
    if (utf8.size() > jsonBytesMaximum)
        return fail(ErrorKind::Invalid, u"json.tooLarge"_s, {}, {{u"limit"_s, jsonBytesMaximum}});
    ObjectBuilder builder;
    if (!nlohmann::json::sax_parse(utf8.begin(), utf8.end(), &builder) && !builder.error)
        return fail(ErrorKind::Invalid, u"json.syntax"_s, {}, {{u"offset"_s, qsizetype(0)}});
    if (builder.error)
        return Unexpected(std::move(*builder.error));
    return std::move(builder.root);
}

QByteArray toJsonLine(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace onedoor
