// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 across a hall: a host and two desks work in processes of their own, over loopback TLS, and any of them dies at any moment, one or
// two at a time, while they start too. Once all run again every act that anybody was told of stands in all three journals, no number stands twice, the
// chains verify, and all three show the same. Every other trial the host is onedoor-hub. 30 kills, or 500 with ONEDOOR_SOAK=1;
// ONEDOOR_SEED repeats a run's moments as far as the machine allows.
#include "tests/survival/acts_ledger.h"
#include "tests/survival/child_program.h"
#include "tests/survival/hall_stores.h"

#include <QElapsedTimer>
#include <QTest>
#include <random>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int desks = 2;
constexpr int killsATrial = 10;
constexpr int patience = 100'000; // milliseconds; what was once refused is offered again after a minute

/// Rooms that serve other visitors each, so that calls go across the hall.
QString placeOf(int member)
{
    return QStringList{u"window6"_s, u"gongxinStudio"_s, u"window5"_s}.value(member);
}

} // namespace

class TestKillHall : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void acknowledgedIsKeptByAll();

private:
    void beginTrial(bool hubIsHost);
    void startMember(int member);
    void killSomebody();
    void heal();
    void mustAgree();
    void learn();
    QString whoDiffers();
    bool isUp(int member) { return m_members[std::size_t(member)]->says(m_hubIsHost && member == 0 ? "is served on port" : "running", patience); }
    int below(int bound) { return int(m_random() % std::uint64_t(bound)); }

    HallStores m_stores;
    ActsLedger m_ledger;
    std::vector<std::unique_ptr<ChildProgram>> m_members;
    std::vector<int> m_down;
    std::mt19937_64 m_random;
    QElapsedTimer m_since;
    bool m_hubIsHost = false;
    qsizetype m_acts = 0;
    int m_kills = 0;
    qint64 m_slowest = 0; ///< healing, in milliseconds
};

void TestKillHall::initTestCase()
{
    m_stores.found(desks, hall::serving().port);
    const QByteArray seed = qgetenv("ONEDOOR_SEED");
    const std::uint64_t start = seed.isEmpty() ? std::random_device()() : seed.toULongLong();
    qInfo("ONEDOOR_SEED=%llu", qulonglong(start));
    m_random.seed(start);
}

void TestKillHall::beginTrial(bool hubIsHost)
{
    m_stores.putBack();
    m_ledger.clear();
    m_members.clear();
    m_members.resize(std::size_t(m_stores.members()));
    m_hubIsHost = hubIsHost;
    m_since.start();
    for (int member = 0; member < m_stores.members(); ++member)
        startMember(member);
}

void TestKillHall::startMember(int member)
{
    std::unique_ptr<ChildProgram>& program = m_members[std::size_t(member)];
    const QString folder = m_stores.paths(member).folder;
    if (member == 0 && m_hubIsHost) {
        program = std::make_unique<ChildProgram>(QStringLiteral(ONEDOOR_BINARY_DIR "/bin/onedoor-hub"),
                                                 QStringList{u"--store"_s, folder, u"--login"_s, u"admin"_s});
    } else {
        const qint64 time = Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s).milliseconds + m_since.elapsed();
        program = std::make_unique<ChildProgram>(QStringLiteral(ONEDOOR_BINARY_DIR "/tests/onedoor_test_member"),
                                                 QStringList{folder, m_stores.keyFile(), QString::number(time), placeOf(member), u"20"_s});
    }
    program->start();
}

void TestKillHall::learn()
{
    for (const auto& member : m_members)
        m_ledger.learn(member->takeLines());
}

/// Whoever is down comes back first; every fourth is left down until the next death.
void TestKillHall::killSomebody()
{
    const int victim = below(m_stores.members());
    for (const int member : std::exchange(m_down, {}))
        startMember(member);
    ChildProgram& program = *m_members[std::size_t(victim)];
    // Every fifth dies while it opens its store, the others in the middle of their work.
    if (below(5) != 0)
        QVERIFY2(program.says(m_hubIsHost && victim == 0 ? "is served on port" : "issued", patience), program.lastWords().constData());
    QTest::qSleep(below(250));
    QVERIFY2(program.isRunning(), program.lastWords().constData());
    program.killNow();
    ++m_kills;
    m_ledger.learn(program.takeLines());
    if (below(4) == 0)
        m_down.push_back(victim);
    else
        startMember(victim);
}

