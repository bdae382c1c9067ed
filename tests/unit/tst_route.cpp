// SPDX-License-Identifier: GPL-3.0-or-later
// Visits that make several stops with one number (issue 4.2): moved on by itself after each finish, a side trip and back, the hand-over note,
// what an undo takes back, who came and what they need, and what is hidden of a confidential visit. Answers queue.md section 5: 2, 26 and 33
// (rank and arrival stay on every way; to another place and back), 8 and 17 (any service of the house), 13 and 24 (undo leaves nothing stuck),
// 16 (nobody sees what is not theirs).
#include "core/domain/ticket/route_decide.h"
#include "core/services/api/route.h"
#include "tests/support/demo_centre.h"

#include <QDir>
#include <QTest>
#include <algorithm>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestRoute : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void goesOnByItselfAfterEachStop();
    void arrivalStaysAndTheNoteIsHandedOver();
    void undoTakesBothBack();
    void tenWaysBackAndForth();
    void endsWhenTheVisitorLeavesOrIsDone_data();
    void endsWhenTheVisitorLeavesOrIsDone();
    void sideTripAndBackWithPrecedence();
    void sideTripIsUndone();
    void sideTripIsRefused();
    void planIsChangedAndUndone();
    void wrongPlansAreRefused_data();
    void wrongPlansAreRefused();
    void transferToAPlannedStopCrossesItOff();
    void stopThatIsNoLongerOfferedIsPassedOver();
    void doneAtOnceGoesOnToo();
    void passedStopsCountAsServed();
    void rowsAreTheSameAfterARebuild();
    void needsHelperAndRepresentatives();
    void tooManyRepresentatives();
    void confidentialIsHiddenFromOthers();
    void suggestionNeedsNoRightOfItsOwn();

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
    PlaceBoard board(const Session& session) { return DemoCentre::wait(m_centre->gateway().ask(session, PlaceShow{})); }
    void pass(std::int64_t seconds) { m_centre->clock().advanceSeconds(seconds); }
    /// Property mediation first, then these.
    VisitReply issue(const QStringList& stops, const QString& name = u"张伟"_s);
    void serve(const Session& at, const QString& number);
    static QStringList ahead(const TicketRow& row);

    std::unique_ptr<DemoCentre> m_centre;
    Session m_desk;
    Session m_property; ///< window 5
    Session m_lawyer;   ///< window 6
    Session m_studio;   ///< legal advice too
};

void TestRoute::init()
{
    m_centre = std::make_unique<DemoCentre>();
    m_desk = m_centre->session("wang.fang", u"window1"_s);
    m_property = m_centre->session("li.jun", u"propertyRoom"_s);
    m_lawyer = m_centre->session("li.jun", u"window6"_s);
    m_studio = m_centre->session("zhao.min", u"gongxinStudio"_s);
}

void TestRoute::cleanup()
{
    m_centre.reset();
}

VisitReply TestRoute::issue(const QStringList& stops, const QString& name)
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = name};
    command.service = u"propertyMediation"_s;
    command.summary = u"物业纠纷"_s;
    for (const QString& stop : stops)
        command.stops.push_back({stop, {}});
    return DemoCentre::wait(m_centre->gateway().send(m_desk, command));
}

void TestRoute::serve(const Session& at, const QString& number)
{
    act(at, TicketCall{{number, {}}});
    act(at, TicketBegin{{number, {}}});
}

QStringList TestRoute::ahead(const TicketRow& row)
{
    QStringList services;
    for (const StopRow& stop : row.stops) {
        if (!stop.isPassed)
            services.append(stop.service);
    }
    return services;
}

