// SPDX-License-Identifier: GPL-3.0-or-later
// The same events give the same record, heads and conflicts in whatever order they arrive, however often; the merge table says what
// stands; forged graphs and big records do no harm.
#include "core/journal/fold.h"
#include "tests/support/fold_history.h"
#include "tests/support/state_dump.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>
#include <algorithm>
#include <map>
#include <set>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

/// Node 0 founds the record with `first`; 1 and 2 act upon it without knowing of each other, 1 a second earlier.
Nodes rivalry(Event first, Event one, Event other)
{
    Nodes nodes;
    nodes.act(0, std::move(first), 0);
    nodes.show(0, 1);
    nodes.show(0, 2);
    nodes.act(1, std::move(one), 10);
    nodes.act(2, std::move(other), 11);
    return nodes;
}

TicketIssued issued()
{
    return {.number = u"A001"_s, .service = u"legalAdvice"_s, .arrivedAt = samples::start};
}

} // namespace

class TestCausalFold : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyOrderGivesTheSame();
    void arrivalGivesTheSame();
    void prefixesOfHistoryAgree();
    void conflictsAreListedOnce();
    void headsAreWhatNobodyKnew();
    void parentsStandBeforeChildren();
    void rulesOfTheTable_data();
    void rulesOfTheTable();
    void threeRivals();
    void laterJudgementEndsTheRivalry();
    void unknownMakesReadOnly();
    void conflictIdIsTheSameEverywhere();
    void circlesAreHarmless_data();
    void circlesAreHarmless();
    void honestEventUponACircleKeepsItsEffect();
    void forgedForeknowledge();
    void ownStreamIsAlwaysKnown();
    void missingParent();
    void bigRecord_data();
    void bigRecord();
    void emptyRecord();
};

void TestCausalFold::anyOrderGivesTheSame()
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Nodes nodes = anyHistory(seed, 25);
        const QString expected = dumpOf(nodes.folded());
        SeededRandom random(seed + 1000);
        for (int round = 0; round < 4; ++round)
            QCOMPARE(dumpOf(foldRecord(shuffled(nodes.events(), random, round % 2 == 1))), expected);
    }
}

void TestCausalFold::arrivalGivesTheSame()
{
    int conflicts = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Nodes nodes = anyHistory(seed, 25);
        const FoldedRecord expected = nodes.folded();
        conflicts += int(expected.conflicts.size());
        SeededRandom random(seed + 2000);
        for (int round = 0; round < 3; ++round)
            QCOMPARE(dumpOf(arrived(interleaved(nodes.events(), random))), dumpOf(expected));
        QCOMPARE(dumpOf(arrived(nodes.events())), dumpOf(expected));
    }
    QVERIFY(conflicts > 50); // the histories do have something to disagree about
}

void TestCausalFold::prefixesOfHistoryAgree()
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Nodes nodes = anyHistory(seed, 30);
        for (std::size_t size = 1; size <= nodes.events().size(); ++size) {
            const std::vector<FoldInput> prefix(nodes.events().begin(), nodes.events().begin() + std::ptrdiff_t(size));
            QCOMPARE(dumpOf(arrived(prefix)), dumpOf(foldRecord(prefix)));
        }
    }
}

void TestCausalFold::conflictsAreListedOnce()
{
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const FoldedRecord record = anyHistory(seed, 30).folded();
        QSet<QByteArray> ids;
        std::set<EventRef> losers;
        for (const Conflict& conflict : record.conflicts) {
            QCOMPARE(conflict.rivals.size(), std::size_t(2));
            const QByteArray id = viewOf(conflict.id).toByteArray();
            QVERIFY(!ids.contains(id));
            ids.insert(id);
            QVERIFY(losers.insert(conflict.rivals.back()).second);
        }
    }
}

void TestCausalFold::headsAreWhatNobodyKnew()
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const Nodes nodes = anyHistory(seed, 20);
        std::set<EventRef> expected;
        for (const FoldInput& each : nodes.events())
            expected.insert(each.node.ref);
        for (const FoldInput& each : nodes.events()) {
            for (const EventRef& parent : each.node.parents)
                expected.erase(parent);
        }
        QCOMPARE(nodes.folded().heads, std::vector<EventRef>(expected.begin(), expected.end()));
        QVERIFY(nodes.folded().heads.size() <= 3);
    }
}