/// From the host's streams, and what was heard of it; empty when nobody does.
QString TestKillHall::whoDiffers()
{
    const QStringList heads = m_stores.headsOf(0);
    for (int member = 1; member < m_stores.members(); ++member) {
        const QStringList own = m_stores.headsOf(member);
        if (own != heads)
            return u"member %1 has\n%2\nand the host\n%3\nand it said\n%4"_s.arg(member).arg(own.join(u'\n'), heads.join(u'\n'),
                                                                                     QString::fromUtf8(m_members[std::size_t(member)]->lastWords()));
    }
    return {};
}

/// All run, nobody works any more, and all journals come to hold the same.
void TestKillHall::heal()
{
    for (const int member : std::exchange(m_down, {}))
        startMember(member);
    for (int member = m_hubIsHost ? 1 : 0; member < m_stores.members(); ++member)
        m_members[std::size_t(member)]->write("rest");
    // Who looks into a store while it is being opened stands in its way.
    for (int member = 0; member < m_stores.members(); ++member)
        QVERIFY2(isUp(member), m_members[std::size_t(member)]->lastWords().constData());
    QElapsedTimer healing;
    healing.start();
    QString apart;
    do {
        QTest::qWait(20);
        learn();
        apart = whoDiffers();
    } while (!apart.isEmpty() && healing.elapsed() < patience);
    m_slowest = std::max(m_slowest, healing.elapsed());
    QVERIFY2(apart.isEmpty(), qPrintable(apart));
    for (int member = 0; member < m_stores.members(); ++member) {
        ChildProgram& program = *m_members[std::size_t(member)];
        const bool stopped = program.stop(m_hubIsHost && member == 0);
        QVERIFY2(stopped, program.lastWords().constData());
    }
    learn();
}

void TestKillHall::mustAgree()
{
    const StoreState first = m_stores.stateOf(0);
    QCOMPARE(first.heads.size(), qsizetype(desks + 1)); // a death is not a restored disk: nobody began a new stream
    for (int member = 0; member < m_stores.members(); ++member) {
        const StoreState state = m_stores.stateOf(member);
        QVERIFY2(state == first, qPrintable(u"member %1: "_s.arg(member) + state.differenceTo(first)));
        const auto report = m_stores.verify(member);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().code));
        QVERIFY2(report->isSound(), report->isSound() ? "" : wordOf(report->findings.front().problem));
        m_stores.onJournal(member, [&](JournalStore& journal) { m_ledger.holdAgainst(journal, u"member %1"_s.arg(member)); });
    }
    QVERIFY2(m_ledger.faults().isEmpty(), qPrintable(m_ledger.faults().mid(0, 10).join(u'\n')));
    m_acts += m_ledger.acts();
}

void TestKillHall::acknowledgedIsKeptByAll()
{
    const int kills = qEnvironmentVariableIntValue("ONEDOOR_SOAK") != 0 ? 500 : 30;
    for (int trial = 0; m_kills < kills && !QTest::currentTestFailed(); ++trial) {
        beginTrial(trial % 2 == 1);
        for (int kill = 0; kill < killsATrial && !QTest::currentTestFailed(); ++kill)
            killSomebody();
        if (!QTest::currentTestFailed())
            heal();
        if (!QTest::currentTestFailed())
            mustAgree();
        if (QTest::currentTestFailed())
            qWarning("in trial %d", trial);
    }
    m_members.clear();
    qInfo("%d kills, %lld acknowledged acts, at most %lld ms until all had met again", m_kills, qlonglong(m_acts), m_slowest);
    QVERIFY(m_acts > qsizetype(kills) * 4);
}

QTEST_GUILESS_MAIN(TestKillHall)
#include "tst_kill_hall.moc"
