// SPDX-License-Identifier: GPL-3.0-or-later
// refold: all views built anew from the journal, per event, against a raw ordered scan of the same bytes: bare SQLite, no cipher, rows
// kept by stream and sequence, read in the order of the hybrid times, as who folds straight from such a table must read them.
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"
#include "tests/bench/raw_sqlite.h"

namespace onedoor::bench {

bool benchRefold()
{
    constexpr std::uint64_t wanted = 200'000;
    constexpr int rounds = 7;
    BenchStore store;
    store.rehearseAtLeast(wanted);
    const std::vector<StoredEvent> events = store.events();
    RawTimeline raw(store.folder() + QStringLiteral("/raw.db"));
    for (const StoredEvent& event : events)
        raw.insert(event.envelope, event.hash);
    raw.commit();
    Samples ours;
    Samples baseline;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(store.reopen(true) / double(events.size()));
        baseline.push_back(timed([&] { raw.scan(); }) / double(events.size()));
    }
    return report(QStringLiteral("refold"), ours, baseline, {.atLeast = 0.25});
}

} // namespace onedoor::bench
