// SPDX-License-Identifier: GPL-3.0-or-later
// append_durable: one visitor registered and ticketed, on the disk, against one raw row on the disk.
// append_batch: events of another node decoded, checked against their chain and stored encrypted (the views follow), against the raw prepared insert of the same bytes.
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"
#include "tests/bench/raw_sqlite.h"

namespace onedoor::bench {

namespace {

constexpr int durableRounds = 600;
constexpr int visitorsBetweenRests = 20; ///< a desk rests after each visitor, and the program then tidies its log away
constexpr std::uint64_t batchEvents = 60'000;
constexpr std::size_t batchSize = 1'000;

} // namespace

bool benchAppendDurable()
{
    BenchStore store;
    RawSqlite raw(store.folder() + QStringLiteral("/raw.db"), RawSqlite::Commit::Full);
    const QByteArray record(16, 'r');
    const QByteArray hash(32, 'h');
    const QByteArray payload(300, 'p');
    std::vector<TicketId> waiting;
    for (int at = 0; at < 50; ++at)
        waiting.push_back(store.registerOne(store.visitor(), true));
    Samples ours;
    Samples baseline;
    for (int at = 0; at < durableRounds; ++at) {
        if (at % visitorsBetweenRests == 0) {
            store.withdraw(std::exchange(waiting, {}));
            store.runner().idle();
        }
        const VisitRegister visit = store.visitor();
        ours.push_back(timed([&] { waiting.push_back(store.registerOne(visit, true)); }));
        baseline.push_back(timed([&] {
            raw.begin();
            raw.insert(record, hash, payload);
            raw.commit();
        }));
    }
    return report(QStringLiteral("append_durable"), ours, baseline, {.atMost = 1.5, .p99AtMost = 4});
}

bool benchAppendBatch()
{
    BenchStore source;
    source.rehearseAtLeast(batchEvents);
    const std::vector<StoredEvent> events = source.events();
    BenchStore target;
    // The same durability on both sides: what is compared is the work per event.
    RawSqlite raw(target.folder() + QStringLiteral("/raw.db"), RawSqlite::Commit::Full);
    Samples ours;
    Samples baseline;
    for (std::size_t from = 0; from + batchSize <= events.size(); from += batchSize) {
        std::vector<QByteArray> batch;
        for (std::size_t at = from; at < from + batchSize; ++at)
            batch.push_back(events[at].envelope);
        Writer& writer = target.runner().writer();
        ours.push_back(timed([&] {
                           must(writer.ingest(batch));
                       })
                       / double(batchSize));
        baseline.push_back(timed([&] {
                               raw.begin();
                               for (std::size_t at = from; at < from + batchSize; ++at)
                                   raw.insert(events[at].record, events[at].hash, events[at].envelope);
                               raw.commit();
                           })
                           / double(batchSize));
        if (from % 20'000 == 0)
            target.runner().idle();
    }
    return report(QStringLiteral("append_batch"), ours, baseline, {.atMost = 2.2});
}

} // namespace onedoor::bench
