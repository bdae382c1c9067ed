// SPDX-License-Identifier: GPL-3.0-or-later
// ui_stall: how long the UI thread keeps anybody waiting while visitor after visitor is registered, called, served and finished behind it as
// fast as the store takes it, with the reception and the counter open in two windows.
// ui_stall_sync: how long the UI thread keeps anybody waiting while its PC gets weeks of work from the hall host as fast as it can, with the
// reception and the counter open in two windows, until all of it is shown; beside it the same windows before, with nothing to get.
// ui_stall_sync.live: the same while the host registers one visitor after the other without a pause and the pages show each at once. The
// program's own door, store, network and windows on the offscreen platform; the host is in the same process and takes its share of the
// processors.
#include "tests/bench/bench_hall.h"
#include "tests/bench/shown_desk.h"
#include "tests/bench/stall_probe.h"

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t missed = 300'000; ///< events that the desk lacks
constexpr std::chrono::seconds idleTime{4};
constexpr std::chrono::milliseconds settling{500}; ///< the pages ask anew for what has changed
constexpr int liveVisits = 400; ///< as many numbers as are left in the series
constexpr int rehearsedVisits = 1'200;
const QString counterPlace = u"window6"_s; ///< the counter sits down there

/// Whether the desk's views show the ticket: asked again as soon as there is an answer.
class ShownTicket {
public:
    ShownTicket(const StoreEntry& store, TicketId ticket) : m_store(store), m_ticket(ticket) {}
    bool look()
    {
        if (m_answer.isValid() && !m_answer.isFinished())
            return false;
        const bool isShown = m_answer.isValid() && m_answer.result().has_value();
        m_answer = m_store.gateway->ask(m_store.session, TicketShow{m_ticket.toString()});
        return isShown;
    }

private:
    const StoreEntry& m_store;
    const TicketId m_ticket;
    QFuture<Result<TicketShow::Reply>> m_answer;
};

void sayHow(const char* what, const Samples& busy, const Samples& idle)
{
    std::fprintf(stderr, "ui_stall: %s, watched for %.1f s, longest wait %.1f ms, idle %.1f ms\n", what, double(busy.size()) / 1e3,
                 percentile(busy, 1) / 1e3, percentile(idle, 1) / 1e3);
}

Samples watchIdle(StallProbe& probe)
{
    Samples samples;
    probe.recordInto(&samples);
    runFor(idleTime);
    probe.recordInto(nullptr);
    return samples;
}

/// The host comes back after weeks.
Samples watchCatchingUp(StallProbe& probe, hall::Pc& host, ShownDesk& shown, TicketId last)
{
    using Link = NetworkView::Link;
    Samples samples;
    host.connect();
    shown.door.network().retryNow();
    runUntil("following", [&] { return shown.door.network().view().link == Link::Following; });
    probe.recordInto(&samples);
    ShownTicket ticket(shown.store, last);
    runUntil("the last act", [&] { return ticket.look(); });
    runFor(settling);
    probe.recordInto(nullptr);
    return samples;
}

/// The host works as fast as it can.
Samples watchLive(StallProbe& probe, hall::Pc& host, ShownDesk& shown)
{
    Samples samples;
    std::atomic<bool> isDone = false;
    VisitReply last;
    probe.recordInto(&samples);
    std::thread work([&] {
        for (int at = 0; at < liveVisits; ++at)
            last = host.visit(u"周敏"_s);
        isDone = true;
    });
    runUntil("a day's visitors", [&] { return isDone.load(); });
    work.join();
    ShownTicket ticket(shown.store, last.ticket);
    runUntil("the last visitor", [&] { return ticket.look(); });
    runFor(settling);
    probe.recordInto(nullptr);
    return samples;
}

/// One visitor through the hall, each act durable before the next.
void passThrough(Gateway& gateway, const Session& session, const QString& service, const QString& place)
{
    VisitRegister visit;
    visit.newPerson = PersonInput{.name = u"周敏"_s, .documentKind = DocumentKind::None};
    visit.service = service;
    visit.summary = u"咨询"_s;
    (void)hall::wait(gateway.send(session, visit));
    const TicketReply called = hall::wait(gateway.send(session, TicketCallNext{place}));
    const QString ticket = called.ticket.ticket.toString();
    (void)hall::wait(gateway.send(session, TicketBegin{{ticket, place}}));
    TicketFinish finish;
    finish.ticket = ticket;
    finish.place = place;
    finish.outcome = u"resolved"_s;
    (void)hall::wait(gateway.send(session, finish));
}

} // namespace

bool benchUiStallRehearsal()
{
    hall::Pc pc;
    pc.found();
    pc.close();
    ShownDesk shown(pc.clock, pc.random);
    shown.show(pc.paths().folder, counterPlace, {u"counter"_s});
    runFor(std::chrono::seconds(2));
    StallProbe probe;
    const Samples idle = watchIdle(probe);
    Samples busy;
    std::atomic<bool> isDone = false;
    probe.recordInto(&busy);
    std::thread work([&] {
        // Of different series, so that the day's numbers last.
        const std::array ways{std::pair{u"guidance"_s, u"window1"_s}, std::pair{u"legalAid"_s, u"window6"_s},
                              std::pair{u"petitionClaim"_s, u"window3"_s}, std::pair{u"wageArrears"_s, u"window7"_s}};
        for (int at = 0; at < rehearsedVisits; ++at) {
            const auto& [service, place] = ways[std::size_t(at) % ways.size()];
            passThrough(*shown.store.gateway, shown.store.session, service, place);
        }
        isDone = true;
    });
    runUntil("the rehearsal", [&] { return isDone.load(); });
    work.join();
    runFor(settling);
    probe.recordInto(nullptr);
    sayHow("a rehearsal behind it", busy, idle);
    return report(u"ui_stall"_s, busy, idle, {.p99Microseconds = 16'000});
}

bool benchUiStall()
{
    hall::Pc host;
    hall::Pc pc;
    makeHall(host, pc);
    (void)workAlone(host, missed, 5);
    pc.clock.set(host.clock.now());
    host.open();
    const VisitReply last = host.visit(u"周敏"_s);
    ShownDesk shown(pc.clock, pc.random);
    shown.show(pc.paths().folder, counterPlace, {u"counter"_s});
    runFor(std::chrono::seconds(2)); // pages and fonts are there
    StallProbe probe;
    const Samples idle = watchIdle(probe);
    const Samples catchingUp = watchCatchingUp(probe, host, shown, last.ticket);
    const Samples live = watchLive(probe, host, shown);
    sayHow("weeks at once", catchingUp, idle);
    sayHow("one visitor after the other", live, idle);
    shown.close();
    host.close();
    const bool holds = report(u"ui_stall_sync"_s, catchingUp, idle, {.p99Microseconds = 16'000});
    return report(u"ui_stall_sync.live"_s, live, idle, {.p99Microseconds = 16'000}) && holds;
}

} // namespace onedoor::bench
