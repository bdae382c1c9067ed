// SPDX-License-Identifier: GPL-3.0-or-later
// A day's end and beginning: what is open is closed with a reason or carried over, numbers begin anew beside those that came over, what was
// forgotten is closed by the centre's rule and flagged; then the emergency alarm, and what the manager's board says of all of it.
// Answers complaints 19 (what becomes of open tickets at closing time) and 15, 16 and 21 (an alarm that can be switched off; a board for
// managers) of users of other systems.
#include "core/base/json_fields.h"
#include "core/domain/day/board_rules.h"
#include "core/domain/ticket/closing_decide.h"
#include "core/services/api/alarm.h"
#include "core/services/api/board.h"
#include "core/services/api/centre.h"
#include "core/services/api/day.h"
#include "core/services/api/past.h"
#include "tests/support/demo_centre.h"
#include "tests/support/view_rows.h"

#include <QJsonDocument>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestDay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void proposals_data();
    void proposals();
    void carriedNumbers();
    void nextOpeningSkipsHolidays();
    void closingSaysWhatBecomesOfEverybody();
    void carriedOverKeepsTheArrivalAndSaysSo();
    void carriedOverIsNotCalledTheSameEvening();
    void numbersBeginAnewBesideThem();
    void aNightIsNobodysWaiting();
    void keptPapersStayOnHold();
    void chosenActsComeBeforeTheRule();
    void onlyTheNamedOnes();
    void whoWasQuickerIsLeftAlone();
    void closingIsTakenBack();
    void closedAgainAfterSomebodyCame();
    void forgottenAreClosedByRuleAndFlagged();
    void theRuleIsTheCentres();
    void theRuleIsChangedLive();
    void openingAgainFindsNothing();
    void closedTicketsAreUndoneLikeOthers();
    void pastHallsHoldThemWhereTheyWere();
    void rebuiltViewsSayTheSame();
    void rights();

    void alarmIsRaisedAnsweredAndCleared();
    void alarmPressedTwice();
    void alarmWhereNobodySits();
    void alarmStaysAwayFromKiosks();

    void warnings_data();
    void warnings();
    void boardTellsTheHall();
    void boardWarnsInWords();
    void boardOfAnEmptyHall();

private:
    template <typename Command>
    auto send(const Session& session, const Command& command) { return DemoCentre::wait(m_centre->gateway().send(session, command)); }
    template <typename Query>
    auto ask(const Query& query) { return DemoCentre::wait(m_centre->gateway().ask(m_admin, query)); }
    template <typename Command>
    QString refusal(const Session& session, const Command& command)
    {
        const auto outcome = DemoCentre::outcome(m_centre->gateway().send(session, command));
        return outcome ? QString() : outcome.error().code;
    }
    TicketRow show(const QString& ticket) { return ask(TicketShow{ticket}).ticket; }
    TicketRow show(TicketId ticket) { return show(ticket.toString()); }
    VisitReply visit(const QString& name) { return m_centre->visit(m_desk, name); }
    void at(const QString& time) { m_centre->clock().set(Instant::fromIso(time + u"+08:00"_s)); }
    /// One of each: waiting, called at window 6, served in the studio, on hold, missed.
    struct Five {
        VisitReply waiting, called, serving, held, missed;
    };
    Five five();

    std::unique_ptr<DemoCentre> m_centre;
    Session m_admin;
    Session m_desk;
    Session m_lawyer; ///< window 6
    Session m_studio;
};

void TestDay::init()
{
    m_centre = std::make_unique<DemoCentre>();
    m_admin = m_centre->session("admin");
    m_desk = m_centre->session("wang.fang", u"window1"_s);
    m_lawyer = m_centre->session("li.jun", u"window6"_s);
    m_studio = m_centre->session("zhao.min", u"gongxinStudio"_s);
}

void TestDay::cleanup()
{
    m_centre.reset();
}

