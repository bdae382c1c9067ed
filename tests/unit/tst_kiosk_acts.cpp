// SPDX-License-Identifier: GPL-3.0-or-later
// What a kiosk's session may do and what it is told, against the real gateway. Answers queue.md section 5: complaints 12 and 24 of MADO
// (36: a double tap issues two), 37 and 38 (rejoin an existing ticket, nobody stands in several queues).
#include "core/base/json_fields.h"
#include "core/services/api/kiosk.h"

#include "core/services/api/staff_calls.h"
#include "core/services/catalogue.h"
#include "core/services/sign_in_limit.h"
#include "tests/support/demo_centre.h"

#include <QJsonDocument>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QString number = u"420199197003077757"_s;

} // namespace

class TestKioskActs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void roleGivesNothingElse();
    void offersWhatSomebodyServes();
    void plainTicketNeedsNobody();
    void sameRequestGetsTheSameTicket();
    void sameRequestSurvivesARestart();
    void anotherAccountsRequestIsAnother();
    void knownPersonIsGreetedMasked();
    void unknownNumberTellsNothing();
    void openTicketIsShownAgain();
    void finishedTicketIsNotInTheWay();
    void missedTicketIsShown();
    void confidentialServiceIsNotNamed();
    void wrongNumbersSlowDown();
    void aTicketForgivesTheNumbers();
    void phoneChangesNobody();
    void badNumbersAreRefused_data();
    void badNumbersAreRefused();
    void closedSaysWhenItOpens();
    void unknownServiceIsRefused();
    void printIsRecorded();
    void deskTakesDownTheNameLater();
    void staffIsCalledAnsweredAndCleared();
    void secondPressIsTheSameCall();
    void firstAnswerIsNamed();
    void publicScreenSeesNoNames();

private:
    KioskIssue wish(const QString& service = u"legalAdvice"_s, const QString& document = {});
    KioskTicket issue(const KioskIssue& wish) { return DemoCentre::wait(m_demo->gateway().send(m_kiosk, wish)); }
    PersonId takeDown(const QString& name, const QString& document);

    std::unique_ptr<DemoCentre> m_demo;
    Session m_kiosk;
    Session m_desk;
};

void TestKioskActs::init()
{
    m_demo = std::make_unique<DemoCentre>();
    const Session admin = m_demo->session("admin");
    DemoCentre::wait(m_demo->gateway().send(admin, AccountCreate{u"kiosk1"_s, u"一号机"_s, {u"kiosk"_s}, SecretKind::Pin, u"640917"_s}));
    m_kiosk = m_demo->session("kiosk1");
    m_desk = m_demo->session("zhao.min", u"window6"_s);
}

KioskIssue TestKioskActs::wish(const QString& service, const QString& document)
{
    return {KioskRequestId::make(m_demo->clock().now(), m_demo->random()), service, document, {}};
}

PersonId TestKioskActs::takeDown(const QString& name, const QString& document)
{
    return DemoCentre::wait(m_demo->gateway().send(m_desk, PersonRegister{{.name = name, .documentKind = DocumentKind::ResidentId, .documentNumber = document}})).person;
}

void TestKioskActs::roleGivesNothingElse()
{
    const QStringList allowed{u"kiosk.greet"_s, u"kiosk.issue"_s, u"kiosk.recordPrint"_s, u"kiosk.show"_s, u"staff.call"_s, u"staff.watch"_s};
    QStringList found;
    const Role* role = m_demo->gateway().centre().findRole(u"kiosk");
    QVERIFY(role);
    for (const CatalogueEntry& each : catalogue()) {
        if (role->permits(QString(each.name)))
            found.append(each.name);
    }
    QCOMPARE(found, allowed);
    const auto lookup = DemoCentre::outcome(m_demo->gateway().ask(m_kiosk, PersonLookup{u"王"_s}));
    QCOMPARE(lookup.error().code, u"session.notPermitted"_s);
}

