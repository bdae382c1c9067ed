// SPDX-License-Identifier: GPL-3.0-or-later
// What may be done with a ticket in which state: one table, every status against every act. Then the rules that need a story: undo,
// repeated calls, papers kept, transfers, the head start.
#include "core/domain/ticket/ticket_decide.h"
#include "tests/support/event_samples.h"
#include "tests/support/state_dump.h"

#include <QTest>
#include <functional>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

/// A ticket and the acts that made it so.
class Story {
public:
    Story() { then(TicketIssued{.number = u"A001"_s, .service = u"legalAdvice"_s, .arrivedAt = samples::start}); }

    template <typename EventType>
    Story& then(const EventType& event, std::int64_t seconds = 60)
    {
        m_now = m_now.plusSeconds(seconds);
        ++m_sequence;
        evolve(state, event, {{{}, m_sequence}, RawId::named("ticket"), {}, m_now});
        return *this;
    }
    Story& undo()
    {
        const Result<TicketReverted> reverted = decideRevert(state, true);
        if (!reverted)
            qFatal("%s", qPrintable(reverted.error().code));
        return then(*reverted);
    }

    TicketState state;

private:
    Instant m_now = samples::start;
    std::uint64_t m_sequence = 0;
};

const QString here = u"window1"_s;
const QString there = u"window2"_s;

/// A ticket in a status, standing at window1 where it stands somewhere.
TicketState ticketIn(const QByteArray& status)
{
    Story story;
    if (status == "unknown")
        return {};
    if (status == "waiting")
        return story.state;
    if (status == "withdrawn")
        return story.then(TicketWithdrawn{}).state;
    story.then(TicketCalled{.place = here});
    if (status == "called")
        return story.state;
    if (status == "missed")
        return story.then(TicketMissed{.place = here}).state;
    story.then(TicketBegun{.place = here});
    if (status == "held")
        return story.then(TicketHeld{.place = here, .kind = HoldKind::PapersBack, .reason = u"copies"_s}).state;
    if (status == "finished")
        return story.then(TicketFinished{.place = here, .outcome = u"done"_s}).state;
    if (status == "newer") {
        story.state.needsUpdate = true;
        return story.state;
    }
    return story.state; // serving
}

CallingPlace placeNamed(const QString& key)
{
    return {.key = key, .servesTicket = true, .repeatCallLimit = 3};
}

/// The type of the event that an act gives, or the code of its refusal.
template <typename EventType>
QString answerOf(const Result<EventType>& decided)
{
    return decided ? QString::fromLatin1(EventType::type) : decided.error().code;
}

QString answerTo(const QByteArray& act, const TicketState& ticket, const QString& place)
{
    if (act == "call")
        return answerOf(decideCall(ticket, placeNamed(place), true));
    if (act == "recall")
        return answerOf(decideRecall(ticket, placeNamed(place)));
    if (act == "begin")
        return answerOf(decideBegin(ticket, placeNamed(place)));
    if (act == "hold")
        return answerOf(decideHold(ticket, place, HoldKind::PapersKept, u"copies"_s));
    if (act == "resume")
        return answerOf(decideResume(ticket, placeNamed(place)));
    if (act == "miss")
        return answerOf(decideMiss(ticket, place));
    if (act == "requeue")
        return answerOf(decideRequeue(ticket, place));
    if (act == "transfer")
        return answerOf(decideTransfer(ticket, place, u"mediation"_s, {}, true, {}));
    if (act == "finish")
        return answerOf(decideFinish(ticket, place, u"done"_s, {}));
    if (act == "withdraw")
        return answerOf(decideWithdraw(ticket, place));
    return answerOf(decideRevert(ticket, true));
}