TestDay::Five TestDay::five()
{
    Five five;
    five.held = visit(u"甲"_s);
    five.missed = visit(u"乙"_s);
    five.serving = visit(u"丙"_s);
    five.called = visit(u"丁"_s);
    five.waiting = visit(u"戊"_s);
    send(m_lawyer, TicketCall{{five.held.number, {}}});
    send(m_lawyer, TicketBegin{{five.held.number, {}}});
    send(m_lawyer, TicketHold{five.held.number, {}, u"fetchPapers"_s}); // back by hand only
    send(m_lawyer, TicketCall{{five.missed.number, {}}});
    send(m_lawyer, TicketMiss{{five.missed.number, {}}});
    send(m_studio, TicketCall{{five.serving.number, {}}});
    send(m_studio, TicketBegin{{five.serving.number, {}}});
    send(m_lawyer, TicketCall{{five.called.number, {}}});
    return five;
}

void TestDay::proposals_data()
{
    QTest::addColumn<TicketStatus>("status");
    QTest::addColumn<ClosingAct>("act");
    QTest::newRow("waiting") << TicketStatus::Waiting << ClosingAct::CarryOver;
    QTest::newRow("called") << TicketStatus::Called << ClosingAct::Left;
    QTest::newRow("serving") << TicketStatus::Serving << ClosingAct::Served;
    QTest::newRow("held") << TicketStatus::Held << ClosingAct::CarryOver;
    QTest::newRow("missed") << TicketStatus::Missed << ClosingAct::Left;
}

void TestDay::proposals()
{
    QFETCH(TicketStatus, status);
    QFETCH(ClosingAct, act);
    QCOMPARE(proposedAct(DemoCentre::shipped().day, status), act);
    QCOMPARE(proposedAct(DaySettings{}, status), act); // of a centre that says nothing
}

void TestDay::carriedNumbers()
{
    QCOMPARE(carriedNumber(u"A012"_s, QDate(2026, 11, 30)), u"A012-30"_s);
    QCOMPARE(carriedNumber(u"A012"_s, QDate(2026, 12, 1)), u"A012-01"_s);
}

void TestDay::nextOpeningSkipsHolidays()
{
    const CentreDefinition centre = DemoCentre::shipped();
    const auto after = [&](QDate day) { return nextOpening(centre.openingHours, day, PublicCalendar::shipped(), centre.offsetMinutes); };
    QCOMPARE(after(QDate(2026, 3, 2)).first, QDate(2026, 3, 3));
    QCOMPARE(after(QDate(2026, 3, 6)).first, QDate(2026, 3, 9)); // a Friday
    QVERIFY(after(QDate(2026, 9, 30)).first > QDate(2026, 10, 5)); // the National Day holidays
    QCOMPARE(after(QDate(2026, 3, 2)).second.dateAt(centre.offsetMinutes), QDate(2026, 3, 3));
}

/// Complaint 19: at closing time, per-office rule: carry over, or close with reason.
void TestDay::closingSaysWhatBecomesOfEverybody()
{
    const Five five = this->five();
    at(u"2026-03-02T17:20:00"_s);
    const DayOutline before = ask(DayStatus{});
    QCOMPARE(before.open.size(), std::size_t(5));
    QCOMPARE(before.nextDay, QDate(2026, 3, 3));
    QVERIFY(!before.closing);
    const DayClosing closed = send(m_admin, DayClose{});
    QCOMPARE(closed.closed, 3U);
    QCOMPARE(closed.carried, 2U);
    QCOMPARE(closed.skipped, 0U);
    QCOMPARE(show(five.called.ticket).status, TicketStatus::Withdrawn);
    QCOMPARE(show(five.missed.ticket).status, TicketStatus::Withdrawn);
    QCOMPARE(show(five.serving.ticket).status, TicketStatus::Finished);
    QCOMPARE(show(five.waiting.ticket).status, TicketStatus::Waiting);
    QCOMPARE(show(five.held.ticket).status, TicketStatus::Held);
    const DayOutline after = ask(DayStatus{});
    QVERIFY(after.open.empty());
    QVERIFY(after.closing.has_value());
    QCOMPARE(after.closing->closedName, u"陈主任"_s);
    QCOMPARE(after.closing->closed, 3U);
    QCOMPARE(after.closing->carried, 2U);
}

