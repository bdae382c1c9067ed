// SPDX-License-Identifier: GPL-3.0-or-later
// What people say about a conflict counts alike on every node, in whatever order it arrives: which rival stands and what falls with the
// other, field by field where fields are merged; two who judge differently open the conflict again; and each conflict is listed once.
#include "core/journal/conflict_decide.h"
#include "core/journal/conflict_sides.h"
#include "tests/support/fold_history.h"
#include "tests/support/state_dump.h"

#include <QTest>
#include <set>

using namespace onedoor;

namespace {

TicketIssued issued()
{
    return {.number = u"A001"_s, .service = u"legalAdvice"_s, .arrivedAt = samples::start};
}

/// Node 0 founds the record; 1 and 2 act upon it without knowing of each other, 1 first; then everybody hears of everything.
Nodes rivalry(const Event& first, const std::vector<Event>& one, const std::vector<Event>& other)
{
    Nodes nodes(4);
    nodes.act(0, first, 0);
    for (const int each : {1, 2, 3})
        nodes.show(0, each);
    for (const Event& each : one)
        nodes.act(1, each, 10);
    for (const Event& each : other)
        nodes.act(2, each, 20);
    for (const int to : {0, 1, 2, 3})
        for (const int from : {1, 2})
            nodes.show(from, to);
    return nodes;
}

/// Node `number` says that the first act of the node `winner` stands in the only conflict; -1: takes it back.
EventRef judge(Nodes& nodes, int number, int winner, std::int64_t wall, bool again = false)
{
    const FoldedRecord seen = nodes.seenBy(number);
    if (seen.conflicts.size() != 1)
        qFatal("%zu conflicts", seen.conflicts.size());
    const Hash id = seen.conflicts.front().id;
    const auto judgement = winner < 0 ? decideReopening(seen, id) : decideResolution(seen, id, {streamNumber(winner), 1}, again);
    if (!judgement)
        qFatal("%s", qPrintable(judgement.error().code));
    return nodes.act(number, *judgement, wall);
}

TicketState ticketOf(const FoldedRecord& record)
{
    return stateAs<TicketState>(record.state);
}

/// Every order gives what all in the order of writing gave.
void compareAllOrders(const Nodes& nodes)
{
    const QString expected = dumpOf(nodes.folded());
    SeededRandom random(nodes.events().size());
    for (int round = 0; round < 20; ++round) {
        QCOMPARE(dumpOf(foldRecord(shuffled(nodes.events(), random, round % 2 == 1))), expected);
        QCOMPARE(dumpOf(arrived(interleaved(nodes.events(), random))), expected);
    }
}

/// People who work, correct, disagree and judge; each hears of the others now and then.
Nodes anyQuarrel(std::uint64_t seed, int acts)
{
    SeededRandom random(seed);
    Nodes nodes;
    const bool isPerson = seed % 3 == 0;
    nodes.act(0, isPerson ? Event(PersonRegistered{.name = u"before"_s}) : Event(issued()), 0);
    nodes.show(0, 1);
    nodes.show(0, 2);
    for (int count = 0; count < acts; ++count) {
        if (random.below(2) == 0)
            nodes.show(int(random.below(3)), int(random.below(3)));
        const int author = int(random.below(3));
        const std::int64_t wall = std::int64_t(random.below(60));
        const FoldedRecord seen = nodes.seenBy(author);
        if (random.below(3) == 0 && !seen.conflicts.empty()) {
            const Conflict& chosen = seen.conflicts[random.below(seen.conflicts.size())];
            const auto judgement = random.below(5) == 0 ? decideReopening(seen, chosen.id)
                                                        : decideResolution(seen, chosen.id, chosen.rivals[random.below(2)], random.below(2) == 0);
            if (judgement)
                nodes.act(author, *judgement, wall);
            continue;
        }
        const QString text = QString::number(count);
        nodes.act(author, !isPerson ? anyTicketEvent(random) : random.below(2) == 0 ? Event(PersonCorrected{.name = text, .phone = text}) : Event(PersonCorrected{.phone = text}), wall);
    }
    return nodes;
}

} // namespace

