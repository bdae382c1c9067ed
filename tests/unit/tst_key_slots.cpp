// SPDX-License-Identifier: GPL-3.0-or-later
// keyslots.json: opening, changing, forged and broken files, and a writer that is killed at any moment.
#include "core/store/atomic_file.h"
#include "core/store/keys/key_slots.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

using namespace onedoor;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::function<void(QJsonObject&)>)

namespace {

const QString login = u"wang.fang"_s;
const QString secret = u"tea at 4pm"_s;
const SecretCost cheap = SecretCost::minimum();

struct Sample {
    SeededRandom random{3};
    MasterKey master = MasterKey::generate(random);
    RecoveryKey recovery = RecoveryKey::generate(random);
    SecretKey device = SecretKey::generate(random);
    KeySlots keySlots = KeySlots::create(RawId::make({1'000}, random), sqlite::Cipher::Aegis256, false);

    Sample()
    {
        filled = keySlots.addPassword(master, login, secret, cheap, random)
                 && keySlots.addRecovery(master, recovery, random)
                 && keySlots.addDevice(master, u"desk-1"_s, device, random);
    }
    bool filled = false;

    Result<KeySlots> reread() const { return KeySlots::parse(keySlots.toJson()); }
};

using Edit = std::function<void(QJsonObject&)>;

QByteArray edited(const QByteArray& json, const Edit& edit)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    edit(object);
    return QJsonDocument(object).toJson();
}

/// Changes one value of the first slot.
Edit inFirstSlot(const QString& name, const QJsonValue& value)
{
    return [name, value](QJsonObject& object) {
        QJsonArray array = object[u"slots"_s].toArray();
        QJsonObject slot = array[0].toObject();
        slot[name] = value;
        array[0] = slot;
        object[u"slots"_s] = array;
    };
}

Edit inHeader(const QString& name, const QJsonValue& value)
{
    return [name, value](QJsonObject& object) { object[name] = value; };
}

template <typename T>
QString codeOf(const Result<T>& result)
{
    return result ? u"ok"_s : result.error().code;
}

/// What the killed child does: replaces the file with longer and shorter versions until it is shot.
int keepWriting(const QString& path)
{
    Sample sample;
    for (int round = 0;; ++round) {
        if (!sample.keySlots.addDevice(sample.master, u"desk-%1"_s.arg(round % 40), sample.device, sample.random)
            || !sample.keySlots.write(path))
            return 1;
    }
}

} // namespace

class TestKeySlots : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWayOpens();
    void wrongWaysDoNot();
    void loginsAreForgiving();
    void nothingStandsInClear();
    void passwordIsReplacedNotDoubled();
    void passwordChanges();
    void recoveryRotates();
    void deviceRotates();
    void lastPersonalSlotStays();
    void slotsAreCounted();
    void changedHeaderOpensNothing_data();
    void changedHeaderOpensNothing();
    void hostileFileIsRefused_data();
    void hostileFileIsRefused();
    void garbageIsRefused();
    void everyTruncationIsRefused();
    void fileRoundTrip();
    void unwritableFolderIsTold();
    void killedWriterLeavesAWholeFile();
};

void TestKeySlots::everyWayOpens()
{
    Sample sample;
    QVERIFY(sample.filled);
    const auto read = sample.reread();
    QVERIFY(read);
    QVERIFY(read->storeId() == sample.keySlots.storeId());
    QVERIFY(read->cipher() == sqlite::Cipher::Aegis256);
    QVERIFY(!read->isRehearsal());
    for (const auto& opened : {read->openWithPassword(login, secret).map([&](const MasterKey& key) { return key.equals(sample.master); }),
                               read->openWithRecovery(sample.recovery).map([&](const MasterKey& key) { return key.equals(sample.master); }),
                               read->openWithDevice(u"desk-1"_s, sample.device).map([&](const MasterKey& key) { return key.equals(sample.master); })})
        QCOMPARE(opened.value_or(false), true);
}

void TestKeySlots::wrongWaysDoNot()
{
    Sample sample;
    QCOMPARE(codeOf(sample.keySlots.openWithPassword(login, u"tea at 5pm"_s)), u"keys.wrongSecret"_s);
    QCOMPARE(codeOf(sample.keySlots.openWithPassword(u"li.ming"_s, secret)), u"keys.wrongSecret"_s);
    QCOMPARE(sample.keySlots.openWithPassword(login, {}).error().kind, ErrorKind::WrongKey);
    QCOMPARE(codeOf(sample.keySlots.openWithRecovery(RecoveryKey::generate(sample.random))), u"keys.wrongSecret"_s);
    QCOMPARE(codeOf(sample.keySlots.openWithDevice(u"desk-1"_s, SecretKey())), u"keys.wrongSecret"_s);
    QCOMPARE(codeOf(sample.keySlots.openWithDevice(u"desk-2"_s, sample.device)), u"keys.noSlot"_s);
}

void TestKeySlots::loginsAreForgiving()
{
    Sample sample;
    QVERIFY(sample.keySlots.openWithPassword(u" Wang.FANG "_s, secret));
    QVERIFY(sample.keySlots.openWithPassword(u"ｗａｎｇ.ｆａｎｇ"_s, secret));
}

void TestKeySlots::nothingStandsInClear()
{
    Sample sample;
    const QByteArray json = sample.keySlots.toJson();
    const auto key = sample.master.key().bytes();
    QVERIFY(!json.contains("wang"));
    QVERIFY(!json.contains("desk-1"));
    QVERIFY(!json.contains(QByteArray(reinterpret_cast<const char*>(key.data()), 32).toBase64()));
    SeededRandom other(4);
    KeySlots second = KeySlots::create(sample.keySlots.storeId(), sqlite::Cipher::Aegis256, false);
    QVERIFY(second.addPassword(sample.master, login, secret, cheap, other));
    // The same login has another tag in another slot, so that files can't be compared for who works where.
    const auto tagIn = [](const QByteArray& text) {
        return QJsonDocument::fromJson(text)[u"slots"_s][0][u"tag"_s].toString();
    };
    QVERIFY(!tagIn(json).isEmpty());
    QVERIFY(tagIn(json) != tagIn(second.toJson()));
}

void TestKeySlots::passwordIsReplacedNotDoubled()
{
    Sample sample;
    QVERIFY(sample.keySlots.addPassword(sample.master, u"WANG.fang"_s, u"another one"_s, cheap, sample.random));
    QCOMPARE(sample.keySlots.count(KeySlotKind::Password), 1u);
    QVERIFY(!sample.keySlots.openWithPassword(login, secret));
    QVERIFY(sample.keySlots.openWithPassword(login, u"another one"_s));
}

void TestKeySlots::passwordChanges()
{
    Sample sample;
    const QByteArray before = sample.keySlots.toJson();
    QCOMPARE(codeOf(sample.keySlots.changePassword(login, u"wrong"_s, u"new secret"_s, cheap, sample.random)),
             u"keys.wrongSecret"_s);
    QCOMPARE(sample.keySlots.toJson(), before);
    QVERIFY(sample.keySlots.changePassword(login, secret, u"new secret"_s, cheap, sample.random));
    QVERIFY(!sample.keySlots.openWithPassword(login, secret));
    QVERIFY(sample.keySlots.openWithPassword(login, u"new secret"_s)->equals(sample.master));
}

void TestKeySlots::recoveryRotates()
{
    Sample sample;
    const RecoveryKey second = RecoveryKey::generate(sample.random), third = RecoveryKey::generate(sample.random);
    QVERIFY(sample.keySlots.addRecovery(sample.master, second, sample.random));
    QVERIFY(sample.keySlots.openWithRecovery(sample.recovery));
    QVERIFY(sample.keySlots.openWithRecovery(second));
    QVERIFY(sample.keySlots.rotateRecovery(sample.master, third, sample.random));
    QVERIFY(!sample.keySlots.openWithRecovery(sample.recovery));
    QVERIFY(!sample.keySlots.openWithRecovery(second));
    QVERIFY(sample.keySlots.openWithRecovery(third)->equals(sample.master));
}

void TestKeySlots::deviceRotates()
{
    Sample sample;
    const SecretKey fresh = SecretKey::generate(sample.random);
    QVERIFY(sample.keySlots.addDevice(sample.master, u"desk-1"_s, fresh, sample.random));
    QCOMPARE(sample.keySlots.count(KeySlotKind::Device), 1u);
    QVERIFY(!sample.keySlots.openWithDevice(u"desk-1"_s, sample.device));
    QVERIFY(sample.keySlots.openWithDevice(u"desk-1"_s, fresh));
}

void TestKeySlots::lastPersonalSlotStays()
{
    Sample sample;
    QVERIFY(sample.keySlots.remove(KeySlotKind::Recovery, {}));
    QCOMPARE(codeOf(sample.keySlots.remove(KeySlotKind::Password, login)), u"keys.lastSlot"_s);
    QVERIFY(sample.keySlots.remove(KeySlotKind::Device, u"desk-1"_s));
    QCOMPARE(codeOf(sample.keySlots.remove(KeySlotKind::Device, u"desk-1"_s)), u"keys.noSlot"_s);
    QVERIFY(sample.keySlots.openWithPassword(login, secret));
}

void TestKeySlots::slotsAreCounted()
{
    Sample sample;
    while (sample.keySlots.count(KeySlotKind::Recovery) < KeySlots::mostSlots - 2)
        QVERIFY(sample.keySlots.addRecovery(sample.master, sample.recovery, sample.random));
    QCOMPARE(codeOf(sample.keySlots.addRecovery(sample.master, sample.recovery, sample.random)), u"keys.tooManySlots"_s);
    QVERIFY(sample.keySlots.toJson().size() < KeySlots::largestFile);
    QVERIFY(sample.reread());
}

void TestKeySlots::changedHeaderOpensNothing_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::newRow("rehearsal") << inHeader(u"rehearsal"_s, true);
    QTest::newRow("cipher") << inHeader(u"cipher"_s, u"chacha20"_s);
    QTest::newRow("store") << inHeader(u"storeId"_s, QString(32, u'a'));
    QTest::newRow("cost") << inFirstSlot(u"opslimit"_s, 2);
    QTest::newRow("salt") << inFirstSlot(u"salt"_s, u"AAAAAAAAAAAAAAAAAAAAAA=="_s);
    QTest::newRow("tag") << inFirstSlot(u"tag"_s, u"AAAAAAAAAAAAAAAAAAAAAA=="_s);
}