void TestRoute::goesOnByItselfAfterEachStop()
{
    const VisitReply visit = issue({u"legalAdvice"_s, u"courtEnquiry"_s});
    QCOMPARE(visit.stops, (std::vector<QString>{u"legalAdvice"_s, u"courtEnquiry"_s}));
    QCOMPARE(ahead(show(visit.number)), (QStringList{u"legalAdvice"_s, u"courtEnquiry"_s}));
    serve(m_property, visit.number);
    const TicketRow second = act(m_property, TicketFinish{.ticket = visit.number, .outcome = u"accepted"_s}).ticket;
    QCOMPARE(second.number, visit.number);
    QCOMPARE(second.status, TicketStatus::Waiting);
    QCOMPARE(second.service, u"legalAdvice"_s);
    QVERIFY(second.place.isEmpty());
    QVERIFY(second.outcome.isEmpty()); // that of the first stop is the stop's
    QCOMPARE(second.stops.front().outcome, u"accepted"_s);
    QCOMPARE(second.stops.front().place, u"propertyRoom"_s);
    QVERIFY(second.stops.front().isPassed);
    QCOMPARE(ahead(second), QStringList{u"courtEnquiry"_s});
    QCOMPARE(act(m_lawyer, TicketCallNext{}).ticket.number, visit.number);
    act(m_lawyer, TicketBegin{{visit.number, {}}});
    QCOMPARE(act(m_lawyer, TicketFinish{.ticket = visit.number, .outcome = u"referred"_s}).ticket.service, u"courtEnquiry"_s);
    const Session court = m_centre->session("zhao.min", u"window8"_s);
    serve(court, visit.number);
    const TicketRow last = act(court, TicketFinish{.ticket = visit.number, .outcome = u"resolved"_s}).ticket;
    QCOMPARE(last.status, TicketStatus::Finished);
    QCOMPARE(last.outcome, u"resolved"_s);
    QCOMPARE(last.stops.size(), std::size_t(2)); // both lie behind
}

void TestRoute::arrivalStaysAndTheNoteIsHandedOver()
{
    const VisitReply visit = issue({u"legalAdvice"_s});
    const Instant arrived = show(visit.number).arrivedAt;
    pass(600);
    const VisitReply later = m_centre->visit(m_desk, u"李娜"_s); // for legal advice straight away
    serve(m_property, visit.number);
    pass(1800);
    const TicketRow next = act(m_property, TicketFinish{.ticket = visit.number, .outcome = u"accepted"_s, .note = u"存档"_s, .handover = u"材料已齐，请看合同第三条"_s}).ticket;
    QCOMPARE(next.arrivedAt, arrived);
    QCOMPARE(next.handoverNote, u"材料已齐，请看合同第三条"_s);
    QVERIFY(next.finishNote.isEmpty());
    const TicketRow called = act(m_lawyer, TicketCallNext{}).ticket; // before whoever came later: the arrival counts
    QCOMPARE(called.number, visit.number);
    QCOMPARE(called.handoverNote, u"材料已齐，请看合同第三条"_s);
    QCOMPARE(called.waitedSeconds, 600); // that of the first stop; served half an hour is nobody's waiting
    QVERIFY(later.number != visit.number);
}

void TestRoute::undoTakesBothBack()
{
    const VisitReply visit = issue({u"legalAdvice"_s});
    serve(m_property, visit.number);
    const TicketReply finished = act(m_property, TicketFinish{.ticket = visit.number, .outcome = u"accepted"_s, .handover = u"甲"_s});
    const TicketReply back = act(m_property, TicketUndo{{visit.number, {}}, finished.lastAct});
    QCOMPARE(back.ticket.status, TicketStatus::Serving);
    QCOMPARE(back.ticket.place, u"propertyRoom"_s);
    QCOMPARE(back.ticket.service, u"propertyMediation"_s);
    QCOMPARE(ahead(back.ticket), QStringList{u"legalAdvice"_s});
    QVERIFY(back.ticket.handoverNote.isEmpty());
    QCOMPARE(refusal(m_property, TicketUndo{{visit.number, {}}, finished.lastAct}), u"ticket.undoneAlready"_s);
    // The place must be free for it, as for every undo.
    const TicketReply again = act(m_property, TicketFinish{.ticket = visit.number, .outcome = u"accepted"_s});
    serve(m_property, issue({}, u"赵强"_s).number);
    QCOMPARE(refusal(m_property, TicketUndo{{visit.number, {}}, again.lastAct}), u"ticket.undoPlaceBusy"_s);
}

