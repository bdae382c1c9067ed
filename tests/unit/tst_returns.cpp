// SPDX-License-Identifier: GPL-3.0-or-later
// Who comes back by itself: on hold with a timer, or missed with a pause that is over. Nothing is recorded when a time is up, so nobody has to
// be there and no two PCs can do it twice; whose time is up is called like everybody. Then what goes with it: figures that leave holds out,
// several places at one console, matters that are done at once, and undo for all of it.
#include "core/services/queue_text.h"
#include "tests/support/demo_centre.h"

#include <QTest>
#include <functional>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestReturns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void heldWaitsAgainWhenTheTimeIsUp();
    void timeThatIsUpRecordsNothing();
    void keptPapersCallForTheirPlace();
    void holdTimeIsInNobodysFigures();
    void holdOverMidnight();
    void clockSetBackDuringAHold();
    void whoComesBackKeepsTheArrival();
    void missedIsOfferedAfterThePause();
    void pauseIsThatOfTheCallersPlace();
    void offersEnd();
    void missedOfYesterdayStaysMissed();
    void repeatCallLimitIsThatOfTheCallersPlace();
    void everyActIsUndone_data();
    void everyActIsUndone();
    void tenStepsBack();
    void rowsSayWhy();
    void severalPlacesAtOneConsole();
    void chosenGoesToThePlaceThatServesIt();
    void actsFindTheirPlace();
    void doneAtOnce();
    void doneAtOnceAtTheReception();
    void doneAtOnceIsRefusedWithTheReason();

private:
    template <typename Command>
    TicketReply act(const Session& session, const Command& command) { return DemoCentre::wait(m_centre->gateway().send(session, command)); }
    template <typename Command>
    QString refusal(const Session& session, const Command& command)
    {
        const auto outcome = DemoCentre::outcome(m_centre->gateway().send(session, command));
        return outcome ? QString() : outcome.error().code;
    }
    TicketRow show(const QString& number) { return DemoCentre::wait(m_centre->gateway().ask(m_desk, TicketShow{number})).ticket; }
    PlaceBoard board(const Session& session, const std::vector<QString>& also = {}) { return DemoCentre::wait(m_centre->gateway().ask(session, PlaceShow{{}, also})); }
    std::size_t steps(const QString& number) { return DemoCentre::wait(m_centre->gateway().ask(m_desk, TicketHistory{number})).entries.size(); }
    void pass(std::int64_t seconds) { m_centre->clock().advanceSeconds(seconds); }
    /// A visitor for legal advice who is served at window 6.
    QString served(const QString& name = u"张伟"_s);

    std::unique_ptr<DemoCentre> m_centre;
    Session m_desk;
    Session m_lawyer;  ///< window 6
    Session m_studio;  ///< serves legal advice too
};

void TestReturns::init()
{
    m_centre = std::make_unique<DemoCentre>();
    m_desk = m_centre->session("wang.fang", u"window1"_s);
    m_lawyer = m_centre->session("li.jun", u"window6"_s);
    m_studio = m_centre->session("zhao.min", u"gongxinStudio"_s);
}

void TestReturns::cleanup()
{
    m_centre.reset();
}

QString TestReturns::served(const QString& name)
{
    const VisitReply visit = m_centre->visit(m_desk, name);
    act(m_lawyer, TicketCall{{visit.number, {}}});
    act(m_lawyer, TicketBegin{{visit.number, {}}});
    return visit.number;
}

