// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/centre_change.h"

#include "core/domain/centre/centre_fields.h"
#include "core/domain/centre/centre_loader.h"
#include "core/domain/centre/template_tree.h"
#include "core/domain/centre/template_writer.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array aboutMembers{"name", "nameEnglish", "floorAreaSquareMetres"};
constexpr int orderStep = 10;
constexpr std::size_t itemNotFound = std::size_t(-1);

TemplateProblems problem(const QString& field, const QString& code, const QVariantMap& facts = {})
{
    return {TemplateProblem{u"centre"_s, 0, field, code, facts}};
}

Json treeOf(const CentreDefinition& centre)
{
    const QByteArray bytes = toJson(centre);
    return Json::parse(bytes.cbegin(), bytes.cend());
}

QString textOf(const Json& json)
{
    return QString::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::size_t indexOf(const Json& list, const std::string& key)
{
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (list[at].value("key", std::string()) == key)
            return at;
    }
    return itemNotFound;
}

/// A place's number in the order is not its own.
void sortByOrder(Json& list)
{
    if (!list.empty() && list[0].contains("order"))
        std::stable_sort(list.begin(), list.end(), [](const Json& one, const Json& other) { return one["order"] < other["order"]; });
}

/// One value in the shape of a centre file, on one line.
template <typename T>
QString written(const T& value)
{
    TemplateWriter fields;
    describe(fields, value);
    const QByteArray bytes = fields.bytes();
    Json item = Json::parse(bytes.cbegin(), bytes.cend());
    item.erase("order");
    return textOf(item);
}

/// An item of a list, or for the empty key the order of the list.
template <typename T>
QString itemOf(QList<T> list, const QString& key)
{
    if constexpr (requires { list.first().order; })
        std::stable_sort(list.begin(), list.end(), [](const T& one, const T& other) { return one.order < other.order; });
    Json keys = Json::array();
    for (const T& item : std::as_const(list)) {
        if (item.key == key)
            return written(item);
        keys.push_back(item.key.toStdString());
    }
    return key.isEmpty() ? textOf(keys) : QString();
}

QString about(const CentreDefinition& centre)
{
    return textOf({{"name", centre.name.toStdString()}, {"nameEnglish", centre.nameEnglish.toStdString()}, {"floorAreaSquareMetres", centre.floorAreaSquareMetres}});
}

QString itemOfList(const CentreDefinition& centre, const QString& section, const QString& key)
{
    if (section == u"places")
        return itemOf(centre.places, key);
    if (section == u"services")
        return itemOf(centre.services, key);
    if (section == u"series")
        return itemOf(centre.series, key);
    if (section == u"zones")
        return itemOf(centre.zones, key);
    if (section == u"units")
        return itemOf(centre.units, key);
    if (section == u"priorities")
        return itemOf(centre.priorities, key);
    if (section == u"outcomes")
        return itemOf(centre.outcomes, key);
    if (section == u"holdReasons")
        return itemOf(centre.holdReasons, key);
    if (section == u"triage")
        return itemOf(centre.triage, key);
    return section == u"roles" ? itemOf(centre.roles, key) : QString();
}

class Change {
public:
    Change(Json& centre, const CentreChanged& change)
        : m_centre(centre), m_change(change), m_section(change.section.toStdString()), m_key(change.key.toStdString())
    {
    }

    /// What is wrong with the change itself; empty when it is done. The definition is judged afterwards.
    TemplateProblems carryOut()
    {
        if (!centreSections().contains(m_change.section))
            return problem(u"section"_s, u"centre.unknownSection"_s, {{u"section"_s, m_change.section}});
        const bool isList = isCentreList(m_change.section);
        if (m_change.item.isEmpty())
            return isList && !m_key.empty() ? remove() : problem({}, u"centre.notRemovable"_s);
        Json item;
        if (TemplateProblems wrong = read(item); !wrong.isEmpty())
            return wrong;
        if (m_change.section == u"about")
            return putAbout(item);
        if (!isList) {
            m_centre[m_section] = std::move(item);
            return {};
        }
        return m_key.empty() ? arrange(item) : put(std::move(item));
    }

private:
    /// Through the bounded reader first: others' events may hold anything.
    TemplateProblems read(Json& item) const
    {
        const QByteArray bytes = m_change.item.toUtf8();
        ProblemSink problems(u"centre"_s);
        const std::optional<JsonNode> tree = readTree(bytes, problems);
        if (!tree || !problems.isEmpty())
            return problems.take();
        const bool wantsList = isCentreList(m_change.section) && m_key.empty();
        const JsonNode::Kind wanted = wantsList ? JsonNode::Kind::List : JsonNode::Kind::Object;
        if (tree->kind != wanted)
            return problem({}, u"template.wrongType"_s, {{u"expected"_s, jsonKindName(wanted)}, {u"found"_s, jsonKindName(tree->kind)}});
        item = Json::parse(bytes.cbegin(), bytes.cend(), nullptr, false);
        return item.is_discarded() ? problem({}, u"template.syntax"_s) : TemplateProblems();
    }