void TestKioskActs::offersWhatSomebodyServes()
{
    issue(wish(u"legalAdvice"_s));
    const KioskBoard board = DemoCentre::wait(m_demo->gateway().ask(m_kiosk, KioskShow{}));
    QVERIFY(board.isOpen);
    QCOMPARE(board.closesAt, Instant::fromIso(u"2026-03-02T12:00:00+08:00"_s));
    QVERIFY(board.services.size() > 10);
    for (const KioskService& each : board.services) {
        QVERIFY(!m_demo->gateway().centre().placesServing(each.service).isEmpty());
        QCOMPARE(each.waiting, each.service == u"legalAdvice" ? 1U : 0U);
    }
}

void TestKioskActs::plainTicketNeedsNobody()
{
    const KioskTicket ticket = issue(wish());
    QVERIFY(!ticket.number.isEmpty());
    QVERIFY(!ticket.isKnown);
    QCOMPARE(ticket.status, TicketStatus::Waiting);
    QCOMPARE(ticket.ahead, 0U);
    QVERIFY(!ticket.places.empty());
    QCOMPARE(issue(wish()).ahead, 1U);
    const TicketRow row = DemoCentre::wait(m_demo->gateway().send(m_desk, TicketCallNext{})).ticket;
    QCOMPARE(row.number, ticket.number); // it can be called like any other
    QCOMPARE(row.name, QString());
}

void TestKioskActs::sameRequestGetsTheSameTicket() // complaints 12, 24 (MADO), 36
{
    const KioskIssue twice = wish();
    const auto first = m_demo->gateway().send(m_kiosk, twice);
    const auto second = m_demo->gateway().send(m_kiosk, twice);
    const KioskTicket one = DemoCentre::wait(first);
    const KioskTicket other = DemoCentre::wait(second);
    QCOMPARE(one.ticket, other.ticket);
    QCOMPARE(one.number, other.number);
    QCOMPARE(DemoCentre::wait(m_demo->gateway().ask(m_desk, VisitsToday{})).tickets.size(), std::size_t(1));
}

void TestKioskActs::sameRequestSurvivesARestart()
{
    const KioskIssue once = wish();
    const KioskTicket before = issue(once);
    m_demo->reopen();
    QCOMPARE(issue(once).ticket, before.ticket);
}

void TestKioskActs::anotherAccountsRequestIsAnother()
{
    const KioskIssue once = wish();
    const KioskTicket mine = issue(once);
    const KioskTicket theirs = DemoCentre::wait(m_demo->gateway().send(m_demo->session("admin"), once));
    QVERIFY(mine.ticket != theirs.ticket);
}

void TestKioskActs::knownPersonIsGreetedMasked()
{
    takeDown(u"张建国"_s, number);
    const KioskGreeting greeting = DemoCentre::wait(m_demo->gateway().ask(m_kiosk, KioskGreet{number}));
    QVERIFY(greeting.isKnown);
    QCOMPARE(greeting.maskedName, u"张*国"_s);
    QVERIFY(!greeting.ticket);
    const QByteArray told = toJson(greeting, 480).isEmpty() ? QByteArray() : QJsonDocument(toJson(greeting, 480)).toJson();
    QVERIFY(!told.contains("建") && !told.contains(number.toUtf8()));
}

void TestKioskActs::unknownNumberTellsNothing()
{
    const KioskGreeting greeting = DemoCentre::wait(m_demo->gateway().ask(m_kiosk, KioskGreet{number}));
    QVERIFY(!greeting.isKnown);
    QVERIFY(greeting.maskedName.isEmpty() && !greeting.ticket);
    // The tail of a number is no number: the desk's look-up would find it.
    takeDown(u"张建国"_s, number);
    QVERIFY(!DemoCentre::outcome(m_demo->gateway().ask(m_kiosk, KioskGreet{number.right(6)})));
}