void TestReturns::heldWaitsAgainWhenTheTimeIsUp()
{
    const QString number = served();
    act(m_lawyer, TicketHold{number, {}, u"phoneCall"_s}); // papers back, 15 minutes, returns by itself
    QCOMPARE(board(m_lawyer).held.size(), std::size_t(1));
    const TicketRow held = board(m_lawyer).held.front();
    QCOMPARE(held.expectedAt, m_centre->clock().now().plusSeconds(15 * 60));
    QCOMPARE(held.returnsAt, held.expectedAt);
    pass(15 * 60 - 1);
    QCOMPARE(refusal(m_studio, TicketCallNext{}), u"queue.empty"_s);
    QCOMPARE(refusal(m_studio, TicketCall{{number, {}}}), u"ticket.held"_s); // not before: resume it
    pass(1);
    QVERIFY(board(m_lawyer).held.empty());
    QCOMPARE(board(m_studio).waiting.size(), std::size_t(1));
    QCOMPARE(board(m_studio).waiting.front().returned, Returned::FromHold);
    QCOMPARE(show(number).status, TicketStatus::Waiting);
    QCOMPARE(DemoCentre::wait(m_centre->gateway().ask(m_desk, DisplayShow{})).waiting.front().waiting, 1U);
    QCOMPARE(act(m_studio, TicketCallNext{}).ticket.number, number);
    QCOMPARE(refusal(m_lawyer, TicketCallNext{}), u"queue.empty"_s); // only once
    QCOMPARE(refusal(m_lawyer, TicketResume{{number, {}}}), u"ticket.notHeld"_s);
}

