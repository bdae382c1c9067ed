// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/causal_order.h"

#include <QHash>
#include <algorithm>
#include <queue>
#include <tuple>

namespace onedoor {

/// One run of causalOrder.
class CausalSorter {
public:
    explicit CausalSorter(std::span<const CausalNode> nodes) : m_nodes(nodes) {}
    CausalOrder run();

private:
    struct Position {
        std::uint64_t sequence;
        std::size_t at;
    };
    static constexpr std::size_t none = SIZE_MAX;

    void numberStreams();
    void linkParents();
    void link(std::size_t at, std::size_t parent);
    /// The newest event of a stream up to `sequence`; none when there is none.
    std::size_t newestUpTo(std::uint32_t stream, std::uint64_t sequence) const;
    void place(std::size_t at);
    void openCircle();
    std::size_t onCircle(std::size_t start);
    void mergeKnown(std::size_t at);
    void collectHeads();

    bool isEarlier(std::size_t a, std::size_t b) const
    {
        return std::tie(m_nodes[a].time, m_nodes[a].ref) < std::tie(m_nodes[b].time, m_nodes[b].ref);
    }
    struct Later {
        const CausalSorter& sorter;
        bool operator()(std::size_t a, std::size_t b) const { return sorter.isEarlier(b, a); }
    };