/// One line per act; the columns are the statuses below. "+" is the act's own event.
constexpr const char* statuses[] = {"unknown", "waiting", "called", "serving", "held", "missed", "finished", "withdrawn", "newer"};
struct Line {
    const char* act;
    const char* event;
    std::array<const char*, 9> answers;
};
constexpr const char* none = "ticket.unknown";
constexpr const char* over = "ticket.over";
constexpr const char* newer = "record.needsUpdate";
constexpr Line table[] = {
    //                                       unknown waiting                  called                  serving                 held                  missed               finished withdrawn newer
    {"call", "ticket.called", {none, "+", "ticket.alreadyCalled", "ticket.alreadyCalled", "ticket.held", "+", over, over, newer}},
    {"recall", "ticket.recalled", {none, "ticket.notCalled", "+", "ticket.notCalled", "ticket.notCalled", "ticket.notCalled", over, over, newer}},
    {"begin", "ticket.begun", {none, "ticket.notCalled", "+", "ticket.notCalled", "ticket.notCalled", "ticket.notCalled", over, over, newer}},
    {"hold", "ticket.held", {none, "ticket.notServing", "ticket.notServing", "+", "ticket.notServing", "ticket.notServing", over, over, newer}},
    {"resume", "ticket.resumed", {none, "ticket.notHeld", "ticket.notHeld", "ticket.notHeld", "+", "ticket.notHeld", over, over, newer}},
    {"miss", "ticket.missed", {none, "ticket.notCalled", "+", "ticket.notCalled", "ticket.notCalled", "ticket.notCalled", over, over, newer}},
    {"requeue", "ticket.requeued", {none, "ticket.alreadyWaiting", "+", "+", "+", "+", over, over, newer}},
    {"transfer", "ticket.transferred", {none, "+", "+", "+", "+", "+", over, over, newer}},
    {"finish", "ticket.finished", {none, "ticket.notServing", "ticket.notServing", "+", "ticket.notServing", "ticket.notServing", over, over, newer}},
    {"withdraw", "ticket.withdrawn", {none, "+", "+", "+", "+", "+", over, over, newer}},
    {"revert", "ticket.reverted", {none, "ticket.nothingToUndo", "+", "+", "+", "+", "+", "+", newer}},
};

} // namespace

class TestTicketRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyActInEveryStatus_data();
    void everyActInEveryStatus();
    void onlyWhereItStands_data();
    void onlyWhereItStands();
    void refusalSaysWhoWasFirst();
    void busyPlace_data();
    void busyPlace();
    void serviceNotOffered();
    void keptForAnotherPlace();
    void repeatedCalls_data();
    void repeatedCalls();
    void papers_data();
    void papers();
    void transferKeepsNumberAndArrival();
    void transferRefusals_data();
    void transferRefusals();
    void undoPutsBackEachAct();
    void undoDepth();
    void undoOfAnotherActHasNoEffect();
    void undoNeedsAFreePlace();
    void servedTimeLeavesHoldsOut();
    void clockSetBackCostsNothing();
    void headStart();
    void printing();
    void missedIsCalledAgain();
};

void TestTicketRules::everyActInEveryStatus_data()
{
    QTest::addColumn<QByteArray>("act");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("answer");
    for (const Line& line : table) {
        for (std::size_t status = 0; status < std::size(statuses); ++status) {
            const bool allowed = qstrcmp(line.answers[status], "+") == 0;
            QTest::addRow("%s while %s", line.act, statuses[status])
                << QByteArray(line.act) << QByteArray(statuses[status]) << QString::fromLatin1(allowed ? line.event : line.answers[status]);
        }
    }
}

void TestTicketRules::everyActInEveryStatus()
{
    QFETCH(QByteArray, act);
    QFETCH(QByteArray, status);
    QFETCH(QString, answer);
    QCOMPARE(answerTo(act, ticketIn(status), here), answer);
}

void TestTicketRules::onlyWhereItStands_data()
{
    QTest::addColumn<QByteArray>("act");
    QTest::addColumn<QByteArray>("status");
    const char* rows[][2] = {{"recall", "called"}, {"begin", "called"}, {"miss", "called"}, {"hold", "serving"}, {"finish", "serving"},
                             {"requeue", "called"}, {"requeue", "serving"}, {"transfer", "called"}, {"transfer", "serving"},
                             {"withdraw", "called"}, {"withdraw", "serving"}};
    for (const auto& [act, status] : rows)
        QTest::addRow("%s while %s elsewhere", act, status) << QByteArray(act) << QByteArray(status);
}