void TestKeySlots::changedHeaderOpensNothing()
{
    QFETCH(Edit, edit);
    Sample sample;
    const auto read = KeySlots::parse(edited(sample.keySlots.toJson(), edit));
    QVERIFY2(read, read ? "" : qPrintable(read.error().code)); // well-formed, so only the binding can notice
    QCOMPARE(codeOf(read->openWithPassword(login, secret)), u"keys.wrongSecret"_s);
}

void TestKeySlots::hostileFileIsRefused_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("field");
    QTest::newRow("hundred gigabytes") << inFirstSlot(u"memlimit"_s, qint64(107'374'182'400)) << u"slots[0].memlimit"_s;
    QTest::newRow("no memory") << inFirstSlot(u"memlimit"_s, 0) << u"slots[0].memlimit"_s;
    QTest::newRow("negative memory") << inFirstSlot(u"memlimit"_s, -8192) << u"slots[0].memlimit"_s;
    QTest::newRow("fractional memory") << inFirstSlot(u"memlimit"_s, 8192.5) << u"slots[0].memlimit"_s;
    QTest::newRow("endless passes") << inFirstSlot(u"opslimit"_s, qint64(4'000'000'000)) << u"slots[0].opslimit"_s;
    QTest::newRow("text for number") << inFirstSlot(u"opslimit"_s, u"1"_s) << u"slots[0].opslimit"_s;
    QTest::newRow("short salt") << inFirstSlot(u"salt"_s, u"AAAA"_s) << u"slots[0].salt"_s;
    QTest::newRow("not base 64") << inFirstSlot(u"wrapped"_s, u"????"_s) << u"slots[0].wrapped"_s;
    QTest::newRow("long key") << inFirstSlot(u"wrapped"_s, QString(400, u'A')) << u"slots[0].wrapped"_s;
    QTest::newRow("unknown kind") << inFirstSlot(u"kind"_s, u"magic"_s) << u"slots[0].kind"_s;
    QTest::newRow("cheap derivation for a password") << inFirstSlot(u"kdf"_s, u"blake2b"_s) << u"slots[0].kdf"_s;
    QTest::newRow("slots are no list") << inHeader(u"slots"_s, 1) << u"slots"_s;
    QTest::newRow("slot is no object") << inHeader(u"slots"_s, QJsonArray{1}) << u"slots[0].kind"_s;
    QJsonArray crowd;
    for (int at = 0; at < 300; ++at)
        crowd.append(QJsonObject());
    QTest::newRow("too many slots") << inHeader(u"slots"_s, crowd) << u"slots"_s;
    QTest::newRow("no store") << inHeader(u"storeId"_s, QString()) << u"storeId"_s;
    QTest::newRow("unknown cipher") << inHeader(u"cipher"_s, u"rot13"_s) << u"cipher"_s;
    QTest::newRow("rehearsal maybe") << inHeader(u"rehearsal"_s, u"maybe"_s) << u"rehearsal"_s;
    QTest::newRow("format zero") << inHeader(u"format"_s, 0) << u"format"_s;
}

void TestKeySlots::hostileFileIsRefused()
{
    QFETCH(Edit, edit);
    QFETCH(QString, field);
    Sample sample;
    const auto read = KeySlots::parse(edited(sample.keySlots.toJson(), edit));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Corrupt);
    QCOMPARE(read.error().code, u"keys.damaged"_s);
    QCOMPARE(read.error().facts.value(u"field"_s).toString(), field);
}

void TestKeySlots::garbageIsRefused()
{
    for (const QByteArray& bytes : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("null"), QByteArray(1000, '\0'),
                                    QByteArray(5000, '['), QByteArray("{\"format\":1}")})
        QCOMPARE(KeySlots::parse(bytes).error().kind, ErrorKind::Corrupt);
    QCOMPARE(codeOf(KeySlots::parse(QByteArray(KeySlots::largestFile + 1, ' '))), u"store.fileTooLarge"_s);
    Sample sample;
    const auto newer = KeySlots::parse(edited(sample.keySlots.toJson(), inHeader(u"format"_s, 2)));
    QCOMPARE(newer.error().kind, ErrorKind::Unsupported);
    QCOMPARE(newer.error().code, u"keys.newerFormat"_s);
}

void TestKeySlots::everyTruncationIsRefused()
{
    Sample sample;
    const QByteArray json = sample.keySlots.toJson().trimmed();
    for (qsizetype size = 0; size < json.size(); ++size)
        QVERIFY(!KeySlots::parse(json.first(size)));
}

void TestKeySlots::fileRoundTrip()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"keyslots.json"_s);
    QCOMPARE(KeySlots::read(path).error().kind, ErrorKind::NotFound);
    Sample sample;
    QVERIFY(sample.keySlots.write(path));
    QVERIFY(sample.keySlots.write(path)); // over itself
    const auto read = KeySlots::read(path);
    QVERIFY(read);
    QCOMPARE(read->toJson(), sample.keySlots.toJson());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"keyslots.json"_s});
