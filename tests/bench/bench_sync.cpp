// SPDX-License-Identifier: GPL-3.0-or-later
// sync_pull, sync_push: weeks of one PC's work reach the other over loopback TLS, until its views show the last act; per event, against the
// raw prepared batch insert of the same bytes. bootstrap: a PC joins a centre with a million events, until it opens its store; against
// VACUUM INTO of the same journal and views.
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"
#include "tests/bench/raw_sqlite.h"
#include "tests/support/hall_pc.h"

#include <QElapsedTimer>
#include <thread>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t syncEvents = 100'000;
constexpr std::uint64_t bootstrapEvents = 1'000'000;
constexpr int rounds = 3;
constexpr auto patience = std::chrono::minutes(5);

/// Days of work while the PC is on its own; no gateway may have the store open.
std::uint64_t workAlone(hall::Pc& pc, std::uint64_t atLeast, std::uint64_t seed)
{
    CentreDefinition centre = hall::definition();
    for (Series& series : centre.series)
        series.lastNumber = 9'999;
    const StoreAccess access{.paths = pc.paths(), .key = *pc.key, .cipher = sqlite::preferredCipher(), .nodeName = u"bench"_s, .software = u"bench"_s};
    CommandRunner runner(must(openStore(access, pc.clock.now(), pc.random)), centre, pc.clock);
    const Population population = must(Population::load());
    std::vector<Session> operators;
    operators.reserve(24);
    for (int at = 0; at < 24; ++at)
        operators.push_back({AccountId::make(pc.clock.now(), pc.random), u"bench%1"_s.arg(at), {}, {u"receptionist"_s, u"roomStaff"_s}, {}});
    const std::uint64_t before = runner.writer().head().sequence;
    std::uint64_t written = 0;
    const auto enough = [&](std::uint64_t sequence, const RehearsalCount&) {
        written = sequence - before;
        return written < atLeast;
    };
    const QDate first = pc.clock.now().dateAt(8 * 60).addDays(1);
    must(rehearse(runner, pc.clock, centre, population, operators, {.firstDay = first, .days = 3660, .visitorsPerDay = 300, .seed = seed}, enough));
    runner.idle();
    return written;
}

void waitFor(const char* what, const std::function<bool()>& happened)
{
    QElapsedTimer waited;
    waited.start();
    while (!happened()) {
        if (std::chrono::milliseconds(waited.elapsed()) > patience)
            qFatal("bench: %s never happened", what);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

/// A host that serves, and a desk that has joined; both closed.
void makeHall(hall::Pc& host, hall::Pc& desk)
{
    host.found();
    must(host.network->apply(hall::serving()));
    const Result<PairingCode> code = host.network->openPairing(host.session("admin"));
    if (!code || !hall::join(desk, *code))
        qFatal("bench: a desk could not join");
    desk.open();
    desk.connect();
    waitFor("following", [&] { return desk.follows(); });
    desk.close();
    host.close();
}

double rawInsert(hall::Pc& pc, const QString& path)
{
    std::vector<StoredEvent> events;
    {
        const StoreAccess access{.paths = pc.paths(), .key = *pc.key, .cipher = sqlite::preferredCipher(), .nodeName = u"bench"_s, .software = u"bench"_s};
        OpenedStore store = must(openStore(access, pc.clock.now(), pc.random));
        must(store.writer->journal().eachAfter(0, [&](const JournalRow& row) -> Result<void> {
            events.push_back({must(decodeEnvelope(row.envelope)).record.view().toByteArray(), row.hash.toByteArray(), row.envelope.toByteArray()});
            return {};
        }));
    }
    RawSqlite raw(path, RawSqlite::Commit::Normal);
    return timed([&] {
               for (std::size_t at = 0; at < events.size(); ++at) {
                   if (at % 1'000 == 0) {
                       if (at > 0)
                           raw.commit();
                       raw.begin();
                   }
                   raw.insert(events[at].record, events[at].hash, events[at].envelope);
               }
               raw.commit();
           })
           / double(events.size());
}

/// One PC has worked alone; how long until the other shows its last act, per event.
double meet(hall::Pc& host, hall::Pc& desk, hall::Pc& author, std::uint64_t events)
{
    hall::Pc& reader = &author == &host ? desk : host;
    const auto clock = author.clock.now();
    reader.clock.set(clock);
    host.open();
    desk.open();
    const VisitReply last = author.visit(u"周敏"_s);
    host.connect();
    const double took = timed([&] {
        desk.connect();
        waitFor("the last act", [&] { return reader.ticket(last.ticket).has_value(); });
    });
    desk.close();
    host.close();
    return took / double(events);
}

bool benchMeeting(const QString& key, bool deskWrites)
{
    hall::Pc host;
    hall::Pc desk;
    makeHall(host, desk);
    hall::Pc& author = deskWrites ? desk : host;
    Samples ours;
    Samples baseline;
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t events = workAlone(author, syncEvents, std::uint64_t(round + 1));
        ours.push_back(meet(host, desk, author, events));
        baseline.push_back(rawInsert(author, author.folder.path() + u"/raw%1.db"_s.arg(round)));
    }
    return report(key, ours, baseline, {.atLeast = 0.35});
}

} // namespace

bool benchPull()
{
    return benchMeeting(u"sync_pull"_s, false);
}

bool benchPush()
{
    return benchMeeting(u"sync_push"_s, true);
}

bool benchBootstrap()
{
    hall::Pc host;
    host.found();
    must(host.network->apply(hall::serving()));
    host.close();
    workAlone(host, bootstrapEvents, 1);
    host.open();
    host.connect();
    hall::Pc desk;
    desk.clock.set(host.clock.now());
    const Result<PairingCode> code = host.network->openPairing(host.session("admin"));
    must(code);
    const double took = timed([&] {
        if (!hall::join(desk, *code))
            qFatal("bench: the desk could not join");
        desk.open();
    });
    const QStringList files{host.paths().journal(), host.paths().views()};
    host.close();
    desk.close();
    double copying = 0;
    for (const QString& file : files) {
        const bool isJournal = file == host.paths().journal();
        sqlite::OpenOptions options{.key = {sqlite::preferredCipher(), host.key->derive(isJournal ? KeyPurpose::JournalFile : KeyPurpose::ViewsFile)}};
        sqlite::Database database = must(sqlite::Database::open(file, std::move(options)));
        const QString target = host.folder.path() + (isJournal ? u"/journal-copy.db"_s : u"/views-copy.db"_s);
        copying += timed([&] { must(database.execute(u"VACUUM INTO '%1'"_s.arg(target))); });
    }
    return report(u"bootstrap"_s, {took}, {copying}, {.atMost = 2.5, .medianMicroseconds = 20'000'000});
}

} // namespace onedoor::bench