void TestTicketRules::onlyWhereItStands()
{
    QFETCH(QByteArray, act);
    QFETCH(QByteArray, status);
    QCOMPARE(answerTo(act, ticketIn(status), there), u"ticket.atOtherPlace"_s);
    QCOMPARE(answerTo(act, ticketIn(status), QString()), u"ticket.atOtherPlace"_s);
}

void TestTicketRules::refusalSaysWhoWasFirst()
{
    const Result<TicketCalled> refused = decideCall(ticketIn("called"), placeNamed(there), false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().facts.value(u"number"_s).toString(), u"A001"_s);
    QCOMPARE(refused.error().facts.value(u"status"_s).toString(), u"called"_s);
    QCOMPARE(refused.error().facts.value(u"place"_s).toString(), here);
    QCOMPARE(refused.error().facts.value(u"at"_s).toLongLong(), samples::start.milliseconds + 120'000);
    QVERIFY(refused.error().facts.contains(u"account"_s));
}

void TestTicketRules::busyPlace_data()
{
    QTest::addColumn<QByteArray>("act");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("call") << QByteArray("call") << QByteArray("waiting");
    QTest::newRow("resume") << QByteArray("resume") << QByteArray("held");
}

void TestTicketRules::busyPlace()
{
    QFETCH(QByteArray, act);
    QFETCH(QByteArray, status);
    CallingPlace place = placeNamed(here);
    place.current = ticketIn("serving");
    const TicketState ticket = ticketIn(status);
    QCOMPARE(act == "call" ? answerOf(decideCall(ticket, place, false)) : answerOf(decideResume(ticket, place)), u"place.busy"_s);
}

void TestTicketRules::serviceNotOffered()
{
    CallingPlace place = placeNamed(here);
    place.servesTicket = false;
    QCOMPARE(answerOf(decideCall(ticketIn("waiting"), place, false)), u"place.serviceNotOffered"_s);
    QCOMPARE(answerOf(decideResume(ticketIn("held"), place)), u"place.serviceNotOffered"_s);
}

void TestTicketRules::keptForAnotherPlace()
{
    Story story;
    story.then(TicketTransferred{.service = u"mediation"_s, .toPlace = there});
    QCOMPARE(answerTo("call", story.state, here), u"ticket.keptForPlace"_s);
    QCOMPARE(answerTo("call", story.state, there), u"ticket.called"_s);
    story.then(TicketCalled{.place = there}).then(TicketRequeued{.place = there});
    QCOMPARE(answerTo("call", story.state, here), u"ticket.keptForPlace"_s); // still
    story.then(TicketTransferred{.service = u"mediation"_s});
    QCOMPARE(answerTo("call", story.state, here), u"ticket.called"_s);
}

void TestTicketRules::repeatedCalls_data()
{
    QTest::addColumn<quint32>("limit");
    for (const quint32 limit : {0U, 1U, 3U})
        QTest::addRow("%u after the first", limit) << limit;
}

void TestTicketRules::repeatedCalls()
{
    QFETCH(quint32, limit);
    Story story;
    story.then(TicketCalled{.place = here});
    CallingPlace place = placeNamed(here);
    place.repeatCallLimit = limit;
    for (quint32 count = 0; count < limit; ++count) {
        const Result<TicketRecalled> again = decideRecall(story.state, place);
        QVERIFY(again.has_value());
        story.then(*again);
    }
    const Result<TicketRecalled> refused = decideRecall(story.state, place);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"ticket.callLimit"_s);
    QCOMPARE(refused.error().facts.value(u"limit"_s).toUInt(), limit);
    // Waiting again and being called anew begins the count anew.
    story.then(TicketRequeued{.place = here}).then(TicketCalled{.place = here});
    QCOMPARE(decideRecall(story.state, place).has_value(), limit > 0);
}

void TestTicketRules::papers_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("elsewhere");
    QTest::newRow("back") << int(HoldKind::PapersBack) << u"ticket.resumed"_s;
    QTest::newRow("kept") << int(HoldKind::PapersKept) << u"ticket.atOtherPlace"_s;
    QTest::newRow("internal step") << int(HoldKind::InternalStep) << u"ticket.atOtherPlace"_s;
}

