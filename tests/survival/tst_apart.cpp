// SPDX-License-Identifier: GPL-3.0-or-later
// Five PCs that are really apart, each in a network of its own: three desks that work, a host and a hub, which are onedoor-hub. Cables are cut,
// one direction is lost, a line is slow, one flaps, the host stands alone. Everybody goes on meanwhile; once all is mended all four stores show the
// same, the hub holds the same streams, and nothing that anybody was told of is lost. Skipped with the reason where the machine allows no
// networks of one's own. The test starts itself once more inside one; what it makes there goes with its processes.
#include "tests/support/postgres_server.h"
#include "tests/survival/acts_ledger.h"
#include "tests/survival/apart.h"
#include "tests/survival/child_program.h"
#include "tests/survival/hall_stores.h"

#include <QElapsedTimer>
#include <QTest>
#include <sys/prctl.h>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int desks = 3;
constexpr int host = 0; // the members' numbers are the nodes' too
constexpr int hub = desks + 1;
constexpr int patience = 100'000; // milliseconds; what was once refused is offered again after a minute
constexpr std::uint16_t hostPort = 7443;
constexpr std::uint16_t hubPort = 7444;
constexpr const char* insideVariable = "ONEDOOR_TEST_APART";
constexpr const char* databaseVariable = "ONEDOOR_TEST_DATABASE";

/// A line that is silent is given up after half a minute: with ONEDOOR_SOAK=1 they stay cut until everybody has noticed.
const int longer = qEnvironmentVariableIntValue("ONEDOOR_SOAK") != 0 ? 8 : 1;

const QString hubProgram = QStringLiteral(ONEDOOR_BINARY_DIR "/bin/onedoor-hub");

} // namespace

/// In the ordinary network: what the part inside needs, and its verdict.
class TestApart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutDelayedAndHealed();
};

void TestApart::cutDelayedAndHealed()
{
    QString reason;
    const QStringList apart = commandApart(reason);
    if (apart.isEmpty())
        QSKIP(qPrintable(reason));
    PostgresServer postgres;
    QProcess inside;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(insideVariable), u"1"_s);
    environment.insert(QString::fromLatin1(databaseVariable), postgres.runs() ? postgres.newDatabase() : QString());
    if (!postgres.runs())
        qWarning("without a hub: %s", qPrintable(postgres.reason()));
    inside.setProcessEnvironment(environment);
    inside.setProcessChannelMode(QProcess::ForwardedChannels);
    inside.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    inside.start(apart.front(), apart.mid(1) + QStringList{QCoreApplication::applicationFilePath()});
    QVERIFY(inside.waitForFinished((3 + longer) * patience));
    QCOMPARE(inside.exitStatus(), QProcess::NormalExit);
    QCOMPARE(inside.exitCode(), 0);
}

class TestInside : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everybodyMeets();
    void someAreCutOff();
    void theHostIsAlone();
    void oneCableFlaps();
    void allAgreeOnceMended();
    void cleanupTestCase();

private:
    ChildProgram& program(int node) { return *m_programs[std::size_t(node)]; }
    void start(int node, const QString& command, const QStringList& arguments);
    void startHost();
    QStringList hubArguments(const QStringList& more) const;
    void workFor(int milliseconds);
    bool hasHub() const { return !m_database.isEmpty(); }
    QStringList headsOfHub() const;
    QString whoDiffers();
    /// Tickets that each desk issued since the last call.
    std::array<int, desks + 1> issuedLately() { return std::exchange(m_issued, {}); }

    HallStores m_stores;
    ActsLedger m_ledger;
    QTemporaryDir m_folder;
    QString m_database;
    QString m_hubCode;
    std::unique_ptr<Apart> m_apart;
    std::vector<std::unique_ptr<ChildProgram>> m_programs;
    std::array<int, desks + 1> m_issued{};
};

void TestInside::start(int node, const QString& command, const QStringList& arguments)
{
    const QStringList whole = m_apart->inFront(node) + QStringList{command} + arguments;
    m_programs[std::size_t(node)] = std::make_unique<ChildProgram>(whole.front(), whole.mid(1));
    program(node).start();
}