void TestCausalFold::parentsStandBeforeChildren()
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const Nodes history = anyHistory(seed, 30);
        std::vector<CausalNode> nodes;
        for (const FoldInput& each : history.events())
            nodes.push_back(each.node);
        const CausalOrder order = causalOrder(nodes);
        QCOMPARE(order.order().size(), nodes.size());
        std::map<EventRef, std::size_t> position;
        for (std::size_t at = 0; at < nodes.size(); ++at)
            position[nodes[order.order()[at]].ref] = at;
        for (std::size_t at = 0; at < nodes.size(); ++at) {
            for (const EventRef& parent : nodes[at].parents) {
                QVERIFY(position[parent] < position[nodes[at].ref]);
                const auto index = std::find_if(nodes.begin(), nodes.end(), [&](const CausalNode& each) { return each.ref == parent; });
                QVERIFY(order.knew(at, std::size_t(index - nodes.begin())));
                QVERIFY(!order.knew(std::size_t(index - nodes.begin()), at));
            }
        }
    }
}

Q_DECLARE_METATYPE(Event)

void TestCausalFold::rulesOfTheTable_data()
{
    QTest::addColumn<Event>("first");
    QTest::addColumn<Event>("one");
    QTest::addColumn<Event>("other");
    QTest::addColumn<int>("conflicts");
    QTest::addColumn<int>("rule");
    QTest::addColumn<QString>("standing"); ///< what the record's dump holds
    QTest::addColumn<QString>("fallen");   ///< and what it does not
    const auto row = [](const char* title, const Event& first, const Event& one, const Event& other, int conflicts, MergeRule rule, const QString& standing, const QString& fallen) {
        QTest::newRow(title) << first << one << other << conflicts << int(rule) << standing << fallen;
    };
    const PersonRegistered person{.name = u"before"_s, .phone = u"1"_s};
    row("two calls: the first claim stands", issued(), TicketCalled{.place = u"early"_s}, TicketCalled{.place = u"late"_s}, 1, MergeRule::FirstClaimWins, u"early"_s, u"late"_s);
    row("call and withdrawal", issued(), TicketCalled{.place = u"early"_s}, TicketWithdrawn{.place = u"late"_s}, 1, MergeRule::FirstClaimWins, u"early"_s, u"withdrawn"_s);
    row("two transfers: people decide", issued(), TicketTransferred{.service = u"early"_s}, TicketTransferred{.service = u"late"_s}, 1, MergeRule::HumanDecides, u"early"_s, u"late"_s);
    row("call, then a finish: people decide", issued(), TicketCalled{.place = u"early"_s}, TicketFinished{.outcome = u"late"_s}, 1, MergeRule::HumanDecides, u"early"_s, u"late"_s);
    row("two prints commute", issued(), TicketPrinted{.printer = u"a"_s}, TicketPrinted{.printer = u"b"_s}, 0, MergeRule::Commutes, u"A001"_s, u"~"_s);
    row("a print commutes with a call", issued(), TicketCalled{.place = u"early"_s}, TicketPrinted{.printer = u"b"_s}, 0, MergeRule::Commutes, u"early"_s, u"~"_s);
    row("two fields: both new", person, PersonCorrected{.name = u"Wang"_s}, PersonCorrected{.phone = u"12"_s}, 0, MergeRule::FieldWise, u"Wang"_s, u"before"_s);
    row("one field: the newest, and a conflict", person, PersonCorrected{.name = u"Wang"_s}, PersonCorrected{.name = u"Weng"_s}, 1, MergeRule::FieldWise, u"Weng"_s, u"Wang"_s);
    row("one field cleared on both", person, PersonCorrected{.name = QString()}, PersonCorrected{.name = QString()}, 1, MergeRule::FieldWise, u"\"name\":\"\""_s, u"before"_s);
    row("account: role against secret", AccountCreated{.login = u"li"_s}, AccountChanged{.displayName = u"Li"_s}, AccountSecretChanged{.verifier = u"v2"_s}, 0, MergeRule::FieldWise, u"v2"_s, u"~"_s);
    row("two secrets", AccountCreated{.login = u"li"_s}, AccountSecretChanged{.verifier = u"v1"_s}, AccountSecretChanged{.verifier = u"v2"_s}, 1, MergeRule::FieldWise, u"v2"_s, u"v1"_s);
    row("two sit down at one place", PlaceLeft{.place = u"w"_s}, PlaceStaffed{.place = u"early"_s}, PlaceStaffed{.place = u"late"_s}, 1, MergeRule::FirstClaimWins, u"early"_s, u"late"_s);
    row("two answers to a call for staff: both come", StaffCalled{.label = u"1"_s}, StaffAnswered{.place = u"early"_s}, StaffAnswered{.place = u"late"_s}, 0, MergeRule::Commutes, u"early"_s, u"late"_s);
    const AppointmentBooked appointment{.service = u"before"_s};
    row("two came for one appointment: people decide", appointment, AppointmentKept{.ticket = TicketId(RawId::named("early"))}, AppointmentKept{.ticket = TicketId(RawId::named("late"))}, 1, MergeRule::HumanDecides, RawId::named("early").toString(), RawId::named("late").toString());
    row("an appointment: place against time", appointment, AppointmentChanged{.place = u"window9"_s}, AppointmentChanged{.lengthMinutes = 77}, 0, MergeRule::FieldWise, u"window9"_s, u"~"_s);
    row("an appointment: cancelled against kept", appointment, AppointmentKept{.ticket = TicketId(RawId::named("early"))}, AppointmentCancelled{.note = u"window8"_s}, 1, MergeRule::HumanDecides, RawId::named("early").toString(), u"window8"_s);
    row("two blocks granted", NumbersGranted{.first = 1, .last = 20}, NumbersGranted{.first = 777, .last = 778}, NumbersGranted{.first = 888, .last = 889}, 1, MergeRule::FirstClaimWins, u"777"_s, u"888"_s);
    row("two numbers taken commute", NumbersGranted{.first = 1, .last = 20}, NumberTaken{.ordinal = 3}, NumberTaken{.ordinal = 7}, 0, MergeRule::Commutes, u"|8|"_s, u"|4|"_s);
}

