// SPDX-License-Identifier: GPL-3.0-or-later
// sync_pull, sync_push: weeks of one PC's work reach the other over loopback TLS, until its views show the last act; per event, against the
// raw prepared batch insert of the same bytes. bootstrap: a PC joins a centre with a million events, until it opens its store; against
// VACUUM INTO of the same journal and views.
#include "tests/bench/bench_hall.h"
#include "tests/bench/figure.h"
#include "tests/bench/raw_sqlite.h"

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t syncEvents = 100'000;

/// The figure counts with a million; fewer are for looking for something.
std::uint64_t bootstrapEvents()
{
    const auto asked = qEnvironmentVariableIntValue("ONEDOOR_BENCH_EVENTS");
    return asked > 0 ? std::uint64_t(asked) : 1'000'000;
}
constexpr int rounds = 3;

double rawInsert(hall::Pc& pc, const QString& path)
{
    const std::vector<StoredEvent> events = eventsOf(pc);
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
    workAlone(host, bootstrapEvents(), 1);
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
