// SPDX-License-Identifier: GPL-3.0-or-later
// live_latency: from an act's answer on one desk until another desk of the hall shows it, through the hall host, over loopback TLS; beside it one
// raw row made durable, of which this takes two: at the host, and at the other desk.
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"
#include "tests/bench/raw_sqlite.h"
#include "tests/support/hall_pc.h"

#include <QElapsedTimer>
#include <thread>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int acts = 300;
constexpr auto patience = std::chrono::seconds(20);

bool waitUntil(const std::function<bool()>& happened)
{
    QElapsedTimer waited;
    waited.start();
    while (!happened()) {
        if (std::chrono::milliseconds(waited.elapsed()) > patience)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

void addDesk(hall::Pc& host, hall::Pc& desk)
{
    const Result<PairingCode> code = host.network->openPairing(host.session("admin"));
    if (!code || !hall::join(desk, *code))
        qFatal("a desk could not join");
    desk.open();
    desk.connect();
    if (!waitUntil([&] { return desk.follows(); }))
        qFatal("a desk does not follow the host");
}

} // namespace

bool benchLive()
{
    hall::Pc host;
    hall::Pc reception;
    hall::Pc room;
    host.found();
    if (!host.network->apply(hall::serving()))
        qFatal("the host can't serve");
    addDesk(host, reception);
    addDesk(host, room);
    std::atomic<int> changes = 0;
    QObject::connect(room.gateway.get(), &Gateway::changed, room.gateway.get(), [&] { ++changes; }, Qt::DirectConnection);
    RawSqlite raw(host.folder.path() + u"/raw.db"_s, RawSqlite::Commit::Full);
    const QByteArray payload(300, 'p');
    Samples ours;
    Samples baseline;
    for (int at = 0; at < acts; ++at) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5)); // what came before has settled
        const int before = changes;
        QElapsedTimer since;
        since.start();
        const VisitReply visit = reception.visit(u"张伟"_s);
        const qint64 answered = since.nsecsElapsed();
        while (changes == before && std::chrono::milliseconds(since.elapsed()) < patience)
            std::this_thread::yield();
        while (!room.ticket(visit.ticket) && std::chrono::milliseconds(since.elapsed()) < patience)
            std::this_thread::yield();
        ours.push_back(double(since.nsecsElapsed() - answered) / 1e3);
        baseline.push_back(timed([&] {
            raw.begin();
            raw.insert(QByteArray(16, 'r'), QByteArray(32, 'h'), payload);
            raw.commit();
        }));
    }
    room.close();
    reception.close();
    host.close();
    return report(u"live_latency"_s, ours, baseline, {.p99Microseconds = 50'000, .medianMicroseconds = 10'000});
}

} // namespace onedoor::bench
