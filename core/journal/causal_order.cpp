// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/causal_order.h"

#include <QHash>
#include <algorithm>
#include <queue>
#include <tuple>

namespace onedoor {

namespace {

auto rankOf(const CausalNode& node)
{
    return std::tuple(node.time, node.ref);
}

struct Graph {
    std::vector<std::vector<std::size_t>> parents;
    std::vector<std::vector<std::size_t>> children;
};

Graph graphOf(std::span<const CausalNode> nodes)
{
    QHash<EventRef, std::size_t> indexOf;
    for (std::size_t at = 0; at < nodes.size(); ++at)
        indexOf.insert(nodes[at].ref, at);
    Graph graph{std::vector<std::vector<std::size_t>>(nodes.size()), std::vector<std::vector<std::size_t>>(nodes.size())};
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        for (const EventRef& parent : nodes[at].parents) {
            const auto found = indexOf.constFind(parent);
            if (found == indexOf.constEnd() || *found == at)
                continue;
            graph.parents[at].push_back(*found);
            graph.children[*found].push_back(at);
        }
    }
    return graph;
}

std::vector<std::size_t> topological(std::span<const CausalNode> nodes, const Graph& graph)
{
    const auto later = [&](std::size_t a, std::size_t b) { return rankOf(nodes[a]) > rankOf(nodes[b]); };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> ready(later);
    std::vector<std::size_t> missing(nodes.size());
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        missing[at] = graph.parents[at].size();
        if (missing[at] == 0)
            ready.push(at);
    }
    std::vector<std::size_t> order;
    order.reserve(nodes.size());
    while (!ready.empty()) {
        const std::size_t at = ready.top();
        ready.pop();
        order.push_back(at);
        for (const std::size_t child : graph.children[at]) {
            if (--missing[child] == 0)
                ready.push(child);
        }
    }
    return order; // a forged circle never becomes ready: its events have no effect
}

} // namespace

CausalOrder causalOrder(std::span<const CausalNode> nodes)
{
    const Graph graph = graphOf(nodes);
    CausalOrder result{topological(nodes, graph), std::vector<std::vector<std::size_t>>(nodes.size()), {}};
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        if (graph.children[at].empty())
            result.heads.push_back(nodes[at].ref);
    }
    std::sort(result.heads.begin(), result.heads.end());
    if (result.heads.size() == 1 && std::all_of(graph.parents.begin(), graph.parents.end(), [](const auto& p) { return p.size() <= 1; }))
        if (std::count_if(graph.parents.begin(), graph.parents.end(), [](const auto& p) { return p.empty(); }) <= 1)
            return result; // one line: nobody has a rival

    std::vector<std::vector<bool>> ancestors(nodes.size(), std::vector<bool>(nodes.size(), false));
    for (std::size_t position = 0; position < result.order.size(); ++position) {
        const std::size_t at = result.order[position];
        for (const std::size_t parent : graph.parents[at]) {
            ancestors[at][parent] = true;
            for (std::size_t other = 0; other < nodes.size(); ++other)
                ancestors[at][other] = ancestors[at][other] || ancestors[parent][other];
        }
        for (std::size_t before = 0; before < position; ++before) {
            if (!ancestors[at][result.order[before]])
                result.rivals[at].push_back(result.order[before]);
        }
    }
    return result;
}

} // namespace onedoor