/// A hold without that rule stays until somebody resumes it; and a time that is up needs no event on any PC, nor after a restart.
void TestReturns::timeThatIsUpRecordsNothing()
{
    const QString number = served();
    act(m_lawyer, TicketHold{number, {}, u"askUnit"_s});
    const std::size_t before = steps(number);
    pass(3'600);
    m_centre->reopen();
    QCOMPARE(board(m_lawyer).waiting.size(), std::size_t(1));
    QCOMPARE(steps(number), before);
    QCOMPARE(act(m_lawyer, TicketResume{{number, {}}}).ticket.status, TicketStatus::Serving); // the place may still take them in by hand
    act(m_lawyer, TicketHold{number, {}, u"waitForParty"_s});
    pass(24 * 3'600);
    QVERIFY(board(m_lawyer).waiting.empty());
    const PlaceBoard later = board(m_lawyer);
    QCOMPARE(later.held.size(), std::size_t(1));
    QVERIFY(!later.held.front().returnsAt && later.held.front().expectedAt);
}

void TestReturns::keptPapersCallForTheirPlace()
{
    const QString number = served();
    act(m_lawyer, TicketHold{number, {}, u"copyPapers"_s});
    pass(15 * 60);
    QCOMPARE(refusal(m_studio, TicketCallNext{}), u"queue.empty"_s);
    QCOMPARE(refusal(m_studio, TicketCall{{number, {}}}), u"ticket.atOtherPlace"_s);
    QVERIFY(board(m_studio).waiting.empty());
    const PlaceBoard own = board(m_lawyer);
    QCOMPARE(own.waiting.size(), std::size_t(1));
    QCOMPARE(own.waiting.front().toPlace, u"window6"_s);
    QCOMPARE(act(m_lawyer, TicketCallNext{}).ticket.number, number);
}

/// Complaint 23: hold time counted wrongly. Several holds in one visit, ended by hand and by themselves.
void TestReturns::holdTimeIsInNobodysFigures()
{
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s);
    pass(300);
    act(m_lawyer, TicketCallNext{});
    act(m_lawyer, TicketBegin{{visit.number, {}}});
    pass(60);
    act(m_lawyer, TicketHold{visit.number, {}, u"askUnit"_s});
    pass(500);
    act(m_lawyer, TicketResume{{visit.number, {}}});
    pass(30);
    act(m_lawyer, TicketHold{visit.number, {}, u"phoneCall"_s});
    pass(15 * 60 + 120); // back for two minutes
    const TicketRow waiting = board(m_lawyer).waiting.front();
    QCOMPARE(waiting.waitedSeconds + m_centre->clock().now().secondsSince(waiting.waitingSince), 300 + 120);
    act(m_studio, TicketCallNext{});
    act(m_studio, TicketBegin{{visit.number, {}}});
    pass(45);
    const TicketRow done = act(m_studio, TicketFinish{visit.number, {}, u"resolved"_s, {}}).ticket;
    QCOMPARE(done.servedSeconds, 60 + 30 + 45);
    QCOMPARE(done.waitedSeconds, 300 + 120);
}

void TestReturns::holdOverMidnight()
{
    const QString number = served();
    pass(60);
    act(m_lawyer, TicketHold{number, {}, u"askLeader"_s});
    pass(24 * 3'600);
    QCOMPARE(board(m_lawyer).waiting.size(), std::size_t(1)); // the centre's turn does not end with the day
    const QString id = board(m_lawyer).waiting.front().ticket.toString();
    pass(60);
    act(m_lawyer, TicketCallNext{});
    act(m_lawyer, TicketBegin{{id, {}}});
    pass(40);
    const TicketRow done = act(m_lawyer, TicketFinish{id, {}, u"resolved"_s, {}}).ticket;
    QCOMPARE(done.servedSeconds, 60 + 40);
    QCOMPARE(done.waitedSeconds, 24 * 3'600 - 30 * 60 + 60); // from when they were back
}

void TestReturns::clockSetBackDuringAHold()
{
    const QString number = served();
    pass(60);
    act(m_lawyer, TicketHold{number, {}, u"phoneCall"_s});
    pass(-3'600);
    QCOMPARE(board(m_lawyer).held.size(), std::size_t(1));
    QCOMPARE(act(m_lawyer, TicketResume{{number, {}}}).ticket.status, TicketStatus::Serving);
    act(m_lawyer, TicketHold{number, {}, u"phoneCall"_s});
    pass(15 * 60 + 30);
    act(m_lawyer, TicketCallNext{});
    act(m_lawyer, TicketBegin{{number, {}}});
    const TicketRow done = act(m_lawyer, TicketFinish{number, {}, u"resolved"_s, {}}).ticket;
    QVERIFY(done.servedSeconds >= 0 && done.servedSeconds <= 60);
    QVERIFY(done.waitedSeconds >= 0 && done.waitedSeconds <= 30);
}

/// Complaint 11 of the avoid list: arrival time overwritten. And the head of the queue: before who came meanwhile, whatever their priority.
void TestReturns::whoComesBackKeepsTheArrival()
{
    const QString number = served();
    const Instant arrived = show(number).arrivedAt;
    act(m_lawyer, TicketHold{number, {}, u"phoneCall"_s});
    pass(10 * 60);
    VisitRegister urgent;
    urgent.newPerson = PersonInput{.name = u"李娜"_s, .documentKind = DocumentKind::None};
    urgent.service = u"legalAdvice"_s;
    urgent.priority = u"urgent"_s;
    urgent.summary = u"咨询"_s;
    DemoCentre::wait(m_centre->gateway().send(m_desk, urgent));
    pass(5 * 60);
    const PlaceBoard now = board(m_lawyer);
    QCOMPARE(now.waiting.size(), std::size_t(2));
    QCOMPARE(now.waiting.front().number, number);
    QCOMPARE(now.waiting.front().arrivedAt, arrived);
    QCOMPARE(act(m_lawyer, TicketCallNext{}).ticket.number, number);
}

/// Complaint 10: a missed person was called again at once, or never.
void TestReturns::missedIsOfferedAfterThePause()
{
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s);
    act(m_lawyer, TicketCallNext{});
    act(m_lawyer, TicketMiss{{visit.number, {}}});
    QCOMPARE(refusal(m_lawyer, TicketCallNext{}), u"queue.empty"_s);
    QCOMPARE(board(m_lawyer).missed.front().returnsAt, m_centre->clock().now().plusSeconds(300));
    pass(299);
    QCOMPARE(refusal(m_studio, TicketCallNext{}), u"queue.empty"_s);
    pass(1);
    const PlaceBoard now = board(m_studio);
    QVERIFY(now.missed.empty());
    QCOMPARE(now.waiting.front().returned, Returned::FromMiss);
    QCOMPARE(act(m_studio, TicketCallNext{}).ticket.number, visit.number);
}

void TestReturns::pauseIsThatOfTheCallersPlace()
{
    const Session counsellor = m_centre->session("li.jun", u"yaxinStudio"_s); // ten minutes instead of five
    const Session other = m_centre->session("zhao.min", u"counsellingRoom"_s);
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s, u"psychologicalCounselling"_s);
    act(counsellor, TicketCallNext{});
    act(counsellor, TicketMiss{{visit.number, {}}});
    pass(599);
    QCOMPARE(refusal(other, TicketCallNext{}), u"queue.empty"_s);
    pass(1);
    act(other, TicketCallNext{});
    act(other, TicketMiss{{visit.number, {}}});
    pass(300);
    QCOMPARE(act(counsellor, TicketCallNext{}).ticket.number, visit.number);
}

void TestReturns::offersEnd()
{
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s);
    for (int offer = 0; offer < m_centre->gateway().centre().queue.missedOffersAtMost + 1; ++offer) {
        act(m_lawyer, TicketCallNext{});
        act(m_lawyer, TicketMiss{{visit.number, {}}});
        pass(300);
    }
    QCOMPARE(refusal(m_lawyer, TicketCallNext{}), u"queue.empty"_s);
    const PlaceBoard now = board(m_lawyer);
    QCOMPARE(now.missed.size(), std::size_t(1));
    QVERIFY(!now.missed.front().returnsAt);
    QCOMPARE(now.missed.front().misses, 3U);
    QCOMPARE(act(m_lawyer, TicketCall{{visit.number, {}}}).ticket.status, TicketStatus::Called); // by hand at any time
}

void TestReturns::missedOfYesterdayStaysMissed()
{
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s);
    act(m_lawyer, TicketCallNext{});
    act(m_lawyer, TicketMiss{{visit.number, {}}});
    pass(24 * 3'600);
    QCOMPARE(refusal(m_lawyer, TicketCallNext{}), u"queue.empty"_s);
    QVERIFY(board(m_lawyer).waiting.empty());
}

/// Complaint 4: the limit of repeated calls was passed over.
void TestReturns::repeatCallLimitIsThatOfTheCallersPlace()
{
    const Session counsellor = m_centre->session("li.jun", u"yaxinStudio"_s); // three calls after the first; window 6 allows two
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s, u"psychologicalCounselling"_s);
    act(counsellor, TicketCallNext{});
    for (int call = 0; call < 3; ++call)
        act(counsellor, TicketRecall{{visit.number, {}}});
    QCOMPARE(refusal(counsellor, TicketRecall{{visit.number, {}}}), u"ticket.callLimit"_s);
    const VisitReply advice = m_centre->visit(m_desk, u"李娜"_s);
    act(m_lawyer, TicketCallNext{});
    for (int call = 0; call < 2; ++call)
        act(m_lawyer, TicketRecall{{advice.number, {}}});
    QCOMPARE(refusal(m_lawyer, TicketRecall{{advice.number, {}}}), u"ticket.callLimit"_s);
}

