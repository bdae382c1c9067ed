// SPDX-License-Identifier: GPL-3.0-or-later
// verify, backup, restore and salvage as an administrator uses them: by exit code, answer and what then stands on the disk.
#include "core/base/random.h"
#include "core/store/keys/recovery_key.h"
#include "tests/support/ctl_run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace onedoor;

namespace {

using Run = CtlRun;

void flip(const QString& path, qint64 offset)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(offset));
    char byte = 0;
    file.getChar(&byte);
    file.seek(offset);
    file.putChar(static_cast<char>(byte ^ 1));
}

} // namespace

class TestOnedoorctlFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void verifyProvesAndAccuses();
    void aBackupComesBack();
    void salvageSavesWhatItCan();
    void wrongSecretsAreRefused();
    void aForeignKeyFileIsNamed();
    void guessersWait();
    void aNewRecoveryKeyReplacesTheOld();
    void anInterruptedMakingIsNamed();
    void aForeignLockIsTakenOver();

private:
    static Run run(const QStringList& arguments, const QByteArray& input = {}, const QString& secret = ctlPassword.toString())
    {
        return runCtl(arguments, input, secret);
    }
    QStringList store(const QString& name) const { return {u"--store"_s, at(name), u"--login"_s, u"admin"_s}; }
    QString at(const QString& name) const { return m_folder.filePath(name); }
    void makeStore(const QString& name);
    void restoreTo(const QString& name);
    QTemporaryDir m_folder;
};

void TestOnedoorctlFiles::makeStore(const QString& name)
{
    const Run made = createStoreByCtl(at(name), {u"--rehearsal"_s});
    QVERIFY2(made.exitCode == 0, made.complaint.constData());
    QByteArray lines = "{\"do\": \"account.create\", \"login\": \"wang.fang\", \"displayName\": \"王芳\", \"roles\": [\"receptionist\"],"
                       " \"secretKind\": \"pin\", \"secret\": \"730512\"}\n";
    for (int at = 0; at < 40; ++at)
        lines += "{\"as\": \"wang.fang\", \"do\": \"visit.register\", \"newPerson\": {\"name\": \"张伟\"}, \"service\": \"legalAdvice\","
                 " \"summary\": \"咨询\"}\n";
    const Run worked = run(QStringList{u"exec"_s} + store(name), lines);
    QVERIFY2(worked.exitCode == 0, worked.output.constData());
}

void TestOnedoorctlFiles::initTestCase()
{
    makeStore(u"made"_s);
    QCOMPARE(run(QStringList{u"backup"_s, u"--to"_s, at(u"settled"_s)} + store(u"made"_s)).exitCode, 0);
    restoreTo(u"store"_s);
}

/// A store in one file, without a write-ahead log that would still hold what the test damages.
void TestOnedoorctlFiles::restoreTo(const QString& name)
{
    const Run restored = run(QStringList{u"restore"_s, u"--from"_s, at(u"settled"_s)} + store(name));
    QVERIFY2(restored.exitCode == 0, restored.complaint.constData());
}

void TestOnedoorctlFiles::verifyProvesAndAccuses()
{
    const Run sound = run(QStringList{u"verify"_s, u"--json"_s} + store(u"store"_s));
    QVERIFY2(sound.exitCode == 0, sound.complaint.constData());
    QVERIFY(sound.answer().value(u"sound"_s).toBool());
    QVERIFY(sound.answer().value(u"events"_s).toInt() > 100);
    QVERIFY(run(QStringList{u"verify"_s} + store(u"store"_s)).output.contains(' ')); // stream, events, head

    const QString journal = at(u"store"_s) + u"/journal.db"_s;
    const qint64 offset = QFileInfo(journal).size() / 8192 * 4096 + 77;
    flip(journal, offset);
    const Run accused = run(QStringList{u"verify"_s, u"--json"_s} + store(u"store"_s));
    QCOMPARE(accused.exitCode, 1);
    QVERIFY(!accused.answer().value(u"sound"_s).toBool(true));
    QVERIFY(!accused.answer().value(u"findings"_s).toArray().isEmpty());
    QCOMPARE(run(QStringList{u"verify"_s} + store(u"store"_s)).exitCode, 1);
    flip(journal, offset);

    flip(journal, 2000); // the first page: nothing can be read, and the key is known to be right
    const Run first = run(QStringList{u"verify"_s} + store(u"store"_s));
    QCOMPARE(first.exitCode, 1);
    QVERIFY2(first.complaint.contains("store.damaged") && first.complaint.contains("journal.db"), first.complaint.constData());
    flip(journal, 2000);
    QCOMPARE(run(QStringList{u"verify"_s} + store(u"store"_s)).exitCode, 0);
}

