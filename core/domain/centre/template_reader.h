// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one JSON object into a value struct, field by field, as a `describe(fields, value)` function lists them (for centres:
// centre_fields.h). The same description drives TemplateWriter, so what is read and what is written cannot drift apart.
// Problems go to the sink; a value that breaks a rule is kept as it was read, so that later checks do not complain about the
// absence of something that is there. Lives on the stack of the loader.
#pragma once

#include "core/domain/centre/template_text.h"
#include "core/domain/centre/template_tree.h"

#include <QDate>
#include <array>

namespace onedoor {

struct FieldBounds {
    int minimum = 0;
    int maximum = 0;
};

/// One word of a closed vocabulary and the value it stands for.
template <typename E>
struct FieldWord {
    QLatin1StringView text;
    E value;
};

template <typename E, std::size_t N>
using FieldWords = std::array<FieldWord<E>, N>;

class TemplateReader {
public:
    /// Reports a problem when the node is no object; then every field reads nothing.
    TemplateReader(const JsonNode& node, QString path, ProblemSink& problems);

    void text(QLatin1StringView name, QString& value, FieldPattern pattern, int lengthMaximum);
    void texts(QLatin1StringView name, QStringList& values, FieldPattern pattern, int lengthMaximum, FieldBounds count);
    void number(QLatin1StringView name, int& value, FieldBounds range);
    void flag(QLatin1StringView name, bool& value);
    void timeOfDay(QLatin1StringView name, int& minutes); ///< "00:00" … "24:00"
    void date(QLatin1StringView name, QDate& value);      ///< "2026-10-01"
    template <typename E, std::size_t N>
    void word(QLatin1StringView name, E& value, const FieldWords<E, N>& words);
    template <typename E, std::size_t N>
    void words(QLatin1StringView name, QList<E>& values, const FieldWords<E, N>& words);
    template <typename T>
    void object(QLatin1StringView name, T& value);
    template <typename T>
    void list(QLatin1StringView name, QList<T>& values, FieldBounds count);

    /// A member that earlier files do not have: `read` is run when it is there, else the value keeps its default. The writer leaves it
    /// out where `isUnusual` is false, so that a definition without it stays byte for byte what it was.
    template <typename Read>
    void optional(QLatin1StringView name, bool isUnusual, Read read);

    /// Reports the members that no field asked for.
    void finish();

private:
    const JsonNode* member(QLatin1StringView name);
    const JsonNode* member(QLatin1StringView name, JsonNode::Kind kind);
    const JsonNode* listMember(QLatin1StringView name, FieldBounds count);
    bool hasKind(const JsonNode& node, JsonNode::Kind kind, const QString& path);
    bool readText(const JsonNode& node, const QString& path, QString& value, FieldPattern pattern, int lengthMaximum);
    void malformed(const JsonNode& node, const QString& path, const QString& pattern);
    qsizetype wordIndex(const JsonNode& node, const QString& path, const QStringList& known);
    QString at(QLatin1StringView name) const { return childPath(m_path, QString(name)); }
    template <typename E, std::size_t N>
    static QStringList texts(const FieldWords<E, N>& words);

    const JsonNode& m_node;
    QString m_path;
    ProblemSink& m_problems;
    bool m_isObject;
    QStringList m_asked;
};

template <typename E, std::size_t N>
QStringList TemplateReader::texts(const FieldWords<E, N>& words)
{
    QStringList all;
    for (const FieldWord<E>& word : words)
        all.append(word.text);
    return all;
}

template <typename E, std::size_t N>
void TemplateReader::word(QLatin1StringView name, E& value, const FieldWords<E, N>& words)
{
    const JsonNode* node = member(name);
    const qsizetype index = node ? wordIndex(*node, at(name), texts(words)) : -1;
    if (index >= 0)
        value = words[std::size_t(index)].value;
}

template <typename E, std::size_t N>
void TemplateReader::words(QLatin1StringView name, QList<E>& values, const FieldWords<E, N>& words)
{
    const JsonNode* node = listMember(name, {0, int(N)});
    for (std::size_t item = 0; node && item < node->items.size(); ++item) {
        const qsizetype index = wordIndex(node->items[item], itemPath(at(name), qsizetype(item)), texts(words));
        if (index >= 0)
            values.append(words[std::size_t(index)].value);
    }
}

template <typename Read>
void TemplateReader::optional(QLatin1StringView name, bool, Read read)
{
    if (m_isObject && m_node.find(QString(name)))
        read();
    else
        m_asked.append(name);
}

template <typename T>
void TemplateReader::object(QLatin1StringView name, T& value)
{
    if (const JsonNode* node = member(name)) {
        TemplateReader fields(*node, at(name), m_problems);
        describe(fields, value);
        fields.finish();
    }
}

template <typename T>
void TemplateReader::list(QLatin1StringView name, QList<T>& values, FieldBounds count)
{
    const JsonNode* node = listMember(name, count);
    for (std::size_t item = 0; node && item < node->items.size(); ++item) {
        TemplateReader fields(node->items[item], itemPath(at(name), qsizetype(item)), m_problems);
        describe(fields, values.emplaceBack());
        fields.finish();
    }
}

} // namespace onedoor