void TestCausalFold::rulesOfTheTable()
{
    QFETCH(Event, first);
    QFETCH(Event, one);
    QFETCH(Event, other);
    QFETCH(int, conflicts);
    QFETCH(int, rule);
    QFETCH(QString, standing);
    QFETCH(QString, fallen);
    const Nodes nodes = rivalry(first, one, other);
    const FoldedRecord record = nodes.folded();
    QCOMPARE(int(record.conflicts.size()), conflicts);
    if (conflicts != 0) {
        QCOMPARE(int(record.conflicts.front().rule), rule);
        const std::vector<EventRef> rivals{{streamNumber(1), 1}, {streamNumber(2), 1}};
        QCOMPARE(record.conflicts.front().rivals, rivals);
    }
    const QString state = dumpOf(record.state);
    QVERIFY2(state.contains(standing), qPrintable(state));
    QVERIFY2(!state.contains(fallen), qPrintable(state));
    QCOMPARE(record.heads.size(), std::size_t(2));
}

void TestCausalFold::threeRivals()
{
    Nodes nodes(4);
    nodes.act(0, issued(), 0);
    for (int other = 1; other <= 3; ++other)
        nodes.show(0, other);
    for (int other = 1; other <= 3; ++other)
        nodes.act(other, TicketCalled{.place = u"window"_s + QString::number(other)}, 20 - other);
    const FoldedRecord record = nodes.folded();
    QCOMPARE(std::get<TicketState>(record.state).progress.place, u"window3"_s); // the earliest clock
    QCOMPARE(record.conflicts.size(), std::size_t(2));                          // each loser against the one that stands
    for (const Conflict& conflict : record.conflicts)
        QCOMPARE(conflict.rivals.front(), (EventRef{streamNumber(3), 1}));
}

void TestCausalFold::laterJudgementEndsTheRivalry()
{
    Nodes nodes = rivalry(issued(), TicketCalled{.place = u"early"_s}, TicketCalled{.place = u"late"_s});
    nodes.show(1, 0);
    nodes.show(2, 0);
    nodes.act(0, TicketRequeued{}, 5); // its clock is behind: causality counts, not the clock
    const FoldedRecord record = nodes.folded();
    QCOMPARE(record.conflicts.size(), std::size_t(1));
    QCOMPARE(std::get<TicketState>(record.state).progress.status, TicketStatus::Waiting);
    QCOMPARE(record.heads, std::vector<EventRef>({{streamNumber(0), 2}}));
}