void TestOnedoorctlFiles::aBackupComesBack()
{
    const Run saved = run(QStringList{u"backup"_s, u"--to"_s, at(u"backup"_s)} + store(u"store"_s));
    QVERIFY2(saved.exitCode == 0, saved.complaint.constData());
    QCOMPARE(run(QStringList{u"backup"_s, u"--to"_s, at(u"backup"_s)} + store(u"store"_s)).exitCode, 1);
    const Run restored = run(QStringList{u"restore"_s, u"--from"_s, at(u"backup"_s)} + store(u"restored"_s));
    QVERIFY2(restored.exitCode == 0, restored.complaint.constData());
    QCOMPARE(run(QStringList{u"restore"_s, u"--from"_s, at(u"backup"_s)} + store(u"restored"_s)).exitCode, 1);
    const Run works = run(QStringList{u"exec"_s} + store(u"restored"_s), "{\"do\": \"account.list\"}\n");
    QVERIFY2(works.exitCode == 0, works.output.constData());
    const Run again = run(QStringList{u"restore"_s, u"--from"_s, at(u"backup"_s), u"--move-old-to"_s, at(u"kept"_s)} + store(u"restored"_s));
    QVERIFY2(again.exitCode == 0, again.complaint.constData());
    QCOMPARE(run(QStringList{u"verify"_s} + store(u"kept"_s)).exitCode, 0);
    flip(at(u"backup"_s) + u"/journal.db"_s, 9000);
    const Run refused = run(QStringList{u"restore"_s, u"--from"_s, at(u"backup"_s)} + store(u"third"_s));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(!QFile::exists(at(u"third"_s)));
}

void TestOnedoorctlFiles::salvageSavesWhatItCan()
{
    restoreTo(u"damaged"_s);
    const QString journal = at(u"damaged"_s) + u"/journal.db"_s;
    flip(journal, QFileInfo(journal).size() * 3 / 4 / 4096 * 4096 + 100);
    QCOMPARE(run(QStringList{u"verify"_s} + store(u"damaged"_s)).exitCode, 1);
    const Run saved = run(QStringList{u"salvage"_s, u"--json"_s} + store(u"damaged"_s));
    QVERIFY2(saved.exitCode == 0, saved.complaint.constData());
    QVERIFY(saved.answer().value(u"saved"_s).toInt() > 5);
    QVERIFY(QFile::exists(saved.answer().value(u"movedTo"_s).toString()));
    const Run works = run(QStringList{u"exec"_s} + store(u"damaged"_s), "{\"do\": \"account.list\"}\n");
    QVERIFY2(works.exitCode == 0, works.output.constData());
    QCOMPARE(run(QStringList{u"verify"_s} + store(u"damaged"_s)).exitCode, 0);
}

void TestOnedoorctlFiles::wrongSecretsAreRefused()
{
    for (const QString& command : {u"verify"_s, u"salvage"_s})
        QCOMPARE(run(QStringList{command} + store(u"store"_s), {}, u"another secret"_s).exitCode, 4);
    QCOMPARE(run({u"backup"_s, u"--store"_s, at(u"store"_s)}).exitCode, 2);
    const QString strange = at(u"strange.key"_s);
    SystemRandom random;
    QFile file(strange);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(RecoveryKey::generate(random).toText().toLatin1()) > 0);
    file.close();
    const Run refused = run(QStringList{u"verify"_s, u"--recovery-key-file"_s, strange} + store(u"store"_s));
    QCOMPARE(refused.exitCode, 4);
    QVERIFY2(refused.complaint.contains("keys.wrongRecoveryKey"), refused.complaint.constData());
    QCOMPARE(run(QStringList{u"verify"_s} + store(u"nowhere"_s)).exitCode, 3);
}

void TestOnedoorctlFiles::aForeignKeyFileIsNamed()
{
    restoreTo(u"first"_s);
    QCOMPARE(run(QStringList{u"exec"_s} + store(u"first"_s), "{\"do\": \"account.list\"}\n").exitCode, 0); // makes its views
    makeStore(u"other"_s);
    const QString keys = at(u"first"_s) + u"/keyslots.json"_s;
    QVERIFY(QFile::rename(keys, keys + u".own"_s));
    QVERIFY(QFile::copy(at(u"other"_s) + u"/keyslots.json"_s, keys));
    for (const QString& command : {u"verify"_s, u"salvage"_s, u"exec"_s}) {
        const Run refused = run(QStringList{command} + store(u"first"_s), "{\"do\": \"account.list\"}\n");
        QVERIFY(refused.exitCode != 0);
        QVERIFY2(refused.complaint.contains("keys.otherStore") && refused.complaint.contains("keyslots.json"), refused.complaint.constData());
    }
    QVERIFY(QFile::remove(keys));
    QVERIFY(QFile::rename(keys + u".own"_s, keys));
    QCOMPARE(run(QStringList{u"verify"_s} + store(u"first"_s)).exitCode, 0);
}

