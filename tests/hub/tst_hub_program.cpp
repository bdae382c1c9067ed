// SPDX-License-Identifier: GPL-3.0-or-later
// The programs as an administrator starts them: two processes of a hub on one PostgreSQL, a hall host that is given the hub's code, and the
// death of the process that it talks to.
#include "tests/support/ctl_run.h"
#include "tests/support/free_port.h"
#include "tests/support/postgres_server.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // milliseconds

/// A program that runs until it is stopped, and what it said so far.
class Running {
public:
    explicit Running(const QStringList& arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ONEDOOR_PASSWORD"_s, ctlPassword.toString());
        environment.insert(u"LC_ALL"_s, u"C"_s);
        m_program.setProcessEnvironment(environment);
        m_program.setProcessChannelMode(QProcess::MergedChannels);
        m_program.start(QStringLiteral(ONEDOOR_BINARY_DIR "/bin/onedoor-hub"), arguments);
    }
    ~Running()
    {
        m_program.kill();
        m_program.waitForFinished();
    }
    bool says(const QByteArray& words)
    {
        m_program.waitForReadyRead(100);
        m_said += m_program.readAll();
        return m_said.contains(words);
    }
    void forget() { m_said.clear(); }
    const QByteArray& said() const { return m_said; }
    int stop()
    {
        m_program.terminate();
        return m_program.waitForFinished(patience) && m_program.exitStatus() == QProcess::NormalExit ? m_program.exitCode() : -1;
    }
    void killNow()
    {
        m_program.kill();
        m_program.waitForFinished();
    }

private:
    QProcess m_program;
    QByteArray m_said;
};

} // namespace

class TestHubProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void twoProcessesServeACentreThatWasGivenTheCode();
    void aHostGoesOnWhenItsProcessDies();
    void anotherKeyIsRefused();
    void theDatabaseIsMissing();
    void cleanupTestCase();

private:
    QStringList hub(int process, const QStringList& more) const
    {
        return QStringList{u"--postgres"_s, m_uri, u"--key"_s, m_folder.filePath(u"hub.key"_s), u"--name"_s, u"区级平台"_s, u"--address"_s, u"127.0.0.1"_s,
                           u"--port"_s, QString::number(m_port + process)} + more;
    }
    static CtlRun finish(const QStringList& arguments)
    {
        QProcess program;
        program.start(QStringLiteral(ONEDOOR_BINARY_DIR "/bin/onedoor-hub"), arguments);
        if (!program.waitForFinished(patience))
            return {};
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }

    PostgresServer m_postgres;
    QTemporaryDir m_folder;
    QString m_uri;
    const int m_port = freePort();
    std::unique_ptr<Running> m_first;
    std::unique_ptr<Running> m_second;
    std::unique_ptr<Running> m_host;
};

void TestHubProgram::initTestCase()
{
    if (!m_postgres.runs())
        QSKIP(qPrintable(m_postgres.reason()));
    m_uri = m_postgres.newDatabase();
    const CtlRun made = createStoreByCtl(m_folder.filePath(u"store"_s), {});
    QVERIFY2(made.exitCode == 0, made.complaint.constData());
    const CtlRun migrated = finish(hub(0, {u"--migrate"_s}));
    QVERIFY2(migrated.exitCode == 0, migrated.complaint.constData());
}

void TestHubProgram::twoProcessesServeACentreThatWasGivenTheCode()
{
    m_first = std::make_unique<Running>(hub(0, {}));
    QTRY_VERIFY2_WITH_TIMEOUT(m_first->says("Centres are served on port"), m_first->said().constData(), patience);
    m_second = std::make_unique<Running>(hub(1, {}));
    QTRY_VERIFY2_WITH_TIMEOUT(m_second->says("Centres are served on port"), m_second->said().constData(), patience);
    const CtlRun admitted = finish(hub(0, {u"--admit"_s}));
    QVERIFY2(admitted.exitCode == 0, admitted.complaint.constData());
    const QString code = QString::fromUtf8(admitted.output).trimmed();
    m_host = std::make_unique<Running>(QStringList{u"--store"_s, m_folder.filePath(u"store"_s), u"--login"_s, u"admin"_s, u"--port"_s,
                                                   QString::number(m_port + 2), u"--hub"_s, code});
    QTRY_VERIFY2_WITH_TIMEOUT(m_host->says("The hub 127.0.0.1 has everything."), m_host->said().constData(), patience);
    const CtlRun centres = finish(hub(1, {u"--centres"_s}));
    QCOMPARE(centres.output.count('\n'), 1);
    QVERIFY2(centres.exitCode == 0 && centres.output.size() > 34, centres.output.constData());
    const auto connection = postgres::Connection::open(m_uri);
    QVERIFY((*connection)->query("SELECT 1 FROM onedoor.event").value().count() >= 3);
}

void TestHubProgram::aHostGoesOnWhenItsProcessDies()
{
    m_first->killNow();
    QTRY_VERIFY2_WITH_TIMEOUT(m_host->says("is out of reach"), m_host->said().constData(), 2 * patience);
    m_host->forget();
    m_first = std::make_unique<Running>(hub(0, {}));
    QTRY_VERIFY2_WITH_TIMEOUT(m_host->says("has everything."), m_host->said().constData(), patience);
    QCOMPARE(m_host->stop(), 0);
    QCOMPARE(m_first->stop(), 0);
    QCOMPARE(m_second->stop(), 0);
    // The hub's address is kept: the next start needs no code.
    m_first = std::make_unique<Running>(hub(0, {}));
    m_host = std::make_unique<Running>(QStringList{u"--store"_s, m_folder.filePath(u"store"_s), u"--login"_s, u"admin"_s});
    QTRY_VERIFY2_WITH_TIMEOUT(m_host->says("has everything."), m_host->said().constData(), patience);
}

void TestHubProgram::anotherKeyIsRefused()
{
    QStringList arguments = hub(3, {});
    arguments[3] = m_folder.filePath(u"other.key"_s);
    const CtlRun run = finish(arguments);
    QVERIFY2(run.exitCode != 0 && run.complaint.contains("same key file"), run.complaint.constData());
}

void TestHubProgram::theDatabaseIsMissing()
{
    QStringList arguments = hub(3, {});
    arguments[1] = u"host=%1 user=nobody"_s.arg(m_folder.path());
    const CtlRun run = finish(arguments);
    QVERIFY2(run.exitCode != 0 && run.complaint.contains("can't be reached"), run.complaint.constData());
}

void TestHubProgram::cleanupTestCase()
{
    m_host.reset();
    m_second.reset();
    m_first.reset();
}

QTEST_GUILESS_MAIN(TestHubProgram)
#include "tst_hub_program.moc"
