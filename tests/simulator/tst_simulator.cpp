// SPDX-License-Identifier: GPL-3.0-or-later
// Whole centres in one process, a seed each: whatever breaks, nothing is lost, and all come to agree.
// ONEDOOR_SEEDS: how many, from ONEDOOR_FIRST_SEED on; ONEDOOR_SEED: this one alone, with all that happens in it.
#include "tests/simulator/sim_story.h"

#include <QElapsedTimer>
#include <QTest>

using namespace onedoor::simulator;
using namespace Qt::StringLiterals;

namespace {

#ifdef NDEBUG
constexpr int usualSeeds = 1'000;
#else
constexpr int usualSeeds = 150;
#endif
constexpr int faultsShown = 10;

int seeds()
{
    return qEnvironmentVariableIntValue("ONEDOOR_SEEDS") > 0 ? qEnvironmentVariableIntValue("ONEDOOR_SEEDS") : usualSeeds;
}

} // namespace

class TestSimulator final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySeedComesToAgree();
    void seedsThatOnceFoundSomething_data();
    void seedsThatOnceFoundSomething();
    void sameSeedIsTheSameStory();
};

void TestSimulator::everySeedComesToAgree()
{
    if (qEnvironmentVariableIsSet("ONEDOOR_SEED")) {
        const Outcome outcome = runSeed(qEnvironmentVariable("ONEDOOR_SEED").toULongLong(), true);
        fputs(outcome.trace.constData(), stdout);
        QVERIFY2(outcome.faults.isEmpty(), qPrintable(outcome.faults.join(u'\n')));
        return;
    }
    const int first = qEnvironmentVariableIntValue("ONEDOOR_FIRST_SEED");
    QElapsedTimer timer;
    timer.start();
    QStringList failed;
    std::size_t acts = 0;
    std::size_t events = 0;
    std::size_t conflicts = 0;
    std::size_t verdicts = 0;
    for (int seed = first; seed < first + seeds(); ++seed) {
        const Outcome outcome = runSeed(std::uint64_t(seed));
        acts += outcome.acts;
        events += outcome.events;
        conflicts += outcome.conflicts;
        verdicts += outcome.verdicts;
        if (!outcome.faults.isEmpty())
            failed.append(u"seed %1: %2"_s.arg(seed).arg(outcome.faults.first(std::min(qsizetype(3), outcome.faults.size())).join(u"; "_s)));
        if (failed.size() >= faultsShown)
            break;
    }
    qInfo("%d seeds, %zu acts, %zu events, %zu conflicts, %zu verdicts, %.1f seeds per second", seeds(), acts, events, conflicts, verdicts, seeds() * 1000.0 / double(std::max<qint64>(1, timer.elapsed())));
    QVERIFY2(failed.isEmpty(), qPrintable(failed.join(u'\n')));
    QVERIFY(seeds() < 20 || (conflicts > 0 && verdicts > 0)); // people do disagree, and do judge
}

void TestSimulator::seedsThatOnceFoundSomething_data()
{
    QTest::addColumn<int>("seed");
    QTest::newRow("a lettered number, after a machine was put back twice") << 1070;
    QTest::newRow("a lettered number, before the lost stream was heard of") << 2097;
    QTest::newRow("a lettered number, of a copy that lost its disk") << 2595;
    QTest::newRow("a shutting out that the disk did not confirm and kept") << 1286;
    QTest::newRow("a cut-off that was lost while its cause was kept") << 16211;
    QTest::newRow("the same beside a limited desk") << 24540;
    QTest::newRow("a host that forgot what it granted, and yielded") << 51522;
}

void TestSimulator::seedsThatOnceFoundSomething()
{
    QFETCH(int, seed);
    QCOMPARE(runSeed(std::uint64_t(seed)).faults, QStringList());
}

void TestSimulator::sameSeedIsTheSameStory()
{
    for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
        const QByteArray first = runSeed(seed, true).trace;
        QVERIFY(first.size() > 1000);
        QVERIFY2(runSeed(seed, true).trace == first, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
