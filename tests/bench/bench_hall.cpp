// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_hall.h"

#include "tests/bench/figure.h"

#include <QElapsedTimer>
#include <thread>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr auto patience = std::chrono::minutes(5);

} // namespace

std::uint64_t workAlone(hall::Pc& pc, std::uint64_t atLeast, std::uint64_t seed)
{
    CentreDefinition centre = hall::definition();
    for (Series& series : centre.series)
        series.lastNumber = 9'999;
    const StoreAccess access{.paths = pc.paths(), .key = *pc.key, .cipher = sqlite::preferredCipher(), .nodeName = u"bench"_s, .software = u"bench"_s};
    CommandRunner runner(must(openStore(access, pc.clock.now(), pc.random)), std::make_shared<const CentreDefinition>(centre), pc.clock);
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

std::vector<StoredEvent> eventsOf(hall::Pc& pc)
{
    std::vector<StoredEvent> events;
    const StoreAccess access{.paths = pc.paths(), .key = *pc.key, .cipher = sqlite::preferredCipher(), .nodeName = u"bench"_s, .software = u"bench"_s};
    OpenedStore store = must(openStore(access, pc.clock.now(), pc.random));
    must(store.writer->journal().eachAfter(0, [&](const JournalRow& row) -> Result<void> {
        events.push_back({must(decodeEnvelope(row.envelope)).record.view().toByteArray(), row.hash.toByteArray(), row.envelope.toByteArray()});
        return {};
    }));
    return events;
}

} // namespace onedoor::bench
