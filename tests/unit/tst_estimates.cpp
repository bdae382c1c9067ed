// SPDX-License-Identifier: GPL-3.0-or-later
// queue.estimate through the real gateway: planning values at first, learned ranges after rehearsed days, refusals that say why; and that the
// hall as the views tell it is the hall as the journal tells it, so that what was learned from the one holds for the other. Complaints 9 and
// 27 of the survey.
#include "core/domain/waiting/hall_replay.h"
#include "core/services/api/waiting.h"
#include "core/services/rehearsal/rehearsal.h"
#include "core/services/waiting/waiting_memory.h"
#include "core/store/journal/past_days.h"
#include "core/store/views/waiting_queries.h"
#include "tests/support/demo_centre.h"
#include "tests/support/must.h"

#include <algorithm>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestEstimates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_demo.reset(); }
    void planningAtFirst();
    void oneTicketAndAPlace();
    void everyService();
    void refusals_data();
    void refusals();
    void levels();
    void viewsAndJournalAgree();
    void learnedFromRehearsedDays();

private:
    EstimateList ask(const QueueEstimate& query) { return DemoCentre::wait(m_demo->gateway().ask(m_desk, query)); }
    void rehearseDays(int days, int visitors, const std::function<void(CommandRunner&)>& now = {});

    std::unique_ptr<DemoCentre> m_demo;
    Session m_desk;
};

void TestEstimates::init()
{
    m_demo = std::make_unique<DemoCentre>();
    m_desk = m_demo->session("wang.fang");
}

/// Into the open store, on its writer thread; `now` looks at it after every commit.
void TestEstimates::rehearseDays(int days, int visitors, const std::function<void(CommandRunner&)>& now)
{
    const Session clerk = m_demo->session("zhao.min");
    const Population population = must(Population::load());
    m_demo->gateway().onWriter([&](CommandRunner& runner) {
        must(rehearse(runner, m_demo->clock(), m_demo->gateway().centre(), population, {clerk},
                      {.firstDay = QDate(2026, 3, 3), .days = days, .visitorsPerDay = visitors, .seed = 3, .eventsPerCommit = 97, .appointmentsPerDay = now ? 40 : 0},
                      [&](std::uint64_t, const RehearsalCount&) {
                          if (now)
                              now(runner);
                          return true;
                      }));
    });
}

void TestEstimates::planningAtFirst()
{
    EstimateList list = ask({.service = u"guidance"_s});
    QCOMPARE(list.estimates.size(), std::size_t(1));
    QCOMPARE(list.daysLearned, 0U);
    QCOMPARE(list.estimates[0].state, WaitState::Unstaffed);
    QVERIFY(!list.estimates[0].callAt);
    const Session window = m_demo->session("li.jun", u"window1"_s);
    DemoCentre::wait(m_demo->gateway().send(window, PlaceStaff{u"window1"_s}));
    QCOMPARE(ask({.service = u"guidance"_s}).estimates[0].state, WaitState::AtOnce);
    for (int each = 0; each < 4; ++each)
        m_demo->visit(m_desk, u"来访人%1"_s.arg(QChar(u'甲' + each)), u"guidance"_s);
    const WaitEstimate four = ask({.service = u"guidance"_s}).estimates[0];
    QCOMPARE(four.state, WaitState::Waits);
    QCOMPARE(four.ahead, 4U);
    QVERIFY(!four.learned);
    QVERIFY(four.lowSeconds <= four.likelySeconds && four.likelySeconds <= four.highSeconds);
    // Four times the eight minutes of the centre's definition, and the moments between.
    QVERIFY(four.likelySeconds > 30 * 60 && four.likelySeconds < 40 * 60);
    QCOMPARE(four.callAt, m_demo->clock().now().plusSeconds(four.likelySeconds));
    // Who has a head start stands before them.
    QVERIFY(ask({.service = u"guidance"_s, .priority = u"urgent"_s}).estimates[0].likelySeconds < 5 * 60);
}

void TestEstimates::oneTicketAndAPlace()
{
    const Session window = m_demo->session("li.jun", u"window1"_s);
    DemoCentre::wait(m_demo->gateway().send(window, PlaceStaff{u"window1"_s}));
    std::vector<VisitReply> visits;
    for (int each = 0; each < 3; ++each) {
        visits.push_back(m_demo->visit(m_desk, u"来访人%1"_s.arg(QChar(u'甲' + each)), u"guidance"_s));
        m_demo->clock().advanceSeconds(1);
    }
    const WaitEstimate second = ask({.ticket = visits[1].number}).estimates.at(0);
    QCOMPARE(second.ticket, visits[1].ticket);
    QCOMPARE(second.number, visits[1].number);
    QCOMPARE(second.ahead, 1U);
    const EstimateList all = ask({.place = u"window1"_s});
    QCOMPARE(all.estimates.size(), std::size_t(3));
    for (std::size_t each = 0; each < 3; ++each)
        QCOMPARE(all.estimates[each].ticket, visits[each].ticket);
    QVERIFY(all.estimates[0].callAt < all.estimates[1].callAt && all.estimates[1].callAt < all.estimates[2].callAt);
    QVERIFY(ask({.place = u"window7"_s}).estimates.empty());
}