void TestKioskActs::openTicketIsShownAgain() // complaints 37, 38
{
    takeDown(u"张建国"_s, number);
    const KioskTicket first = issue(wish(u"legalAdvice"_s, number));
    QVERIFY(!first.isKnown);
    const KioskGreeting greeting = DemoCentre::wait(m_demo->gateway().ask(m_kiosk, KioskGreet{number}));
    QVERIFY(greeting.ticket);
    QCOMPARE(greeting.ticket->number, first.number);
    QVERIFY(greeting.ticket->isKnown);
    const KioskTicket again = issue(wish(u"wageArrears"_s, number)); // also for another service
    QCOMPARE(again.ticket, first.ticket);
    QVERIFY(again.isKnown);
    QCOMPARE(DemoCentre::wait(m_demo->gateway().ask(m_desk, VisitsToday{})).tickets.size(), std::size_t(1));
}

void TestKioskActs::finishedTicketIsNotInTheWay()
{
    const KioskTicket first = issue(wish(u"legalAdvice"_s, number));
    DemoCentre::wait(m_demo->gateway().send(m_desk, TicketCallNext{}));
    TicketAtPlace at;
    at.ticket = first.number;
    DemoCentre::wait(m_demo->gateway().send(m_desk, TicketBegin{at}));
    DemoCentre::wait(m_demo->gateway().send(m_desk, TicketFinish{first.number, {}, u"resolved"_s, {}}));
    const KioskTicket second = issue(wish(u"legalAdvice"_s, number));
    QVERIFY(second.ticket != first.ticket);
    QVERIFY(!second.isKnown);
}

void TestKioskActs::missedTicketIsShown()
{
    const KioskTicket first = issue(wish(u"legalAdvice"_s, number));
    DemoCentre::wait(m_demo->gateway().send(m_desk, TicketCallNext{}));
    TicketAtPlace at;
    at.ticket = first.number;
    DemoCentre::wait(m_demo->gateway().send(m_desk, TicketMiss{at}));
    QCOMPARE(issue(wish(u"legalAdvice"_s, number)).status, TicketStatus::Missed);
}

void TestKioskActs::confidentialServiceIsNotNamed()
{
    const KioskTicket ticket = issue(wish(u"psychologicalCounselling"_s));
    QVERIFY(ticket.service.isEmpty());
    QVERIFY(!ticket.places.empty());
}

void TestKioskActs::wrongNumbersSlowDown()
{
    for (int guess = 0; guess < SignInLimit::freeGuesses; ++guess)
        QVERIFY(DemoCentre::outcome(m_demo->gateway().ask(m_kiosk, KioskGreet{number})));
    const auto refused = DemoCentre::outcome(m_demo->gateway().ask(m_kiosk, KioskGreet{number}));
    QCOMPARE(refused.error().code, u"kiosk.wait"_s);
    QCOMPARE(refused.error().facts.value(u"seconds"_s).toInt(), SignInLimit::firstWaitSeconds);
    QVERIFY(!issue(wish()).isKnown); // a ticket without a number is never refused for it
    m_demo->clock().advanceSeconds(SignInLimit::firstWaitSeconds);
    QVERIFY(DemoCentre::outcome(m_demo->gateway().ask(m_kiosk, KioskGreet{number})));
}

void TestKioskActs::aTicketForgivesTheNumbers()
{
    for (int guess = 0; guess < SignInLimit::freeGuesses; ++guess)
        QVERIFY(DemoCentre::outcome(m_demo->gateway().ask(m_kiosk, KioskGreet{number})));
    issue(wish(u"legalAdvice"_s, number));
    QVERIFY(DemoCentre::outcome(m_demo->gateway().ask(m_kiosk, KioskGreet{number})));
}

void TestKioskActs::phoneChangesNobody()
{
    const PersonId person = takeDown(u"张建国"_s, number);
    KioskIssue both = wish(u"legalAdvice"_s, number);
    both.phone = u"13800138000"_s;
    issue(both);
    QCOMPARE(DemoCentre::wait(m_demo->gateway().ask(m_desk, PersonShow{person})).known.phone, QString());
    KioskIssue onlyPhone = wish();
    onlyPhone.phone = u"138 0013 8000"_s;
    const KioskTicket ticket = issue(onlyPhone);
    const PersonId other = DemoCentre::wait(m_demo->gateway().ask(m_desk, TicketShow{ticket.number})).ticket.person;
    QVERIFY(other != person);
    QCOMPARE(DemoCentre::wait(m_demo->gateway().ask(m_desk, PersonShow{other})).known.phone, u"13800138000"_s);
}

