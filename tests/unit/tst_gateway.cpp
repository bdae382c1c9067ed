// SPDX-License-Identifier: GPL-3.0-or-later
// The whole thread below the pages: register, queue, call, finish, undo, look up, and everything again after a restart.
#include "tests/support/demo_centre.h"

#include <QSignalSpy>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestGateway : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aVisitGetsItsTicketAndComesBackAfterARestart();
    void aTicketRunsThroughItsLife();
    void theLoserOfARaceIsToldWhoWasFirst();
    void undoGoesBackStepByStep();
    void undoTakesBackOnlyTheActThatIsMeant();
    void transferKeepsNumberAndArrival();
    void priorityIsAHeadStartNotAWall();
    void peopleAreFoundByAnything_data();
    void peopleAreFoundByAnything();
    void theSameDocumentIsTheSamePerson();
    void rolesDecide();
    void historyNamesEveryStep();
    void changesAreAnnounced();
    void signInChecksTheSecret();
};

void TestGateway::aVisitGetsItsTicketAndComesBackAfterARestart()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const VisitReply visit = centre.visit(desk, u"张伟"_s);
    QVERIFY(!visit.number.isEmpty());
    QCOMPARE(visit.ahead, 0U);
    QVERIFY(!visit.places.empty());
    const VisitReply second = centre.visit(desk, u"刘洋"_s);
    QCOMPARE(second.ahead, 1U);
    QVERIFY(second.number != visit.number);
    centre.reopen();
    const TicketRow row = DemoCentre::wait(centre.gateway().ask(desk, TicketShow{visit.number})).ticket;
    QCOMPARE(row.ticket, visit.ticket);
    QCOMPARE(row.name, u"张伟"_s);
    const VisitReply third = centre.visit(desk, u"陈静"_s);
    QVERIFY(third.number != visit.number && third.number != second.number);
}

void TestGateway::aTicketRunsThroughItsLife()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const Session lawyer = centre.session("li.jun", u"window6"_s);
    const VisitReply visit = centre.visit(desk, u"张伟"_s);
    auto& gateway = centre.gateway();
    centre.clock().advanceSeconds(120);
    QCOMPARE(DemoCentre::wait(gateway.send(lawyer, TicketCallNext{})).ticket.ticket, visit.ticket);
    QCOMPARE(DemoCentre::outcome(gateway.send(lawyer, TicketCallNext{})).error().code, u"queue.empty"_s);
    QCOMPARE(DemoCentre::wait(gateway.send(lawyer, TicketRecall{{visit.number, {}}})).ticket.calls, 2U);
    DemoCentre::wait(gateway.send(lawyer, TicketBegin{{visit.number, {}}}));
    centre.clock().advanceSeconds(60);
    DemoCentre::wait(gateway.send(lawyer, TicketHold{visit.number, {}, u"fetchPapers"_s}));
    centre.clock().advanceSeconds(600);
    DemoCentre::wait(gateway.send(lawyer, TicketResume{{visit.number, {}}}));
    centre.clock().advanceSeconds(30);
    const TicketRow done = DemoCentre::wait(gateway.send(lawyer, TicketFinish{visit.number, {}, u"resolved"_s, u"已答复"_s})).ticket;
    QCOMPARE(done.status, TicketStatus::Finished);
    QCOMPARE(done.servedSeconds, 90); // the hold is nobody's serving time
    const PlaceBoard board = DemoCentre::wait(gateway.ask(lawyer, PlaceShow{}));
    QCOMPARE(board.servedToday, 1U);
    QVERIFY(!board.current);
}

void TestGateway::theLoserOfARaceIsToldWhoWasFirst()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const Session one = centre.session("li.jun", u"window3"_s);
    const Session other = centre.session("zhao.min", u"window4"_s);
    const VisitReply visit = centre.visit(desk, u"张伟"_s, u"petitionClaim"_s);
    auto first = centre.gateway().send(one, TicketCall{{visit.number, {}}});
    auto second = centre.gateway().send(other, TicketCall{{visit.number, {}}});
    QVERIFY(DemoCentre::outcome(first).has_value());
    const Result<TicketReply> lost = DemoCentre::outcome(second);
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, u"ticket.alreadyCalled"_s);
    QCOMPARE(lost.error().facts.value(u"who"_s).toString(), u"李军"_s);
    QCOMPARE(lost.error().facts.value(u"place"_s).toString(), u"window3"_s);
}

