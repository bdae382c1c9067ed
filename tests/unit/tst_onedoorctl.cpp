// SPDX-License-Identifier: GPL-3.0-or-later
// The program as integrators meet it: a store is made, lines go in, answers come out, and what went wrong is told by the exit code.
#include "tests/support/ctl_run.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace onedoor;

namespace {

const QString password = ctlPassword.toString();
using Run = CtlRun;

} // namespace

class TestOnedoorctl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rehearsalFollowsItsOwnTime();
    void realStoreKeepsTheTimeAndTheAccount();
    void recoveryKeyOpens();
    void exitCodes_data();
    void exitCodes();
    void helpIsTheCatalogue();

private:
    static Run run(const QStringList& arguments, const QByteArray& input = {}, const QString& secret = password) { return runCtl(arguments, input, secret); }
    QString at(const QString& name) const { return m_folder.filePath(name); }
    Run create(const QString& name, const QStringList& more) const { return createStoreByCtl(at(name), more); }
    QTemporaryDir m_folder;
};

void TestOnedoorctl::initTestCase()
{
    const Run rehearsal = create(u"rehearsal"_s, {u"--rehearsal"_s, u"--at"_s, u"2026-03-02T08:30:00+08:00"_s});
    QVERIFY2(rehearsal.exitCode == 0, rehearsal.complaint.constData());
    const Run real = create(u"real"_s, {});
    QVERIFY2(real.exitCode == 0, real.complaint.constData());
    QCOMPARE(QFile(at(u"real.key"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestOnedoorctl::rehearsalFollowsItsOwnTime()
{
    const QStringList exec{u"exec"_s, u"--store"_s, at(u"rehearsal"_s), u"--login"_s, u"admin"_s};
    const Run first = run(exec,
                          R"({"do":"account.create","login":"wang.fang","displayName":"王芳","roles":["receptionist"],"secret":"quiet old bridge"}
{"at":"2026-03-02T09:01:00+08:00","as":"wang.fang","do":"visit.register","newPerson":{"name":"孙丽"},"service":"legalAdvice","summary":"咨询"}
)");
    QVERIFY2(first.exitCode == 0, first.output.constData());
    const Run second = run(exec, R"({"do":"queue.waiting"}
{"at":"2026-03-02T09:00:00+08:00","do":"queue.waiting"}
)");
    QCOMPARE(second.exitCode, 1);
    const QJsonObject ticket = second.answers().value(0).value(u"tickets").toArray().first().toObject();
    QVERIFY2(ticket.value(u"issuedAt").toString().startsWith(u"2026-03-02T09:01:00"_s), second.output.constData());
    QCOMPARE(second.answers().value(1).value(u"error").toObject().value(u"code").toString(), u"exec.atBackwards"_s);
}

void TestOnedoorctl::realStoreKeepsTheTimeAndTheAccount()
{
    const Run refused = run({u"exec"_s, u"--store"_s, at(u"real"_s), u"--login"_s, u"admin"_s},
                            R"({"at":"2026-03-02T09:00:00+08:00","do":"visit.today"}
{"as":"wang.fang","do":"visit.today"}
{"as":"admin","do":"visit.today"}
)");
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.answers().value(0).value(u"error").toObject().value(u"code").toString(), u"exec.atNotAllowed"_s);
    QCOMPARE(refused.answers().value(1).value(u"error").toObject().value(u"code").toString(), u"exec.asNotAllowed"_s);
    QVERIFY(refused.answers().value(2).value(u"ok").toBool());
}

void TestOnedoorctl::recoveryKeyOpens()
{
    const Run opened = run({u"exec"_s, u"--store"_s, at(u"real"_s), u"--login"_s, u"admin"_s, u"--recovery-key-file"_s, at(u"real.key"_s)},
                           "{\"do\":\"store.status\"}\n", u"not the password"_s);
    QVERIFY2(opened.exitCode == 0, opened.complaint.constData());
    QCOMPARE(opened.answers().value(0).value(u"rehearsal"), QJsonValue(false));
}

void TestOnedoorctl::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<int>("exitCode");
    const QString store = at(u"real"_s);
    QTest::newRow("help") << QStringList{} << password << 0;
    QTest::newRow("options") << QStringList{u"exec"_s, u"--help"_s} << password << 0;
    QTest::newRow("unknown subcommand") << QStringList{u"exce"_s} << password << 2;
    QTest::newRow("unknown option") << QStringList{u"exec"_s, u"--password"_s, u"x"_s} << password << 2;
    QTest::newRow("something behind") << QStringList{u"exec"_s, u"store"_s} << password << 2;
    QTest::newRow("no store named") << QStringList{u"exec"_s} << password << 3;
    QTest::newRow("no store there") << QStringList{u"exec"_s, u"--store"_s, at(u"none"_s), u"--login"_s, u"admin"_s} << password << 3;
    QTest::newRow("wrong password") << QStringList{u"exec"_s, u"--store"_s, store, u"--login"_s, u"admin"_s} << u"wrong"_s << 4;
    QTest::newRow("stranger") << QStringList{u"exec"_s, u"--store"_s, store, u"--login"_s, u"nobody"_s} << password << 4;
    QTest::newRow("nothing to do") << QStringList{u"exec"_s, u"--store"_s, store, u"--login"_s, u"admin"_s} << password << 0;
}

void TestOnedoorctl::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, secret);
    QFETCH(int, exitCode);
    const Run result = run(arguments, {}, secret);
    QVERIFY2(result.exitCode == exitCode, result.complaint.constData());
    QVERIFY(!result.complaint.contains(secret.toUtf8()) || secret == u"wrong"_s);
    QCOMPARE(result.complaint.isEmpty(), exitCode == 0);
}

void TestOnedoorctl::helpIsTheCatalogue()
{
    const Run help = run({u"help"_s, u"--json"_s});
    QCOMPARE(help.exitCode, 0);
    // By a reader of others: it is longer than what we take from outside.
    const QJsonObject catalogue = QJsonDocument::fromJson(help.output).object();
    QVERIFY(catalogue.value(u"acts").toArray().size() > 30);
}

QTEST_GUILESS_MAIN(TestOnedoorctl)
#include "tst_onedoorctl.moc"
