// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator bites: of each bug that is planted into the sync's own code one of a few seeds shows that something does not hold.
// ONEDOOR_SEEDS: how many seeds a bug may survive.
#include "core/sync/planted.h"
#include "tests/simulator/sim_story.h"

#include <QTest>

namespace onedoor::sync {
Bug plantedBug = Bug::None;
}

using namespace onedoor::simulator;
using namespace Qt::StringLiterals;
using onedoor::sync::Bug;
using onedoor::sync::plantedBug;

class TestPlantedBugs final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isFound_data();
    void isFound();
    void cleanup() { plantedBug = Bug::None; }
};

void TestPlantedBugs::isFound_data()
{
    QTest::addColumn<int>("bug");
    for (const auto& [bug, name] : onedoor::sync::plantedBugs)
        QTest::newRow(name) << int(bug);
}

void TestPlantedBugs::isFound()
{
    QFETCH(int, bug);
    const int most = qEnvironmentVariableIntValue("ONEDOOR_SEEDS") > 0 ? qEnvironmentVariableIntValue("ONEDOOR_SEEDS") : 300;
    for (int seed = 0; seed < most; ++seed) {
        plantedBug = Bug(bug);
        const Outcome outcome = runSeed(std::uint64_t(seed));
        plantedBug = Bug::None;
        if (!outcome.faults.isEmpty()) {
            QCOMPARE(runSeed(std::uint64_t(seed)).faults, QStringList()); // it is the bug that shows
            qInfo("found after %d seeds: %s", seed + 1, qPrintable(outcome.faults.first()));
            return;
        }
    }
    QFAIL("no seed shows it");
}

QTEST_GUILESS_MAIN(TestPlantedBugs)
#include "tst_planted_bugs.moc"