void TestDay::carriedOverKeepsTheArrivalAndSaysSo()
{
    const VisitReply visitor = visit(u"张三"_s);
    const Instant arrived = show(visitor.ticket).arrivedAt;
    at(u"2026-03-02T17:30:00"_s);
    send(m_admin, DayClose{});
    at(u"2026-03-03T09:00:00"_s);
    const QueueList queue = ask(QueueWaiting{});
    QCOMPARE(queue.tickets.size(), std::size_t(1));
    QCOMPARE(queue.tickets.front().arrivedAt, arrived);
    QVERIFY2(queue.tickets.front().why.contains(u"carried over, came 03-02 09:00"_s), qPrintable(queue.tickets.front().why));
    // Before everybody of the new day, by the arrival that it always had.
    m_centre->visit(m_desk, u"李四"_s);
    QCOMPARE(send(m_lawyer, TicketCallNext{}).ticket.ticket, visitor.ticket);
    const DayOutline today = ask(DayStatus{});
    QCOMPARE(today.carried.size(), std::size_t(1));
    QCOMPARE(today.carried.front().firstNumber, visitor.number);
    QCOMPARE(today.carried.front().firstDay, QDate(2026, 3, 2));
    QCOMPARE(today.carried.front().number, u"%1-02"_s.arg(visitor.number));
}

void TestDay::carriedOverIsNotCalledTheSameEvening()
{
    const VisitReply visitor = visit(u"张三"_s);
    at(u"2026-03-02T16:00:00"_s);
    send(m_admin, DayClose{{{visitor.number, ClosingAct::CarryOver}}, true});
    QCOMPARE(refusal(m_lawyer, TicketCallNext{}), u"queue.empty"_s);
    QVERIFY(ask(QueueWaiting{}).tickets.empty());
    QVERIFY(ask(DisplayShow{}).waiting.empty());
    QCOMPARE(ask(BoardLive{}).counts.waiting, 0U);
    at(u"2026-03-03T00:00:00"_s);
    QCOMPARE(ask(QueueWaiting{}).tickets.size(), std::size_t(1));
}

/// Nobody holds a number that somebody else is called by.
void TestDay::numbersBeginAnewBesideThem()
{
    const VisitReply yesterday = visit(u"张三"_s);
    at(u"2026-03-02T17:30:00"_s);
    send(m_admin, DayClose{});
    at(u"2026-03-03T08:40:00"_s);
    const VisitReply today = visit(u"李四"_s);
    QCOMPARE(today.number, yesterday.number); // printed alike on two days …
    QCOMPARE(show(today.number).ticket, today.ticket);
    QCOMPARE(show(yesterday.number + u"-02"_s).ticket, yesterday.ticket); // … and called apart
    // Carried over once more it keeps the number that the visitor knows by now.
    at(u"2026-03-03T17:30:00"_s);
    send(m_admin, DayClose{});
    QCOMPARE(show(yesterday.ticket).number, yesterday.number + u"-02"_s);
    QCOMPARE(show(today.ticket).number, today.number + u"-03"_s);
}

void TestDay::aNightIsNobodysWaiting()
{
    const VisitReply visitor = visit(u"张三"_s); // at 9:00
    at(u"2026-03-02T17:00:00"_s);
    send(m_admin, DayClose{});
    at(u"2026-03-03T10:00:00"_s);
    const TicketRow row = show(visitor.ticket);
    const std::int64_t morning = m_centre->clock().now().secondsSince(row.waitingSince);
    QVERIFY(morning > 0 && morning < 3 * 3600);
    QCOMPARE(row.waitedBy(m_centre->clock().now()), 8 * 3600 + morning);
}

void TestDay::keptPapersStayOnHold()
{
    const VisitReply visitor = visit(u"张三"_s);
    send(m_lawyer, TicketCall{{visitor.number, {}}});
    send(m_lawyer, TicketBegin{{visitor.number, {}}});
    send(m_lawyer, TicketHold{visitor.number, {}, u"copyPapers"_s}); // papers kept, 15 minutes, returns by itself
    at(u"2026-03-02T09:05:00"_s);
    send(m_admin, DayClose{});
    const TicketRow held = show(visitor.ticket);
    QCOMPARE(held.status, TicketStatus::Held);
    QCOMPARE(held.returnsAt.dateAt(480), QDate(2026, 3, 3)); // not in the night
    at(u"2026-03-03T09:30:00"_s);
    const TicketRow back = show(visitor.ticket);
    QCOMPARE(back.status, TicketStatus::Waiting);
    QCOMPARE(back.toPlace, u"window6"_s);
}

