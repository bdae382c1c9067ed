// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the queue as properties that hold for any queue, drawn from seeds: it never turns round while people wait, nobody is overtaken
// by more than the policy's bound, passing somebody on never changes when they came. And the one that needs a hall: fifty consoles press
// "next" on a thousand tickets. Answers complaints 1, 2, 6, 11, 14, 18, 25 and 26 of queue.md section 5.
#include "core/domain/appointment/appointment_state.h"
#include "core/domain/ticket/ticket_decide.h"
#include "tests/support/demo_centre.h"
#include "tests/support/event_samples.h"

#include <QTest>
#include <set>
#include <thread>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::uint32_t, 5> headStarts{0, 0, 15, 20, 60};
constexpr std::int64_t bound = 60 * 60;
const QString here = u"window1"_s;
const QString there = u"window2"_s;

/// Came for an appointment: in one of the windows, or outside of both.
void appoint(TicketState& ticket, Random& random)
{
    const Instant minute = ticket.arrivedAt.plusSeconds(std::int64_t(random.below(2 * 3'600)) - 3'600);
    const AppointmentBooked booked{.beginsAt = minute, .earlyMinutes = 30, .lateMinutes = 15, .headStartMinutes = headStarts[random.below(headStarts.size())]};
    evolve(ticket, TicketAppointed{.appointedAt = minute, .standing = standingOf(booked, ticket.arrivedAt), .headStartMinutes = booked.headStartMinutes},
           {{{}, 1}, ticket.id.raw, {}, ticket.arrivedAt});
}

TicketState issued(std::uint64_t at, Random& random)
{
    TicketState ticket;
    const Instant arrived = samples::start.plusSeconds(std::int64_t(random.below(4 * 3'600)));
    evolve(ticket, TicketIssued{.number = u"A"_s + QString::number(at), .service = u"advice"_s, .arrivedAt = arrived,
                                .headStartMinutes = headStarts[random.below(headStarts.size())]},
           {{{}, 1}, RawId::named(QByteArray::number(qulonglong(at))), {}, arrived});
    if (random.below(3) == 0)
        appoint(ticket, random);
    return ticket;
}

/// Something that may happen to a ticket, whatever its state.
void happen(TicketState& ticket, Instant now, std::uint64_t sequence, Random& random)
{
    const EventMeta meta{{{}, sequence}, ticket.id.raw, {}, now};
    switch (random.below(10)) {
    case 0: return evolve(ticket, TicketCalled{.place = here}, meta);
    case 1: return evolve(ticket, TicketBegun{.place = here}, meta);
    case 2: return evolve(ticket, TicketHeld{.place = here}, meta);
    case 3: return evolve(ticket, TicketHeldUntil{.place = here, .returnsAt = now.plusSeconds(600), .headStartMinutes = 60}, meta);
    case 4: return evolve(ticket, TicketResumed{.place = there}, meta);
    case 5: return evolve(ticket, TicketMissed{.place = here}, meta);
    case 6: return evolve(ticket, TicketMissedUntil{.place = here, .returnsAt = now.plusSeconds(300)}, meta);
    case 7: return evolve(ticket, TicketRequeued{.place = here}, meta);
    case 8: return evolve(ticket, TicketTransferred{.fromPlace = here, .service = random.below(2) ? u"advice"_s : u"aid"_s}, meta);
    default:
        if (!ticket.acts.empty())
            evolve(ticket, TicketReverted{.sequence = ticket.acts.back().ref.sequence}, meta);
    }
}

/// The shipped centre with fifty windows that all serve the same.
CentreDefinition fiftyWindows()
{
    CentreDefinition centre = DemoCentre::shipped();
    const Place like = centre.places.front();
    centre.places.clear();
    for (int at = 0; at < 50; ++at) {
        Place window = like;
        window.key = u"window%1"_s.arg(at);
        window.shortLabel = window.shortLabelEnglish = QString::number(at);
        window.order = at;
        window.services.clear();
        for (const Service& service : std::as_const(centre.services))
            window.services.append(service.key);
        centre.places.append(window);
    }
    return centre;
}

} // namespace

class TestQueueOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void waitingNeverTurnsTheOrderRound();
    void nobodyIsOvertakenByMoreThanTheBound();
    void nothingChangesWhenSomebodyCame();
    void figuresAreNeverNegative();
    void whoComesBackStandsWhereTheyStood();
    void theBoundIsTheCentres();
    void anAppointmentCountsFromItsMinute();
    void fiftyConsolesCallEachTicketOnce();
};

/// Ageing is monotone: two people who wait never change places because time goes on, and one more act on a third changes nothing either.
void TestQueueOrder::waitingNeverTurnsTheOrderRound()
{
    SeededRandom random(41);
    for (int round = 0; round < 200; ++round) {
        const TicketState one = issued(1, random);
        const TicketState other = issued(2, random);
        const auto credit = [](const TicketState& ticket, Instant now) { return now.secondsSince(ticket.queueTime()); };
        const Instant early = std::max(one.arrivedAt, other.arrivedAt);
        for (const std::int64_t later : {0LL, 60LL, 3'600LL, 86'400LL}) {
            const Instant now = early.plusSeconds(later);
            QCOMPARE(credit(one, now) > credit(other, now), one.queueTime() < other.queueTime());
            QVERIFY(credit(one, now) >= credit(one, early)); // waiting longer never counts less
        }
    }
}

void TestQueueOrder::nobodyIsOvertakenByMoreThanTheBound()
{
    SeededRandom random(42);
    int overtakings = 0;
    for (int round = 0; round < 40; ++round) {
        std::vector<TicketState> queue;
        for (std::uint64_t at = 0; at < 60; ++at) {
            queue.push_back(issued(at, random));
            for (std::uint64_t act = 0; act < random.below(8); ++act)
                happen(queue.back(), queue.back().arrivedAt.plusSeconds(std::int64_t(60 * act)), act + 2, random);
        }
        for (const TicketState& first : queue) {
            for (const TicketState& other : queue) {
                // Who came for an appointment counts from its minute, not from an early arrival.
                const std::int64_t later = first.waitsFrom().secondsSince(other.waitsFrom());
                if (later > bound)
                    QVERIFY(!(first.queueTime() < other.queueTime()));
                overtakings += later > 0 && first.queueTime() < other.queueTime() ? 1 : 0;
            }
        }
    }
    QVERIFY(overtakings > 100); // there is something to bound
}

/// Complaints 2, 14 and 26: passing on, recalling, bringing back and undoing leave arrival, number and own head start as they were.
void TestQueueOrder::nothingChangesWhenSomebodyCame()
{
    SeededRandom random(43);
    for (std::uint64_t round = 0; round < 300; ++round) {
        TicketState ticket = issued(round, random);
        const TicketState before = ticket;
        for (std::uint64_t act = 0; act < 40; ++act) {
            happen(ticket, ticket.arrivedAt.plusSeconds(std::int64_t(30 * act)), act + 2, random);
            QCOMPARE(ticket.arrivedAt, before.arrivedAt);
            QCOMPARE(ticket.number, before.number);
            QCOMPARE(ticket.headStartMinutes, before.headStartMinutes);
            QVERIFY(ticket.queueTime() <= before.queueTime()); // never further back than at the beginning
        }
    }
}

/// Complaint 27 (negative waits), with a clock that jumps to and fro.
void TestQueueOrder::figuresAreNeverNegative()
{
    SeededRandom random(44);
    for (std::uint64_t round = 0; round < 300; ++round) {
        TicketState ticket = issued(round, random);
        for (std::uint64_t act = 0; act < 40; ++act) {
            const std::int64_t waited = ticket.progress.waitedSeconds;
            const std::int64_t served = ticket.progress.servedSeconds;
            const std::size_t acts = ticket.acts.size();
            happen(ticket, ticket.arrivedAt.plusSeconds(std::int64_t(random.below(7'200)) - 3'600), act + 2, random);
            QVERIFY(ticket.progress.waitedSeconds >= 0 && ticket.progress.servedSeconds >= 0);
            if (ticket.acts.size() > acts) // no undo
                QVERIFY(ticket.progress.waitedSeconds >= waited && ticket.progress.servedSeconds >= served);
        }
    }
}

/// The head of the queue, with the arrival time kept: before all over whom they stood, and before all who came since.
void TestQueueOrder::whoComesBackStandsWhereTheyStood()
{
    SeededRandom random(45);
    for (std::uint64_t round = 0; round < 300; ++round) {
        TicketState held = issued(1, random);
        const TicketState other = issued(2, random);
        const bool stoodBefore = held.queueTime() < other.queueTime();
        evolve(held, TicketCalled{.place = here}, {{{}, 2}, {}, {}, held.arrivedAt.plusSeconds(60)});
        evolve(held, TicketBegun{.place = here}, {{{}, 3}, {}, {}, held.arrivedAt.plusSeconds(90)});
        evolve(held, TicketHeldUntil{.place = here, .returnsAt = held.arrivedAt.plusSeconds(900), .headStartMinutes = 60},
               {{{}, 4}, {}, {}, held.arrivedAt.plusSeconds(120)});
        if (stoodBefore || held.arrivedAt <= other.arrivedAt)
            QVERIFY(held.queueTime() <= other.queueTime());
    }
}

/// Never before its minute but by a head start, never later than it, and outside of the windows as if there were none.
void TestQueueOrder::anAppointmentCountsFromItsMinute()
{
    SeededRandom random(45);
    int early = 0, late = 0, outside = 0;
    for (std::uint64_t round = 0; round < 1'000; ++round) {
        const TicketState ticket = issued(round, random);
        if (!ticket.appointment)
            continue;
        const TicketAppointed& appointed = *ticket.appointment;
        const std::int64_t credit = 60 * std::int64_t(std::max(ticket.headStartMinutes, appointed.headStartMinutes));
        if (!appointed.counts()) {
            ++outside;
            QCOMPARE(ticket.queueTime(), ticket.arrivedAt.plusSeconds(-60 * std::int64_t(ticket.headStartMinutes)));
            continue;
        }
        (ticket.arrivedAt <= appointed.appointedAt ? early : late) += 1;
        QVERIFY(ticket.queueTime() <= appointed.appointedAt);
        QVERIFY(ticket.queueTime() >= appointed.appointedAt.plusSeconds(-credit));
        QVERIFY(ticket.waitsFrom() >= ticket.arrivedAt);
        if (credit == 0)
            QCOMPARE(ticket.queueTime(), appointed.appointedAt);
    }
    QVERIFY(early > 50 && late > 20 && outside > 50);
}

void TestQueueOrder::theBoundIsTheCentres()
{
    CentreDefinition centre = DemoCentre::shipped();
    QCOMPARE(centre.overtakingMinutes(), 60);
    centre.priorities.back().weight = 90;
    QCOMPARE(centre.overtakingMinutes(), 90);
    centre.queue.returnHeadStartMinutes = 120;
    QCOMPARE(centre.overtakingMinutes(), 120);
}

/// Complaints 6, 11, 18, 25: each of a thousand is called by one console and by no other, in the order of the queue.
void TestQueueOrder::fiftyConsolesCallEachTicketOnce()
{
    constexpr int consoles = 50;
    constexpr int tickets = 1'000;
    DemoCentre centre(fiftyWindows());
    const Session desk = centre.session("wang.fang");
    std::vector<QFuture<Result<VisitReply>>> registered;
    for (int at = 0; at < tickets; ++at) {
        VisitRegister visit;
        visit.newPerson = PersonInput{.name = u"访客"_s, .documentKind = DocumentKind::None};
        visit.service = centre.gateway().centre().services.at(at % 4).key;
        visit.summary = u"咨询"_s;
        registered.push_back(centre.gateway().send(desk, visit));
        if (registered.size() % 100 == 0) // do not fill the gateway's queue without end
            registered.back().waitForFinished();
    }
    for (auto& each : registered)
        QVERIFY(DemoCentre::outcome(each).has_value());
    Session account = centre.session("zhao.min");
    std::vector<std::vector<QString>> called(consoles);
    std::vector<int> refused(consoles, 0);
    std::vector<std::thread> pressing;
    for (int at = 0; at < consoles; ++at) {
        pressing.emplace_back([&, at, session = account]() mutable {
            session.place = u"window%1"_s.arg(at);
            for (;;) {
                Result<TicketReply> next = centre.gateway().send(session, TicketCallNext{}).takeResult();
                if (!next) {
                    refused[std::size_t(at)] += next.error().code == u"queue.empty"_s ? 0 : 1;
                    return;
                }
                called[std::size_t(at)].push_back(next->ticket.number);
                const QString id = next->ticket.ticket.toString();
                if (!centre.gateway().send(session, TicketWithdraw{{id, {}}}).takeResult())
                    ++refused[std::size_t(at)];
            }
        });
    }
    for (std::thread& each : pressing)
        each.join();
    std::set<QString> all;
    std::size_t calls = 0;
    for (int at = 0; at < consoles; ++at) {
        QCOMPARE(refused[std::size_t(at)], 0);
        calls += called[std::size_t(at)].size();
        all.insert(called[std::size_t(at)].begin(), called[std::size_t(at)].end());
    }
    QCOMPARE(calls, std::size_t(tickets));
    QCOMPARE(all.size(), std::size_t(tickets));
}

QTEST_GUILESS_MAIN(TestQueueOrder)
#include "tst_queue_order.moc"