void TestOnedoorctlFiles::guessersWait()
{
    restoreTo(u"guessed"_s);
    for (int at = 0; at < 5; ++at)
        QCOMPARE(run(QStringList{u"exec"_s} + store(u"guessed"_s), {}, u"another secret"_s).exitCode, 4);
    const Run refused = run(QStringList{u"exec"_s} + store(u"guessed"_s), {}); // the right one, in vain
    QCOMPARE(refused.exitCode, 4);
    QVERIFY2(refused.complaint.contains("session.wait"), refused.complaint.constData());
}

void TestOnedoorctlFiles::aNewRecoveryKeyReplacesTheOld()
{
    restoreTo(u"renewed"_s);
    const QStringList renew = QStringList{u"recovery-key"_s} + store(u"renewed"_s);
    const QStringList withOld = QStringList{u"verify"_s, u"--recovery-key-file"_s, at(u"made.key"_s)} + store(u"renewed"_s);
    QCOMPARE(run(renew).exitCode, 2);
    QCOMPARE(run(renew + QStringList{u"--propose"_s, at(u"new.key"_s)}, {}, u"another secret"_s).exitCode, 4);
    QVERIFY(!QFile::exists(at(u"new.key"_s)));
    const Run proposed = run(renew + QStringList{u"--propose"_s, at(u"new.key"_s)});
    QVERIFY2(proposed.exitCode == 0, proposed.complaint.constData());
    QCOMPARE(QFile::permissions(at(u"new.key"_s)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(run(withOld).exitCode, 0); // nothing has changed yet
    QVERIFY(run(renew + QStringList{u"--propose"_s, at(u"new.key"_s)}).complaint.contains("recovery.fileThere"));

    QFile file(at(u"new.key"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray key = file.readAll().trimmed();
    QByteArray mistyped = key;
    mistyped[0] = mistyped[0] == '7' ? '8' : '7';
    QVERIFY(run(renew + QStringList{u"--confirm"_s, u"-"_s}, mistyped + '\n').complaint.contains("keys.recoveryGroup"));
    QCOMPARE(run(withOld).exitCode, 0);
    const Run confirmed = run(renew + QStringList{u"--confirm"_s, u"-"_s}, key.toLower() + '\n');
    QVERIFY2(confirmed.exitCode == 0, confirmed.complaint.constData());
    QCOMPARE(run(withOld).exitCode, 4);
    QCOMPARE(run(QStringList{u"verify"_s, u"--recovery-key-file"_s, at(u"new.key"_s)} + store(u"renewed"_s)).exitCode, 0);
}

void TestOnedoorctlFiles::anInterruptedMakingIsNamed()
{
    restoreTo(u"half"_s);
    QFile mark(at(u"half"_s) + u"/store.creating"_s);
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.close();
    const Run refused = run(QStringList{u"exec"_s} + store(u"half"_s));
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.complaint.contains("store.unfinished"), refused.complaint.constData());
    const Run made = run(QStringList{u"create"_s, u"--centre"_s, QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"), u"--name"_s,
                                     u"陈主任"_s, u"--recovery-key-file"_s, at(u"half.key"_s)}
                         + store(u"half"_s));
    QVERIFY2(made.exitCode == 0, made.complaint.constData());
    QCOMPARE(run(QStringList{u"exec"_s} + store(u"half"_s), "{\"do\": \"account.list\"}\n").exitCode, 0);
}

void TestOnedoorctlFiles::aForeignLockIsTakenOver()
{
    restoreTo(u"locked"_s);
    QFile lock(at(u"locked"_s) + u"/store.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("4711\nonedoor\nold-pc\nanother-machine\n0000\n");
    lock.close();
    const Run refused = run(QStringList{u"exec"_s} + store(u"locked"_s), "{\"do\": \"account.list\"}\n");
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.complaint.contains("old-pc") && refused.complaint.contains("onedoor"), refused.complaint.constData());
    QCOMPARE(run(QStringList{u"exec"_s, u"--take-over-lock"_s} + store(u"locked"_s), {}, u"another secret"_s).exitCode, 4);
    QVERIFY(lock.exists()); // only for who can open the store
    QCOMPARE(run(QStringList{u"exec"_s, u"--take-over-lock"_s} + store(u"locked"_s), "{\"do\": \"account.list\"}\n").exitCode, 0);
}

QTEST_GUILESS_MAIN(TestOnedoorctlFiles)
#include "tst_onedoorctl_files.moc"
