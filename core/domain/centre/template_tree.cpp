// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/template_tree.h"

#include "core/domain/centre/template_text.h"

#include <cstddef>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

struct LineCount {
    int line = 1;
    int beforeLast = 1; ///< the line before the last character was taken
};

/// Walks over bytes and counts lines; copies share one count, because the parser keeps its own copy.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, LineCount* count) : m_at(at), m_count(count) {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++()
    {
        m_count->beforeLast = m_count->line;
        if (*m_at++ == '\n')
            ++m_count->line;
        return *this;
    }
    CountingIterator operator++(int)
    {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.m_at == b.m_at; }

private:
    const char* m_at;
    LineCount* m_count;
};

/// Receives the parser's events and builds the tree. Every function returns false to stop the parser.
class TreeBuilder {
public:
    TreeBuilder(const LineCount& lines, ProblemSink& problems) : m_lines(lines), m_problems(problems) {}
    JsonNode takeRoot() { return std::move(m_root); }

    bool null() { return add(JsonNode::Kind::Null) != nullptr; }
    bool boolean(bool value);
    bool number_integer(std::int64_t value);
    bool number_unsigned(std::uint64_t value);
    bool number_float(double, const std::string&) { return addNumber(JsonNode::Kind::Decimal) != nullptr; }
    bool string(std::string& value);
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool start_object(std::size_t) { return open(JsonNode::Kind::Object); }
    bool start_array(std::size_t) { return open(JsonNode::Kind::List); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name);
    bool parse_error(std::size_t, const std::string& lastToken, const nlohmann::detail::exception&);

private:
    struct Open {
        JsonNode* node; ///< stays in place: only the innermost open list or object grows
        QString path;
    };
    JsonNode* add(JsonNode::Kind kind);
    JsonNode* addNumber(JsonNode::Kind kind);
    bool open(JsonNode::Kind kind);
    bool close();
    QString pathOfNext() const;

    const LineCount& m_lines;
    ProblemSink& m_problems;
    JsonNode m_root;
    std::vector<Open> m_open;
};

bool TreeBuilder::boolean(bool value)
{
    JsonNode* node = add(JsonNode::Kind::Boolean);
    if (node)
        node->boolean = value;
    return node != nullptr;
}

bool TreeBuilder::number_integer(std::int64_t value)
{
    JsonNode* node = addNumber(JsonNode::Kind::Integer);
    if (node)
        node->integer = value;
    return node != nullptr;
}

bool TreeBuilder::number_unsigned(std::uint64_t value)
{
    constexpr auto largest = std::uint64_t(std::numeric_limits<std::int64_t>::max());
    return number_integer(std::int64_t(std::min(value, largest)));
}

bool TreeBuilder::string(std::string& value)
{
    JsonNode* node = add(JsonNode::Kind::Text);
    if (node)
        node->text = QString::fromUtf8(value.data(), qsizetype(value.size()));
    return node != nullptr;
}

bool TreeBuilder::key(std::string& name)
{
    JsonNode& object = *m_open.back().node;
    const QString text = QString::fromUtf8(name.data(), qsizetype(name.size()));
    const QString path = childPath(m_open.back().path, text);
    if (text.size() > templateKeyMaximum) {
        m_problems.report(m_lines.line, path, u"template.textTooLong"_s,
                          {{u"length"_s, text.size()}, {u"maximum"_s, templateKeyMaximum}});
        return false;
    }
    if (object.members.size() >= templateMembersMaximum) {
        m_problems.report(
            m_lines.line, m_open.back().path, u"template.tooMany"_s,
            {{u"count"_s, qulonglong(object.members.size() + 1)}, {u"maximum"_s, qulonglong(templateMembersMaximum)}});
        return false;
    }
    for (const JsonMember& member : object.members) {
        if (member.name == text) {
            m_problems.report(m_lines.line, path, u"template.duplicateKey"_s,
                              {{u"key"_s, printable(text)}, {u"firstLine"_s, member.line}});
            break;
        }
    }
    object.members.push_back({text, m_lines.line, {}});
    return true;
}

bool TreeBuilder::parse_error(std::size_t, const std::string& lastToken, const nlohmann::detail::exception&)
{
    const QString near = QString::fromUtf8(lastToken.data(), qsizetype(lastToken.size()));
    m_problems.report(m_lines.beforeLast, m_open.empty() ? QString() : m_open.back().path, u"template.syntax"_s,
                      {{u"near"_s, printable(near)}});
    return false;
}