void TestEstimates::everyService()
{
    const EstimateList list = ask({});
    QCOMPARE(qsizetype(list.estimates.size()), m_demo->gateway().centre().services.size());
}

void TestEstimates::refusals_data()
{
    QTest::addColumn<QueueEstimate>("query");
    QTest::addColumn<QString>("code");
    QTest::newRow("service") << QueueEstimate{.service = u"nothing"_s} << u"service.unknown"_s;
    QTest::newRow("priority") << QueueEstimate{.service = u"guidance"_s, .priority = u"nothing"_s} << u"priority.unknown"_s;
    QTest::newRow("place") << QueueEstimate{.place = u"nothing"_s} << u"place.unknown"_s;
    QTest::newRow("ticket") << QueueEstimate{.ticket = u"Z999"_s} << u"ticket.unknown"_s;
    QTest::newRow("called already") << QueueEstimate{.ticket = u"A001"_s} << u"ticket.notWaiting"_s;
}

void TestEstimates::refusals()
{
    QFETCH(const QueueEstimate, query);
    m_demo->visit(m_desk, u"来访人甲"_s, u"guidance"_s);
    DemoCentre::wait(m_demo->gateway().send(m_demo->session("li.jun", u"window1"_s), TicketCallNext{}));
    const auto refused = DemoCentre::outcome(m_demo->gateway().ask(m_desk, query));
    QVERIFY(!refused);
    QTEST(refused.error().code, "code");
}

/// Complaint 27, OpenMRS #2625: ten minutes and three hours look different, by the centre's own thresholds.
void TestEstimates::levels()
{
    const Session room = m_demo->session("li.jun", u"familyRoom"_s);
    DemoCentre::wait(m_demo->gateway().send(room, PlaceStaff{u"familyRoom"_s}));
    const auto level = [&] { return ask({.service = u"familyMediation"_s}).estimates[0].level; };
    QCOMPARE(level(), WaitLevel::Short);
    m_demo->visit(m_desk, u"来访人甲"_s, u"familyMediation"_s);
    QCOMPARE(level(), WaitLevel::Long);
    m_demo->visit(m_desk, u"来访人乙"_s, u"familyMediation"_s);
    QCOMPARE(level(), WaitLevel::VeryLong);
}

void TestEstimates::viewsAndJournalAgree()
{
    const WaitingFrame frame(m_demo->gateway().centre());
    HallReplay replay(frame);
    std::int64_t seen = 0;
    int compared = 0, busy = 0;
    std::size_t longest = 0;
    const auto compare = [&](CommandRunner& runner) {
        must(runner.writer().journal().eachAfter(seen, [&](const JournalRow& row) -> Result<void> {
            seen = row.arrival;
            const Envelope envelope = must(decodeStoredEnvelope(row.envelope));
            replay.take(readEvent(envelope, nullptr).event, metaOf(envelope));
            return {};
        }));
        const Instant now = m_demo->clock().now();
        const HallNow journal = replay.at(now);
        const HallNow views = must(queries::hallNow(runner.writer().views(), frame, now));
        QCOMPARE(views.waiting, journal.waiting);
        for (std::size_t place = 0; place < views.places.size(); ++place) {
            QCOMPARE(std::pair(place, views.places[place].isActive), std::pair(place, journal.places[place].isActive));
            QCOMPARE(std::pair(place, views.places[place].service), std::pair(place, journal.places[place].service));
            QCOMPARE(views.places[place].since.toIso(0), journal.places[place].since.toIso(0));
        }
        ++compared;
        busy += int(std::count_if(views.places.begin(), views.places.end(), [](const PlaceNow& place) { return place.service >= 0; }));
        longest = std::max(longest, views.waiting.size());
    };
    rehearseDays(2, 200, compare);
    QVERIFY(compared > 20);
    QVERIFY(busy > 50);
    QVERIFY(longest > 5);
}

void TestEstimates::learnedFromRehearsedDays()
{
    rehearseDays(12, 250);
    m_demo->clock().set(Instant::fromIso(u"2026-03-19T09:30:00+08:00"_s)); // a Thursday, two days after the last
    const Session window = m_demo->session("li.jun", u"window3"_s);
    DemoCentre::wait(m_demo->gateway().send(window, PlaceStaff{u"window3"_s}));
    for (int each = 0; each < 6; ++each)
        m_demo->visit(m_desk, u"来访人%1"_s.arg(QChar(u'甲' + each)), u"petitionClaim"_s);
    const EstimateList list = ask({.service = u"petitionClaim"_s});
    QCOMPARE(list.daysLearned, 12U);
    const WaitEstimate& estimate = list.estimates[0];
    QVERIFY(estimate.learned);
    QCOMPARE(estimate.ahead, 6U);
    QVERIFY(estimate.lowSeconds > 20 * 60 && estimate.lowSeconds < estimate.likelySeconds && estimate.likelySeconds < estimate.highSeconds);
    // The same question again: the same answer, without reading the past again.
    QCOMPARE(ask({.service = u"petitionClaim"_s}).estimates, list.estimates);
}


QTEST_GUILESS_MAIN(TestEstimates)
#include "tst_estimates.moc"
