// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/verdicts.h"

#include <algorithm>
#include <array>

namespace onedoor {

Verdicts::Verdicts(const std::vector<FoldInput>& events, const CausalOrder& order) : m_events(events), m_order(order)
{
    const auto isVerdict = [&](std::size_t at) { return std::holds_alternative<ConflictResolved>(events[at].event); };
    if (std::none_of(order.order().begin(), order.order().end(), isVerdict))
        return;
    for (const std::size_t at : order.order())
        m_indexes.emplace(events[at].node.ref, at);
    for (const std::size_t at : order.order()) {
        if (const auto* resolved = std::get_if<ConflictResolved>(&events[at].event))
            take(at, *resolved);
    }
    settle();
}

/// In causal order.
void Verdicts::take(std::size_t at, const ConflictResolved& resolved)
{
    constexpr std::size_t rivals = 2;
    if (resolved.streams.size() != rivals || resolved.sequences.size() != rivals || resolved.stands > rivals)
        return;
    std::array<std::size_t, rivals> named{};
    for (std::size_t each = 0; each < rivals; ++each) {
        const auto found = m_indexes.find({resolved.streams[each], resolved.sequences[each]});
        if (found == m_indexes.end() || !m_order.knew(at, found->second) || mergeRuleOf(m_events[found->second].event) == MergeRule::Commutes)
            return;
        named[each] = found->second;
    }
    if (named[0] == named[1] || m_order.knew(named[0], named[1]) || m_order.knew(named[1], named[0]))
        return;
    std::vector<Said>& said = m_pairs[{std::min(named[0], named[1]), std::max(named[0], named[1])}];
    std::erase_if(said, [&](const Said& each) { return m_order.knew(at, each.at); });
    const EventRef stands = resolved.stands == 0 ? EventRef() : m_events[named[resolved.stands - 1]].node.ref;
    said.push_back({at, {m_events[at].node.ref, stands, m_events[at].meta.actor, m_events[at].meta.at}});
}

/// Which verdict counts for each pair; the newest first, so that a circle is broken at the oldest.
void Verdicts::settle()
{
    std::map<std::size_t, std::size_t> position;
    for (std::size_t place = 0; place < m_order.order().size(); ++place)
        position[m_order.order()[place]] = place;
    std::vector<Pair> pairs;
    for (const auto& each : m_pairs)
        pairs.push_back(each.first);
    const auto newest = [&](const Pair& pair) { return position[m_pairs[pair].back().at]; };
    std::sort(pairs.begin(), pairs.end(), [&](const Pair& one, const Pair& other) { return newest(one) > newest(other); });
    for (const Pair& pair : pairs) {
        const std::vector<Said>& said = m_pairs[pair];
        const auto counts = std::find_if(said.begin(), said.end(), [](const Said& each) { return bool(each.verdict.stands); });
        if (counts == said.end())
            continue;
        const bool isFirst = m_events[pair.first].node.ref == counts->verdict.stands;
        const std::size_t winner = isFirst ? pair.first : pair.second;
        const std::size_t loser = isFirst ? pair.second : pair.first;
        if (!loses(winner, loser))
            m_losses[loser].push_back({winner, about(loser, winner)});
    }
}

const std::vector<Verdicts::Loss>& Verdicts::lossesOf(std::size_t at) const
{
    static const std::vector<Loss> none;
    const auto found = m_losses.find(at);
    return found == m_losses.end() ? none : found->second;
}

std::vector<Verdict> Verdicts::about(std::size_t one, std::size_t other) const
{
    std::vector<Verdict> verdicts;
    const auto found = m_pairs.find({std::min(one, other), std::max(one, other)});
    if (found != m_pairs.end()) {
        for (const Said& each : found->second)
            verdicts.push_back(each.verdict);
    }
    return verdicts;
}

bool Verdicts::loses(std::size_t one, std::size_t to) const
{
    const std::vector<Loss>& losses = lossesOf(one);
    return std::any_of(losses.begin(), losses.end(), [&](const Loss& each) { return each.winner == to || loses(each.winner, to); });
}

std::size_t Verdicts::lastWinner(std::size_t winner) const
{
    while (!lossesOf(winner).empty())
        winner = lossesOf(winner).front().winner;
    return winner;
}

} // namespace onedoor
