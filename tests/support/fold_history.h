// SPDX-License-Identifier: GPL-3.0-or-later
// Histories of one record that several nodes write, each seeing of the others what it was shown, and the orders in which their events
// may arrive elsewhere. For tests of the fold.
#pragma once

#include "core/journal/fold.h"
#include "tests/support/event_samples.h"

#include <algorithm>
#include <map>

namespace onedoor {

using namespace Qt::StringLiterals;

inline StreamId streamNumber(int number)
{
    StreamId stream;
    stream.raw.bytes.back() = static_cast<unsigned char>(number + 1);
    stream.raw.bytes.front() = static_cast<unsigned char>(number >> 8);
    return stream;
}

inline RawId ticketRecord()
{
    return RawId::named("ticket");
}

/// Three or more nodes that write events of one record, each seeing of the others what it was shown.
class Nodes {
public:
    explicit Nodes(int count = 3) : m_sequence(std::size_t(count)), m_seen(std::size_t(count)) {}

    /// Node `number` does something, knowing what it has seen. `wall` seconds need not agree between nodes.
    EventRef act(int number, Event event, std::int64_t wall)
    {
        const EventRef ref{streamNumber(number), ++m_sequence[std::size_t(number)]};
        add({ref, seenBy(number).heads, HybridTime::at(samples::start.plusSeconds(wall))}, std::move(event));
        m_seen[std::size_t(number)].push_back(m_events.size() - 1);
        return ref;
    }
    void add(CausalNode node, Event event)
    {
        const EventMeta meta{node.ref, ticketRecord(), AccountId(node.ref.stream.raw), node.time.instant()};
        m_events.push_back({std::move(node), meta, std::move(event)});
    }
    /// Node `to` gets everything that node `from` has.
    void show(int from, int to)
    {
        std::vector<std::size_t>& seen = m_seen[std::size_t(to)];
        for (const std::size_t index : m_seen[std::size_t(from)]) {
            if (std::find(seen.begin(), seen.end(), index) == seen.end())
                seen.push_back(index);
        }
    }
    /// The record as node `number` knows it.
    FoldedRecord seenBy(int number) const
    {
        std::vector<FoldInput> seen;
        for (const std::size_t index : m_seen[std::size_t(number)])
            seen.push_back(m_events[index]);
        return foldRecord(seen);
    }
    const std::vector<FoldInput>& events() const { return m_events; }
    FoldedRecord folded() const { return foldRecord(m_events); }

private:
    std::vector<FoldInput> m_events;
    std::vector<std::uint64_t> m_sequence;
    std::vector<std::vector<std::size_t>> m_seen;
};

inline Event anyTicketEvent(SeededRandom& random)
{
    samples::Filler filler(random, true);
    const QString place = u"window"_s + QString::number(random.below(3));
    switch (random.below(12)) {
    case 0: return TicketCalled{.place = place};
    case 1: return TicketRecalled{.place = place};
    case 2: return TicketBegun{.place = place};
    case 3: return TicketHeld{.place = place};
    case 4: return TicketResumed{.place = place};
    case 5: return TicketMissed{.place = place};
    case 6: return TicketRequeued{.place = place};
    case 7: return TicketTransferred{.fromPlace = place, .service = u"mediation"_s};
    case 8: return TicketFinished{.place = place, .outcome = u"done"_s};
    case 9: return TicketPrinted{.printer = place};
    case 10: return TicketReverted{.stream = streamNumber(int(random.below(3))), .sequence = 1 + random.below(5)};
    default: return random.below(4) == 0 ? Event(UnknownEvent{}) : Event(TicketPrintFailed{.printer = place});
    }
}

/// A ticket that is issued on node 0 and then worked on by all three, who hear of each other now and then.
inline Nodes anyHistory(std::uint64_t seed, int acts)
{
    SeededRandom random(seed);
    Nodes nodes;
    samples::Filler filler(random, true);
    nodes.act(0, filler.make<TicketIssued>(), 0);
    nodes.show(0, 1);
    nodes.show(0, 2);
    for (int count = 0; count < acts; ++count) {
        if (random.below(3) == 0)
            nodes.show(int(random.below(3)), int(random.below(3)));
        nodes.act(int(random.below(3)), anyTicketEvent(random), std::int64_t(random.below(60)));
    }
    return nodes;
}

inline std::vector<FoldInput> shuffled(std::vector<FoldInput> events, SeededRandom& random, bool withDuplicates)
{
    for (std::size_t at = events.size(); withDuplicates && at > 0; --at) {
        if (random.below(3) == 0)
            events.push_back(events[at - 1]);
    }
    for (std::size_t at = events.size(); at > 1; --at)
        std::swap(events[at - 1], events[std::size_t(random.below(at))]);
    return events;
}

/// As the writer takes events in: extend when possible, fold anew when not.
inline FoldedRecord arrived(const std::vector<FoldInput>& events)
{
    FoldedRecord record;
    std::vector<FoldInput> stored;
    for (const FoldInput& each : events) {
        stored.push_back(each);
        if (!extendRecord(record, each))
            record = foldRecord(stored);
    }
    return record;
}

/// An order of arrival in which each stream's events keep theirs: what exchange between nodes can give.
inline std::vector<FoldInput> interleaved(const std::vector<FoldInput>& events, SeededRandom& random)
{
    std::map<StreamId, std::vector<FoldInput>> streams;
    for (const FoldInput& each : events)
        streams[each.node.ref.stream].push_back(each);
    std::vector<FoldInput> result;
    while (!streams.empty()) {
        auto stream = std::next(streams.begin(), std::ptrdiff_t(random.below(streams.size())));
        result.push_back(stream->second.front());
        stream->second.erase(stream->second.begin());
        if (stream->second.empty())
            streams.erase(stream);
    }
    return result;
}

} // namespace onedoor
