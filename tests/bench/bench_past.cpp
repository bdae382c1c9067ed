// SPDX-License-Identifier: GPL-3.0-or-later
// past_minute: somebody drags the slider of the look back over a day of a thousand tickets in a store of a million events; each minute is
// one question, answered on a reader's connection. past_minute.first: the first look at a day, which reads its events. The baseline is
// what the hall display asks of the live views.
#include "core/services/api/counter.h"
#include "core/services/api/past.h"
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"

namespace onedoor::bench {

namespace {

/// ONEDOOR_BENCH_PAST_EVENTS for a quick look.
std::uint64_t storedEvents()
{
    constexpr std::uint64_t usual = 1'000'000;
    return qEnvironmentVariableIsSet("ONEDOOR_BENCH_PAST_EVENTS") ? qEnvironmentVariable("ONEDOOR_BENCH_PAST_EVENTS").toULongLong() : usual;
}

constexpr int visitorsPerDay = 1'000;
constexpr double answerAtMost = 100'000; ///< microseconds

/// Working days of a busy hall until the store is full; the days that were rehearsed.
std::vector<QDate> fill(BenchStore& store)
{
    const Population population = must(Population::load());
    std::vector<QDate> days;
    QDate next(2026, 3, 3);
    while (store.runner().writer().head().sequence < storedEvents()) {
        if (store.centre().openingHours.spansOn(next.dayOfWeek()).isEmpty()) {
            next = next.addDays(1);
            continue;
        }
        RehearsalPlan plan{.firstDay = next, .days = 1, .visitorsPerDay = visitorsPerDay, .seed = std::uint64_t(days.size() + 1)};
        must(rehearse(store.runner(), store.clock(), store.centre(), population, store.operators(), plan));
        days.push_back(next);
        next = next.addDays(1);
    }
    return days;
}

} // namespace

bool benchPast()
{
    BenchStore store({.reachDisk = [](JournalStore&) -> Result<void> { return {}; }});
    const std::vector<QDate> days = fill(store);
    const auto reader = must(Reader::open(store.paths(), store.key(), store.cipher(), store.random()));
    const StorePaths paths = store.paths();
    const StoreFacts facts{paths, true, store.runner().writer().stream(), {}, store.runner().node()};
    QueryScope scope(*reader, store.centre(), store.operators().front(), store.clock().now(), facts);
    const auto minuteOf = [&](QDate day, int minute) {
        return Instant{(day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86'400'000}.plusSeconds(60LL * (minute - store.centre().offsetMinutes));
    };
    constexpr int firstLooks = 20;
    constexpr int opening = 8 * 60 + 30;
    constexpr int closing = 17 * 60 + 30;
    constexpr int lunch = 11 * 60 + 30;
    Samples first;
    Samples dragged;
    Samples baseline;
    for (int look = 0; look < firstLooks; ++look) {
        const QDate day = days[days.size() * std::size_t(look) / firstLooks];
        first.push_back(timed([&] { must(answer(scope, HallOutline{day})); }));
        for (int minute = opening; minute < closing; minute += 7) {
            dragged.push_back(timed([&] { must(answer(scope, HallAsOf{minuteOf(day, minute), {}})); }));
            baseline.push_back(timed([&] { must(answer(scope, DisplayShow{})); }));
        }
        if (must(answer(scope, HallAsOf{minuteOf(day, lunch), {}})).services.empty())
            qFatal("bench: nobody was in the hall");
    }
    const bool holds = report(QStringLiteral("past_minute"), dragged, baseline, {.p99Microseconds = answerAtMost});
    return report(QStringLiteral("past_minute.first"), first, baseline, {.p99Microseconds = answerAtMost}) && holds;
}

} // namespace onedoor::bench