void TestTicketRules::papers()
{
    QFETCH(int, kind);
    QFETCH(QString, elsewhere);
    Story story;
    story.then(TicketCalled{.place = here}).then(TicketBegun{.place = here}).then(TicketHeld{.place = here, .kind = HoldKind(kind), .reason = u"copies"_s});
    QCOMPARE(answerTo("resume", story.state, here), u"ticket.resumed"_s);
    QCOMPARE(answerTo("resume", story.state, there), elsewhere);
    QVERIFY(!story.state.isAtPlace()); // the window is free meanwhile
}

void TestTicketRules::transferKeepsNumberAndArrival()
{
    Story story;
    const TicketState before = story.state;
    story.then(TicketCalled{.place = here}).then(TicketBegun{.place = here});
    story.then(TicketHeld{.place = here, .reason = u"copies"_s}).then(TicketResumed{.place = here});
    const Result<TicketTransferred> moved = decideTransfer(story.state, here, u"mediation"_s, there, true, u"second visit"_s);
    QVERIFY(moved.has_value());
    story.then(*moved);
    QCOMPARE(story.state.number, before.number);
    QCOMPARE(story.state.arrivedAt, before.arrivedAt);
    QCOMPARE(story.state.queueTime(), before.queueTime());
    QCOMPARE(story.state.progress.status, TicketStatus::Waiting);
    QCOMPARE(story.state.progress.service, u"mediation"_s);
    QCOMPARE(story.state.progress.toPlace, there);
    QCOMPARE(story.state.progress.handoverNote, u"second visit"_s);
    QVERIFY(story.state.progress.place.isEmpty() && story.state.progress.holdReason.isEmpty());
    QCOMPARE(story.state.progress.calls, 0U);
}

void TestTicketRules::transferRefusals_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("toPlace");
    QTest::addColumn<bool>("offered");
    QTest::addColumn<QString>("code");
    QTest::newRow("nowhere") << u"legalAdvice"_s << QString() << true << u"ticket.transferNowhere"_s;
    QTest::newRow("same service, one place") << u"legalAdvice"_s << there << true << u"ticket.transferred"_s;
    QTest::newRow("place that does not serve it") << u"mediation"_s << there << false << u"place.serviceNotOffered"_s;
    QTest::newRow("another service") << u"mediation"_s << QString() << true << u"ticket.transferred"_s;
}

void TestTicketRules::transferRefusals()
{
    QFETCH(QString, service);
    QFETCH(QString, toPlace);
    QFETCH(bool, offered);
    QFETCH(QString, code);
    const Result<TicketTransferred> decided = decideTransfer(ticketIn("serving"), here, service, toPlace, offered, {});
    QCOMPARE(answerOf(decided), code);
    if (!decided)
        QCOMPARE(decided.error().kind, ErrorKind::Invalid);
}

void TestTicketRules::undoPutsBackEachAct()
{
    Story story;
    std::vector<QString> before;
    const auto remember = [&] { before.push_back(dumpOf(RecordState{story.state})); };
    remember();
    story.then(TicketCalled{.place = here});
    remember();
    story.then(TicketRecalled{.place = here});
    remember();
    story.then(TicketBegun{.place = here});
    remember();
    story.then(TicketHeld{.place = here, .kind = HoldKind::PapersKept, .reason = u"copies"_s});
    remember();
    story.then(TicketResumed{.place = here});
    remember();
    story.then(TicketTransferred{.fromPlace = here, .service = u"mediation"_s, .toPlace = there, .note = u"x"_s});
    remember();
    story.then(TicketCalled{.place = there}).then(TicketMissed{.place = there}).undo();
    story.then(TicketBegun{.place = there}).then(TicketFinished{.place = there, .outcome = u"done"_s}).undo().undo().undo();
    for (; !before.empty(); before.pop_back()) {
        QCOMPARE(dumpOf(RecordState{story.state}), before.back());
        if (before.size() > 1)
            story.undo();
    }
    QCOMPARE(answerOf(decideRevert(story.state, true)), u"ticket.nothingToUndo"_s);
}

void TestTicketRules::undoDepth()
{
    Story story;
    for (int count = 0; count < 15; ++count)
        story.then(TicketTransferred{.service = u"service"_s + QString::number(count)});
    for (int count = 0; count < 10; ++count)
        story.undo();
    QCOMPARE(story.state.progress.service, u"service4"_s);
    QCOMPARE(answerOf(decideRevert(story.state, true)), u"ticket.nothingToUndo"_s);
    QCOMPARE(TicketState::undoDepth, std::size_t(10));
}