void TestRoute::tenWaysBackAndForth()
{
    const VisitReply visit = issue({u"legalAdvice"_s, u"propertyMediation"_s, u"legalAdvice"_s, u"propertyMediation"_s, u"legalAdvice"_s, u"propertyMediation"_s});
    for (int at = 0; at < 6; ++at) {
        const Session& here = at % 2 == 0 ? m_property : m_lawyer;
        serve(here, visit.number);
        act(here, TicketFinish{.ticket = visit.number, .outcome = u"accepted"_s});
    }
    QVERIFY(ahead(show(visit.number)).isEmpty());
    QCOMPARE(show(visit.number).stops.size(), std::size_t(6));
    for (int at = 0; at < 2; ++at) { // each finish with its way on is one step for people: call, begin, finish
        act(m_lawyer, TicketUndo{{visit.number, {}}, {}});
        act(m_lawyer, TicketUndo{{visit.number, {}}, {}});
        act(m_lawyer, TicketUndo{{visit.number, {}}, {}});
        const TicketRow row = show(visit.number);
        QCOMPARE(row.status, TicketStatus::Waiting);
    }
    QCOMPARE(ahead(show(visit.number)).size(), qsizetype(2));
}

void TestRoute::endsWhenTheVisitorLeavesOrIsDone_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<bool>("endsRoute");
    QTest::newRow("left") << u"left"_s << false;
    QTest::newRow("needs no more") << u"resolved"_s << true;
}

void TestRoute::endsWhenTheVisitorLeavesOrIsDone()
{
    QFETCH(QString, outcome);
    QFETCH(bool, endsRoute);
    const VisitReply visit = issue({u"legalAdvice"_s});
    serve(m_property, visit.number);
    const TicketRow row = act(m_property, TicketFinish{.ticket = visit.number, .outcome = outcome, .endsRoute = endsRoute}).ticket;
    QCOMPARE(row.status, TicketStatus::Finished);
    QCOMPARE(refusal(m_lawyer, TicketCallNext{}), u"queue.empty"_s);
}

/// Complaint 26: to the laboratory and back, without queueing twice and without losing the rank.
void TestRoute::sideTripAndBackWithPrecedence()
{
    const VisitReply visit = issue({u"courtEnquiry"_s});
    pass(60);
    const VisitReply other = issue({}, u"李娜"_s);
    serve(m_property, visit.number);
    const TicketRow aside = act(m_property, TicketTransfer{.ticket = visit.number, .service = u"legalAdvice"_s, .note = u"请看合同"_s, .back = true}).ticket;
    QCOMPARE(aside.service, u"legalAdvice"_s);
    QCOMPARE(ahead(aside), (QStringList{u"propertyMediation"_s, u"courtEnquiry"_s}));
    const auto way = std::find_if(aside.stops.begin(), aside.stops.end(), [](const StopRow& stop) { return stop.isBack; });
    QVERIFY(way != aside.stops.end());
    QCOMPARE(way->place, u"propertyRoom"_s);
    serve(m_lawyer, visit.number);
    pass(1200);
    const TicketRow back = act(m_lawyer, TicketFinish{.ticket = visit.number, .outcome = u"resolved"_s, .handover = u"合同有效"_s}).ticket;
    QCOMPARE(back.service, u"propertyMediation"_s);
    QCOMPARE(back.toPlace, u"propertyRoom"_s);
    QVERIFY(back.returnHeadStartMinutes > 0);
    QCOMPARE(back.arrivedAt, show(visit.number).arrivedAt);
    const Session window5 = m_centre->session("zhao.min", u"window5"_s);
    QCOMPARE(act(window5, TicketCallNext{}).ticket.number, other.number); // kept for the room: not called elsewhere
    const TicketRow called = act(m_property, TicketCallNext{}).ticket;
    QCOMPARE(called.number, visit.number);
    QCOMPARE(called.handoverNote, u"合同有效"_s);
    act(m_property, TicketBegin{{visit.number, {}}});
    QCOMPARE(act(m_property, TicketFinish{.ticket = visit.number, .outcome = u"accepted"_s}).ticket.service, u"courtEnquiry"_s); // then as planned
}

