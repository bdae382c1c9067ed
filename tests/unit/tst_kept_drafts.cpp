// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that are not registered, on the disk: sealed, for their account alone, gone when they are old or not wanted any more.
#include "core/store/kept_drafts.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestKeptDrafts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackToItsAccountAlone();
    void nothingReadableLiesOnTheDisk();
    void whatIsDamagedIsNotTaken_data();
    void whatIsDamagedIsNotTaken();
    void nothingToKeepLeavesNothing();
    void tooMuchIsRefusedAndTheOldStays();
    void oldOnesGo();
    void allGo();

private:
    QFile fileOf(const AccountId& account) const { return QFile(m_paths.drafts() + u'/' + account.toString() + u".sealed"_s); }
    QByteArray bytesOf(const AccountId& account) const
    {
        QFile file(fileOf(account).fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    StorePaths m_paths{m_folder.path() + u"/store"_s};
    SystemRandom m_random;
    MasterKey m_key = MasterKey::generate(m_random);
    KeptDrafts m_drafts{m_paths, m_key, m_random};
    const Instant m_now{1'772'413'200'000};
    const AccountId m_wang = AccountId::make(m_now, m_random);
    const AccountId m_li = AccountId::make(m_now, m_random);
    const QByteArray m_text = "somebody's form: water from above";
};

void TestKeptDrafts::comesBackToItsAccountAlone()
{
    QVERIFY(m_drafts.keep(m_wang, m_text));
    QCOMPARE(m_drafts.read(m_wang).value(), m_text);
    QCOMPARE(m_drafts.read(m_li).value(), QByteArray());
    // Under another account's name it opens for nobody.
    QVERIFY(QFile::copy(fileOf(m_wang).fileName(), fileOf(m_li).fileName()));
    QCOMPARE(m_drafts.read(m_li).error().code, u"seal.damaged"_s);
    const MasterKey other = MasterKey::generate(m_random);
    QCOMPARE(KeptDrafts(m_paths, other, m_random).read(m_wang).error().code, u"seal.damaged"_s);
    KeptDrafts::forgetAll(m_paths);
}

void TestKeptDrafts::nothingReadableLiesOnTheDisk()
{
    QVERIFY(m_drafts.keep(m_wang, m_text));
    const QByteArray first = bytesOf(m_wang);
    QVERIFY(!first.isEmpty());
    QVERIFY(!first.contains("water"));
    QVERIFY(m_drafts.keep(m_wang, m_text));
    QVERIFY(bytesOf(m_wang) != first); // never the same nonce twice
    KeptDrafts::forgetAll(m_paths);
}

void TestKeptDrafts::whatIsDamagedIsNotTaken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("short") << QByteArray("\1abc");
    QTest::newRow("other") << QByteArray(200, '\1');
    QTest::newRow("large") << QByteArray(2'000'000, '\1');
}

void TestKeptDrafts::whatIsDamagedIsNotTaken()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(QDir().mkpath(m_paths.drafts()));
    QFile file(fileOf(m_wang).fileName());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QVERIFY(!m_drafts.read(m_wang));
    QVERIFY(m_drafts.keep(m_wang, m_text));
    QCOMPARE(m_drafts.read(m_wang).value(), m_text);
    KeptDrafts::forgetAll(m_paths);
}

void TestKeptDrafts::nothingToKeepLeavesNothing()
{
    QVERIFY(m_drafts.keep(m_wang, {}));
    QVERIFY(!QFileInfo::exists(m_paths.drafts()));
    QVERIFY(m_drafts.keep(m_wang, m_text));
    QVERIFY(m_drafts.keep(m_wang, {}));
    QVERIFY(!fileOf(m_wang).exists());
}

void TestKeptDrafts::tooMuchIsRefusedAndTheOldStays()
{
    QVERIFY(m_drafts.keep(m_wang, m_text));
    const auto kept = m_drafts.keep(m_wang, QByteArray(KeptDrafts::bytesAtMost + 1, 'x'));
    QCOMPARE(kept.error().code, u"store.fileTooLarge"_s);
    QCOMPARE(m_drafts.read(m_wang).value(), m_text);
    KeptDrafts::forgetAll(m_paths);
}

void TestKeptDrafts::oldOnesGo()
{
    QVERIFY(m_drafts.keep(m_wang, m_text));
    QVERIFY(m_drafts.keep(m_li, m_text));
    QFile old(fileOf(m_li).fileName());
    QVERIFY(old.open(QIODevice::ReadWrite));
    QVERIFY(old.setFileTime(QDateTime::fromMSecsSinceEpoch(m_now.milliseconds).addDays(-8), QFileDevice::FileModificationTime));
    old.close();
    QFile young(fileOf(m_wang).fileName());
    QVERIFY(young.open(QIODevice::ReadWrite));
    QVERIFY(young.setFileTime(QDateTime::fromMSecsSinceEpoch(m_now.milliseconds).addDays(-6), QFileDevice::FileModificationTime));
    young.close();
    m_drafts.forgetOlderThanDays(7, m_now);
    QVERIFY(!fileOf(m_li).exists());
    QCOMPARE(m_drafts.read(m_wang).value(), m_text);
    KeptDrafts::forgetAll(m_paths);
}

void TestKeptDrafts::allGo()
{
    QVERIFY(m_drafts.keep(m_wang, m_text));
    QVERIFY(m_drafts.keep(m_li, m_text));
    KeptDrafts::forgetAll(m_paths);
    QVERIFY(!QFileInfo::exists(m_paths.drafts()));
    QCOMPARE(m_drafts.read(m_wang).value(), QByteArray());
}

QTEST_GUILESS_MAIN(TestKeptDrafts)
#include "tst_kept_drafts.moc"