class TestConflictFold : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyOrderGivesTheSame();
    void eachConflictIsListedOnce();
    void theOtherStands();
    void whatWasBuiltUponTheLoserFalls();
    void laterActsBuildUponTheVerdict();
    void fieldsAreJudgedAlone();
    void fieldsThatBelongTogetherFallTogether();
    void twoWhoDifferOpenItAgain();
    void twoWhoAgreeAreOneVerdict();
    void aLaterVerdictTakesThePlaceOfAnEarlierOne();
    void aVerdictIsTakenBack();
    void threeRivalsAreJudgedByPairs();
    void verdictsInACircleDoNotLoseEverything();
    void aForgedVerdictHasNoEffect();
    void whoMayNotBeJudged();
    void bothSidesAndTheirBase();
};

void TestConflictFold::anyOrderGivesTheSame()
{
    int verdicts = 0;
    int disputes = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        const Nodes nodes = anyQuarrel(seed, 30);
        const FoldedRecord whole = nodes.folded();
        const QString expected = dumpOf(whole);
        SeededRandom random(seed + 500);
        for (int round = 0; round < 4; ++round) {
            QCOMPARE(dumpOf(foldRecord(shuffled(nodes.events(), random, round % 2 == 1))), expected);
            QCOMPARE(dumpOf(arrived(interleaved(nodes.events(), random))), expected);
        }
        for (const Conflict& conflict : whole.conflicts) {
            verdicts += int(conflict.verdicts.size());
            disputes += conflict.isOpen() && conflict.verdicts.size() > 1 ? 1 : 0;
        }
    }
    QVERIFY2(verdicts > 100 && disputes > 5, qPrintable(u"%1 verdicts, %2 disputes"_s.arg(verdicts).arg(disputes)));
}

void TestConflictFold::eachConflictIsListedOnce()
{
    for (std::uint64_t seed = 200; seed <= 300; ++seed) {
        const Nodes nodes = anyQuarrel(seed, 40);
        std::set<Hash> ids;
        for (const Conflict& conflict : nodes.folded().conflicts) {
            QVERIFY(ids.insert(conflict.id).second);
            QCOMPARE(conflict.rivals.size(), std::size_t(2));
            QCOMPARE(conflictId(conflict.rivals), conflict.id);
        }
    }
}

void TestConflictFold::theOtherStands()
{
    Nodes nodes = rivalry(issued(), {TicketTransferred{.service = u"early"_s}}, {TicketTransferred{.service = u"late"_s}});
    QCOMPARE(ticketOf(nodes.folded()).progress.service, u"early"_s);
    QVERIFY(nodes.folded().conflicts.front().isOpen());
    const Hash id = nodes.folded().conflicts.front().id;
    const EventRef verdict = judge(nodes, 3, 2, 30);
    const FoldedRecord record = nodes.folded();
    QCOMPARE(ticketOf(record).progress.service, u"late"_s);
    QCOMPARE(record.conflicts.size(), std::size_t(1));
    QCOMPARE(record.conflicts.front().id, id);
    QVERIFY(!record.conflicts.front().isOpen());
    QCOMPARE(record.conflicts.front().rivals.front(), (EventRef{streamNumber(2), 1}));
    QCOMPARE(record.conflicts.front().verdicts.front().ref, verdict);
    QCOMPARE(record.heads, std::vector<EventRef>{verdict}); // it knew both
    compareAllOrders(nodes);
}

void TestConflictFold::whatWasBuiltUponTheLoserFalls()
{
    // One conflict, not one for each act: what was done upon the loser by somebody who did not know of the winner falls with it.
    Nodes nodes = rivalry(issued(), {TicketCalled{.place = u"early"_s}, TicketBegun{.place = u"early"_s}},
                          {TicketCalled{.place = u"late"_s}, TicketFinished{.place = u"late"_s, .outcome = u"settled"_s}});
    FoldedRecord record = nodes.folded();
    QCOMPARE(record.conflicts.size(), std::size_t(1));
    QCOMPARE(record.conflicts.front().followers, std::vector<EventRef>({{streamNumber(2), 2}}));
    QCOMPARE(record.conflicts.front().rule, MergeRule::HumanDecides); // a finish is among what fell
    QCOMPARE(ticketOf(record).progress.status, TicketStatus::Serving);
    judge(nodes, 0, 2, 5);
    record = nodes.folded();
    QCOMPARE(ticketOf(record).progress.status, TicketStatus::Finished);
    QCOMPARE(ticketOf(record).progress.place, u"late"_s);
    QCOMPARE(record.conflicts.size(), std::size_t(1));
    QCOMPARE(record.conflicts.front().followers, std::vector<EventRef>({{streamNumber(1), 2}}));
    compareAllOrders(nodes);
}