    std::span<const CausalNode> m_nodes;
    QHash<StreamId, std::uint32_t> m_streams;
    std::vector<std::vector<Position>> m_byStream; ///< ascending by sequence
    std::vector<std::vector<std::size_t>> m_parents;
    std::vector<std::vector<std::size_t>> m_children;
    std::vector<std::size_t> m_missing; ///< parents not placed yet
    std::vector<bool> m_isPlaced;
    std::vector<bool> m_isReady;
    std::vector<bool> m_isKnown;
    std::vector<std::size_t> m_ranked; ///< all events, earliest first; made when there is a circle
    std::size_t m_firstUnplaced = 0;
    std::size_t m_unknown = 0; ///< placed events that no placed event knew
    std::priority_queue<std::size_t, std::vector<std::size_t>, Later> m_ready{Later{*this}};
    CausalOrder m_result;
};

void CausalSorter::numberStreams()
{
    m_result.m_self.resize(m_nodes.size());
    for (std::size_t at = 0; at < m_nodes.size(); ++at) {
        const EventRef& ref = m_nodes[at].ref;
        const auto number = m_streams.constFind(ref.stream);
        const std::uint32_t stream = number != m_streams.constEnd() ? *number : std::uint32_t(m_streams.size());
        if (number == m_streams.constEnd()) {
            m_streams.insert(ref.stream, stream);
            m_byStream.emplace_back();
        }
        m_result.m_self[at] = {stream, ref.sequence};
        m_byStream[stream].push_back({ref.sequence, at});
    }
    for (std::vector<Position>& events : m_byStream) {
        std::stable_sort(events.begin(), events.end(), [](const Position& a, const Position& b) { return a.sequence < b.sequence; });
        const auto twice = std::unique(events.begin(), events.end(), [](const Position& a, const Position& b) { return a.sequence == b.sequence; });
        events.erase(twice, events.end());
    }
}

std::size_t CausalSorter::newestUpTo(std::uint32_t stream, std::uint64_t sequence) const
{
    const std::vector<Position>& events = m_byStream[stream];
    const auto above = std::upper_bound(events.begin(), events.end(), sequence, [](std::uint64_t wanted, const Position& each) { return wanted < each.sequence; });
    return above == events.begin() ? none : std::prev(above)->at;
}

void CausalSorter::link(std::size_t at, std::size_t parent)
{
    std::vector<std::size_t>& parents = m_parents[at];
    if (parent == none || parent == at || std::find(parents.begin(), parents.end(), parent) != parents.end())
        return;
    parents.push_back(parent);
    m_children[parent].push_back(at);
}

void CausalSorter::linkParents()
{
    m_parents.resize(m_nodes.size());
    m_children.resize(m_nodes.size());
    m_missing.resize(m_nodes.size());
    for (const std::vector<Position>& events : m_byStream) {
        for (std::size_t index = 0; index < events.size(); ++index) {
            const std::size_t at = events[index].at;
            const EventRef& own = m_nodes[at].ref;
            if (index > 0)
                link(at, events[index - 1].at);
            const std::vector<EventRef>& named = m_nodes[at].parents;
            for (std::size_t each = 0; each < named.size(); ++each) {
                const EventRef& parent = named[each];
                const auto stream = m_streams.constFind(parent.stream);
                const std::size_t newest = stream != m_streams.constEnd() ? newestUpTo(*stream, parent.sequence) : none;
                if (newest == none || m_nodes[newest].ref != parent)
                    m_result.m_awaited.push_back(parent);
                const EventRef& next = named[std::min(each + 1, named.size() - 1)];
                const bool isCovered = next.stream == parent.stream && next.sequence > parent.sequence;
                if (parent.stream != own.stream && !isCovered) // of its own stream it knows all before it, and nothing after it
                    link(at, newest);
            }
            m_missing[at] = m_parents[at].size();
        }
    }
    std::sort(m_result.m_awaited.begin(), m_result.m_awaited.end());
    m_result.m_awaited.erase(std::unique(m_result.m_awaited.begin(), m_result.m_awaited.end()), m_result.m_awaited.end());
}

/// What the placed parents knew, and the event itself.
void CausalSorter::mergeKnown(std::size_t at)
{
    using Known = CausalOrder::Known;
    std::vector<Known> known{m_result.m_self[at]};
    std::vector<Known> both;
    for (const std::size_t parent : m_parents[at]) {
        if (!m_isPlaced[parent])
            continue;
        m_unknown -= m_isKnown[parent] ? 0 : 1;
        m_isKnown[parent] = true;
        both.clear();
        const std::vector<Known>& other = m_result.m_known[parent];
        std::merge(known.begin(), known.end(), other.begin(), other.end(), std::back_inserter(both), [](const Known& a, const Known& b) {
            return std::tuple(a.stream, b.sequence) < std::tuple(b.stream, a.sequence); // per stream the newest first
        });
        both.erase(std::unique(both.begin(), both.end(), [](const Known& a, const Known& b) { return a.stream == b.stream; }), both.end());
        known.swap(both);
    }
    known.shrink_to_fit();
    m_result.m_known[at] = std::move(known);
}

void CausalSorter::place(std::size_t at)
{
    mergeKnown(at);
    m_result.m_knewAll[at] = m_unknown == 0;
    ++m_unknown;
    m_isPlaced[at] = true;
    m_result.m_order.push_back(at);
    for (const std::size_t child : m_children[at]) {
        if (!m_isReady[child] && --m_missing[child] == 0) {
            m_isReady[child] = true;
            m_ready.push(child);
        }
    }
}

/// The earliest event of a circle that is reached by walking from event to unplaced parent.
std::size_t CausalSorter::onCircle(std::size_t start)
{
    QHash<std::size_t, bool> visited;
    std::size_t at = start;
    const auto unplacedParent = [&](std::size_t child) {
        std::size_t found = none;
        for (const std::size_t parent : m_parents[child]) {
            if (!m_isPlaced[parent] && (found == none || isEarlier(parent, found)))
                found = parent;
        }
        return found;
    };
    while (!visited.contains(at)) {
        visited.insert(at, true);
        at = unplacedParent(at);
    }
    std::size_t earliest = at;
    for (std::size_t next = unplacedParent(at); next != at; next = unplacedParent(next)) {
        if (isEarlier(next, earliest))
            earliest = next;
    }
    return earliest;
}

void CausalSorter::openCircle()
{
    if (m_ranked.empty()) {
        for (const std::vector<Position>& events : m_byStream) {
            for (const Position& each : events)
                m_ranked.push_back(each.at);
        }
        std::sort(m_ranked.begin(), m_ranked.end(), [this](std::size_t a, std::size_t b) { return isEarlier(a, b); });
    }
    while (m_isPlaced[m_ranked[m_firstUnplaced]])
        ++m_firstUnplaced;
    const std::size_t at = onCircle(m_ranked[m_firstUnplaced]);
    m_isReady[at] = true;
    m_ready.push(at);
}

void CausalSorter::collectHeads()
{
    for (const std::size_t at : m_result.m_order) {
        if (!m_isKnown[at])
            m_result.m_heads.push_back(m_nodes[at].ref);
    }
    std::sort(m_result.m_heads.begin(), m_result.m_heads.end());
}

CausalOrder CausalSorter::run()
{
    numberStreams();
    linkParents();
    m_isPlaced.resize(m_nodes.size());
    m_isReady.resize(m_nodes.size());
    m_isKnown.resize(m_nodes.size());
    m_result.m_known.resize(m_nodes.size());
    m_result.m_knewAll.resize(m_nodes.size());
    std::size_t events = 0;
    for (const std::vector<Position>& each : m_byStream) {
        events += each.size();
        if (const std::size_t first = each.front().at; m_missing[first] == 0) { // all others have one before them
            m_isReady[first] = true;
            m_ready.push(first);
        }
    }
    m_result.m_order.reserve(events);
    while (m_result.m_order.size() < events) {
        if (m_ready.empty())
            openCircle();
        const std::size_t at = m_ready.top();
        m_ready.pop();
        place(at);
    }
    collectHeads();
    return std::move(m_result);
}

bool CausalOrder::knew(std::size_t later, std::size_t earlier) const
{
    const Known& wanted = m_self[earlier];
    const std::vector<Known>& known = m_known[later];
    const auto found = std::lower_bound(known.begin(), known.end(), wanted.stream, [](const Known& each, std::uint32_t stream) { return each.stream < stream; });
    return later != earlier && found != known.end() && found->stream == wanted.stream && found->sequence >= wanted.sequence;
}

CausalOrder causalOrder(std::span<const CausalNode> nodes)
{
    return CausalSorter(nodes).run();
}

} // namespace onedoor