QStringList TestInside::hubArguments(const QStringList& more) const
{
    return QStringList{u"--postgres"_s, m_database, u"--key"_s, m_folder.filePath(u"hub.key"_s), u"--name"_s, u"区级平台"_s, u"--address"_s,
                       Apart::address(hub), u"--port"_s, QString::number(hubPort)} + more;
}

void TestInside::startHost()
{
    QStringList arguments{u"--store"_s, m_stores.paths(host).folder, u"--login"_s, u"admin"_s};
    if (hasHub())
        arguments += {u"--hub"_s, m_hubCode};
    start(host, hubProgram, arguments);
}

void TestInside::initTestCase()
{
    m_database = qEnvironmentVariable(databaseVariable);
    QCOMPARE(QProcess::execute(u"ip"_s, {u"link"_s, u"set"_s, u"lo"_s, u"up"_s}), 0);
    m_stores.found(desks, hostPort);
    for (int desk = 1; desk <= desks; ++desk)
        m_stores.changeNetwork(desk, [](NetworkSettings& settings) { settings.host->host = Apart::address(host); });
    m_stores.putBack();
    m_apart = std::make_unique<Apart>(desks + 2);
    m_programs.resize(desks + 2);
    if (hasHub()) {
        QCOMPARE(QProcess::execute(hubProgram, hubArguments({u"--migrate"_s})), 0);
        QProcess admit;
        admit.start(hubProgram, hubArguments({u"--admit"_s}));
        QVERIFY(admit.waitForFinished());
        m_hubCode = QString::fromUtf8(admit.readAllStandardOutput()).trimmed();
        start(hub, hubProgram, hubArguments({}));
        QVERIFY2(program(hub).says("Centres are served on port", patience), program(hub).lastWords().constData());
    }
    startHost();
    QVERIFY2(program(host).says("is served on port", patience), program(host).lastWords().constData());
    const qint64 time = Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s).milliseconds;
    for (int desk = 1; desk <= desks; ++desk) {
        const QString place = QStringList{u"window6"_s, u"gongxinStudio"_s, u"window5"_s}.value(desk - 1);
        start(desk, QStringLiteral(ONEDOOR_BINARY_DIR "/tests/onedoor_test_member"),
              {m_stores.paths(desk).folder, m_stores.keyFile(), QString::number(time), place, u"50"_s});
    }
}

void TestInside::workFor(int milliseconds)
{
    QElapsedTimer worked;
    worked.start();
    do {
        QTest::qWait(50);
        for (int desk = 1; desk <= desks; ++desk) {
            const QByteArrayList lines = program(desk).takeLines();
            m_ledger.learn(lines);
            m_issued[std::size_t(desk)] += int(std::count_if(lines.begin(), lines.end(), [](const QByteArray& line) { return line.startsWith("issued"); }));
        }
    } while (worked.elapsed() < milliseconds);
}