void TestTicketRules::undoOfAnotherActHasNoEffect()
{
    Story story;
    story.then(TicketCalled{.place = here});
    const Result<TicketReverted> early = decideRevert(story.state, true);
    QVERIFY(early.has_value());
    story.then(TicketBegun{.place = here});
    const QString before = dumpOf(RecordState{story.state});
    story.then(*early); // lost the race
    QCOMPARE(dumpOf(RecordState{story.state}), before);
    story.undo();
    const QString undone = dumpOf(RecordState{story.state});
    story.then(TicketReverted{.sequence = 3}); // the same undo twice
    QCOMPARE(dumpOf(RecordState{story.state}), undone);
}

void TestTicketRules::undoNeedsAFreePlace()
{
    const TicketState finished = ticketIn("finished");
    QCOMPARE(placeAfterRevert(finished), here);
    QCOMPARE(answerOf(decideRevert(finished, false)), u"ticket.undoPlaceBusy"_s);
    QCOMPARE(placeAfterRevert(ticketIn("called")), QString()); // back into the queue needs none
    QCOMPARE(placeAfterRevert(ticketIn("waiting")), QString());
}

void TestTicketRules::servedTimeLeavesHoldsOut()
{
    Story story;
    story.then(TicketCalled{.place = here}).then(TicketBegun{.place = here});
    story.then(TicketHeld{.place = here}, 100).then(TicketResumed{.place = here}, 1000).then(TicketFinished{.place = here}, 10);
    QCOMPARE(story.state.progress.servedSeconds, 110);
    QVERIFY(story.state.progress.endedAt);
}

void TestTicketRules::clockSetBackCostsNothing()
{
    Story story;
    story.then(TicketCalled{.place = here}).then(TicketBegun{.place = here}).then(TicketFinished{.place = here}, -100'000);
    QCOMPARE(story.state.progress.servedSeconds, 0);
}

void TestTicketRules::headStart()
{
    const auto arrived = [](std::int64_t minutes, std::uint32_t headStart) {
        TicketState ticket;
        ticket.arrivedAt = samples::start.plusSeconds(minutes * 60);
        ticket.headStartMinutes = headStart;
        return ticket.queueTime();
    };
    QVERIFY(arrived(10, 15) < arrived(0, 0));  // came ten minutes later with fifteen minutes' start: goes first
    QVERIFY(arrived(20, 15) > arrived(0, 0));  // but not for ever: nobody starves
    QCOMPARE(arrived(15, 15), arrived(0, 0));
    Story story;
    story.state.headStartMinutes = 15;
    const Instant before = story.state.queueTime();
    story.then(TicketCalled{.place = here}).then(TicketMissed{.place = here}).then(TicketRequeued{});
    QCOMPARE(story.state.queueTime(), before);
}

void TestTicketRules::printing()
{
    Story story;
    QCOMPARE(story.state.print, PrintStatus::Issued);
    QCOMPARE(story.then(TicketPrintFailed{}).state.print, PrintStatus::Failed);
    QCOMPARE(story.then(TicketPrinted{}).state.print, PrintStatus::Printed);
    QCOMPARE(story.then(TicketPrintFailed{}).state.print, PrintStatus::Printed); // the first paper is in the visitor's hand
    QCOMPARE(story.state.prints, 1U);
    QVERIFY(story.state.acts.empty()); // printing is nothing to undo
}

void TestTicketRules::missedIsCalledAgain()
{
    Story story;
    story.then(TicketCalled{.place = here}).then(TicketRecalled{.place = here}).then(TicketMissed{.place = here});
    QVERIFY(story.state.progress.endedAt);
    story.then(TicketCalled{.place = there});
    QCOMPARE(story.state.progress.calls, 1U);
    QCOMPARE(story.state.progress.place, there);
    QVERIFY(!story.state.progress.endedAt);
}

QTEST_APPLESS_MAIN(TestTicketRules)
#include "tst_ticket_rules.moc"