void TestConflictFold::laterActsBuildUponTheVerdict()
{
    Nodes nodes = rivalry(issued(), {TicketTransferred{.service = u"early"_s}}, {TicketTransferred{.service = u"late"_s}});
    nodes.act(1, TicketCalled{.place = u"window1"_s}, 40); // knew both, before anybody judged
    nodes.show(1, 3);
    judge(nodes, 3, 2, 50);
    nodes.show(3, 0);
    nodes.act(0, TicketBegun{.place = u"window1"_s}, 60);
    const FoldedRecord record = nodes.folded();
    QCOMPARE(ticketOf(record).progress.service, u"late"_s);
    QCOMPARE(ticketOf(record).progress.status, TicketStatus::Serving); // what happened since is not undone
    QCOMPARE(record.conflicts.size(), std::size_t(1));
    compareAllOrders(nodes);
}

void TestConflictFold::fieldsAreJudgedAlone()
{
    const PersonRegistered person{.name = u"before"_s, .phone = u"1"_s};
    Nodes nodes = rivalry(person, {PersonCorrected{.name = u"Wang"_s}}, {PersonCorrected{.name = u"Weng"_s, .phone = u"12"_s}});
    QCOMPARE(stateAs<PersonState>(nodes.folded().state).known.name, u"Weng"_s);
    judge(nodes, 0, 1, 30);
    const auto judged = stateAs<PersonState>(nodes.folded().state);
    QCOMPARE(judged.known.name, u"Wang"_s);
    QCOMPARE(judged.known.phone, u"12"_s); // nobody disagreed about that
    compareAllOrders(nodes);
}

void TestConflictFold::fieldsThatBelongTogetherFallTogether()
{
    Nodes nodes = rivalry(AccountCreated{.login = u"li"_s, .verifier = u"v0"_s}, {AccountSecretChanged{.verifier = u"v1"_s}},
                          {AccountSecretChanged{.secretKind = SecretKind::Pin, .verifier = u"v2"_s}});
    judge(nodes, 0, 1, 30);
    const auto account = stateAs<AccountState>(nodes.folded().state);
    QCOMPARE(account.known.verifier, u"v1"_s);
    QCOMPARE(account.known.secretKind, SecretKind::Password);
    compareAllOrders(nodes);
}

void TestConflictFold::twoWhoDifferOpenItAgain()
{
    Nodes nodes = rivalry(issued(), {TicketTransferred{.service = u"early"_s}}, {TicketTransferred{.service = u"late"_s}});
    judge(nodes, 0, 1, 40);
    judge(nodes, 3, 2, 30);
    FoldedRecord record = nodes.folded();
    QCOMPARE(record.conflicts.size(), std::size_t(1));
    QVERIFY(record.conflicts.front().isOpen());
    QCOMPARE(record.conflicts.front().verdicts.size(), std::size_t(2));
    QCOMPARE(ticketOf(record).progress.service, u"late"_s); // the first in causal order meanwhile
    compareAllOrders(nodes);
    nodes.show(3, 0);
    judge(nodes, 0, 1, 50);
    record = nodes.folded();
    QVERIFY(!record.conflicts.front().isOpen());
    QCOMPARE(record.conflicts.front().verdicts.size(), std::size_t(1));
    QCOMPARE(ticketOf(record).progress.service, u"early"_s);
    compareAllOrders(nodes);
}

void TestConflictFold::twoWhoAgreeAreOneVerdict()
{
    Nodes nodes = rivalry(issued(), {TicketTransferred{.service = u"early"_s}}, {TicketTransferred{.service = u"late"_s}});
    judge(nodes, 0, 2, 40);
    judge(nodes, 3, 2, 30);
    QVERIFY(!nodes.folded().conflicts.front().isOpen());
    QCOMPARE(ticketOf(nodes.folded()).progress.service, u"late"_s);
}

