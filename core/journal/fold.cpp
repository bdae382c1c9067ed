// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/fold.h"

#include "core/journal/payload.h"

#include <algorithm>

namespace onedoor {

namespace {

Hash conflictId(std::vector<EventRef> rivals)
{
    std::sort(rivals.begin(), rivals.end());
    QByteArray bytes;
    CborWriter out(bytes);
    for (const EventRef& rival : rivals) {
        out.bytes(rival.stream.raw.view());
        out.unsignedInteger(rival.sequence);
    }
    return hashOf(bytes);
}

/// Names of the fields that an event sets.
std::vector<std::string_view> touched(const Event& event)
{
    return std::visit(
        [](const auto& each) {
            std::vector<std::string_view> names;
            std::decay_t<decltype(each)>::fields(each, [&](const Field& field, const auto& member) {
                if (!payload::isEmpty(member))
                    names.push_back(field.key());
            });
            return names;
        },
        event);
}

/// Judges the events of one record in causal order.
class Judge {
public:
    Judge(const std::vector<FoldInput>& events, const CausalOrder& order) : m_events(events), m_order(order), m_touched(events.size()) {}

    /// Whether the event stands; lists the conflict when it clashes with one that stands already.
    bool admit(std::size_t at, std::vector<Conflict>& conflicts)
    {
        const MergeRule rule = mergeRuleOf(m_events[at].event);
        if (rule == MergeRule::Commutes)
            return true;
        if (rule == MergeRule::FieldWise)
            m_touched[at] = touched(m_events[at].event);
        const auto first = m_order.knewAllBefore(at) ? m_standing.end() : m_standing.begin();
        const auto rival = std::find_if(first, m_standing.end(), [&](std::size_t each) { return clash(each, at); });
        if (rival != m_standing.end()) {
            const std::vector<EventRef> rivals{m_events[*rival].node.ref, m_events[at].node.ref};
            conflicts.push_back({conflictId(rivals), rivals, rule});
            // A field-wise change still lands: newest value per field, and the clash is listed for people to see.
            if (rule != MergeRule::FieldWise)
                return false;
        }
        m_standing.push_back(at);
        return true;
    }

private:
    bool clash(std::size_t standing, std::size_t at) const
    {
        if (m_order.knew(at, standing))
            return false;
        const auto isFieldWise = [this](std::size_t each) { return mergeRuleOf(m_events[each].event) == MergeRule::FieldWise; };
        if (!isFieldWise(standing) || !isFieldWise(at))
            return true;
        const std::vector<std::string_view>& others = m_touched[standing];
        return std::any_of(m_touched[at].begin(), m_touched[at].end(),
                           [&](std::string_view name) { return std::find(others.begin(), others.end(), name) != others.end(); });
    }

    const std::vector<FoldInput>& m_events;
    const CausalOrder& m_order;
    std::vector<std::size_t> m_standing; ///< in causal order, commuting events left out
    std::vector<std::vector<std::string_view>> m_touched; ///< of field-wise events
};

} // namespace

FoldedRecord foldRecord(const std::vector<FoldInput>& events)
{
    std::vector<CausalNode> nodes;
    nodes.reserve(events.size());
    for (const FoldInput& each : events)
        nodes.push_back(each.node);
    const CausalOrder order = causalOrder(nodes);

    FoldedRecord record;
    record.heads = order.heads();
    record.awaited = order.awaited();
    Judge judge(events, order);
    for (const std::size_t at : order.order()) {
        if (judge.admit(at, record.conflicts))
            evolveRecord(record.state, events[at].event, events[at].meta);
    }
    return record;
}

bool extendRecord(FoldedRecord& record, const FoldInput& input)
{
    const auto sameParents = [&] {
        if (input.node.parents.size() < 2)
            return input.node.parents == record.heads;
        std::vector<EventRef> parents = input.node.parents;
        std::sort(parents.begin(), parents.end());
        return parents == record.heads;
    };
    const auto waitsForThis = [&](const EventRef& each) { return each.stream == input.node.ref.stream && each.sequence >= input.node.ref.sequence; };
    if (!sameParents() || std::any_of(record.awaited.begin(), record.awaited.end(), waitsForThis))
        return false;
    evolveRecord(record.state, input.event, input.meta);
    record.heads = {input.node.ref};
    return true;
}

} // namespace onedoor
