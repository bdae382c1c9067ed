// SPDX-License-Identifier: GPL-3.0-or-later
// The other direction of template_reader.h: writes a value struct as a JSON object, fields in the order of its description, so
// that equal values give equal bytes. Lives on the stack of toJson().
#pragma once

#include "core/domain/centre/template_reader.h"

#include <nlohmann/json.hpp>

namespace onedoor {

class TemplateWriter {
public:
    void text(QLatin1StringView name, const QString& value, FieldPattern, int) { at(name) = value.toStdString(); }
    void texts(QLatin1StringView name, const QStringList& values, FieldPattern, int, FieldBounds)
    {
        Json& list = at(name) = Json::array();
        for (const QString& value : values)
            list.push_back(value.toStdString());
    }
    void number(QLatin1StringView name, int value, FieldBounds) { at(name) = value; }
    void flag(QLatin1StringView name, bool value) { at(name) = value; }
    void timeOfDay(QLatin1StringView name, int minutes)
    {
        const auto twoDigits = [](int value) { return QString::number(value).rightJustified(2, u'0'); };
        at(name) = QString(twoDigits(minutes / 60) + u':' + twoDigits(minutes % 60)).toStdString();
    }
    void date(QLatin1StringView name, QDate value) { at(name) = value.toString(Qt::ISODate).toStdString(); }
    template <typename E, std::size_t N>
    void word(QLatin1StringView name, E value, const FieldWords<E, N>& words)
    {
        at(name) = wordOf(value, words);
    }
    template <typename E, std::size_t N>
    void words(QLatin1StringView name, const QList<E>& values, const FieldWords<E, N>& words)
    {
        Json& list = at(name) = Json::array();
        for (const E value : values)
            list.push_back(wordOf(value, words));
    }
    template <typename T>
    void object(QLatin1StringView name, const T& value)
    {
        TemplateWriter fields;
        describe(fields, value);
        at(name) = std::move(fields.m_json);
    }
    template <typename T>
    void list(QLatin1StringView name, const QList<T>& values, FieldBounds)
    {
        Json& list = at(name) = Json::array();
        for (const T& value : values) {
            TemplateWriter fields;
            describe(fields, value);
            list.push_back(std::move(fields.m_json));
        }
    }

    template <typename Write>
    void optional(QLatin1StringView, bool isUnusual, Write write)
    {
        if (isUnusual)
            write();
    }

    /// Two blanks a level, UTF-8, one line feed at the end.
    QByteArray bytes() const
    {
        const std::string text = m_json.dump(2, ' ', false, Json::error_handler_t::replace);
        return QByteArray(text.data(), qsizetype(text.size())) + '\n';
    }

private:
    using Json = nlohmann::ordered_json;
    Json& at(QLatin1StringView name) { return m_json[std::string(name.data(), std::size_t(name.size()))]; }
    template <typename E, std::size_t N>
    static std::string wordOf(E value, const FieldWords<E, N>& words)
    {
        for (const FieldWord<E>& word : words) {
            if (word.value == value)
                return std::string(word.text.data(), std::size_t(word.text.size()));
        }
        return {}; // a value without a word reads back as template.unknownWord
    }

    Json m_json = Json::object();
};

} // namespace onedoor