void TestGateway::undoGoesBackStepByStep()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const Session lawyer = centre.session("li.jun", u"window6"_s);
    const VisitReply visit = centre.visit(desk, u"张伟"_s);
    auto& gateway = centre.gateway();
    DemoCentre::wait(gateway.send(lawyer, TicketCallNext{}));
    DemoCentre::wait(gateway.send(lawyer, TicketBegin{{visit.number, {}}}));
    DemoCentre::wait(gateway.send(lawyer, TicketFinish{visit.number, {}, u"resolved"_s, {}}));
    QCOMPARE(DemoCentre::wait(gateway.send(lawyer, TicketUndo{{visit.number, {}}, {}})).ticket.status, TicketStatus::Serving);
    QCOMPARE(DemoCentre::wait(gateway.send(lawyer, TicketUndo{{visit.number, {}}, {}})).ticket.status, TicketStatus::Called);
    const TicketRow waiting = DemoCentre::wait(gateway.send(lawyer, TicketUndo{{visit.number, {}}, {}})).ticket;
    QCOMPARE(waiting.status, TicketStatus::Waiting);
    QVERIFY(waiting.place.isEmpty());
    QCOMPARE(DemoCentre::outcome(gateway.send(lawyer, TicketUndo{{visit.number, {}}, {}})).error().code, u"ticket.nothingToUndo"_s);
}

void TestGateway::undoTakesBackOnlyTheActThatIsMeant()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const Session lawyer = centre.session("li.jun", u"window6"_s);
    const VisitReply visit = centre.visit(desk, u"张伟"_s);
    auto& gateway = centre.gateway();
    const auto undo = [&](const QString& act) { return DemoCentre::outcome(gateway.send(desk, TicketUndo{{visit.number, {}}, act})); };
    const auto lastAct = [&] { return DemoCentre::wait(gateway.ask(desk, TicketShow{visit.number})).lastAct; };
    QCOMPARE(lastAct(), QString());
    const QString left = DemoCentre::wait(gateway.send(desk, TicketWithdraw{{visit.number, {}}})).lastAct;
    QVERIFY(!left.isEmpty());
    QCOMPARE(lastAct(), left);
    QCOMPARE(undo(left + u'0').error().code, u"ticket.undoneAlready"_s);
    QCOMPARE(undo(left)->ticket.status, TicketStatus::Waiting);
    QCOMPARE(undo(left).error().code, u"ticket.undoneAlready"_s);
    const QString called = DemoCentre::wait(gateway.send(lawyer, TicketCallNext{})).lastAct;
    DemoCentre::wait(gateway.send(lawyer, TicketBegin{{visit.number, {}}}));
    const Result<TicketReply> late = undo(called);
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Conflict);
    QCOMPARE(late.error().code, u"ticket.actedSince"_s);
    QCOMPARE(late.error().facts.value(u"who"_s).toString(), u"李军"_s);
    QCOMPARE(late.error().facts.value(u"status"_s).toString(), u"serving"_s);
    const Result<TicketReply> back = undo(lastAct());
    QVERIFY(back);
    QCOMPARE(back->lastAct, called); // what the next undo would take back
    QCOMPARE(undo(called)->ticket.status, TicketStatus::Waiting);
}

void TestGateway::transferKeepsNumberAndArrival()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const Session lawyer = centre.session("li.jun", u"window6"_s);
    const VisitReply visit = centre.visit(desk, u"张伟"_s);
    auto& gateway = centre.gateway();
    const TicketRow before = DemoCentre::wait(gateway.send(lawyer, TicketCallNext{})).ticket;
    centre.clock().advanceSeconds(300);
    const TicketRow after =
        DemoCentre::wait(gateway.send(lawyer, TicketTransfer{visit.number, {}, u"petitionClaim"_s, {}, u"请核对票据"_s})).ticket;
    QCOMPARE(after.number, before.number);
    QCOMPARE(after.arrivedAt, before.arrivedAt);
    QCOMPARE(after.status, TicketStatus::Waiting);
    QCOMPARE(after.handoverNote, u"请核对票据"_s);
}

void TestGateway::priorityIsAHeadStartNotAWall()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const Session lawyer = centre.session("li.jun", u"window6"_s);
    const VisitReply ordinary = centre.visit(desk, u"张伟"_s);
    centre.clock().advanceSeconds(16LL * 60);
    VisitRegister elder;
    elder.newPerson = PersonInput{.name = u"王桂兰"_s, .documentKind = DocumentKind::None};
    elder.service = u"legalAdvice"_s;
    elder.priority = u"elder"_s;
    elder.summary = u"咨询"_s;
    const VisitReply late = DemoCentre::wait(centre.gateway().send(desk, elder));
    QCOMPARE(late.ahead, 1U); // 15 minutes' head start, but 16 minutes later
    QCOMPARE(DemoCentre::wait(centre.gateway().send(lawyer, TicketCallNext{})).ticket.ticket, ordinary.ticket);
}

