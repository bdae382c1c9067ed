// SPDX-License-Identifier: GPL-3.0-or-later
// Instants, ids and randomness.
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/random.h"

#include <QSet>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestBase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void instantKnowsTheLocalDay();
    void instantReadsOnlyIsoWithOffset();
    void idsSortByTime();
    void idReadsOnlyWhatItWrote();
    void seededRandomRepeats();
    void belowStaysBelow();
};

void TestBase::instantKnowsTheLocalDay()
{
    const Instant beforeMidnight = Instant::fromIso(u"2026-03-02T15:59:59Z"_s);
    QCOMPARE(beforeMidnight.dateAt(480), QDate(2026, 3, 2));
    QCOMPARE(beforeMidnight.minuteOfDayAt(480), 1439);
    QCOMPARE(beforeMidnight.plusSeconds(1).dateAt(480), QDate(2026, 3, 3));
    QCOMPARE(beforeMidnight.plusSeconds(1).minuteOfDayAt(480), 0);
    QCOMPARE(Instant{-1}.dateAt(0), QDate(1969, 12, 31));
}

void TestBase::instantReadsOnlyIsoWithOffset()
{
    QCOMPARE(Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s).toIso(480), u"2026-03-02T09:00:00+08:00"_s);
    QVERIFY(!Instant::fromIso(u"2026-03-02T09:00:00"_s));
    QVERIFY(!Instant::fromIso(u"yesterday"_s));
    QVERIFY(!Instant::fromIso({}));
}

void TestBase::idsSortByTime()
{
    SeededRandom random(7);
    const RawId early = RawId::make({1'000}, random);
    const RawId late = RawId::make({2'000}, random);
    QVERIFY(early < late);
    QCOMPARE(early.bytes[6] >> 4, 7);
}

void TestBase::idReadsOnlyWhatItWrote()
{
    SeededRandom random(7);
    const RawId id = RawId::make({1'000}, random);
    QCOMPARE(RawId::fromString(id.toString()), std::optional(id));
    QVERIFY(!RawId::fromString(u"12"_s));
    QVERIFY(!RawId::fromString(QString(32, u'g')));
    QCOMPARE(RawId::fromBytes(id.view()), std::optional(id));
    QCOMPARE(RawId::named("series A"), RawId::named("series A"));
    QVERIFY(RawId::named("series A") != RawId::named("series B"));
}

void TestBase::seededRandomRepeats()
{
    SeededRandom one(42), two(42), other(43);
    const auto first = one.next();
    QCOMPARE(two.next(), first);
    QVERIFY(other.next() != first);
}

void TestBase::belowStaysBelow()
{
    SeededRandom random(1);
    QSet<quint64> seen;
    for (int at = 0; at < 1000; ++at) {
        const auto value = random.below(7);
        QVERIFY(value < 7);
        seen.insert(value);
    }
    QCOMPARE(seen.size(), 7);
}

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"
