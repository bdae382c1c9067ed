// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/past/past_day.h"

namespace onedoor {

namespace {

/// How many events may be folded again for one record, all steps together: honest records need hundreds, a forged one must not hold up
/// who asks. Beyond it only the record's end is judged.
constexpr std::size_t foldedAgainAtMost = 200'000;

/// Without what only an undo needs, which is the larger part of a ticket.
TicketState shown(TicketState& state)
{
    auto acts = std::exchange(state.acts, {});
    TicketState copy = state;
    state.acts = std::move(acts);
    return copy;
}

PlaceState shown(PlaceState& state)
{
    return state;
}

} // namespace

template <typename State>
Timeline<State> timelineOf(std::vector<FoldInput> events)
{
    std::sort(events.begin(), events.end(), [](const FoldInput& one, const FoldInput& other) {
        return std::tie(one.node.time, one.node.ref) < std::tie(other.node.time, other.node.ref);
    });
    Timeline<State> timeline;
    timeline.moments.reserve(events.size());
    FoldedRecord record;
    std::vector<FoldInput> before;
    std::size_t foldedAgain = 0;
    for (std::size_t at = 0; at < events.size(); ++at) {
        const Instant time = events[at].meta.at;
        const bool isNext = extendRecord(record, events[at]);
        before.push_back(std::move(events[at]));
        if (!isNext) {
            foldedAgain += before.size();
            if (foldedAgain > foldedAgainAtMost && at + 1 < events.size())
                continue;
            record = foldRecord(before);
        }
        if (auto* state = std::get_if<State>(&record.state))
            timeline.moments.push_back({time, shown(*state)});
    }
    return timeline;
}

template Timeline<TicketState> timelineOf(std::vector<FoldInput> events);
template Timeline<PlaceState> timelineOf(std::vector<FoldInput> events);

} // namespace onedoor