void TestConflictFold::aLaterVerdictTakesThePlaceOfAnEarlierOne()
{
    Nodes nodes = rivalry(issued(), {TicketTransferred{.service = u"early"_s}}, {TicketTransferred{.service = u"late"_s}});
    judge(nodes, 0, 2, 40);
    const FoldedRecord seen = nodes.seenBy(0);
    const auto refused = decideResolution(seen, seen.conflicts.front().id, {streamNumber(1), 1}, false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"conflict.resolvedAlready"_s);
    QCOMPARE(refused.error().facts.value(u"account"_s).toString(), AccountId(streamNumber(0).raw).toString());
    judge(nodes, 0, 1, 20, true); // its clock ran back: what it knew counts
    QCOMPARE(ticketOf(nodes.folded()).progress.service, u"early"_s);
    compareAllOrders(nodes);
}

void TestConflictFold::aVerdictIsTakenBack()
{
    Nodes nodes = rivalry(issued(), {TicketTransferred{.service = u"early"_s}}, {TicketTransferred{.service = u"late"_s}});
    QCOMPARE(decideReopening(nodes.folded(), nodes.folded().conflicts.front().id).error().code, u"conflict.notResolved"_s);
    judge(nodes, 0, 2, 40);
    judge(nodes, 0, -1, 41);
    QVERIFY(nodes.folded().conflicts.front().isOpen());
    QCOMPARE(ticketOf(nodes.folded()).progress.service, u"early"_s);
    compareAllOrders(nodes);
}

void TestConflictFold::threeRivalsAreJudgedByPairs()
{
    Nodes nodes(4);
    nodes.act(0, issued(), 0);
    for (const int other : {1, 2, 3})
        nodes.show(0, other);
    for (const int other : {1, 2, 3})
        nodes.act(other, TicketTransferred{.service = QString::number(other)}, 10 * other);
    for (const int other : {1, 2, 3})
        nodes.show(other, 0);
    QCOMPARE(nodes.folded().conflicts.size(), std::size_t(2)); // 2 and 3 against 1
    const auto say = [&](int winner, int loser) {
        const Hash id = conflictId({{streamNumber(winner), 1}, {streamNumber(loser), 1}});
        nodes.act(0, *decideResolution(nodes.seenBy(0), id, {streamNumber(winner), 1}, true), 50);
    };
    say(2, 1);
    QCOMPARE(ticketOf(nodes.folded()).progress.service, u"2"_s);
    const FoldedRecord half = nodes.folded();
    QCOMPARE(half.conflicts.size(), std::size_t(2));
    QCOMPARE(half.conflicts.back().id, conflictId({{streamNumber(2), 1}, {streamNumber(3), 1}})); // nothing is lost in silence
    QVERIFY(half.conflicts.back().isOpen());
    say(3, 2);
    QCOMPARE(ticketOf(nodes.folded()).progress.service, u"3"_s);
    const std::vector<Conflict> all = nodes.folded().conflicts;
    QVERIFY(std::none_of(all.begin(), all.end(), [](const Conflict& each) { return each.isOpen(); }));
    compareAllOrders(nodes);
}

void TestConflictFold::verdictsInACircleDoNotLoseEverything()
{
    Nodes nodes(4);
    nodes.act(0, issued(), 0);
    for (const int other : {1, 2, 3})
        nodes.show(0, other);
    for (const int other : {1, 2, 3})
        nodes.act(other, TicketTransferred{.service = QString::number(other)}, 10 * other);
    for (const int other : {1, 2, 3})
        nodes.show(other, 0);
    const auto say = [&](std::uint32_t winner, std::uint32_t loser) {
        nodes.act(0, ConflictResolved{{streamNumber(int(winner)), streamNumber(int(loser))}, {1, 1}, 1}, 50);
    };
    say(2, 1);
    say(3, 2);
    say(1, 3);
    QCOMPARE(ticketOf(nodes.folded()).progress.service, u"1"_s); // the oldest of the three is passed over
    compareAllOrders(nodes);
}

