// SPDX-License-Identifier: GPL-3.0-or-later
// Printed numbers: never the same one twice, gaps are legal, a series ends, every day begins anew.
#include "core/domain/event_traits.h"
#include "core/domain/numbering/own_range.h"
#include "tests/support/event_samples.h"

#include <QSet>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const NumberingRule rule{.series = u"A"_s, .first = 1, .last = 100, .blockSize = 20};

StreamId streamNumber(std::uint64_t number)
{
    SeededRandom random(number);
    return StreamId::make(samples::start, random);
}

DecideContext contextOf(const StreamId& stream)
{
    return {.now = samples::start, .stream = stream, .offsetMinutes = 480};
}

/// Takes one number as the handler does: grant first when there is one, then the number.
Result<std::uint32_t> take(NumberingState& state, const StreamId& stream, const NumberingRule& by = rule)
{
    ONEDOOR_ASSIGN(const NumberDecision decision, decideNumber(state, by, contextOf(stream)));
    if (decision.grant)
        evolve(state, *decision.grant, {});
    evolve(state, NumberTaken{.ordinal = decision.ordinal}, {});
    return decision.ordinal;
}

} // namespace

class TestNumbering : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneStreamCountsUp();
    void neverTwice_data();
    void neverTwice();
    void blocksNeverOverlap();
    void gapsStayGaps();
    void exhausted();
    void beginsWhereTheRuleBegins_data();
    void beginsWhereTheRuleBegins();
    void grantIsSaidWhole();
    void lateGrantOverAnother();
    void numberAtTheVeryEnd();
    void everyDayItsOwnRecord();
    void newerProgramStopsNumbering();
    void aLossPassesOverHalfOnce();
    void aDiskLostTwiceRepeatsNoLetteredNumber();
};

/// What a restore must not repeat: the numbers above 40 may have been printed and forgotten.
void TestNumbering::aLossPassesOverHalfOnce()
{
    NumberingState state;
    for (int at = 0; at < 40; ++at)
        QVERIFY(take(state, streamNumber(1)));
    DecideContext context = contextOf(streamNumber(2));
    context.numbersMayBeLost = true;
    NumberDecision first = decideNumber(state, rule, context).value();
    QCOMPARE(first.ordinal, 71U); // 41 … 100 are left: the second half
    evolve(state, *first.grant, {});
    for (std::uint32_t expected = 71; expected <= 100; ++expected) { // from then on block after block without a gap
        const NumberDecision next = decideNumber(state, rule, context).value();
        QCOMPARE(next.ordinal, expected);
        if (next.grant)
            evolve(state, *next.grant, {});
        evolve(state, NumberTaken{.ordinal = next.ordinal}, {});
    }
    QCOMPARE(decideNumber(state, rule, context).error().code, u"numbering.exhausted"_s);
}

/// The range of a PC's own letter: what it knows after a loss is an old copy, twice the same one. The hall host forgets nothing.
void TestNumbering::aDiskLostTwiceRepeatsNoLetteredNumber()
{
    NumberingState hosts;
    NumberingState desks;
    QSet<std::uint32_t> printed;
    const auto print = [&](const StreamId& stream, bool lost) {
        DecideContext context = contextOf(stream);
        context.numbersMayBeLost = lost;
        context.mayGrant = false; // as a PC that is not the host
        const Result<NumberDecision> next = decideOwnNumber(desks, rule, context);
        if (!next)
            return next.error().code;
        if (next->grant)
            evolve(desks, *next->grant, {});
        evolve(desks, NumberTaken{.ordinal = next->ordinal}, {});
        const bool isNew = !printed.contains(next->ordinal);
        printed.insert(next->ordinal);
        return isNew ? QString() : u"twice"_s;
    };
    for (int count = 0; count < 50; ++count)
        QCOMPARE(print(streamNumber(1), false), QString());
    QCOMPARE(print(streamNumber(1), false), u"numbering.exhausted"_s); // the rest is the host's
    for (const std::uint64_t stream : {2, 3}) { // each begins from the empty image, and the host never heard of the one before
        desks = {};
        QCOMPARE(print(streamNumber(stream), true), u"numbering.noBlock"_s);
        const auto grants = decideOwnGrant(hosts, rule, contextOf(streamNumber(9)), streamNumber(stream), 10);
        QVERIFY(grants && !grants->empty());
        for (const NumbersGranted& grant : *grants) {
            evolve(hosts, grant, {});
            evolve(desks, grant, {});
        }
        for (int count = 0; count < 5; ++count)
            QCOMPARE(print(streamNumber(stream), true), QString());
        QCOMPARE(print(streamNumber(stream), true), u"numbering.noBlock"_s);
    }
    QCOMPARE(printed.size(), 60);
}

