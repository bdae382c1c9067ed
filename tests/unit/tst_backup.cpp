// SPDX-License-Identifier: GPL-3.0-or-later
// A backup made while the program writes is whole and proven; what is restored goes on in a new stream and repeats no number.
#include "core/store/backup.h"
#include "tests/support/store_surgery.h"

#include <QSet>
#include <thread>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestBackup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aBackupIsWholeWhileTheProgramWrites();
    void aRestoredStoreBeginsANewStream();
    void numbersAreNotRepeatedAfterARestore();
    void aRestoreTheNextDayBeginsAtOne();
    void theOldStoreIsNeverOverwritten();
    void aChangedBackupIsRefused_data();
    void aChangedBackupIsRefused();
    void anAdoptedCopyIsTheStoreItself();
    void aDamagedStoreGivesNoBackup();
    void aStoppedBackupLeavesNothing();
    void whatIsThereStays();

private:
    BackupAccess access() { return {m_centre->key(), sqlite::preferredCipher(), m_centre->random()}; }
    Result<BackupManifest> backUp(const QString& to) { return backUpStore(m_centre->paths(), to, access(), u"OneDoor test"_s, m_centre->clock().now()); }
    QString folder(const QString& name) const { return m_folder->path() + u'/' + name; }
    QStringList visits(int count);

    std::unique_ptr<DemoCentre> m_centre;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBackup::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_centre = std::make_unique<DemoCentre>();
    surgery::writeKeySlots(m_centre->paths(), m_centre->key(), m_centre->random());
}

QStringList TestBackup::visits(int count)
{
    const Session desk = m_centre->session("wang.fang", u"window1"_s);
    QStringList numbers;
    for (int at = 0; at < count; ++at)
        numbers << m_centre->visit(desk, u"访客"_s).number;
    return numbers;
}

void TestBackup::aBackupIsWholeWhileTheProgramWrites()
{
    const QStringList before = visits(5);
    const Session desk = m_centre->session("wang.fang", u"window1"_s);
    std::vector<QFuture<Result<VisitReply>>> running;
    Result<BackupManifest> manifest = Unexpected(Error{});
    std::thread other([&] { manifest = backUp(folder(u"backup"_s)); });
    for (int at = 0; at < 200; ++at) {
        VisitRegister command;
        command.newPerson = PersonInput{.name = u"访客"_s, .documentKind = DocumentKind::None};
        command.service = u"legalAdvice"_s;
        command.summary = u"咨询"_s;
        running.push_back(m_centre->gateway().send(desk, command));
        QTest::qWait(1);
    }
    other.join();
    for (auto& each : running)
        QVERIFY(DemoCentre::outcome(each).has_value());
    QVERIFY2(manifest, qPrintable(manifest ? QString() : manifest.error().code));
    QVERIFY(manifest->events > 20);
    QCOMPARE(manifest->centreCode, m_centre->gateway().centre().code);
    QVERIFY(manifest->rehearsal);
    QCOMPARE(manifest->files.size(), std::size_t(2));
    QVERIFY(checkBackup(folder(u"backup"_s), access()));
    QCOMPARE(QDir(folder(u"backup"_s)).entryList(QDir::Files), (QStringList{u"journal.db"_s, u"keyslots.json"_s, u"manifest.json"_s}));
}