JsonNode* TreeBuilder::add(JsonNode::Kind kind)
{
    JsonNode* node = &m_root;
    if (!m_open.empty()) {
        JsonNode& parent = *m_open.back().node;
        if (parent.kind == JsonNode::Kind::Object) {
            node = &parent.members.back().value;
        } else if (parent.items.size() < templateListMaximum) {
            node = &parent.items.emplace_back();
        } else {
            m_problems.report(
                m_lines.line, m_open.back().path, u"template.tooMany"_s,
                {{u"count"_s, qulonglong(parent.items.size() + 1)}, {u"maximum"_s, qulonglong(templateListMaximum)}});
            return nullptr;
        }
    }
    node->kind = kind;
    node->line = m_lines.line;
    return node;
}

JsonNode* TreeBuilder::addNumber(JsonNode::Kind kind)
{
    JsonNode* node = add(kind);
    if (node)
        node->line = m_lines.beforeLast; // the parser has to read one character past a number to see its end
    return node;
}

bool TreeBuilder::open(JsonNode::Kind kind)
{
    const QString path = pathOfNext();
    if (m_open.size() >= templateDepthMaximum) {
        m_problems.report(m_lines.line, path, u"template.tooDeep"_s,
                          {{u"maximum"_s, qulonglong(templateDepthMaximum)}});
        return false;
    }
    JsonNode* node = add(kind);
    if (node)
        m_open.push_back({node, path});
    return node != nullptr;
}

bool TreeBuilder::close()
{
    m_open.pop_back();
    return true;
}

QString TreeBuilder::pathOfNext() const
{
    if (m_open.empty())
        return {};
    const Open& parent = m_open.back();
    if (parent.node->kind == JsonNode::Kind::Object)
        return childPath(parent.path, parent.node->members.back().name);
    return itemPath(parent.path, qsizetype(parent.node->items.size()));
}

} // namespace

const JsonNode* JsonNode::find(QStringView name) const
{
    for (const JsonMember& member : members) {
        if (member.name == name)
            return &member.value;
    }
    return nullptr;
}

int JsonNode::lineOf(QStringView path) const
{
    const JsonNode* node = this;
    while (!path.isEmpty()) {
        const JsonNode* next = nullptr;
        qsizetype end = 0;
        if (path.front() == u'[') {
            end = path.indexOf(u']') + 1;
            const auto index = path.sliced(1, std::max<qsizetype>(end - 2, 0)).toULongLong();
            next = end > 0 && index < node->items.size() ? &node->items[std::size_t(index)] : nullptr;
        } else {
            const qsizetype start = path.front() == u'.' ? 1 : 0;
            end = start;
            while (end < path.size() && path[end] != u'.' && path[end] != u'[')
                ++end;
            next = node->find(path.sliced(start, end - start));
        }
        if (!next)
            break;
        node = next;
        path = path.sliced(end);
    }
    return node->line;
}

std::optional<JsonNode> readTree(const QByteArray& json, ProblemSink& problems)
{
    if (json.size() > templateBytesMaximum) {
        problems.report(0, {}, u"template.tooLarge"_s,
                        {{u"bytes"_s, json.size()}, {u"maximum"_s, templateBytesMaximum}});
        return std::nullopt;
    }
    LineCount lines;
    TreeBuilder builder(lines, problems);
    const char* begin = json.constData();
    const bool complete = nlohmann::json::sax_parse(CountingIterator(begin, &lines),
                                                    CountingIterator(begin + json.size(), &lines), &builder);
    if (!complete)
        return std::nullopt;
    return builder.takeRoot();
}

QString jsonKindName(JsonNode::Kind kind)
{
    switch (kind) {
    case JsonNode::Kind::Null: return u"null"_s;
    case JsonNode::Kind::Boolean: return u"boolean"_s;
    case JsonNode::Kind::Integer: return u"integer"_s;
    case JsonNode::Kind::Decimal: return u"decimal"_s;
    case JsonNode::Kind::Text: return u"text"_s;
    case JsonNode::Kind::List: return u"list"_s;
    case JsonNode::Kind::Object: return u"object"_s;
    }
    return {};
}

} // namespace onedoor
