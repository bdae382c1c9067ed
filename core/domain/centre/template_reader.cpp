// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/template_reader.h"

#include <QRegularExpression>
#include <limits>

using namespace Qt::StringLiterals;

namespace onedoor {

TemplateReader::TemplateReader(const JsonNode& node, QString path, ProblemSink& problems)
    : m_node(node),
      m_path(std::move(path)),
      m_problems(problems),
      m_isObject(hasKind(node, JsonNode::Kind::Object, m_path))
{
}

void TemplateReader::text(QLatin1StringView name, QString& value, FieldPattern pattern, int lengthMaximum)
{
    if (const JsonNode* node = member(name))
        readText(*node, at(name), value, pattern, lengthMaximum);
}

void TemplateReader::texts(QLatin1StringView name, QStringList& values, FieldPattern pattern, int lengthMaximum,
                           FieldBounds count)
{
    const JsonNode* node = listMember(name, count);
    for (std::size_t item = 0; node && item < node->items.size(); ++item) {
        QString value;
        readText(node->items[item], itemPath(at(name), qsizetype(item)), value, pattern, lengthMaximum);
        values.append(value); // also when it is wrong: the index stays that of the file
    }
}

void TemplateReader::number(QLatin1StringView name, int& value, FieldBounds range)
{
    const JsonNode* node = member(name, JsonNode::Kind::Integer);
    if (!node)
        return;
    using Limits = std::numeric_limits<int>;
    value = int(std::clamp<qint64>(node->integer, Limits::min(), Limits::max()));
    if (node->integer < range.minimum || node->integer > range.maximum) {
        m_problems.report(node->line, at(name), u"template.outOfRange"_s,
                          {{u"value"_s, node->integer}, {u"minimum"_s, range.minimum}, {u"maximum"_s, range.maximum}});
    }
}

void TemplateReader::numberOrDefault(QLatin1StringView name, int& value, FieldBounds range)
{
    if (m_isObject && m_node.find(QString(name)))
        number(name, value, range);
    else
        m_asked.append(name);
}

void TemplateReader::flag(QLatin1StringView name, bool& value)
{
    if (const JsonNode* node = member(name, JsonNode::Kind::Boolean))
        value = node->boolean;
}

void TemplateReader::timeOfDay(QLatin1StringView name, int& minutes)
{
    static const QRegularExpression time(u"\\A(?:([01][0-9]|2[0-3]):([0-5][0-9])|(24):(00))\\z"_s);
    const JsonNode* node = member(name, JsonNode::Kind::Text);
    if (!node)
        return;
    if (time.match(node->text).hasMatch())
        minutes = QStringView(node->text).first(2).toInt() * 60 + QStringView(node->text).last(2).toInt();
    else
        malformed(*node, at(name), u"timeOfDay"_s);
}

void TemplateReader::date(QLatin1StringView name, QDate& value)
{
    const JsonNode* node = member(name, JsonNode::Kind::Text);
    if (!node)
        return;
    value = node->text.size() == 10 ? QDate::fromString(node->text, Qt::ISODate) : QDate();
    if (!value.isValid())
        malformed(*node, at(name), u"date"_s);
}

void TemplateReader::finish()
{
    if (!m_isObject)
        return;
    for (const JsonMember& member : m_node.members) {
        if (!m_asked.contains(member.name)) {
            m_problems.report(member.line, childPath(m_path, member.name), u"template.unknownKey"_s,
                              {{u"key"_s, printable(member.name)},
                               {u"suggestion"_s, nearestWord(member.name, m_asked)},
                               {u"known"_s, m_asked}});
        }
    }
}

const JsonNode* TemplateReader::member(QLatin1StringView name)
{
    m_asked.append(name);
    if (!m_isObject)
        return nullptr;
    const JsonNode* node = m_node.find(QString(name));
    if (!node)
        m_problems.report(m_node.line, at(name), u"template.missing"_s);
    return node;
}

const JsonNode* TemplateReader::member(QLatin1StringView name, JsonNode::Kind kind)
{
    const JsonNode* node = member(name);
    return node && hasKind(*node, kind, at(name)) ? node : nullptr;
}

const JsonNode* TemplateReader::listMember(QLatin1StringView name, FieldBounds count)
{
    const JsonNode* node = member(name, JsonNode::Kind::List);
    if (!node)
        return nullptr;
    const auto found = qlonglong(node->items.size());
    if (found < count.minimum) {
        m_problems.report(node->line, at(name), u"template.tooFew"_s,
                          {{u"count"_s, found}, {u"minimum"_s, count.minimum}});
    } else if (found > count.maximum) {
        m_problems.report(node->line, at(name), u"template.tooMany"_s,
                          {{u"count"_s, found}, {u"maximum"_s, count.maximum}});
        return nullptr;
    }
    return node;
}

bool TemplateReader::hasKind(const JsonNode& node, JsonNode::Kind kind, const QString& path)
{
    if (node.kind == kind)
        return true;
    m_problems.report(node.line, path, u"template.wrongType"_s,
                      {{u"expected"_s, jsonKindName(kind)}, {u"found"_s, jsonKindName(node.kind)}});
    return false;
}

bool TemplateReader::readText(const JsonNode& node, const QString& path, QString& value, FieldPattern pattern,
                              int lengthMaximum)
{
    if (!hasKind(node, JsonNode::Kind::Text, path))
        return false;
    value = node.text;
    if (value.trimmed().isEmpty()) {
        m_problems.report(node.line, path, u"template.textEmpty"_s);
        return false;
    }
    if (value.size() > lengthMaximum) {
        m_problems.report(node.line, path, u"template.textTooLong"_s,
                          {{u"length"_s, value.size()}, {u"maximum"_s, lengthMaximum}});
        return false;
    }
    if (const auto forbidden = findForbiddenCharacter(value)) {
        const QString codePoint = QString::number(uint(forbidden->codePoint), 16).toUpper().rightJustified(4, u'0');
        m_problems.report(node.line, path, u"template.forbiddenCharacter"_s,
                          {{u"codePoint"_s, QString(u"U+"_s + codePoint)}, {u"position"_s, forbidden->position + 1}});
        return false;
    }
    if (!obeys(value, pattern))
        malformed(node, path, fieldPatternName(pattern));
    return obeys(value, pattern);
}

void TemplateReader::malformed(const JsonNode& node, const QString& path, const QString& pattern)
{
    m_problems.report(node.line, path, u"template.malformed"_s,
                      {{u"pattern"_s, pattern}, {u"value"_s, printable(node.text)}});
}

qsizetype TemplateReader::wordIndex(const JsonNode& node, const QString& path, const QStringList& known)
{
    if (!hasKind(node, JsonNode::Kind::Text, path))
        return -1;
    const qsizetype index = known.indexOf(node.text);
    if (index < 0) {
        m_problems.report(node.line, path, u"template.unknownWord"_s,
                          {{u"value"_s, printable(node.text)},
                           {u"suggestion"_s, nearestWord(node.text, known)},
                           {u"known"_s, known}});
    }
    return index;
}

} // namespace onedoor