void TestNumbering::oneStreamCountsUp()
{
    NumberingState state;
    for (std::uint32_t expected = 1; expected <= 100; ++expected)
        QCOMPARE(take(state, streamNumber(1)), Result<std::uint32_t>(expected));
    QCOMPARE(state.blocks.size(), std::size_t(5));
}

void TestNumbering::neverTwice_data()
{
    QTest::addColumn<quint32>("blockSize");
    QTest::addColumn<int>("streams");
    for (const quint32 blockSize : {1U, 7U, 20U, 1000U}) {
        for (const int streams : {1, 2, 5})
            QTest::addRow("blocks of %u, %d streams", blockSize, streams) << blockSize << streams;
    }
}

void TestNumbering::neverTwice()
{
    QFETCH(quint32, blockSize);
    QFETCH(int, streams);
    NumberingRule own = rule;
    own.blockSize = blockSize;
    SeededRandom random(std::uint64_t(blockSize) * 10 + std::uint64_t(streams));
    NumberingState state;
    QSet<std::uint32_t> taken;
    for (int count = 0; count < 400; ++count) {
        const Result<std::uint32_t> number = take(state, streamNumber(random.below(std::uint64_t(streams))), own);
        if (!number) {
            QCOMPARE(number.error().code, u"numbering.exhausted"_s);
            continue;
        }
        QVERIFY(*number >= own.first && *number <= own.last);
        QVERIFY(!taken.contains(*number));
        taken.insert(*number);
    }
    QVERIFY(taken.size() > (blockSize == 1000 ? 0 : 100 - int(blockSize) * streams));
}

void TestNumbering::blocksNeverOverlap()
{
    // One host grants to two streams in turn, whatever each has used of its own.
    NumberingState state;
    SeededRandom random(1);
    for (int count = 0; count < 60; ++count)
        (void)take(state, streamNumber(1 + random.below(2)));
    std::vector<bool> covered(101, false);
    for (const NumberingState::Block& block : state.blocks) {
        for (std::uint32_t number = block.first; number <= block.last; ++number) {
            QVERIFY(!covered[number]);
            covered[number] = true;
        }
    }
}

void TestNumbering::gapsStayGaps()
{
    // A stream that used three of its twenty loses the rest for others; nobody fills up.
    NumberingState state;
    for (int count = 0; count < 3; ++count)
        QVERIFY(take(state, streamNumber(1)).has_value());
    QCOMPARE(take(state, streamNumber(2)), Result<std::uint32_t>(21));
    QCOMPARE(take(state, streamNumber(1)), Result<std::uint32_t>(4));
    QCOMPARE(take(state, streamNumber(2)), Result<std::uint32_t>(22));
    // Taken out of order, as after a merge: what lies below stays unused.
    evolve(state, NumberTaken{.ordinal = 9}, {});
    QCOMPARE(take(state, streamNumber(1)), Result<std::uint32_t>(10));
}

void TestNumbering::exhausted()
{
    NumberingState state;
    NumberingRule small = rule;
    small.last = 25;
    for (int count = 0; count < 25; ++count)
        QVERIFY(take(state, streamNumber(1), small).has_value());
    const Result<std::uint32_t> none = take(state, streamNumber(1), small);
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::Conflict);
    QCOMPARE(none.error().code, u"numbering.exhausted"_s);
    QCOMPARE(none.error().facts.value(u"series"_s).toString(), u"A"_s);
    QCOMPARE(none.error().facts.value(u"limit"_s).toUInt(), 25U);
    QCOMPARE(state.blocks.back().last, 25U); // the last block is cut to the rule
}