void TestDay::chosenActsComeBeforeTheRule()
{
    const Five five = this->five();
    const DayClosing closed = send(m_admin, DayClose{{{five.waiting.number, ClosingAct::NotServed}, {five.serving.ticket.toString(), ClosingAct::CarryOver}}});
    QCOMPARE(closed.closed, 3U);
    QCOMPARE(closed.carried, 2U);
    QCOMPARE(show(five.waiting.ticket).status, TicketStatus::Withdrawn);
    QCOMPARE(show(five.serving.ticket).status, TicketStatus::Waiting);
    QVERIFY(show(five.serving.ticket).place.isEmpty());
    const HistoryReply history = ask(TicketHistory{five.waiting.ticket.toString()});
    QCOMPARE(history.entries.back().type, u"ticket.closed"_s);
    QCOMPARE(history.entries.back().details.value(u"reason"_s).toString(), u"notServed"_s);
}

void TestDay::onlyTheNamedOnes()
{
    const Five five = this->five();
    const DayClosing closed = send(m_admin, DayClose{{{five.waiting.number, ClosingAct::Mistake}}, true});
    QCOMPARE(closed.closed + closed.carried, 1U);
    QCOMPARE(ask(DayStatus{}).open.size(), std::size_t(4));
    QCOMPARE(refusal(m_admin, DayClose{{{u"Z999"_s, ClosingAct::Left}}, true}), u"ticket.unknown"_s);
}

void TestDay::whoWasQuickerIsLeftAlone()
{
    const Five five = this->five();
    send(m_studio, TicketFinish{five.serving.number, {}, u"resolved"_s, {}});
    const DayClosing closed = send(m_admin, DayClose{{{five.serving.ticket.toString(), ClosingAct::CarryOver}}, true});
    QCOMPARE(closed.skipped, 1U);
    QCOMPARE(show(five.serving.ticket).status, TicketStatus::Finished);
    QCOMPARE(show(five.serving.ticket).outcome, u"resolved"_s);
}

void TestDay::closingIsTakenBack()
{
    const Five five = this->five();
    const std::vector<VisitReply> all{five.waiting, five.called, five.serving, five.held, five.missed};
    std::vector<TicketRow> before;
    for (const VisitReply& each : all)
        before.push_back(show(each.ticket));
    send(m_admin, DayClose{});
    const DayReopening reopened = send(m_admin, DayReopen{});
    QCOMPARE(reopened.restored, 5U);
    QCOMPARE(reopened.left, 0U);
    for (std::size_t each = 0; each < all.size(); ++each)
        QVERIFY(show(all[each].ticket) == before[each]);
    QCOMPARE(refusal(m_admin, DayReopen{}), u"day.notClosed"_s);
    const DayOutline outline = ask(DayStatus{});
    QVERIFY(outline.closing && outline.closing->reopenedAt);
    QCOMPARE(outline.open.size(), std::size_t(5));
}

void TestDay::closedAgainAfterSomebodyCame()
{
    const VisitReply first = visit(u"张三"_s);
    send(m_admin, DayClose{});
    m_centre->clock().advanceSeconds(60);
    const VisitReply second = visit(u"李四"_s);
    const DayClosing again = send(m_admin, DayClose{});
    QCOMPARE(again.carried, 1U);
    send(m_admin, DayReopen{}); // the last closing only
    QCOMPARE(show(second.ticket).number, second.number);
    QCOMPARE(show(first.ticket).number, first.number + u"-02"_s);
}