void TestInside::everybodyMeets()
{
    for (int desk = 1; desk <= desks; ++desk)
        QVERIFY2(program(desk).says("linked", patience), program(desk).lastWords().constData());
    if (hasHub())
        QVERIFY2(program(host).says("The hub 10.77.0.5 has everything.", patience), program(host).lastWords().constData());
    workFor(2'000);
    const auto issued = issuedLately();
    QVERIFY(std::all_of(issued.begin() + 1, issued.end(), [](int tickets) { return tickets > 0; }));
}

/// Every desk goes on whatever its network does; what a cut-off one writes stays with it.
void TestInside::someAreCutOff()
{
    m_apart->cut(1);
    m_apart->loseOneWay(2, host);
    const QString slow = m_apart->slowDown(3);
    qInfo("the third desk's line: %s", slow.isEmpty() ? "can't be slowed down here" : qPrintable(slow));
    if (hasHub())
        m_apart->cut(hub);
    (void)issuedLately();
    workFor(longer * 8'000);
    const auto issued = issuedLately();
    const QStringList atHost = m_stores.headsOf(host);
    const QStringList atHub = headsOfHub();
    const bool areApart = m_stores.headsOf(1) != atHost && m_stores.headsOf(2) != atHost;
    if (!slow.isEmpty())
        m_apart->speedUp(3);
    m_apart->mend(1);
    m_apart->mendOneWay(2, host); // before anything is judged: what comes next begins mended
    QVERIFY(areApart);
    QVERIFY(!hasHub() || atHub != atHost);
    for (int desk = 1; desk <= desks; ++desk)
        QVERIFY2(issued[std::size_t(desk)] > 0, qPrintable(u"desk %1 stood still"_s.arg(desk)));
}

void TestInside::theHostIsAlone()
{
    m_apart->cut(host);
    if (hasHub())
        m_apart->mend(hub);
    (void)issuedLately();
    workFor(longer * 5'000);
    const auto issued = issuedLately();
    m_apart->mend(host);
    for (int desk = 1; desk <= desks; ++desk)
        QVERIFY2(issued[std::size_t(desk)] > 0, qPrintable(u"desk %1 stood still"_s.arg(desk)));
}

void TestInside::oneCableFlaps()
{
    for (int times = 0; times < 5; ++times) {
        m_apart->cut(3);
        workFor(200);
        m_apart->mend(3);
        workFor(400);
    }
}

QStringList TestInside::headsOfHub() const
{
    auto connection = postgres::Connection::open(m_database);
    if (!connection)
        return {connection.error().code};
    auto heads = (*connection)->query("SELECT replace(stream::text, '-', '') || ' ' || sequence || ' ' || encode(hash, 'hex') FROM onedoor.head");
    if (!heads)
        return {heads.error().code};
    QStringList lines;
    for (int row = 0; row < heads->count(); ++row)
        lines << heads->text(row, 0);
    lines.sort();
    return lines;
}

/// From the host's streams; empty when nobody does.
QString TestInside::whoDiffers()
{
    const QStringList heads = m_stores.headsOf(host);
    for (int desk = 1; desk <= desks; ++desk) {
        if (m_stores.headsOf(desk) != heads)
            return u"desk %1 has\n%2\nand the host\n%3"_s.arg(desk).arg(m_stores.headsOf(desk).join(u'\n'), heads.join(u'\n'));
    }
    if (hasHub() && headsOfHub() != heads)
        return u"the hub has\n%1\nand the host\n%2"_s.arg(headsOfHub().join(u'\n'), heads.join(u'\n'));
    return {};
}

void TestInside::allAgreeOnceMended()
{
    for (int desk = 1; desk <= desks; ++desk)
        program(desk).write("rest");
    QElapsedTimer healing;
    healing.start();
    QString apart;
    do {
        workFor(50);
        apart = whoDiffers();
    } while (!apart.isEmpty() && healing.elapsed() < patience);
    QVERIFY2(apart.isEmpty(), qPrintable(apart));
    qInfo("all have met again after %lld ms", healing.elapsed());
    for (int node = 0; node < (hasHub() ? desks + 2 : desks + 1); ++node)
        QVERIFY2(program(node).stop(node == host || node == hub), program(node).lastWords().constData());
    workFor(0);
    const StoreState state = m_stores.stateOf(host);
    for (int member = 0; member < m_stores.members(); ++member) {
        const StoreState own = m_stores.stateOf(member);
        QVERIFY2(own.hash() == state.hash(), qPrintable(u"member %1: "_s.arg(member) + own.differenceTo(state)));
        const auto report = m_stores.verify(member);
        QVERIFY2(report && report->isSound(), qPrintable(u"member %1 is unsound"_s.arg(member)));
        m_stores.onJournal(member, [&](JournalStore& journal) { m_ledger.holdAgainst(journal, u"member %1"_s.arg(member)); });
    }
    QVERIFY2(m_ledger.faults().isEmpty(), qPrintable(m_ledger.faults().mid(0, 10).join(u'\n')));
    QVERIFY(m_ledger.tickets() > 50);
    qInfo("%lld acknowledged acts, state %s", qlonglong(m_ledger.acts()), state.hash().constData());
}

void TestInside::cleanupTestCase()
{
    m_programs.clear();
    m_apart.reset();
}

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(insideVariable)) {
        TestInside inside;
        return QTest::qExec(&inside, argc, argv);
    }
    TestApart outside;
    return QTest::qExec(&outside, argc, argv);
}
#include "tst_apart.moc"
