// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/fold.h"

#include "core/journal/fold_fields.h"
#include "core/journal/payload.h"
#include "core/journal/verdicts.h"

#include <algorithm>
#include <optional>

namespace onedoor {

namespace {

/// Judges the events of one record in causal order.
class Judge {
public:
    Judge(const std::vector<FoldInput>& events, const CausalOrder& order)
        : m_events(events), m_order(order), m_verdicts(events, order), m_touched(events.size())
    {
    }

    /// Lets the event take its effect, or as much of it as stands; lists the conflict when it clashes with one that stands already.
    void admit(std::size_t at, FoldedRecord& record)
    {
        const Event& event = m_events[at].event;
        const MergeRule rule = mergeRuleOf(event);
        if (rule == MergeRule::Commutes) {
            evolveRecord(record.state, event, m_events[at].meta);
            return;
        }
        if (rule == MergeRule::FieldWise)
            m_touched[at] = touchedFields(event);
        FieldNames lost;
        if (fallsByVerdict(at, record.conflicts, lost) || fallsWithAnother(at, record.conflicts) || fallsToStanding(at, record.conflicts))
            return;
        m_standing.push_back(at);
        if (lost.empty()) {
            evolveRecord(record.state, event, m_events[at].meta);
            return;
        }
        Event rest = event;
        if (withoutFields(rest, lost))
            evolveRecord(record.state, rest, m_events[at].meta);
        else
            m_touched[at].clear();
    }

private:
    /// The first act of a line of acts that does not stand.
    struct Fallen {
        std::size_t at;
        std::size_t winner;
        std::size_t conflict; ///< its place in the list
    };

    bool isFieldWise(std::size_t at) const { return mergeRuleOf(m_events[at].event) == MergeRule::FieldWise; }
    FieldNames touchedBy(std::size_t at) const { return touchedFields(m_events[at].event); }

    /// People have judged that another stands. What it loses of its fields alone goes to `lost`.
    bool fallsByVerdict(std::size_t at, std::vector<Conflict>& conflicts, FieldNames& lost)
    {
        bool falls = false;
        for (const Verdicts::Loss& loss : m_verdicts.lossesOf(at)) {
            const FieldNames shared = isFieldWise(at) && isFieldWise(loss.winner) ? sharedFields(touchedBy(at), touchedBy(loss.winner)) : FieldNames();
            if (isFieldWise(at) && isFieldWise(loss.winner) && shared.empty())
                continue; // they never clashed
            list(conflicts, loss.winner, at, loss.given);
            lost.insert(lost.end(), shared.begin(), shared.end());
            removeFields(m_touched[at], shared);
            if (shared.empty()) {
                m_fallen.push_back({at, m_verdicts.lastWinner(loss.winner), conflicts.size() - 1});
                falls = true;
            }
        }
        return falls;
    }

    /// It was done upon an act that does not stand, by somebody who did not know of the one that does.
    bool fallsWithAnother(std::size_t at, std::vector<Conflict>& conflicts) const
    {
        if (isFieldWise(at))
            return false;
        const auto cause = std::find_if(m_fallen.begin(), m_fallen.end(),
                                        [&](const Fallen& each) { return m_order.knew(at, each.at) && !m_order.knew(at, each.winner) && at != each.winner; });
        if (cause == m_fallen.end())
            return false;
        Conflict& conflict = conflicts[cause->conflict];
        conflict.followers.push_back(m_events[at].node.ref);
        conflict.rule = std::max(conflict.rule, mergeRuleOf(m_events[at].event));
        return true;
    }

    bool fallsToStanding(std::size_t at, std::vector<Conflict>& conflicts)
    {
        const auto first = m_order.knewAllBefore(at) ? m_standing.end() : m_standing.begin();
        const auto rival = std::find_if(first, m_standing.end(), [&](std::size_t each) { return clash(each, at); });
        if (rival == m_standing.end())
            return false;
        list(conflicts, *rival, at, m_verdicts.about(*rival, at));
        // A field-wise change still lands: newest value per field, and the clash is listed for people to see.
        if (isFieldWise(at))
            return false;
        m_fallen.push_back({at, *rival, conflicts.size() - 1});
        return true;
    }

    bool clash(std::size_t standing, std::size_t at) const
    {
        if (m_order.knew(at, standing))
            return false;
        if (!isFieldWise(standing) || !isFieldWise(at))
            return true;
        const FieldNames& others = m_touched[standing];
        return std::any_of(m_touched[at].begin(), m_touched[at].end(),
                           [&](std::string_view name) { return std::find(others.begin(), others.end(), name) != others.end(); });
    }

    void list(std::vector<Conflict>& conflicts, std::size_t winner, std::size_t loser, std::vector<Verdict> verdicts) const
    {
        Conflict conflict;
        conflict.rivals = {m_events[winner].node.ref, m_events[loser].node.ref};
        conflict.id = conflictId(conflict.rivals);
        conflict.rule = std::max(mergeRuleOf(m_events[winner].event), mergeRuleOf(m_events[loser].event));
        conflict.verdicts = std::move(verdicts);
        conflict.at = std::max(m_events[winner].meta.at, m_events[loser].meta.at);
        // A verdict that is passed over, because others go round in a circle with it, leaves the conflict open.
        const bool isPassedOver = std::none_of(conflict.verdicts.begin(), conflict.verdicts.end(),
                                               [&](const Verdict& each) { return !each.stands || each.stands == conflict.rivals.front(); });
        if (isPassedOver)
            conflict.verdicts.clear();
        conflicts.push_back(std::move(conflict));
    }

    const std::vector<FoldInput>& m_events;
    const CausalOrder& m_order;
    const Verdicts m_verdicts;
    std::vector<std::size_t> m_standing; ///< in causal order, commuting events left out
    std::vector<Fallen> m_fallen;
    std::vector<FieldNames> m_touched; ///< of field-wise events: the fields in which they stand
};

} // namespace

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

bool Conflict::isOpen() const
{
    return verdicts.empty() || !verdicts.front().stands
        || std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& each) { return each.stands != verdicts.front().stands; });
}

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
    for (const std::size_t at : order.order())
        judge.admit(at, record);
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
    if (std::holds_alternative<ConflictResolved>(input.event) || !sameParents()
        || std::any_of(record.awaited.begin(), record.awaited.end(), waitsForThis))
        return false;
    evolveRecord(record.state, input.event, input.meta);
    record.heads = {input.node.ref};
    return true;
}

} // namespace onedoor