void TestNumbering::beginsWhereTheRuleBegins_data()
{
    QTest::addColumn<quint32>("first");
    QTest::newRow("zero") << 0U;
    QTest::newRow("one") << 1U;
    QTest::newRow("a thousand") << 1000U;
}

void TestNumbering::beginsWhereTheRuleBegins()
{
    QFETCH(quint32, first);
    NumberingRule own = rule;
    own.first = first;
    own.last = first + 1;
    NumberingState state;
    QCOMPARE(take(state, streamNumber(1), own), Result<std::uint32_t>(first));
    QCOMPARE(take(state, streamNumber(1), own), Result<std::uint32_t>(first + 1));
    QVERIFY(!take(state, streamNumber(1), own));
}

void TestNumbering::grantIsSaidWhole()
{
    const Result<NumberDecision> decision = decideNumber({}, rule, contextOf(streamNumber(3)));
    QVERIFY(decision && decision->grant);
    QCOMPARE(decision->grant->series, u"A"_s);
    QCOMPARE(decision->grant->day, QDate(2026, 3, 2));
    QCOMPARE(decision->grant->first, 1U);
    QCOMPARE(decision->grant->last, 20U);
    QCOMPARE(decision->grant->holder, streamNumber(3));
    NumberingState state;
    evolve(state, *decision->grant, {});
    QVERIFY(!decideNumber(state, rule, contextOf(streamNumber(3)))->grant); // the block is used up first
}

void TestNumbering::lateGrantOverAnother()
{
    // A faulty host grants what another stream holds already: gaps are legal, duplicates are not.
    NumberingState state;
    QCOMPARE(take(state, streamNumber(1)), Result<std::uint32_t>(1));
    evolve(state, NumbersGranted{.first = 10, .last = 30, .holder = streamNumber(2)}, {});
    evolve(state, NumbersGranted{.first = 9, .last = 8, .holder = streamNumber(2)}, {});
    QCOMPARE(state.blocks.size(), std::size_t(1));
    QCOMPARE(take(state, streamNumber(2)), Result<std::uint32_t>(21));
}

void TestNumbering::numberAtTheVeryEnd()
{
    NumberingState state;
    evolve(state, NumbersGranted{.first = UINT32_MAX, .last = UINT32_MAX, .holder = streamNumber(1)}, {});
    QCOMPARE(take(state, streamNumber(1)), Result<std::uint32_t>(UINT32_MAX));
    QVERIFY(!take(state, streamNumber(1))); // not the same one again
}

void TestNumbering::everyDayItsOwnRecord()
{
    const RawId monday = numberingRecord(u"A"_s, QDate(2026, 3, 2));
    QCOMPARE(monday, numberingRecord(u"A"_s, QDate(2026, 3, 2)));
    QVERIFY(monday != numberingRecord(u"A"_s, QDate(2026, 3, 3)));
    QVERIFY(monday != numberingRecord(u"B"_s, QDate(2026, 3, 2)));
    QVERIFY(monday.isNamed());
    // The business day is the centre's: eight in the evening in UTC is tomorrow at +08:00.
    DecideContext context = contextOf(streamNumber(1));
    context.now = Instant::fromIso(u"2026-03-02T20:00:00+00:00"_s);
    QCOMPARE(decideNumber({}, rule, context)->grant->day, QDate(2026, 3, 3));
}

void TestNumbering::newerProgramStopsNumbering()
{
    // Even when nothing of the record can be read: what a newer program granted must not be granted again.
    RecordState record;
    evolveRecord(record, UnknownEvent{}, {});
    const auto state = stateAs<NumberingState>(record);
    const Result<NumberDecision> decision = decideNumber(state, rule, contextOf(streamNumber(1)));
    QVERIFY(!decision);
    QCOMPARE(decision.error().code, u"record.needsUpdate"_s);
    evolveRecord(record, NumberTaken{.ordinal = 1}, {});
    QVERIFY(stateAs<NumberingState>(record).needsUpdate);
}

QTEST_APPLESS_MAIN(TestNumbering)
#include "tst_numbering.moc"
