// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rehearsed_days.h"

#include <algorithm>
#include <map>

namespace onedoor::bench {

namespace {

constexpr std::uint64_t eventsADay = 4'000; ///< more than one day has

/// Each day's acts; `at` counts from 1970.
std::map<QDate, RehearsedTime> actsByDay(BenchStore& store, int desks)
{
    std::map<QDate, RehearsedTime> days;
    std::map<AccountId, int> deskOf;
    AccountId last;
    Writer& writer = store.runner().writer();
    must(writer.journal().eachAfter(0, [&](const JournalRow& row) -> Result<void> {
        const Envelope envelope = must(decodeEnvelope(row.envelope));
        ReadEvent read = readEvent(envelope, &writer.sealer());
        if (read.reading != Reading::Whole || std::holds_alternative<StreamOpened>(read.event) || std::holds_alternative<CentreFounded>(read.event))
            return {};
        const std::chrono::milliseconds at(envelope.wall.milliseconds);
        RehearsedTime& day = days[envelope.wall.dateAt(8 * 60)];
        // What one command wrote carries one time and one name.
        if (day.empty() || day.back().at != at || last != envelope.actor)
            day.push_back({at, deskOf.try_emplace(envelope.actor, int(deskOf.size()) % desks).first->second, {}});
        last = envelope.actor;
        day.back().events.push_back({envelope.record, std::move(read.event), envelope.subjects.empty() ? PersonId() : envelope.subjects.front()});
        return {};
    }));
    return days;
}

RehearsedTime busiest(const RehearsedTime& day, std::chrono::milliseconds length)
{
    std::size_t bestFrom = 0;
    std::size_t bestTo = 0;
    for (std::size_t from = 0, to = 0; from < day.size(); ++from) {
        while (to < day.size() && day[to].at < day[from].at + length)
            ++to;
        if (to - from > bestTo - bestFrom) {
            bestFrom = from;
            bestTo = to;
        }
    }
    RehearsedTime time(day.begin() + std::ptrdiff_t(bestFrom), day.begin() + std::ptrdiff_t(bestTo));
    const std::chrono::milliseconds begin = time.empty() ? std::chrono::milliseconds(0) : time.front().at;
    for (RehearsedAct& act : time)
        act.at -= begin;
    return time;
}

} // namespace

std::vector<RehearsedTime> busiestTimes(BenchStore& store, int days, std::chrono::milliseconds length, int desks)
{
    store.rehearseAtLeast(eventsADay * std::uint64_t(days));
    std::vector<RehearsedTime> times;
    for (const auto& day : actsByDay(store, desks)) {
        times.push_back(busiest(day.second, length));
        if (int(times.size()) == days)
            return times;
    }
    qFatal("bench: %d days were rehearsed, not %d", int(times.size()), days);
}

} // namespace onedoor::bench