    TemplateProblems putAbout(const Json& item)
    {
        for (const auto& [name, value] : item.items()) {
            if (std::none_of(aboutMembers.begin(), aboutMembers.end(), [&name = name](const char* each) { return name == each; }))
                return problem(QString::fromStdString(name), u"template.unknownKey"_s, {{u"key"_s, QString::fromStdString(name)}});
            m_centre[name] = value;
        }
        return {};
    }

    TemplateProblems remove()
    {
        if (m_change.section == u"roles")
            return problem({}, u"centre.roleIsFixed"_s);
        Json& list = m_centre[m_section];
        const std::size_t at = indexOf(list, m_key);
        if (at == itemNotFound)
            return problem(u"key"_s, u"centre.unknownItem"_s, {{u"key"_s, m_change.key}});
        list.erase(at);
        return {};
    }

    TemplateProblems put(Json item)
    {
        if (item.value("key", Json()) != Json(m_key))
            return problem(u"key"_s, u"template.malformed"_s, {{u"pattern"_s, u"key"_s}});
        Json& list = m_centre[m_section];
        const std::size_t at = indexOf(list, m_key);
        if (m_change.section == u"roles") {
            if (at == itemNotFound || item.value("permissions", Json()) != list[at]["permissions"])
                return problem({}, u"centre.roleIsFixed"_s);
        }
        if (m_change.section == u"places") {
            if (item.contains("order"))
                return problem(u"order"_s, u"template.unknownKey"_s, {{u"key"_s, u"order"_s}});
            item["order"] = at == itemNotFound ? lastOrder(list) + orderStep : list[at]["order"].get<int>();
        }
        if (at == itemNotFound)
            list.push_back(std::move(item));
        else
            list[at] = std::move(item);
        return {};
    }

    static int lastOrder(const Json& list)
    {
        int last = 0;
        for (const Json& item : list)
            last = std::max(last, item["order"].get<int>());
        return last;
    }

    /// The named ones first, in this order; those that were added meanwhile keep theirs behind them.
    TemplateProblems arrange(const Json& keys)
    {
        Json& list = m_centre[m_section];
        sortByOrder(list);
        Json arranged = Json::array();
        for (const Json& key : keys) {
            const std::size_t at = key.is_string() ? indexOf(list, key.get<std::string>()) : itemNotFound;
            if (at == itemNotFound)
                continue;
            arranged.push_back(list[at]);
            list.erase(at);
        }
        for (Json& rest : list)
            arranged.push_back(std::move(rest));
        int order = 0;
        for (Json& item : arranged) {
            if (item.contains("order"))
                item["order"] = order += orderStep;
        }
        list = std::move(arranged);
        return {};
    }

    Json& m_centre;
    const CentreChanged& m_change;
    std::string m_section;
    std::string m_key;
};

} // namespace

const QStringList& centreSections()
{
    static const QStringList sections{u"places"_s, u"services"_s, u"series"_s, u"zones"_s, u"units"_s, u"priorities"_s, u"outcomes"_s,
                                      u"holdReasons"_s, u"triage"_s, u"roles"_s, u"about"_s, u"openingHours"_s, u"ticket"_s, u"display"_s, u"queue"_s, u"day"_s, u"appointments"_s};
    return sections;
}

bool isCentreList(QStringView section)
{
    static const QStringList lists = centreSections().first(centreSections().indexOf(u"about"_s));
    return lists.contains(section);
}

QString centreItem(const CentreDefinition& centre, const QString& section, const QString& key)
{
    if (isCentreList(section))
        return itemOfList(centre, section, key);
    if (!key.isEmpty())
        return {};
    if (section == u"about")
        return about(centre);
    if (section == u"openingHours")
        return written(centre.openingHours);
    if (section == u"ticket")
        return written(centre.ticket);
    if (section == u"display")
        return written(centre.display);
    if (section == u"queue")
        return written(centre.queue);
    if (section == u"appointments")
        return written(centre.appointments);
    return section == u"day" ? written(centre.day) : QString();
}

TemplateResult<CentreDefinition> changedCentre(const CentreDefinition& centre, const CentreChanged& change)
{
    Json tree = treeOf(centre);
    if (TemplateProblems wrong = Change(tree, change).carryOut(); !wrong.isEmpty())
        return tl::unexpected(std::move(wrong));
    return loadRunningCentre(QByteArray::fromStdString(tree.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

} // namespace onedoor