void TestReturns::everyActIsUndone_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"hold", "miss", "done", "call after a hold", "call after a miss"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

/// Complaints 13 and 24: cancelling left the visitor stuck; wrong moves could not be taken back.
void TestReturns::everyActIsUndone()
{
    QFETCH(QString, what);
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s);
    const QString number = visit.number;
    if (what != u"done"_s)
        act(m_lawyer, TicketCallNext{});
    if (what.endsWith(u"hold"_s))
        act(m_lawyer, TicketBegin{{number, {}}});
    if (what == u"call after a hold"_s)
        act(m_lawyer, TicketHold{number, {}, u"phoneCall"_s});
    if (what == u"call after a miss"_s)
        act(m_lawyer, TicketMiss{{number, {}}});
    if (what.startsWith(u"call"_s))
        pass(15 * 60);
    const TicketRow before = show(number);
    TicketReply done;
    if (what == u"hold"_s)
        done = act(m_lawyer, TicketHold{number, {}, u"phoneCall"_s});
    else if (what == u"miss"_s)
        done = act(m_lawyer, TicketMiss{{number, {}}});
    else if (what == u"done"_s)
        done = act(m_lawyer, TicketQuickServe{number, {}, {}, {}});
    else
        done = act(m_lawyer, TicketCallNext{});
    QCOMPARE(done.ticket.number, number);
    act(m_lawyer, TicketUndo{{number, {}}, done.lastAct});
    TicketRow after = show(number);
    after.canUndo = before.canUndo;
    QVERIFY(after == before);
}

