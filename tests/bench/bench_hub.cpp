// SPDX-License-Identifier: GPL-3.0-or-later
// hub_pg_ingest: one event of a batch of a thousand into the hub, judged, chained and durable; beside it the same bytes through COPY into a
// staging table and INSERT … ON CONFLICT from there, durable too. hub_pg_streams: one batch of a hundred while eight streams come in at once,
// beside one stream alone. Against a PostgreSQL of its own on the same disk.
#include "core/hub/centres.h"
#include "core/hub/hub_log.h"
#include "core/hub/migrations/schema.h"
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"
#include "tests/hub/pen.h"
#include "tests/support/postgres_server.h"

#include <barrier>
#include <cstdio>
#include <deque>
#include <thread>

namespace onedoor::bench {

using namespace Qt::StringLiterals;
using hub::HubLog;
using hub::Pen;
using postgres::Connection;

namespace {

constexpr std::uint64_t batchEvents = 1000;
constexpr int batches = 40;
constexpr std::uint64_t smallBatch = 100;
constexpr int smallBatches = 60;
constexpr int streams = 8;

/// About as many bytes as a visitor at the desk leaves.
void scribble(Pen& pen, std::uint64_t events)
{
    for (std::uint64_t at = 0; at < events; ++at)
        pen.write(TicketRecalled{QString(200, u'x')}, RawId::named(QByteArray("ticket" + QByteArray::number(qulonglong(at)))));
}

/// All of it, or nothing is measured.
void take(HubLog& log, const sync::Batch& batch)
{
    std::uint64_t events = 0;
    for (const sync::StreamPart& part : batch.parts)
        events += part.items.size();
    const sync::Taken taken = must(log.take(batch));
    if (taken.events != events)
        qFatal("%llu of %llu events were taken", qulonglong(taken.events), qulonglong(events));
}

/// A hub with one centre, whose founder let the pens in.
struct Hub {
    QString uri;
    CentreId centre{RawId::named(QByteArray("centre"))};
    Pen founder{centre, "founder"};
    std::deque<Pen> pens;
    hub::MemberCache cache;