/// Complaint 9 of the list of goals: open tickets are closed by rule, and no figure holds a night.
void TestDay::forgottenAreClosedByRuleAndFlagged()
{
    const Five five = this->five();
    at(u"2026-03-03T08:20:00"_s);
    QCOMPARE(ask(DayStatus{}).forgotten, 4U); // who missed a call is over with the day
    const DayOpening opened = send(m_desk, DayOpen{});
    QCOMPARE(opened.closedByRule, 4U);
    QCOMPARE(ask(DayStatus{}).forgotten, 0U);
    QVERIFY(ask(QueueWaiting{}).tickets.empty());
    const TicketRow served = show(five.serving.ticket);
    QCOMPARE(served.status, TicketStatus::Finished);
    QCOMPARE(served.endedAt.dateAt(480), QDate(2026, 3, 2));
    QVERIFY(served.servedSeconds < 12 * 3600);
    QCOMPARE(show(five.waiting.ticket).status, TicketStatus::Withdrawn);
    const Board board = ask(BoardLive{});
    QCOMPARE(board.byRule.size(), std::size_t(4));
    for (const ClosingRow& row : board.byRule) {
        QCOMPARE(row.kind, ClosingKind::ByRule);
        QCOMPARE(row.firstDay, QDate(2026, 3, 2));
        QVERIFY(row.reason != ClosingAct::CarryOver);
    }
}

void TestDay::theRuleIsTheCentres()
{
    CentreDefinition centre = DemoCentre::shipped();
    centre.day.forgottenAfterDays = 2;
    centre.day.forgottenServingIsServed = false;
    m_centre = std::make_unique<DemoCentre>(centre);
    m_admin = m_centre->session("admin");
    m_desk = m_centre->session("wang.fang", u"window1"_s);
    m_lawyer = m_centre->session("li.jun", u"window6"_s);
    const VisitReply visitor = visit(u"张三"_s);
    send(m_lawyer, TicketCall{{visitor.number, {}}});
    send(m_lawyer, TicketBegin{{visitor.number, {}}});
    at(u"2026-03-03T08:20:00"_s);
    QCOMPARE(send(m_admin, DayOpen{}).closedByRule, 0U);
    at(u"2026-03-04T08:20:00"_s);
    QCOMPARE(send(m_admin, DayOpen{}).closedByRule, 1U);
    QCOMPARE(show(visitor.ticket).status, TicketStatus::Withdrawn);
}

/// Like every part of the centre: without a restart.
void TestDay::theRuleIsChangedLive()
{
    visit(u"张三"_s);
    QCOMPARE(ask(DayStatus{}).open.front().proposed, ClosingAct::CarryOver);
    send(m_admin, CentreChange{u"day"_s, {}, {{u"waiting"_s, u"notServed"_s}, {u"longServiceMinutes"_s, 20}}});
    QCOMPARE(ask(DayStatus{}).open.front().proposed, ClosingAct::NotServed);
    QCOMPARE(send(m_admin, DayClose{}).closed, 1U);
    QCOMPARE(refusal(m_admin, CentreChange{u"day"_s, {}, {{u"waiting"_s, u"nowhere"_s}}}).isEmpty(), false);
}

void TestDay::openingAgainFindsNothing()
{
    visit(u"张三"_s);
    at(u"2026-03-03T08:20:00"_s);
    QCOMPARE(send(m_admin, DayOpen{}).closedByRule, 1U);
    const std::uint64_t events = ask(StoreStatus{}).events;
    QCOMPARE(send(m_admin, DayOpen{}).closedByRule, 0U);
    QCOMPARE(ask(StoreStatus{}).events, events);
}

void TestDay::closedTicketsAreUndoneLikeOthers()
{
    const VisitReply visitor = visit(u"张三"_s);
    send(m_admin, DayClose{{{visitor.number, ClosingAct::Left}}, true});
    send(m_desk, TicketUndo{{visitor.number, {}}, {}});
    QCOMPARE(show(visitor.number).status, TicketStatus::Waiting);
    send(m_admin, DayClose{{{visitor.number, ClosingAct::CarryOver}}, true});
    send(m_desk, TicketUndo{{visitor.ticket.toString(), {}}, {}});
    QCOMPARE(show(visitor.ticket).number, visitor.number);
    QVERIFY(ask(DayStatus{}).carried.empty());
}