void TestGateway::peopleAreFoundByAnything_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t* text : {u"欧阳", u"阳明", u"明", u"ouyang", u"ouyangming", u"oym", u"OYM", u"5678", u"13800005678", u"138 0000 5678", u"１３８００００５６７８"})
        QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
}

void TestGateway::peopleAreFoundByAnything()
{
    QFETCH(QString, text);
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const PersonReply person = DemoCentre::wait(centre.gateway().send(
        desk, PersonRegister{PersonInput{.name = u"欧阳明"_s, .documentKind = DocumentKind::None, .phone = u"13800005678"_s}}));
    DemoCentre::wait(centre.gateway().send(desk, PersonRegister{PersonInput{.name = u"李四"_s, .documentKind = DocumentKind::None}}));
    const LookupReply found = DemoCentre::wait(centre.gateway().ask(desk, PersonLookup{text, 20}));
    QCOMPARE(found.persons.size(), std::size_t(1));
    QCOMPARE(found.persons.front().person, person.person);
}

void TestGateway::theSameDocumentIsTheSamePerson()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const QString digits = u"42019919800101001"_s;
    const QString number = digits + *residentCheckCharacter(digits);
    PersonInput input{.name = u"张伟"_s, .documentKind = DocumentKind::ResidentId, .documentNumber = number};
    const PersonReply first = DemoCentre::wait(centre.gateway().send(desk, PersonRegister{input}));
    input.documentNumber = number.toLower();
    input.phone = u"13800005678"_s;
    const PersonReply second = DemoCentre::wait(centre.gateway().send(desk, PersonRegister{input}));
    QCOMPARE(second.person, first.person);
    const PersonDetails details = DemoCentre::wait(centre.gateway().ask(desk, PersonShow{first.person}));
    QCOMPARE(details.known.phone, u"13800005678"_s);
    QCOMPARE(details.known.birth, QDate(1980, 1, 1));
}

void TestGateway::rolesDecide()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const auto refused = DemoCentre::outcome(
        centre.gateway().send(desk, AccountCreate{u"new.one"_s, u"新人"_s, {u"receptionist"_s}, SecretKind::Pin, u"730512"_s}));
    QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
    const Session admin = centre.session("admin");
    DemoCentre::wait(centre.gateway().send(admin, AccountCreate{u"new.one"_s, u"新人"_s, {u"receptionist"_s}, SecretKind::Pin, u"730512"_s}));
    const auto last = DemoCentre::outcome(centre.gateway().send(admin, AccountChange{.login = u"admin"_s, .enabled = false}));
    QCOMPARE(last.error().code, u"account.lastAdministrator"_s);
}

void TestGateway::historyNamesEveryStep()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    const Session lawyer = centre.session("li.jun", u"window6"_s);
    const VisitReply visit = centre.visit(desk, u"张伟"_s);
    DemoCentre::wait(centre.gateway().send(lawyer, TicketCallNext{}));
    const HistoryReply history = DemoCentre::wait(centre.gateway().ask(desk, VisitHistory{visit.visit}));
    QStringList types;
    for (const HistoryRow& row : history.entries)
        types << row.type;
    QCOMPARE(types, (QStringList{u"person.registered"_s, u"visit.registered"_s, u"matter.recorded"_s, u"ticket.issued"_s, u"ticket.called"_s}));
    QCOMPARE(history.entries.back().actorName, u"李军"_s);
    QCOMPARE(history.entries.back().hash.size(), 64);
}

void TestGateway::changesAreAnnounced()
{
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    QSignalSpy spy(&centre.gateway(), &Gateway::changed);
    centre.visit(desk, u"张伟"_s);
    QTRY_COMPARE(spy.size(), 1);
    QVERIFY(spy.front().front().value<ChangeSet>().tickets);
}

void TestGateway::signInChecksTheSecret()
{
    DemoCentre centre;
    QCOMPARE(DemoCentre::wait(centre.gateway().signIn(u"wang.fang"_s, u"730512"_s)).displayName, u"王芳"_s);
    QCOMPARE(DemoCentre::outcome(centre.gateway().signIn(u"wang.fang"_s, u"730513"_s)).error().code, u"session.secret"_s);
    QCOMPARE(DemoCentre::outcome(centre.gateway().signIn(u"nobody"_s, u"730512"_s)).error().code, u"session.secret"_s);
}

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