void TestBackup::aRestoredStoreBeginsANewStream()
{
    const QStringList before = visits(3);
    QVERIFY(backUp(folder(u"backup"_s)));
    m_centre->close();
    const StorePaths restored{folder(u"restored"_s)};
    const auto report = restoreBackup(folder(u"backup"_s), restored, {}, access());
    QVERIFY2(report, qPrintable(report ? QString() : report.error().code));
    QVERIFY(report->movedTo.isEmpty());

    auto gateway = LocalGateway::open(m_centre->setupIn(restored.folder));
    QVERIFY2(gateway, qPrintable(gateway ? QString() : gateway.error().code));
    QCOMPARE((*gateway)->report().newStream, std::optional(OpeningReason::Restored));
    const Session desk = DemoCentre::wait((*gateway)->sessionOf(u"wang.fang"_s));
    for (const QString& number : before)
        QCOMPARE(DemoCentre::wait((*gateway)->ask(desk, TicketShow{number})).ticket.number, number);
    gateway->reset();

    surgery::onJournal(restored, m_centre->key(), [&](JournalStore& journal) {
        const auto heads = journal.heads();
        QCOMPARE(heads->size(), std::size_t(2));
        const ReadEvent read = readEvent(*decodeEnvelope(*journal.envelopeOf({heads->at(1).first, 1})), nullptr);
        const auto& opened = std::get<StreamOpened>(read.event);
        QCOMPARE(opened.reason, OpeningReason::Restored);
        QCOMPARE(opened.previousStream, heads->at(0).first);
        QCOMPARE(opened.previousSequence, heads->at(0).second.sequence);
    });
    auto again = LocalGateway::open(m_centre->setupIn(restored.folder));
    QVERIFY(again);
    QVERIFY(!(*again)->report().newStream); // once is enough
}

void TestBackup::numbersAreNotRepeatedAfterARestore()
{
    QStringList known = visits(5);
    QVERIFY(backUp(folder(u"backup"_s)));
    known += visits(60); // several blocks that the backup knows nothing of
    m_centre->close();
    QVERIFY(restoreBackup(folder(u"backup"_s), m_centre->paths(), folder(u"old"_s), access()));
    QVERIFY(m_centre->open());
    QCOMPARE(m_centre->gateway().report().newStream, std::optional(OpeningReason::Restored));
    known += visits(30);
    const QSet<QString> distinct(known.begin(), known.end());
    QCOMPARE(distinct.size(), known.size());
}

void TestBackup::aRestoreTheNextDayBeginsAtOne()
{
    visits(5);
    QVERIFY(backUp(folder(u"backup"_s)));
    m_centre->close();
    QVERIFY(restoreBackup(folder(u"backup"_s), m_centre->paths(), folder(u"old"_s), access()));
    QVERIFY(m_centre->open());
    m_centre->clock().advanceSeconds(24LL * 3600);
    DemoCentre fresh;
    const QString first = fresh.visit(fresh.session("wang.fang"), u"访客"_s).number;
    QCOMPARE(visits(1).front(), first);
}

void TestBackup::theOldStoreIsNeverOverwritten()
{
    visits(2);
    QVERIFY(backUp(folder(u"backup"_s)));
    const auto living = restoreBackup(folder(u"backup"_s), m_centre->paths(), folder(u"old"_s), access());
    QCOMPARE(living.error().code, u"store.inUse"_s);
    m_centre->close();
    const QByteArray journal = surgery::contents(m_centre->paths().journal());
    QCOMPARE(restoreBackup(folder(u"backup"_s), m_centre->paths(), {}, access()).error().code, u"backup.storeThere"_s);
    QDir().mkdir(folder(u"taken"_s));
    QCOMPARE(restoreBackup(folder(u"backup"_s), m_centre->paths(), folder(u"taken"_s), access()).error().code, u"backup.targetTaken"_s);
    QCOMPARE(surgery::contents(m_centre->paths().journal()), journal);
    const auto moved = restoreBackup(folder(u"backup"_s), m_centre->paths(), folder(u"old"_s), access());
    QVERIFY(moved);
    QCOMPARE(moved->movedTo, folder(u"old"_s));
    QCOMPARE(surgery::contents(StorePaths{folder(u"old"_s)}.journal()), journal);
    QVERIFY(!QFile::exists(m_centre->paths().witness()));
}