#ifndef Q_OS_WIN
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
#endif
    QVERIFY(writeFileAtomically(path, "{}", Durability::Loose));
    const auto broken = KeySlots::read(path);
    QCOMPARE(broken.error().facts.value(u"path"_s).toString(), path);
    QVERIFY(writeFileAtomically(path, QByteArray(KeySlots::largestFile + 5, ' '), Durability::Loose));
    QCOMPARE(codeOf(KeySlots::read(path)), u"store.fileTooLarge"_s);
}

void TestKeySlots::unwritableFolderIsTold()
{
    QTemporaryDir folder;
    Sample sample;
    const auto written = sample.keySlots.write(folder.filePath(u"missing/keyslots.json"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Io);
}

void TestKeySlots::killedWriterLeavesAWholeFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"keyslots.json"_s);
    SeededRandom random(8);
    for (int round = 0; round < 12; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--keep-writing"_s, path});
        QVERIFY(child.waitForStarted());
        QTRY_VERIFY(QFileInfo::exists(path));
        QTest::qWait(int(random.below(40)));
        QCOMPARE(child.state(), QProcess::Running);
        child.kill();
        QVERIFY(child.waitForFinished());
        const auto read = KeySlots::read(path);
        QVERIFY2(read, read ? "" : qPrintable(read.error().code));
        QVERIFY(read->openWithPassword(login, secret));
    }
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == u"--keep-writing")
        return keepWriting(application.arguments().value(2));
    TestKeySlots test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_key_slots.moc"