/// Looking back: who was carried over had gone home in the evening, and waits on the next day before anybody touched the ticket.
void TestDay::pastHallsHoldThemWhereTheyWere()
{
    const VisitReply visitor = visit(u"张三"_s);
    at(u"2026-03-02T17:30:00"_s);
    send(m_admin, DayClose{});
    at(u"2026-03-03T10:00:00"_s);
    const auto numbersAt = [&](const QString& time) {
        QStringList numbers;
        for (const TicketRow& row : ask(HallAsOf{.time = Instant::fromIso(time + u"+08:00"_s)}).waiting)
            numbers.append(row.number);
        return numbers.join(u' ');
    };
    QCOMPARE(numbersAt(u"2026-03-02T17:00:00"_s), visitor.number);
    QCOMPARE(numbersAt(u"2026-03-02T18:00:00"_s), QString());
    QCOMPARE(numbersAt(u"2026-03-03T09:30:00"_s), visitor.number + u"-02"_s);
}

/// Views are disposable: built anew from the journal they hold the same.
void TestDay::rebuiltViewsSayTheSame()
{
    five();
    send(m_admin, AlarmRaise{});
    send(m_admin, DayClose{});
    at(u"2026-03-03T08:20:00"_s);
    const Five second = five();
    send(m_desk, DayOpen{});
    send(m_admin, DayClose{{{second.waiting.ticket.toString(), ClosingAct::CarryOver}}, true});
    QStringList before;
    m_centre->gateway().onWriter([&](CommandRunner& runner) { before = rowsOf(runner.writer().views()); });
    m_centre->close();
    QVERIFY(QFile::remove(m_centre->paths().views()));
    QVERIFY(m_centre->open());
    QStringList after;
    m_centre->gateway().onWriter([&](CommandRunner& runner) { after = rowsOf(runner.writer().views()); });
    QCOMPARE(after, before);
    QVERIFY(before.join(u' ').contains(u"ticket_closings"_s));
}

void TestDay::rights()
{
    QCOMPARE(refusal(m_desk, DayClose{}), u"session.notPermitted"_s);
    QCOMPARE(refusal(m_lawyer, DayOpen{}), u"session.notPermitted"_s);
    QVERIFY(DemoCentre::outcome(m_centre->gateway().send(m_desk, DayOpen{})).has_value());
    Session lead = m_desk;
    lead.roles = {u"dutyLead"_s};
    QVERIFY(DemoCentre::outcome(m_centre->gateway().send(lead, DayClose{})).has_value());
    QVERIFY(DemoCentre::outcome(m_centre->gateway().ask(lead, BoardLive{})).has_value());
}

/// Complaint 16: an emergency alarm that could not be switched off.
void TestDay::alarmIsRaisedAnsweredAndCleared()
{
    const AlarmRow raised = send(m_lawyer, AlarmRaise{}).row;
    QCOMPARE(raised.place, u"window6"_s);
    QCOMPARE(raised.raisedName, u"李军"_s);
    QVERIFY(!raised.clearedAt);
    m_centre->clock().advanceSeconds(5);
    send(m_desk, AlarmAnswer{raised.alarm});
    m_centre->clock().advanceSeconds(5);
    const AlarmRow answered = send(m_studio, AlarmAnswer{raised.alarm}).row; // several come
    QCOMPARE(answered.answers.size(), std::size_t(2));
    QCOMPARE(answered.answers.front().name, u"王芳"_s);
    QCOMPARE(answered.answers.front().place, u"window1"_s);
    QCOMPARE(send(m_studio, AlarmAnswer{raised.alarm}).row.answers.size(), std::size_t(2));
    QCOMPARE(ask(AlarmList{true}).alarms.size(), std::size_t(1));
    QCOMPARE(ask(BoardLive{}).level, BoardLevel::Critical);
    const AlarmRow cleared = send(m_desk, AlarmClear{raised.alarm, false, u"大声喧哗，已劝离"_s}).row;
    QCOMPARE(cleared.clearedName, u"王芳"_s);
    QCOMPARE(cleared.note, u"大声喧哗，已劝离"_s);
    QVERIFY(ask(AlarmList{true}).alarms.empty());
    QCOMPARE(ask(AlarmList{}).alarms.size(), std::size_t(1));
    QCOMPARE(refusal(m_studio, AlarmClear{raised.alarm}), u"alarm.cleared"_s);
    QCOMPARE(refusal(m_studio, AlarmAnswer{raised.alarm}), u"alarm.cleared"_s);
    QCOMPARE(refusal(m_studio, AlarmAnswer{}), u"alarm.unknown"_s);
}

