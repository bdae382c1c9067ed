// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/conflict_sides.h"

#include <algorithm>

namespace onedoor {

namespace {

using Indexes = std::vector<std::size_t>; ///< in causal order

RecordState stateOf(const std::vector<FoldInput>& events, const Indexes& chosen)
{
    std::vector<FoldInput> inputs;
    inputs.reserve(chosen.size());
    for (const std::size_t at : chosen)
        inputs.push_back(events[at]);
    return foldRecord(inputs).state;
}

template <typename Predicate>
Indexes chosen(const CausalOrder& order, Predicate predicate)
{
    Indexes all;
    std::copy_if(order.order().begin(), order.order().end(), std::back_inserter(all), predicate);
    return all;
}

/// Everything that whoever built upon `rival` knew, as long as they did not know of the other.
Indexes knownTo(const CausalOrder& order, std::size_t rival, std::size_t other)
{
    const Indexes line = chosen(order, [&](std::size_t at) { return at == rival || (order.knew(at, rival) && !order.knew(at, other)); });
    return chosen(order, [&](std::size_t at) {
        return std::any_of(line.begin(), line.end(), [&](std::size_t each) { return each == at || order.knew(each, at); });
    });
}

} // namespace

std::optional<ConflictSides> sidesOf(const std::vector<FoldInput>& events, const Conflict& conflict)
{
    std::vector<CausalNode> nodes;
    for (const FoldInput& each : events)
        nodes.push_back(each.node);
    const CausalOrder order = causalOrder(nodes);
    std::array<std::size_t, 2> rivals{};
    for (std::size_t side = 0; side < rivals.size(); ++side) {
        const auto found = std::find_if(order.order().begin(), order.order().end(), [&](std::size_t at) { return nodes[at].ref == conflict.rivals[side]; });
        if (found == order.order().end())
            return std::nullopt;
        rivals[side] = *found;
    }
    ConflictSides sides;
    sides.base = stateOf(events, chosen(order, [&](std::size_t at) { return order.knew(rivals[0], at) && order.knew(rivals[1], at); }));
    for (std::size_t side = 0; side < rivals.size(); ++side) {
        const std::size_t rival = rivals[side];
        const std::size_t other = rivals[1 - side];
        const Indexes known = knownTo(order, rival, other);
        ConflictSide& made = sides.sides[side];
        made.rival = rival;
        made.state = stateOf(events, known);
        std::copy_if(known.begin(), known.end(), std::back_inserter(made.acts),
                     [&](std::size_t at) { return !(order.knew(rivals[0], at) && order.knew(rivals[1], at)); });
    }
    return sides;
}

} // namespace onedoor