void TestBackup::aChangedBackupIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("find");
    QTest::addColumn<QString>("replace");
    QTest::addColumn<QString>("code");
    QTest::newRow("journal") << u"journal.db"_s << QString() << QString() << u"backup.changed"_s;
    QTest::newRow("key slots") << u"keyslots.json"_s << QString() << QString() << u"backup.changed"_s;
    QTest::newRow("list torn") << u"manifest.json"_s << u"{"_s << u"["_s << u"backup.manifest"_s;
    QTest::newRow("other path") << u"manifest.json"_s << u"\"keyslots.json\""_s << u"\"../witness.json\""_s << u"backup.manifest"_s;
    QTest::newRow("newer format") << u"manifest.json"_s << u"\"format\": 1"_s << u"\"format\": 2"_s << u"backup.newerFormat"_s;
    QTest::newRow("other head") << u"manifest.json"_s << u"\"headHash\": \""_s << u"\"headHash\": \"00"_s << u"backup.changed"_s;
    QTest::newRow("list missing") << u"manifest.json"_s << u"*"_s << QString() << u"store.missing"_s;
}

void TestBackup::aChangedBackupIsRefused()
{
    QFETCH(QString, file);
    QFETCH(QString, find);
    QFETCH(QString, replace);
    QFETCH(QString, code);
    QVERIFY(backUp(folder(u"backup"_s)));
    const QString path = folder(u"backup"_s) + u'/' + file;
    if (find == u"*"_s) {
        QFile::remove(path);
    } else if (find.isEmpty()) {
        surgery::flip(path, QFileInfo(path).size() / 2);
    } else {
        QString text = QString::fromUtf8(surgery::contents(path));
        QVERIFY(text.contains(find));
        QFile changed(path);
        QVERIFY(changed.open(QIODevice::WriteOnly));
        changed.write(text.replace(find, replace).toUtf8());
    }
    const auto refused = restoreBackup(folder(u"backup"_s), {folder(u"restored"_s)}, {}, access());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QVERIFY(!QFileInfo::exists(folder(u"restored"_s)));
}

void TestBackup::anAdoptedCopyIsTheStoreItself()
{
    visits(5);
    const auto manifest = backUpStore(m_centre->paths(), folder(u"copy"_s), access(), u"OneDoor test"_s, m_centre->clock().now(), {}, CopyFor::Joining);
    QVERIFY(manifest);
    QCOMPARE(adoptBackup(folder(u"copy"_s), m_centre->paths(), access()).error().code, u"backup.storeThere"_s);
    const StorePaths joined{folder(u"joined"_s)};
    QVERIFY(adoptBackup(folder(u"copy"_s), joined, access()));
    QVERIFY(!QFile::exists(folder(u"copy"_s)));
    QVERIFY(!QFile::exists(manifestPath(joined.folder)));
    const auto report = verifyStore(joined, m_centre->key(), sqlite::preferredCipher(), m_centre->random());
    QVERIFY(report && report->isSound());
    QCOMPARE(report->events, manifest->events);
}

void TestBackup::aDamagedStoreGivesNoBackup()
{
    visits(1);
    m_centre->close();
    surgery::sql(m_centre->paths(), m_centre->key(), u"UPDATE events SET envelope = CAST(envelope || x'00' AS BLOB) WHERE sequence = 5"_s);
    const auto refused = backUp(folder(u"backup"_s));
    QCOMPARE(refused.error().code, u"backup.unsound"_s);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestBackup::aStoppedBackupLeavesNothing()
{
    const auto stopped = backUpStore(m_centre->paths(), folder(u"backup"_s), access(), {}, m_centre->clock().now(),
                                     [](BackupStep now, std::uint64_t, std::uint64_t) { return now != BackupStep::Verifying; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Busy);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestBackup::whatIsThereStays()
{
    QDir().mkpath(folder(u"backup"_s));
    QVERIFY(backUp(folder(u"backup"_s))); // an empty folder is as good as none
    QCOMPARE(backUp(folder(u"backup"_s)).error().code, u"backup.targetTaken"_s);
    QVERIFY(checkBackup(folder(u"backup"_s), access()));
    const MasterKey other = MasterKey::generate(m_centre->random());
    QCOMPARE(checkBackup(folder(u"backup"_s), {other, sqlite::preferredCipher(), m_centre->random()}).error().kind, ErrorKind::WrongKey);
    QFile::remove(m_centre->paths().keySlots());
    QCOMPARE(backUp(folder(u"second"_s)).error().code, u"store.missing"_s); // a backup without its key slots could never be opened
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