void TestDay::alarmPressedTwice()
{
    const AlarmRow first = send(m_lawyer, AlarmRaise{}).row;
    QCOMPARE(send(m_lawyer, AlarmRaise{}).row.alarm, first.alarm);
    QVERIFY(send(m_desk, AlarmRaise{}).row.alarm != first.alarm); // elsewhere: another one
    send(m_lawyer, AlarmClear{first.alarm, true, {}});
    QVERIFY(send(m_lawyer, AlarmRaise{}).row.alarm != first.alarm);
}

void TestDay::alarmWhereNobodySits()
{
    QCOMPARE(send(m_admin, AlarmRaise{}).row.label, u"test"_s); // this PC's name
    QCOMPARE(send(m_admin, AlarmRaise{{}, u"北楼二层走廊"_s}).row.label, u"北楼二层走廊"_s);
    QCOMPARE(refusal(m_admin, AlarmRaise{u"nowhere"_s, {}}), u"place.unknown"_s);
}

void TestDay::alarmStaysAwayFromKiosks()
{
    send(m_lawyer, AlarmRaise{});
    Session kiosk = m_desk;
    kiosk.roles = {u"kiosk"_s};
    const auto outcome = DemoCentre::outcome(m_centre->gateway().ask(kiosk, AlarmList{true}));
    QVERIFY(!outcome && outcome.error().code == u"session.notPermitted"_s);
}

void TestDay::warnings_data()
{
    QTest::addColumn<BoardWarnings>("found");
    QTest::addColumn<BoardWarnings>("wanted");
    QTest::addColumn<BoardLevel>("level");
    const CentreDefinition centre = DemoCentre::shipped(); // long from 30 min, very long from 90; crowded from 6 a place, very from 12
    const auto waits = [&](std::uint32_t waiting, int minutes, std::uint32_t places, bool isOpen = true, bool notToday = false) {
        return warningsOf(centre, {waiting, 60LL * minutes, places, isOpen, notToday});
    };
    QTest::newRow("nobody") << waits(0, 0, 0) << BoardWarnings{} << BoardLevel::Calm;
    QTest::newRow("usual") << waits(5, 29, 1) << BoardWarnings{} << BoardLevel::Calm;
    QTest::newRow("long") << waits(1, 30, 1) << BoardWarnings{BoardWarning::LongWait} << BoardLevel::Warning;
    QTest::newRow("very long") << waits(1, 90, 1) << BoardWarnings{BoardWarning::VeryLongWait} << BoardLevel::Critical;
    QTest::newRow("nobody sits") << waits(1, 0, 0) << BoardWarnings{BoardWarning::NoPlace} << BoardLevel::Critical;
    QTest::newRow("closed") << waits(1, 0, 0, false) << BoardWarnings{} << BoardLevel::Calm;
    QTest::newRow("crowded") << waits(6, 0, 1) << BoardWarnings{BoardWarning::Crowded} << BoardLevel::Warning;
    QTest::newRow("two places") << waits(11, 0, 2) << BoardWarnings{} << BoardLevel::Calm;
    QTest::newRow("very crowded") << waits(24, 0, 2) << BoardWarnings{BoardWarning::VeryCrowded} << BoardLevel::Critical;
    QTest::newRow("not today") << waits(1, 0, 1, true, true) << BoardWarnings{BoardWarning::NotToday} << BoardLevel::Warning;
    const auto there = [&](TicketStatus status, int minutes, bool isStaffed = true) { return warningsAtPlace(centre.day, status, 60LL * minutes, isStaffed); };
    QTest::newRow("called") << there(TicketStatus::Called, 4) << BoardWarnings{} << BoardLevel::Calm;
    QTest::newRow("not come") << there(TicketStatus::Called, 5) << BoardWarnings{BoardWarning::NotThere} << BoardLevel::Warning;
    QTest::newRow("served") << there(TicketStatus::Serving, 59) << BoardWarnings{} << BoardLevel::Calm;
    QTest::newRow("served long") << there(TicketStatus::Serving, 60) << BoardWarnings{BoardWarning::LongService} << BoardLevel::Warning;
    QTest::newRow("served very long") << there(TicketStatus::Serving, 120) << BoardWarnings{BoardWarning::VeryLongService} << BoardLevel::Critical;
    QTest::newRow("left alone") << there(TicketStatus::Serving, 1, false) << BoardWarnings{BoardWarning::NobodySits} << BoardLevel::Warning;
    QTest::newRow("hold in time") << warningsOfHold(centre.day, 599) << BoardWarnings{} << BoardLevel::Calm;
    QTest::newRow("hold late") << warningsOfHold(centre.day, 600) << BoardWarnings{BoardWarning::LateHold} << BoardLevel::Warning;
    QTest::newRow("hold very late") << warningsOfHold(centre.day, 1800) << BoardWarnings{BoardWarning::VeryLateHold} << BoardLevel::Critical;
}