void TestKioskActs::badNumbersAreRefused_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("code");
    QTest::newRow("wrong check character") << u"420199197003077751"_s << QString() << u"identity.checkCharacter"_s;
    QTest::newRow("too short") << u"42019919700307"_s << QString() << u"identity.length"_s;
    QTest::newRow("no phone") << QString() << u"12"_s << u"phone.length"_s;
}

void TestKioskActs::badNumbersAreRefused()
{
    QFETCH(QString, document);
    QFETCH(QString, phone);
    QFETCH(QString, code);
    KioskIssue bad = wish(u"legalAdvice"_s, document);
    bad.phone = phone;
    const auto refused = DemoCentre::outcome(m_demo->gateway().send(m_kiosk, bad));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(refused.error().field, document.isEmpty() ? u"phone"_s : u"documentNumber"_s);
}

void TestKioskActs::closedSaysWhenItOpens()
{
    m_demo->clock().set(Instant::fromIso(u"2026-03-02T18:00:00+08:00"_s));
    const auto refused = DemoCentre::outcome(m_demo->gateway().send(m_kiosk, wish()));
    QCOMPARE(refused.error().code, u"kiosk.closed"_s);
    const Instant opens = Instant::fromIso(u"2026-03-03T08:30:00+08:00"_s);
    QCOMPARE(refused.error().facts.value(u"opensAt"_s).toLongLong(), qlonglong(opens.milliseconds));
    const KioskBoard board = DemoCentre::wait(m_demo->gateway().ask(m_kiosk, KioskShow{}));
    QVERIFY(!board.isOpen);
    QCOMPARE(board.opensAt, opens);
}

void TestKioskActs::unknownServiceIsRefused()
{
    QCOMPARE(DemoCentre::outcome(m_demo->gateway().send(m_kiosk, wish(u"nothing"_s))).error().code, u"service.unknown"_s);
}

void TestKioskActs::printIsRecorded() // complaint 36: printing fails, yet the ticket is there and says so
{
    const KioskTicket ticket = issue(wish());
    const auto failed = DemoCentre::wait(m_demo->gateway().send(m_kiosk, KioskRecordPrint{ticket.ticket, false, u"POS"_s, u"print.printerStopped"_s}));
    QCOMPARE(failed.print, PrintStatus::Failed);
    QCOMPARE(DemoCentre::wait(m_demo->gateway().ask(m_desk, TicketShow{ticket.number})).ticket.print, PrintStatus::Failed);
    const auto printed = DemoCentre::wait(m_demo->gateway().send(m_kiosk, KioskRecordPrint{ticket.ticket, true, u"POS"_s, {}}));
    QCOMPARE(printed.print, PrintStatus::Printed);
    const TicketId nobody = TicketId::make(m_demo->clock().now(), m_demo->random());
    QCOMPARE(DemoCentre::outcome(m_demo->gateway().send(m_kiosk, KioskRecordPrint{nobody, true, {}, {}})).error().code, u"ticket.unknown"_s);
}

void TestKioskActs::deskTakesDownTheNameLater()
{
    const KioskTicket ticket = issue(wish(u"legalAdvice"_s, number));
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"张建国"_s, .documentKind = DocumentKind::ResidentId, .documentNumber = number};
    command.service = u"guidance"_s;
    command.summary = u"咨询"_s;
    DemoCentre::wait(m_demo->gateway().send(m_desk, command));
    QCOMPARE(DemoCentre::wait(m_demo->gateway().ask(m_desk, TicketShow{ticket.number})).ticket.name, u"张建国"_s);
}