void TestConflictFold::aForgedVerdictHasNoEffect()
{
    Nodes nodes = rivalry(issued(), {TicketTransferred{.service = u"early"_s}}, {TicketTransferred{.service = u"late"_s}});
    const QString before = dumpOf(nodes.folded().state);
    const StreamId forger = streamNumber(9);
    const ConflictResolved good{{streamNumber(1), streamNumber(2)}, {1, 1}, 2};
    const auto forged = [&](std::uint64_t sequence, std::vector<EventRef> parents, const ConflictResolved& judgement) {
        nodes.add({{forger, sequence}, std::move(parents), HybridTime::at(samples::start)}, judgement);
    };
    const std::vector<EventRef> both{{streamNumber(1), 1}, {streamNumber(2), 1}};
    forged(1, {{streamNumber(1), 1}}, good);                                                // did not know of the other
    forged(2, both, ConflictResolved{{streamNumber(1), streamNumber(0)}, {1, 1}, 2});       // these knew each other
    forged(3, both, ConflictResolved{{streamNumber(1), streamNumber(2)}, {1, 1}, 3});       // there is no third
    forged(4, both, ConflictResolved{{streamNumber(1)}, {1}, 1});                           // only one
    forged(5, both, ConflictResolved{{streamNumber(1), streamNumber(2)}, {1, 7}, 1});       // not there
    forged(6, both, ConflictResolved{{streamNumber(1), streamNumber(1)}, {1, 1}, 1});       // itself
    QCOMPARE(dumpOf(nodes.folded().state), before);
    QVERIFY(nodes.folded().conflicts.front().isOpen());
    compareAllOrders(nodes);
    forged(7, both, good);
    QVERIFY(dumpOf(nodes.folded().state) != before);
}

void TestConflictFold::whoMayNotBeJudged()
{
    const Nodes numbers = rivalry(NumbersGranted{.first = 1, .last = 20}, {NumbersGranted{.first = 21, .last = 40}}, {NumbersGranted{.first = 31, .last = 50}});
    const FoldedRecord granted = numbers.folded();
    const Hash id = granted.conflicts.front().id;
    QCOMPARE(decideResolution(granted, id, {streamNumber(2), 1}, false).error().code, u"conflict.fixedByRule"_s);
    QVERIFY(decideResolution(granted, id, {streamNumber(1), 1}, false).has_value()); // taken note of
    QCOMPARE(decideResolution(granted, id, {streamNumber(0), 1}, false).error().code, u"conflict.notRival"_s);
    QCOMPARE(decideResolution(granted, Hash{}, {streamNumber(1), 1}, false).error().code, u"conflict.unknown"_s);
    Nodes newer = rivalry(issued(), {TicketTransferred{.service = u"early"_s}}, {TicketTransferred{.service = u"late"_s}});
    newer.act(0, UnknownEvent{}, 40);
    const FoldedRecord record = newer.folded();
    QCOMPARE(decideResolution(record, record.conflicts.front().id, {streamNumber(1), 1}, false).error().code, u"record.needsUpdate"_s);
}

void TestConflictFold::bothSidesAndTheirBase()
{
    Nodes nodes = rivalry(issued(), {TicketCalled{.place = u"early"_s}, TicketBegun{.place = u"early"_s}},
                          {TicketCalled{.place = u"late"_s}, TicketFinished{.place = u"late"_s, .outcome = u"settled"_s}});
    nodes.act(0, TicketPrinted{.printer = u"p"_s}, 50);
    const std::optional<ConflictSides> open = sidesOf(nodes.events(), nodes.folded().conflicts.front());
    QVERIFY(open);
    const auto status = [](const RecordState& state) { return stateAs<TicketState>(state).progress.status; };
    QCOMPARE(status(open->base), TicketStatus::Waiting);
    QCOMPARE(status(open->sides[0].state), TicketStatus::Serving);
    QCOMPARE(status(open->sides[1].state), TicketStatus::Finished);
    QCOMPARE(open->sides[0].acts.size(), std::size_t(2));
    QCOMPARE(open->sides[1].acts.size(), std::size_t(2));
    judge(nodes, 0, 2, 60);
    const std::optional<ConflictSides> judged = sidesOf(nodes.events(), nodes.folded().conflicts.front());
    QCOMPARE(status(judged->sides[0].state), TicketStatus::Finished); // the one that stands comes first
    QCOMPARE(dumpOf(judged->sides[1].state), dumpOf(open->sides[0].state));
    Conflict elsewhere = nodes.folded().conflicts.front();
    elsewhere.rivals.back().sequence = 99;
    QVERIFY(!sidesOf(nodes.events(), elsewhere));
}

QTEST_APPLESS_MAIN(TestConflictFold)
#include "tst_conflict_fold.moc"