void TestRoute::sideTripIsUndone()
{
    const VisitReply visit = issue({});
    serve(m_property, visit.number);
    act(m_property, TicketTransfer{.ticket = visit.number, .service = u"legalAdvice"_s, .back = true});
    const TicketRow row = act(m_property, TicketUndo{{visit.number, {}}, {}}).ticket;
    QCOMPARE(row.status, TicketStatus::Serving);
    QCOMPARE(row.service, u"propertyMediation"_s);
    QVERIFY(row.stops.empty());
}

void TestRoute::sideTripIsRefused()
{
    const VisitReply visit = issue({});
    QCOMPARE(refusal(m_property, TicketTransfer{.ticket = visit.number, .service = u"legalAdvice"_s, .back = true}), u"ticket.notHere"_s);
    serve(m_property, visit.number);
    QCOMPARE(refusal(m_property, TicketTransfer{.ticket = visit.number, .service = u"propertyMediation"_s, .back = true}), u"ticket.transferNowhere"_s);
    QCOMPARE(refusal(m_lawyer, TicketTransfer{.ticket = visit.number, .place = u"window6"_s, .service = u"legalAdvice"_s, .back = true}), u"ticket.atOtherPlace"_s);
}

void TestRoute::planIsChangedAndUndone()
{
    const VisitReply visit = issue({u"legalAdvice"_s});
    const TicketReply planned = act(m_desk, TicketPlanRoute{visit.number, {{u"courtEnquiry"_s, {}}, {u"legalAdvice"_s, u"gongxinStudio"_s}}});
    QCOMPARE(ahead(planned.ticket), (QStringList{u"courtEnquiry"_s, u"legalAdvice"_s}));
    QCOMPARE(planned.ticket.status, TicketStatus::Waiting); // nothing else moved
    QCOMPARE(planned.ticket.queueTime, show(visit.number).queueTime);
    QCOMPARE(act(m_desk, TicketPlanRoute{visit.number, {{u"courtEnquiry"_s, {}}, {u"legalAdvice"_s, u"gongxinStudio"_s}}}).lastAct, planned.lastAct); // no news
    QCOMPARE(ahead(act(m_desk, TicketUndo{{visit.number, {}}, planned.lastAct}).ticket), QStringList{u"legalAdvice"_s});
    QVERIFY(ahead(act(m_desk, TicketPlanRoute{visit.number, {}}).ticket).isEmpty());
    serve(m_property, visit.number);
    QCOMPARE(act(m_property, TicketFinish{.ticket = visit.number, .outcome = u"resolved"_s}).ticket.status, TicketStatus::Finished);
    QCOMPARE(refusal(m_desk, TicketPlanRoute{visit.number, {{u"legalAdvice"_s, {}}}}), u"ticket.over"_s);
}

void TestRoute::wrongPlansAreRefused_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such service") << u"astrology"_s << QString() << u"route.unknownService"_s;
    QTest::newRow("not at that place") << u"legalAdvice"_s << u"window1"_s << u"route.notOffered"_s;
    QTest::newRow("no such place") << u"legalAdvice"_s << u"window99"_s << u"route.notOffered"_s;
    QTest::newRow("where the visitor is") << u"propertyMediation"_s << QString() << u"route.repeated"_s;
}

