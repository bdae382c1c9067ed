// SPDX-License-Identifier: GPL-3.0-or-later
// append_durable: one visitor registered and ticketed, on the disk, against one raw row on the disk.
// append_batch: events of another node decoded, admitted and stored encrypted, the views with them, against the raw prepared insert of the
// same bytes.
#include "core/sync/admission.h"
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
    constexpr int waitingAtFirst = 50;
    std::vector<TicketId> waiting;
    waiting.reserve(waitingAtFirst);
    for (int at = 0; at < waitingAtFirst; ++at)
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

/// What admission asks of the journal that the batch goes into.
sync::Known knownOf(JournalStore& journal)
{
    return {[&journal](const StreamId& stream) -> Result<sync::Head> {
                ONEDOOR_ASSIGN(const StreamHead head, journal.head(stream));
                return sync::Head{head.sequence, head.hash};
            },
            [](const EventRef&) -> Result<std::optional<Hash>> { return std::nullopt; }};
}

/// The members of the source's centre, as a PC that joined it would know them.
sync::Membership membersOf(const std::vector<StoredEvent>& events)
{
    sync::Membership members;
    for (const StoredEvent& event : events) {
        const Result<Envelope> envelope = decodeEnvelope(event.envelope);
        must(envelope);
        members.learn(*envelope);
        if (envelope->ref.sequence > 10)
            break;
    }
    return members;
}

bool benchAppendBatch()
{
    BenchStore source;
    source.rehearseAtLeast(batchEvents);
    const std::vector<StoredEvent> events = source.events();
    BenchStore target;
    sync::Membership members = membersOf(events);
    // The same durability on both sides: what is compared is the work per event.
    RawSqlite raw(target.folder() + QStringLiteral("/raw.db"), RawSqlite::Commit::Full);
    Samples ours;
    Samples baseline;
    for (std::size_t from = 0; from + batchSize <= events.size(); from += batchSize) {
        sync::StreamPart part{.stream = decodeEnvelope(events[from].envelope)->ref.stream, .first = from + 1};
        for (std::size_t at = from; at < from + batchSize; ++at)
            part.items.push_back({events[at].envelope, {}});
        Writer& writer = target.runner().writer();
        ours.push_back(timed([&] {
                           Result<sync::Admitted> admitted = sync::admit({{part}, {}}, members, knownOf(writer.journal()));
                           must(admitted);
                           must(writer.store(*admitted, SystemClock().now()));
                       })
                       / double(batchSize));
        baseline.push_back(timed([&] {
                               raw.begin();
                               for (std::size_t at = from; at < from + batchSize; ++at)
                                   raw.insert(events[at].record, events[at].hash, events[at].envelope);
                               raw.commit();
                           })
                           / double(batchSize));
        if (from % 20'000 == 0) {
            while (target.runner().showMore() == CommandRunner::Shown::More) { }
            target.runner().idle();
        }
    }
    return report(QStringLiteral("append_batch"), ours, baseline, {.atMost = 2.2});
}

} // namespace onedoor::bench