void TestReturns::tenStepsBack()
{
    const QString number = served();
    for (int round = 0; round < 5; ++round) {
        act(m_lawyer, TicketHold{number, {}, u"phoneCall"_s});
        act(m_lawyer, TicketResume{{number, {}}});
    }
    for (int step = 0; step < 10; ++step)
        act(m_lawyer, TicketUndo{{number, {}}, {}});
    QCOMPARE(refusal(m_lawyer, TicketUndo{{number, {}}, {}}), u"ticket.nothingToUndo"_s);
    QCOMPARE(show(number).status, TicketStatus::Serving);
    QVERIFY(!show(number).returnsAt);
}

/// Complaint 9: staff ask why. In the console and through exec alike.
void TestReturns::rowsSayWhy()
{
    const QString number = served();
    act(m_lawyer, TicketHold{number, {}, u"copyPapers"_s});
    const QString held = board(m_lawyer).held.front().why;
    QVERIFY2(held.contains(u"copying"_s) && held.contains(u"09:15"_s), qPrintable(held));
    const VisitReply missed = m_centre->visit(m_desk, u"李娜"_s);
    act(m_studio, TicketCallNext{});
    act(m_studio, TicketMiss{{missed.number, {}}});
    const QString away = board(m_lawyer).missed.front().why;
    QVERIFY2(away.contains(u"09:00"_s) && away.contains(u"09:05"_s), qPrintable(away));
    pass(15 * 60);
    const QueueList list = DemoCentre::wait(m_centre->gateway().ask(m_desk, QueueWaiting{{}, u"window6"_s}));
    QCOMPARE(list.overtakingMinutes, 60U);
    QCOMPARE(list.tickets.size(), std::size_t(2));
    const QString back = list.tickets.front().why;
    QVERIFY2(back.contains(u"came 09:00"_s) && back.contains(u"+60"_s) && back.contains(u"09:15"_s) && back.contains(u"Window 6"_s), qPrintable(back));
    QVERIFY2(list.tickets.back().why.contains(u"missed"_s), qPrintable(list.tickets.back().why));
    QCOMPARE(show(number).why, back);
}

/// One clerk for two rooms: over the union of what they serve, each visitor to the place that serves them.
void TestReturns::severalPlacesAtOneConsole()
{
    const std::vector<QString> both{u"window6"_s, u"propertyRoom"_s};
    const Session clerk = m_centre->session("zhao.min", u"window6"_s);
    for (const QString& place : both)
        DemoCentre::wait(m_centre->gateway().send(clerk, PlaceStaff{place}));
    const VisitReply property = m_centre->visit(m_desk, u"张伟"_s, u"propertyMediation"_s);
    pass(60);
    const VisitReply advice = m_centre->visit(m_desk, u"李娜"_s);
    const VisitReply notary = m_centre->visit(m_desk, u"王强"_s, u"notaryEnquiry"_s);
    const PlaceBoard shown = board(clerk, {u"propertyRoom"_s});
    QCOMPARE(shown.waiting.size(), std::size_t(3));
    QCOMPARE(shown.waiting.front().number, property.number);
    QCOMPARE(shown.also.size(), std::size_t(1));
    QVERIFY(shown.also.front().staffedByMe && !shown.also.front().current);
    const TicketRow first = act(clerk, TicketCallNext{{}, both}).ticket;
    QCOMPARE(first.number, property.number);
    QCOMPARE(first.place, u"propertyRoom"_s);
    const TicketRow second = act(clerk, TicketCallNext{{}, both}).ticket;
    QCOMPARE(second.number, advice.number);
    QCOMPARE(second.place, u"window6"_s);
    QCOMPARE(refusal(clerk, TicketCallNext{{}, both}), u"place.busy"_s); // both are
    QCOMPARE(board(clerk, {u"propertyRoom"_s}).also.front().current->number, property.number);
    QCOMPARE(refusal(clerk, TicketCallNext{{}, {u"window6"_s, u"nowhere"_s}}), u"place.unknown"_s);
    QCOMPARE(show(notary.number).status, TicketStatus::Waiting);
}

void TestReturns::chosenGoesToThePlaceThatServesIt()
{
    const std::vector<QString> both{u"window6"_s, u"propertyRoom"_s};
    const VisitReply property = m_centre->visit(m_desk, u"张伟"_s, u"propertyMediation"_s);
    TicketCall call{{property.number, {}}};
    call.places = both;
    QCOMPARE(act(m_lawyer, call).ticket.place, u"propertyRoom"_s);
}