void TestRoute::wrongPlansAreRefused()
{
    QFETCH(QString, service);
    QFETCH(QString, place);
    QFETCH(QString, code);
    const VisitReply visit = issue({});
    const auto refused = DemoCentre::outcome(m_centre->gateway().send(m_desk, TicketPlanRoute{visit.number, {{service, place}}}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(refused.error().field, u"stops[0]"_s);
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"周敏"_s};
    command.service = u"propertyMediation"_s;
    command.summary = u"物业"_s;
    command.stops = {{service, place}};
    const auto registered = DemoCentre::outcome(m_centre->gateway().send(m_desk, command));
    QVERIFY(!registered);
    QCOMPARE(registered.error().code, code);
}

void TestRoute::transferToAPlannedStopCrossesItOff()
{
    const VisitReply visit = issue({u"courtEnquiry"_s, u"legalAdvice"_s});
    const TicketRow row = act(m_desk, TicketTransfer{.ticket = visit.number, .service = u"legalAdvice"_s}).ticket;
    QCOMPARE(ahead(row), QStringList{u"courtEnquiry"_s});
}

void TestRoute::stopThatIsNoLongerOfferedIsPassedOver()
{
    CentreDefinition centre = DemoCentre::shipped();
    for (Place& place : centre.places)
        place.services.removeAll(u"judicialConfirmation"_s);
    TicketState ticket;
    ticket.progress.place = u"propertyRoom"_s;
    ticket.progress.ahead = {RouteStop{.service = u"judicialConfirmation"_s}, RouteStop{.service = u"legalAdvice"_s}};
    QCOMPARE(nextStop(centre, ticket, {})->service, u"legalAdvice"_s);
    ticket.progress.ahead.pop_back();
    QVERIFY(!nextStop(centre, ticket, {}));
}

void TestRoute::doneAtOnceGoesOnToo()
{
    const VisitReply visit = issue({u"legalAdvice"_s});
    const TicketReply next = act(m_property, TicketQuickServe{.ticket = visit.number});
    QCOMPARE(next.ticket.status, TicketStatus::Waiting);
    QCOMPARE(next.ticket.service, u"legalAdvice"_s);
    QCOMPARE(act(m_property, TicketUndo{{visit.number, {}}, next.lastAct}).ticket.service, u"propertyMediation"_s);
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"周敏"_s};
    command.service = u"propertyMediation"_s;
    command.summary = u"物业"_s;
    command.stops = {{u"legalAdvice"_s, {}}};
    command.doneAtOnce = true;
    QCOMPARE(DemoCentre::outcome(m_centre->gateway().send(m_desk, command)).error().code, u"visit.doneWithStops"_s);
}

void TestRoute::passedStopsCountAsServed()
{
    const VisitReply visit = issue({u"legalAdvice"_s});
    serve(m_property, visit.number);
    act(m_property, TicketFinish{.ticket = visit.number, .outcome = u"accepted"_s});
    QCOMPARE(board(m_property).servedToday, 1U);
    QCOMPARE(board(m_lawyer).servedToday, 0U);
}

void TestRoute::rowsAreTheSameAfterARebuild()
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"张伟"_s};
    command.service = u"propertyMediation"_s;
    command.summary = u"物业纠纷"_s;
    command.stops = {{u"legalAdvice"_s, {}}, {u"courtEnquiry"_s, {}}};
    command.wheelchair = true;
    command.helper = HelperInput{u"陈静"_s, HelperRelation::Neighbour, {}};
    const VisitReply visit = DemoCentre::wait(m_centre->gateway().send(m_desk, command));
    serve(m_property, visit.number);
    act(m_property, TicketTransfer{.ticket = visit.number, .service = u"hazardReport"_s, .back = true});
    const TicketRow before = show(visit.number);
    m_centre->close();
    for (const QString& each : QDir(m_centre->paths().folder).entryList({u"views*"_s}, QDir::Files))
        QVERIFY(QFile::remove(m_centre->paths().folder + u'/' + each));
    QVERIFY(m_centre->open());
    QCOMPARE(show(visit.number), before);
    QVERIFY(before.wheelchair && before.helperName == u"陈静"_s && before.stops.size() == 4);
}

void TestRoute::needsHelperAndRepresentatives()
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"吴老"_s};
    command.service = u"petitionClaim"_s;
    command.summary = u"拆迁补偿"_s;
    command.headcount = 12;
    command.newRepresentatives = {PersonInput{.name = u"甲一"_s}, PersonInput{.name = u"乙二"_s, .phone = u"138 7123 0045"_s}};
    command.escort = command.hearing = true;
    command.helper = HelperInput{u"吴小妹"_s, HelperRelation::Family, u"138-7123-0046"_s};
    const VisitReply visit = DemoCentre::wait(m_centre->gateway().send(m_desk, command));
    const TicketRow row = show(visit.number);
    QVERIFY(row.escort && row.hearing && !row.wheelchair);
    QCOMPARE(row.helperName, u"吴小妹"_s);
    QCOMPARE(row.helperPhone, u"13871230046"_s);
    QCOMPARE(row.headcount, 12U);
    const VisitDetails details = DemoCentre::wait(m_centre->gateway().ask(m_desk, VisitShow{visit.visit}));
    QCOMPARE(details.known.representatives.size(), std::size_t(2));
    QCOMPARE(DemoCentre::wait(m_centre->gateway().ask(m_desk, PersonShow{details.known.representatives[1]})).known.phone, u"13871230045"_s);
    // Nothing of it stands on a public screen.
    act(m_centre->session("li.jun", u"window3"_s), TicketCall{{visit.number, {}}});
    const DisplayBoard display = DemoCentre::wait(m_centre->gateway().ask(m_desk, DisplayShow{}));
    QVERIFY(!display.calling.front().maskedName.contains(u"小妹"_s));
}