void TestDay::warnings()
{
    QFETCH(BoardWarnings, found);
    QFETCH(BoardWarnings, wanted);
    QFETCH(BoardLevel, level);
    QVERIFY(found == wanted);
    QCOMPARE(levelOf(found), level);
}

/// Complaint 21: a board for managers.
void TestDay::boardTellsTheHall()
{
    send(m_lawyer, PlaceStaff{u"window6"_s});
    const Five five = this->five();
    m_centre->clock().advanceSeconds(8 * 60);
    const Board board = ask(BoardLive{});
    QCOMPARE(board.counts.issued, 5U);
    QCOMPARE(board.counts.waiting, 2U); // one of them missed a call and is offered again by now
    QCOMPARE(board.counts.present, 2U);
    QCOMPARE(board.counts.held, 1U);
    QCOMPARE(board.counts.staffed, 1U);
    const auto service = std::find_if(board.services.begin(), board.services.end(), [](const BoardService& each) { return each.service == u"legalAdvice"; });
    QVERIFY(service != board.services.end());
    QCOMPARE(service->waiting, 2U);
    QCOMPARE(service->longestNumber, five.waiting.number);
    QCOMPARE(service->longestSeconds, 8 * 60);
    QCOMPARE(service->places, 1U);
    QCOMPARE(service->present, 2U);
    QVERIFY(service->forecast.state != WaitState::AtOnce);
    const auto window = std::find_if(board.places.begin(), board.places.end(), [](const BoardPlace& each) { return each.place == u"window6"; });
    QCOMPARE(window->number, five.called.number);
    QCOMPARE(window->staffedBy, u"李军"_s);
    QCOMPARE(window->warnings, BoardWarnings{BoardWarning::NotThere}); // called eight minutes ago
}

void TestDay::boardWarnsInWords()
{
    visit(u"张三"_s);
    m_centre->clock().advanceSeconds(95 * 60);
    const Board board = ask(BoardLive{});
    QCOMPARE(board.level, BoardLevel::Critical);
    const auto service = std::find_if(board.services.begin(), board.services.end(), [](const BoardService& each) { return each.service == u"legalAdvice"; });
    QVERIFY((service->warnings == BoardWarnings{BoardWarning::VeryLongWait, BoardWarning::NoPlace}));
    const QJsonObject json = toJson(*service, 480);
    QCOMPARE(json.value(u"level"_s).toString(), u"critical"_s);
    QCOMPARE(json.value(u"warnings"_s).toArray().first().toString(), u"veryLongWait"_s);
}

void TestDay::boardOfAnEmptyHall()
{
    const Board board = ask(BoardLive{});
    QCOMPARE(board.level, BoardLevel::Calm);
    QVERIFY(board.isOpen);
    QCOMPARE(board.places.size(), std::size_t(m_centre->gateway().centre().places.size()));
    QVERIFY(!board.services.empty());
    QVERIFY(board.away.empty() && board.alarms.empty() && board.byRule.empty() && !board.closing);
}

QTEST_GUILESS_MAIN(TestDay)
#include "tst_day.moc"