    Hub(PostgresServer& server, int count, std::uint64_t events) : uri(server.newDatabase())
    {
        founder.write(CentreFounded{.code = u"test"_s, .name = u"test"_s, .definition = u"{}"_s, .rehearsal = true}, centre.raw);
        sync::Batch openings{.parts = {{}}, .keys = {}};
        for (int at = 0; at < count; ++at) {
            Pen& pen = pens.emplace_back(centre, "pen" + QByteArray::number(at));
            founder.write(hub::enrolmentOf(pen), pen.node().raw);
            scribble(pen, events);
            openings.parts.push_back(pen.part(1, 1));
        }
        openings.parts.front() = founder.all(); // it lets the others in
        const auto connection = must(Connection::open(uri));
        must(hub::bringSchemaUpToDate(*connection));
        SystemRandom random;
        const SystemClock clock;
        const hub::HubIdentity identity = must(hub::HubIdentity::fromSeed(std::array<unsigned char, 32>{}, random));
        must(hub::admit(*connection, cache, identity, must(hub::invite(*connection, clock, random)),
                        {.centre = centre, .name = u"centre"_s, .node = founder.node(), .key = founder.publicKey(), .founder = founder.node(),
                         .founderKey = founder.publicKey()},
                        clock.now()));
        const auto first = must(HubLog::open(*connection, cache, identity.node, centre));
        take(*first, openings);
    }
    std::unique_ptr<HubLog> log(Connection& connection) { return must(HubLog::open(connection, cache, {}, centre)); }
};

/// What the hub's batch costs without being judged.
void stage(Connection& connection, const sync::StreamPart& part)
{
    postgres::CopyRows rows;
    std::uint64_t sequence = part.first;
    for (const sync::Item& item : part.items) {
        rows.beginRow(4);
        rows.add(part.stream.raw);
        rows.add(std::int64_t(sequence++));
        rows.add(QByteArrayView(item.envelope).first(32));
        rows.add(QByteArrayView(item.envelope));
    }
    must(connection.execute("BEGIN; CREATE TEMPORARY TABLE IF NOT EXISTS staged (stream uuid, sequence bigint, hash bytea, envelope bytea) ON COMMIT DELETE ROWS"));
    (void)must(connection.copyIn("COPY pg_temp.staged FROM STDIN (FORMAT binary)", rows.finished()));
    must(connection.execute("INSERT INTO raw SELECT '00000000-0000-0000-0000-000000000001', stream, sequence, hash, envelope FROM pg_temp.staged ON CONFLICT DO NOTHING; COMMIT"));
}

/// Microseconds a batch, with so many streams at once.
double together(Hub& hub, int count, std::uint64_t first)
{
    std::barrier ready(count + 1);
    std::vector<std::thread> threads;
    for (int at = 0; at < count; ++at) {
        threads.emplace_back([&, at] {
            const auto connection = must(Connection::open(hub.uri));
            const auto log = hub.log(*connection);
            ready.arrive_and_wait();
            for (int batch = 0; batch < smallBatches; ++batch) {
                const std::uint64_t from = first + std::uint64_t(batch) * smallBatch;
                take(*log, {.parts = {hub.pens[std::size_t(at)].part(from, from + smallBatch - 1)}, .keys = {}});
            }
        });
    }
    ready.arrive_and_wait();
    return timed([&] {
               for (std::thread& thread : threads)
                   thread.join();
           })
        / (double(smallBatches) * count);
}

bool hasServer(const PostgresServer& server, const char* key)
{
    if (server.runs())
        return true;
    std::fprintf(stderr, "%s is left out: %s\n", key, qPrintable(server.reason()));
    return false;
}

} // namespace

bool benchHubIngest()
{
    PostgresServer server(true);
    if (!hasServer(server, "hub_pg_ingest"))
        return true;
    Hub hub(server, 1, batchEvents * batches);
    const auto connection = must(Connection::open(hub.uri));
    const auto other = must(Connection::open(hub.uri));
    must(other->execute("CREATE TABLE raw (centre uuid, stream uuid, sequence bigint, hash bytea, envelope bytea, PRIMARY KEY (centre, stream, sequence))"));
    const auto log = hub.log(*connection);
    Samples ours;
    Samples baseline;
    for (int batch = 0; batch < batches; ++batch) {
        const std::uint64_t from = 2 + std::uint64_t(batch) * batchEvents;
        const sync::StreamPart part = hub.pens[0].part(from, from + batchEvents - 1);
        baseline.push_back(timed([&] { stage(*other, part); }) / double(batchEvents));
        ours.push_back(timed([&] { take(*log, {.parts = {part}, .keys = {}}); }) / double(batchEvents));
    }
    return report(u"hub_pg_ingest"_s, ours, baseline, {.atMost = 1.8});
}

bool benchHubStreams()
{
    PostgresServer server(true);
    if (!hasServer(server, "hub_pg_streams"))
        return true;
    constexpr int rounds = 5;
    Hub hub(server, streams, std::uint64_t(2 * rounds * smallBatches) * smallBatch);
    Samples ours;
    Samples baseline;
    std::uint64_t alone = 2;
    for (int round = 0; round < rounds; ++round) {
        // The first pen is one of the eight and the lone one: both go on where it stands.
        baseline.push_back(together(hub, 1, alone));
        const std::uint64_t first = alone + std::uint64_t(smallBatches) * smallBatch;
        for (std::size_t at = 1; at < hub.pens.size(); ++at) {
            const auto connection = must(Connection::open(hub.uri));
            take(*hub.log(*connection), {.parts = {hub.pens[at].part(alone, first - 1)}, .keys = {}});
        }
        ours.push_back(together(hub, streams, first));
        alone = first + std::uint64_t(smallBatches) * smallBatch;
    }
    return report(u"hub_pg_streams"_s, ours, baseline, {.atLeast = 4});
}

} // namespace onedoor::bench