void TestReturns::actsFindTheirPlace()
{
    const Session clerk = m_centre->session("zhao.min", u"window6"_s);
    DemoCentre::wait(m_centre->gateway().send(clerk, PlaceStaff{u"propertyRoom"_s}));
    const VisitReply property = m_centre->visit(m_desk, u"张伟"_s, u"propertyMediation"_s);
    act(clerk, TicketCall{{property.number, u"propertyRoom"_s}});
    QCOMPARE(act(clerk, TicketBegin{{property.number, {}}}).ticket.status, TicketStatus::Serving);
    QCOMPARE(refusal(m_lawyer, TicketFinish{property.number, {}, u"resolved"_s, {}}), u"ticket.atOtherPlace"_s); // not their own
    QCOMPARE(act(clerk, TicketFinish{property.number, {}, u"resolved"_s, {}}).ticket.place, u"propertyRoom"_s);
}

/// Complaint 20: quick serve, pressed twice when the program is slow.
void TestReturns::doneAtOnce()
{
    const QString being = served();
    const VisitReply tiny = m_centre->visit(m_desk, u"李娜"_s);
    pass(120);
    const TicketRow done = act(m_lawyer, TicketQuickServe{tiny.number, {}, {}, u"问路"_s}).ticket;
    QCOMPARE(done.status, TicketStatus::Finished);
    QCOMPARE(done.outcome, u"resolved"_s);
    QCOMPARE(done.finishNote, u"问路"_s);
    QCOMPARE(done.waitedSeconds, 120);
    QCOMPARE(done.servedSeconds, 0);
    const PlaceBoard now = board(m_lawyer);
    QCOMPARE(now.current->number, being); // who was served is served on
    QCOMPARE(now.servedToday, 1U);
    QCOMPARE(refusal(m_lawyer, TicketQuickServe{tiny.number, {}, {}, {}}), u"ticket.over"_s);
    const DisplayBoard hall = DemoCentre::wait(m_centre->gateway().ask(m_desk, DisplayShow{}));
    QVERIFY(std::none_of(hall.recent.begin(), hall.recent.end(), [&](const DisplayCall& call) { return call.number == tiny.number; }));
}

void TestReturns::doneAtOnceAtTheReception()
{
    VisitRegister visit;
    visit.newPerson = PersonInput{.name = u"李娜"_s, .documentKind = DocumentKind::None};
    visit.service = u"guidance"_s;
    visit.summary = u"问路"_s;
    visit.doneAtOnce = true;
    const VisitReply reply = DemoCentre::wait(m_centre->gateway().send(m_desk, visit));
    QVERIFY(!reply.lastAct.isEmpty());
    const TicketRow done = show(reply.number);
    QCOMPARE(done.status, TicketStatus::Finished);
    QCOMPARE(done.place, u"window1"_s);
    QCOMPARE(act(m_desk, TicketUndo{{reply.number, {}}, reply.lastAct}).ticket.status, TicketStatus::Waiting); // a matter after all
    visit.outcome = u"nonsense"_s;
    QCOMPARE(DemoCentre::outcome(m_centre->gateway().send(m_desk, visit)).error().code, u"outcome.unknown"_s);
}

void TestReturns::doneAtOnceIsRefusedWithTheReason()
{
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s);
    act(m_lawyer, TicketCallNext{});
    const auto late = DemoCentre::outcome(m_centre->gateway().send(m_studio, TicketQuickServe{visit.number, {}, {}, {}}));
    QVERIFY(!late);
    QCOMPARE(late.error().code, u"ticket.alreadyCalled"_s);
    QCOMPARE(late.error().facts.value(u"who"_s).toString(), u"李军"_s);
    const VisitReply property = m_centre->visit(m_desk, u"李娜"_s, u"propertyMediation"_s);
    QCOMPARE(refusal(m_lawyer, TicketQuickServe{property.number, {}, {}, {}}), u"place.serviceNotOffered"_s);
}

QTEST_GUILESS_MAIN(TestReturns)
#include "tst_returns.moc"