void TestCausalFold::unknownMakesReadOnly()
{
    // Whatever a newer program did, and whoever was first: the record is read only, and nobody loses to what can't be judged here.
    const FoldedRecord after = rivalry(issued(), TicketCalled{.place = u"early"_s}, UnknownEvent{}).folded();
    QVERIFY(std::get<TicketState>(after.state).needsUpdate);
    QVERIFY(after.conflicts.empty());
    const FoldedRecord before = rivalry(issued(), UnknownEvent{}, TicketCalled{.place = u"late"_s}).folded();
    QVERIFY(std::get<TicketState>(before.state).needsUpdate);
    QCOMPARE(std::get<TicketState>(before.state).progress.place, u"late"_s);
    const FoldedRecord first = rivalry(UnknownEvent{}, issued(), TicketPrinted{}).folded();
    QVERIFY(std::get<TicketState>(first.state).needsUpdate);
}

void TestCausalFold::conflictIdIsTheSameEverywhere()
{
    // The verdict may be another where one rival's clock is not known, the conflict is the same: its id is made of the two alone.
    const FoldedRecord one = rivalry(issued(), TicketCalled{.place = u"a"_s}, TicketCalled{.place = u"b"_s}).folded();
    Nodes swapped;
    swapped.act(0, issued(), 0);
    swapped.show(0, 1);
    swapped.show(0, 2);
    swapped.act(1, TicketCalled{.place = u"a"_s}, 12);
    swapped.act(2, TicketCalled{.place = u"b"_s}, 11);
    const FoldedRecord other = swapped.folded();
    QVERIFY(one.conflicts.front().rivals != other.conflicts.front().rivals);
    QCOMPARE(one.conflicts.front().id, other.conflicts.front().id);
}

void TestCausalFold::circlesAreHarmless_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {2, 3, 10, 200})
        QTest::addRow("circle of %d", length) << length;
}

void TestCausalFold::circlesAreHarmless()
{
    QFETCH(int, length);
    Nodes nodes;
    nodes.act(0, issued(), 0);
    for (int at = 0; at < length; ++at)
        nodes.add({{streamNumber(10 + at), 1}, {{streamNumber(10 + (at + 1) % length), 1}}, HybridTime::at(samples::start.plusSeconds(60 + at * 7 % 13))},
                  TicketCalled{.place = u"forged"_s + QString::number(at)});
    const FoldedRecord expected = nodes.folded();
    QVERIFY(std::get<TicketState>(expected.state).exists());
    QVERIFY(!expected.heads.empty());
    SeededRandom random{std::uint64_t(length)};
    for (int round = 0; round < 5; ++round)
        QCOMPARE(dumpOf(foldRecord(shuffled(nodes.events(), random, true))), dumpOf(expected));
    // The next honest event names the heads and takes effect, when it comes and when all is folded anew.
    CausalNode next{{streamNumber(1), 1}, expected.heads, HybridTime::at(samples::start)};
    nodes.add(next, TicketRequeued{});
    FoldedRecord extended = expected;
    const bool wasExtended = extendRecord(extended, nodes.events().back());
    QCOMPARE(std::get<TicketState>(nodes.folded().state).progress.status, TicketStatus::Waiting);
    if (wasExtended)
        QCOMPARE(dumpOf(extended), dumpOf(nodes.folded()));
}

void TestCausalFold::honestEventUponACircleKeepsItsEffect()
{
    // Node 1 built upon a forged event before the other half of the circle turned up.
    Nodes nodes;
    nodes.act(0, issued(), 0);
    nodes.add({{streamNumber(8), 1}, {{streamNumber(0), 1}, {streamNumber(9), 1}}, HybridTime::at(samples::start.plusSeconds(1))}, TicketPrinted{});
    nodes.add({{streamNumber(1), 1}, nodes.folded().heads, HybridTime::at(samples::start.plusSeconds(2))}, TicketCalled{.place = u"honest"_s});
    QCOMPARE(std::get<TicketState>(nodes.folded().state).progress.place, u"honest"_s);
    nodes.add({{streamNumber(9), 1}, {{streamNumber(1), 1}}, HybridTime::at(samples::start)}, TicketPrinted{});
    QCOMPARE(std::get<TicketState>(nodes.folded().state).progress.place, u"honest"_s);
    QCOMPARE(dumpOf(arrived(nodes.events())), dumpOf(nodes.folded()));
}