void TestKioskActs::staffIsCalledAnsweredAndCleared()
{
    StaffCall call;
    call.label = u"大厅1号机"_s;
    const StaffCallRow made = DemoCentre::wait(m_demo->gateway().send(m_kiosk, call)).row;
    QCOMPARE(made.label, u"大厅1号机"_s);
    QVERIFY(made.calledAt && !made.answeredAt && !made.clearedAt);
    auto open = DemoCentre::wait(m_demo->gateway().ask(m_desk, StaffCalls{true})).calls;
    QCOMPARE(open.size(), std::size_t(1));
    m_demo->clock().advanceSeconds(30);
    const StaffCallRow answered = DemoCentre::wait(m_demo->gateway().send(m_desk, StaffAnswer{made.call})).row;
    QCOMPARE(answered.answeredName, u"赵敏"_s);
    QCOMPARE(answered.answeredFrom, u"window6"_s);
    m_demo->clock().advanceSeconds(60);
    DemoCentre::wait(m_demo->gateway().send(m_desk, StaffClear{made.call}));
    QVERIFY(DemoCentre::wait(m_demo->gateway().ask(m_desk, StaffCalls{true})).calls.empty());
    const auto today = DemoCentre::wait(m_demo->gateway().ask(m_desk, StaffCalls{})).calls; // its history
    QCOMPARE(today.size(), std::size_t(1));
    QCOMPARE(today.front().clearedName, u"赵敏"_s);
    m_demo->reopen();
    QCOMPARE(DemoCentre::wait(m_demo->gateway().ask(m_desk, StaffCalls{})).calls, today);
}

void TestKioskActs::secondPressIsTheSameCall()
{
    StaffCall call;
    call.label = u"1"_s;
    const StaffCallId first = DemoCentre::wait(m_demo->gateway().send(m_kiosk, call)).row.call;
    QCOMPARE(DemoCentre::wait(m_demo->gateway().send(m_kiosk, call)).row.call, first);
    call.reason = StaffCallReason::SlipNotPrinted;
    QVERIFY(DemoCentre::wait(m_demo->gateway().send(m_kiosk, call)).row.call != first);
    QCOMPARE(DemoCentre::wait(m_demo->gateway().ask(m_desk, StaffCalls{true})).calls.size(), std::size_t(2));
}

void TestKioskActs::firstAnswerIsNamed()
{
    StaffCall call;
    call.label = u"1"_s;
    const StaffCallId id = DemoCentre::wait(m_demo->gateway().send(m_kiosk, call)).row.call;
    DemoCentre::wait(m_demo->gateway().send(m_desk, StaffAnswer{id}));
    DemoCentre::wait(m_demo->gateway().send(m_desk, StaffAnswer{id})); // a second press of the same person
    const auto late = DemoCentre::outcome(m_demo->gateway().send(m_demo->session("li.jun"), StaffAnswer{id}));
    QCOMPARE(late.error().code, u"staffCall.answered"_s);
    QCOMPARE(late.error().facts.value(u"who"_s).toString(), u"赵敏"_s);
    DemoCentre::wait(m_demo->gateway().send(m_desk, StaffClear{id}));
    QCOMPARE(DemoCentre::outcome(m_demo->gateway().send(m_desk, StaffClear{id})).error().code, u"staffCall.cleared"_s);
    QCOMPARE(DemoCentre::outcome(m_demo->gateway().send(m_desk, StaffAnswer{{}})).error().code, u"staffCall.unknown"_s);
}

void TestKioskActs::publicScreenSeesNoNames()
{
    StaffCall call;
    call.label = u"1"_s;
    const StaffCallId id = DemoCentre::wait(m_demo->gateway().send(m_kiosk, call)).row.call;
    DemoCentre::wait(m_demo->gateway().send(m_desk, StaffAnswer{id}));
    const StaffCallProgress progress = DemoCentre::wait(m_demo->gateway().ask(m_kiosk, StaffWatch{id}));
    QVERIFY(progress.answered && !progress.cleared);
    QCOMPARE(DemoCentre::outcome(m_demo->gateway().ask(m_kiosk, StaffCalls{true})).error().code, u"session.notPermitted"_s);
}

QTEST_GUILESS_MAIN(TestKioskActs)
#include "tst_kiosk_acts.moc"