/// Regulation on Letters and Visits, article 20.
void TestRoute::tooManyRepresentatives()
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"吴老"_s};
    command.service = u"petitionClaim"_s;
    command.summary = u"拆迁补偿"_s;
    command.headcount = 12;
    for (const char16_t* name : {u"一", u"二", u"三", u"四", u"五", u"六"})
        command.newRepresentatives.push_back(PersonInput{.name = u"代表"_s + QString::fromUtf16(name)});
    QCOMPARE(DemoCentre::outcome(m_centre->gateway().send(m_desk, command)).error().code, u"visit.representativesAtMost"_s);
    command.newRepresentatives.resize(5);
    command.headcount = 5;
    QCOMPARE(DemoCentre::outcome(m_centre->gateway().send(m_desk, command)).error().code, u"visit.representatives"_s);
    command.headcount = 6;
    QVERIFY(DemoCentre::outcome(m_centre->gateway().send(m_desk, command)));
}

/// Complaint 16. The row stays in the queue, or it would lie about its length.
void TestRoute::confidentialIsHiddenFromOthers()
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"陆某"_s};
    command.service = u"legalAdvice"_s;
    command.summary = u"不便公开"_s;
    command.confidential = true;
    const VisitReply visit = DemoCentre::wait(m_centre->gateway().send(m_desk, command));
    DemoCentre::wait(m_centre->gateway().send(m_lawyer, PlaceStaff{.place = u"window6"_s}));
    const TicketRow waiting = board(m_lawyer).waiting.front();
    QCOMPARE(waiting.number, visit.number);
    QVERIFY(waiting.isHidden && waiting.name.isEmpty() && waiting.summary.isEmpty() && waiting.person.isNull());
    const auto asked = [&](auto query) { return DemoCentre::outcome(m_centre->gateway().ask(m_lawyer, query)); };
    QVERIFY(asked(TicketShow{visit.number})->ticket.isHidden);
    QVERIFY(asked(VisitsToday{})->tickets.front().isHidden);
    QCOMPARE(asked(VisitShow{visit.visit}).error().code, u"visit.confidential"_s);
    QCOMPARE(asked(VisitHistory{visit.visit}).error().code, u"visit.confidential"_s);
    QCOMPARE(asked(TicketHistory{visit.number}).error().code, u"visit.confidential"_s);
    QCOMPARE(DemoCentre::wait(m_centre->gateway().ask(m_desk, VisitShow{visit.visit})).matter.summary, u"不便公开"_s); // the reception may
    // Who serves the visitor knows them.
    const TicketRow called = act(m_lawyer, TicketCallNext{}).ticket;
    QCOMPARE(called.name, u"陆某"_s);
    QCOMPARE(board(m_lawyer).current->name, u"陆某"_s);
    QVERIFY(asked(VisitShow{visit.visit}));
    act(m_lawyer, TicketRequeue{{visit.number, {}}});
    QVERIFY(board(m_lawyer).waiting.front().isHidden);
}

void TestRoute::suggestionNeedsNoRightOfItsOwn()
{
    const SuggestReply reply = DemoCentre::wait(m_centre->gateway().ask(m_desk, MatterSuggest{u"物业费纠纷"_s}));
    QCOMPARE(reply.suggestions.front().stops.front(), u"propertyMediation"_s);
    const auto refused = DemoCentre::outcome(m_centre->gateway().ask(m_lawyer, MatterSuggest{u"物业费纠纷"_s})); // roomStaff registers nobody
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"session.notPermitted"_s);
}

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