void TestCausalFold::forgedForeknowledge()
{
    // An event names one that is not written yet; when that is written upon it, both ways of folding still agree.
    Nodes nodes;
    nodes.act(0, issued(), 0);
    nodes.add({{streamNumber(5), 1}, {{streamNumber(0), 1}, {streamNumber(0), 2}}, HybridTime::at(samples::start.plusSeconds(9))}, TicketCalled{.place = u"forged"_s});
    nodes.add({{streamNumber(0), 2}, nodes.folded().heads, HybridTime::at(samples::start.plusSeconds(3))}, TicketCalled{.place = u"honest"_s});
    QCOMPARE(dumpOf(arrived(nodes.events())), dumpOf(nodes.folded()));
}

void TestCausalFold::ownStreamIsAlwaysKnown()
{
    // A stream that claims not to know its own past can't make itself two heads, nor rival itself.
    Nodes nodes;
    nodes.act(0, issued(), 0);
    for (std::uint64_t sequence = 2; sequence <= 300; ++sequence)
        nodes.add({{streamNumber(0), sequence}, {}, HybridTime::at(samples::start)}, TicketCalled{.place = QString::number(sequence)});
    const FoldedRecord record = nodes.folded();
    QCOMPARE(record.heads, std::vector<EventRef>({{streamNumber(0), 300}}));
    QVERIFY(record.conflicts.empty());
    QCOMPARE(std::get<TicketState>(record.state).progress.place, u"300"_s);
}

void TestCausalFold::missingParent()
{
    // While an event waits for its parent, the newest event before that parent counts: its author knew that one too.
    Nodes nodes;
    nodes.act(0, issued(), 0);
    nodes.act(0, TicketCalled{.place = u"early"_s}, 1);
    nodes.act(0, TicketBegun{.place = u"early"_s}, 2);
    nodes.show(0, 1);
    nodes.act(1, TicketFinished{.outcome = u"done"_s}, 0);
    std::vector<FoldInput> events = nodes.events();
    events.erase(events.begin() + 2);
    const FoldedRecord waiting = foldRecord(events);
    QVERIFY(waiting.conflicts.empty());
    QCOMPARE(waiting.awaited, std::vector<EventRef>({{streamNumber(0), 3}}));
    QCOMPARE(waiting.heads, std::vector<EventRef>({{streamNumber(1), 1}}));
    QVERIFY(nodes.folded().awaited.empty());
}

void TestCausalFold::bigRecord_data()
{
    QTest::addColumn<int>("streams");
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"claims", "fields", "prints"}) {
        QTest::addRow("5000 concurrent %s", kind) << 5000 << QString::fromLatin1(kind);
        QTest::addRow("5000 %s of three streams", kind) << 3 << QString::fromLatin1(kind);
    }
}

void TestCausalFold::bigRecord()
{
    QFETCH(int, streams);
    QFETCH(QString, kind);
    constexpr int count = 5000;
    Nodes nodes;
    for (int at = 0; at < count; ++at) {
        const int stream = at % streams;
        const QString value = QString::number(at);
        const Event event = kind == u"claims" ? Event(TicketCalled{.place = value})
            : kind == u"fields"               ? Event(at % 2 == 0 ? PersonCorrected{.name = value} : PersonCorrected{.phone = value})
                                              : Event(TicketPrinted{.printer = value});
        nodes.add({{streamNumber(stream), std::uint64_t(at / streams + 1)}, {}, HybridTime::at(samples::start.plusSeconds(at))}, event);
    }
    QElapsedTimer timer;
    timer.start();
    const FoldedRecord record = nodes.folded();
    const qint64 milliseconds = timer.elapsed();
    QCOMPARE(record.heads.size(), std::size_t(streams));
    if (kind == u"claims" && streams == count)
        QCOMPARE(record.conflicts.size(), std::size_t(count - 1));
    if (kind == u"prints")
        QVERIFY(record.conflicts.empty());
    QVERIFY2(milliseconds < 20'000, qPrintable(QString::number(milliseconds))); // quadratic lists took gigabytes; an instrumented build needs patience
}

void TestCausalFold::emptyRecord()
{
    const FoldedRecord record = foldRecord({});
    QVERIFY(std::holds_alternative<std::monostate>(record.state));
    QVERIFY(record.heads.empty() && record.conflicts.empty());
}

QTEST_APPLESS_MAIN(TestCausalFold)
#include "tst_causal_fold.moc"
