// SPDX-License-Identifier: GPL-3.0-or-later
// call_next: with a thousand people waiting, everything that a call costs besides the durable commit. The journal commits without waiting
// for the disk here; the baseline is the same raw row committed the same way.
#include "core/services/api/counter.h"
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"
#include "tests/bench/raw_sqlite.h"

namespace onedoor::bench {

bool benchCallNext()
{
    constexpr int waiting = 1'000;
    constexpr int rounds = 500;
    BenchStore store({.reachDisk = [](JournalStore&) -> Result<void> { return {}; }});
    RawSqlite raw(store.folder() + QStringLiteral("/raw.db"), RawSqlite::Commit::Normal);
    must(store.runner().begin());
    // Two of the place's services, so that the queue is chosen from and no series runs out of numbers.
    const Place& place = *store.centre().placesServing(u"legalAdvice").front();
    for (int at = 0; at < waiting; ++at)
        store.registerOne(store.visitor(place.services.at(at % 2)), false);
    must(store.runner().commit());
    Session lawyer = store.operators().front();
    lawyer.place = place.key;
    const QByteArray record(16, 'r'), hash(32, 'h'), payload(300, 'p');
    Samples ours;
    Samples baseline;
    for (int at = 0; at < rounds; ++at) {
        TicketReply called;
        ours.push_back(timed([&] {
            must(store.runner().begin());
            called = must(store.runner().run(lawyer, TicketCallNext{}));
            must(store.runner().commit());
        }));
        baseline.push_back(timed([&] {
            raw.begin();
            raw.insert(record, hash, payload);
            raw.commit();
        }));
        must(store.runner().begin());
        must(store.runner().run(lawyer, TicketRequeue{{called.ticket.ticket.toString(), {}}}));
        must(store.runner().commit());
    }
    return report(QStringLiteral("call_next"), ours, baseline, {.p99Microseconds = 3'000});
}

} // namespace onedoor::bench
