// SPDX-License-Identifier: GPL-3.0-or-later
// A checkpoint says no more than its node signed, and what it saw can't leave the journal unnoticed. Streams of other PCs, withheld and put
// aside: tst_foreign_events.
#include "core/store/checkpoint.h"

#include "core/base/json_fields.h"
#include "core/store/verification.h"
#include "tests/support/store_surgery.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <sodium.h>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestCheckpoint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void itHoldsWhileWorkGoesOn();
    void itNamesNobody();
    void theRootIsAsWritten();
    void aCutOffEndIsNamed();
    void aRewrittenEndIsNamed();
    void aHoleAndAMissingStreamAreNamed();
    void anEntryThatWasOnlyMovedAsideIsNamed();
    void everyCharacterCounts_data();
    void everyCharacterCounts();
    void aStrangersSignatureIsRefused();
    void anotherCentresIsRefused();
    void brokenFormsAreRefused_data();
    void brokenFormsAreRefused();
    void aHugeFileIsNotRead();

private:
    Checkpoint make() { return must(makeCheckpoint(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), m_centre->clock().now())); }
    Result<CheckpointReport> compare(const Checkpoint& checkpoint)
    {
        return compareWithCheckpoint(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), checkpoint);
    }
    void sql(const QString& statement) { surgery::sql(m_centre->paths(), m_centre->key(), statement); }
    bool verifiesSound()
    {
        return must(verifyStore(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), m_centre->random())).isSound();
    }
    void isOnly(const Checkpoint& checkpoint, CheckpointProblem problem, std::uint64_t here);
    template <typename T>
    static T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().code), qPrintable(result.error().field));
        return std::move(*result);
    }

    std::unique_ptr<DemoCentre> m_centre;
};

void TestCheckpoint::init()
{
    m_centre = std::make_unique<DemoCentre>();
    const Session desk = m_centre->session("wang.fang", u"window1"_s);
    for (const auto& name : {u"张伟"_s, u"刘洋"_s, u"陈静"_s})
        m_centre->visit(desk, name);
}

void TestCheckpoint::isOnly(const Checkpoint& checkpoint, CheckpointProblem problem, std::uint64_t here)
{
    const CheckpointReport report = must(compare(checkpoint));
    QVERIFY(!report.holds());
    QCOMPARE(report.findings.size(), std::size_t(1));
    QCOMPARE(report.findings.front().problem, problem);
    QCOMPARE(report.findings.front().stream, checkpoint.streams.front().stream);
    QCOMPARE(report.findings.front().sequence, checkpoint.streams.front().sequence);
    QCOMPARE(report.findings.front().here, here);
}

void TestCheckpoint::itHoldsWhileWorkGoesOn()
{
    const Checkpoint made = make();
    const Checkpoint read = must(decodeCheckpoint(encodeCheckpoint(made), {}));
    QCOMPARE(toJson(read, 0), toJson(made, 0));
    QVERIFY(!read.centreName.isEmpty());
    m_centre->visit(m_centre->session("wang.fang", u"window1"_s), u"赵敏敏"_s);
    const CheckpointReport report = must(compare(read));
    QVERIFY(report.holds());
    QVERIFY(report.findings.empty());
    QCOMPARE(report.node, made.node);
    QCOMPARE(report.nodeName, u"test"_s);
    QVERIFY(!report.nodeRevoked);
    QVERIFY(make().streams.front().sequence > made.streams.front().sequence);
}

void TestCheckpoint::itNamesNobody()
{
    const QByteArray file = encodeCheckpoint(make());
    for (const auto& name : {u"张伟"_s, u"刘洋"_s, u"陈主任"_s, u"王芳"_s})
        QVERIFY(!file.contains(name.toUtf8()));
    QVERIFY(file.size() < 1024);
}

/// Computed here once more, by the words of the header.
void TestCheckpoint::theRootIsAsWritten()
{
    std::vector<CheckpointHead> streams;
    std::vector<QByteArray> leaves;
    for (char each = 1; each <= 5; ++each) {
        const QByteArray hash(32, char(each * 16));
        streams.push_back({StreamId(RawId::named(QByteArray(1, each))), std::uint64_t(each) * 1000, QString::fromLatin1(hash.toHex())});
        QByteArray leaf = QByteArray(1, '\0') + streams.back().stream.raw.view().toByteArray() + QByteArray(6, '\0');
        leaf += QByteArray(1, char(each * 1000 / 256)) + QByteArray(1, char(each * 1000 % 256)) + hash;
        leaves.push_back(viewOf(hashOf(leaf)).toByteArray());
    }
    const auto above = [](const QByteArray& left, const QByteArray& right) { return viewOf(hashOf(QByteArray("\1" + left + right))).toByteArray(); };
    const QByteArray four = above(above(leaves[0], leaves[1]), above(leaves[2], leaves[3]));
    QCOMPARE(viewOf(merkleRootOf(streams)).toByteArray(), above(four, leaves[4]));
    streams.resize(1);
    QCOMPARE(viewOf(merkleRootOf(streams)).toByteArray(), leaves[0]);
}

void TestCheckpoint::aCutOffEndIsNamed()
{
    const Checkpoint checkpoint = make();
    m_centre->close();
    QFile::remove(m_centre->paths().witness());
    const std::uint64_t last = checkpoint.streams.front().sequence;
    sql(u"DELETE FROM events WHERE sequence > %1"_s.arg(last - 2));
    QVERIFY(verifiesSound()); // alone it can't know
    isOnly(checkpoint, CheckpointProblem::Truncated, last - 2);
}

void TestCheckpoint::aRewrittenEndIsNamed()
{
    const Checkpoint checkpoint = make();
    m_centre->close();
    QFile::remove(m_centre->paths().witness());
    const CheckpointHead& seen = checkpoint.streams.front();
    QByteArray bytes;
    surgery::onJournal(m_centre->paths(), m_centre->key(), [&](JournalStore& journal) { bytes = journal.envelopeOf({seen.stream, seen.sequence}).value(); });
    const Envelope before = must(decodeEnvelope(bytes));
    const qsizetype body = before.body.data() - bytes.constData();
    bytes[body + before.body.size() - 1] = static_cast<char>(bytes[body + before.body.size() - 1] ^ 1);
    sql(u"UPDATE events SET envelope = x'%1', hash = x'%2' WHERE sequence = %3"_s.arg(QString::fromLatin1(bytes.toHex()),
                                                                                       QString::fromLatin1(viewOf(hashOf(bytes)).toByteArray().toHex()))
            .arg(seen.sequence));
    isOnly(checkpoint, CheckpointProblem::Rewritten, seen.sequence);
}

void TestCheckpoint::aHoleAndAMissingStreamAreNamed()
{
    const Checkpoint checkpoint = make();
    const std::uint64_t last = checkpoint.streams.front().sequence;
    m_centre->visit(m_centre->session("wang.fang", u"window1"_s), u"赵敏敏"_s);
    const std::uint64_t end = make().streams.front().sequence;
    m_centre->close();
    sql(u"DELETE FROM events WHERE sequence = %1"_s.arg(last));
    isOnly(checkpoint, CheckpointProblem::EntryMissing, end);
    sql(u"DELETE FROM events"_s);
    const Result<CheckpointReport> report = compare(checkpoint);
    QVERIFY(!report); // nothing is left that knows the signer
    QCOMPARE(report.error().code, u"checkpoint.stranger"_s);
}

/// To lie aside is no excuse without a cut-off that says so.
void TestCheckpoint::anEntryThatWasOnlyMovedAsideIsNamed()
{
    const Checkpoint checkpoint = make();
    m_centre->close();
    const CheckpointHead& seen = checkpoint.streams.front();
    surgery::onJournal(m_centre->paths(), m_centre->key(), [&](JournalStore& journal) { QVERIFY(journal.displaceAfter(seen.stream, seen.sequence - 1)); });
    isOnly(checkpoint, CheckpointProblem::Truncated, seen.sequence - 1);
}

void TestCheckpoint::everyCharacterCounts_data()
{
    QTest::addColumn<int>("bits");
    QTest::newRow("next character") << 0x01;
    QTest::newRow("other case") << 0x20;
}

void TestCheckpoint::everyCharacterCounts()
{
    QFETCH(int, bits);
    const QByteArray file = encodeCheckpoint(make());
    for (qsizetype at = 0; at < file.size(); ++at) {
        QByteArray changed = file;
        changed[at] = static_cast<char>(changed[at] ^ bits);
        const Result<Checkpoint> checkpoint = decodeCheckpoint(changed, {});
        if (!checkpoint) {
            QVERIFY2(checkpoint.error().code.startsWith(u"checkpoint."_s), qPrintable(checkpoint.error().code));
            continue;
        }
        const Result<CheckpointReport> report = compare(*checkpoint);
        QVERIFY2(!report, changed.constData());
        QVERIFY2(report.error().code.startsWith(u"checkpoint."_s), qPrintable(report.error().code));
        QVERIFY(!report.error().field.isEmpty());
    }
}

void TestCheckpoint::aStrangersSignatureIsRefused()
{
    Checkpoint checkpoint = make();
    unsigned char publicKey[crypto_sign_PUBLICKEYBYTES];
    unsigned char secretKey[crypto_sign_SECRETKEYBYTES];
    const QByteArray seed(crypto_sign_SEEDBYTES, 's');
    crypto_sign_seed_keypair(publicKey, secretKey, reinterpret_cast<const unsigned char*>(seed.constData()));
    const auto signAnew = [&] {
        const QByteArray message = checkpointToSign(checkpoint);
        QByteArray signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, reinterpret_cast<const unsigned char*>(message.constData()),
                             std::size_t(message.size()), secretKey);
        checkpoint.signature = QString::fromLatin1(signature.toHex());
    };
    signAnew();
    QCOMPARE(compare(checkpoint).error().code, u"checkpoint.signature"_s); // with a member's name
    checkpoint.node = NodeId(RawId::named("stranger"));
    signAnew();
    QCOMPARE(compare(checkpoint).error().code, u"checkpoint.stranger"_s); // with its own
}

void TestCheckpoint::anotherCentresIsRefused()
{
    const Checkpoint checkpoint = make();
    m_centre = std::make_unique<DemoCentre>();
    const Result<CheckpointReport> report = compare(checkpoint);
    QVERIFY(!report);
    QCOMPARE(report.error().code, u"checkpoint.otherCentre"_s);
}

void TestCheckpoint::brokenFormsAreRefused_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("field");
    const auto streams = [](const QJsonArray& items) { return QJsonValue(items); };
    const auto head = [](int sequence, const QString& hash) {
        return QJsonObject{{u"stream"_s, QString(32, u'1')}, {u"sequence"_s, sequence}, {u"hash"_s, hash}};
    };
    const QString hash(64, u'a');
    QTest::newRow("other format") << u"format"_s << QJsonValue(u"backup"_s) << u"format"_s;
    QTest::newRow("version 0") << u"version"_s << QJsonValue(0) << u"version"_s;
    QTest::newRow("version as text") << u"version"_s << QJsonValue(u"1"_s) << u"version"_s;
    QTest::newRow("unknown member") << u"visitor"_s << QJsonValue(1) << u"visitor"_s;
    QTest::newRow("no centre") << u"centre"_s << QJsonValue() << u"centre"_s;
    QTest::newRow("time without offset") << u"madeAt"_s << QJsonValue(u"2026-03-02T09:00:00"_s) << u"madeAt"_s;
    QTest::newRow("time elsewhere") << u"madeAt"_s << QJsonValue(u"2026-03-02T09:00:00+08:00"_s) << u"madeAt"_s;
    QTest::newRow("no streams") << u"streams"_s << streams({}) << u"streams"_s;
    QTest::newRow("streams not a list") << u"streams"_s << QJsonValue(QJsonObject()) << u"streams"_s;
    QTest::newRow("sequence 0") << u"streams"_s << streams({head(0, hash)}) << u"streams[0].sequence"_s;
    QTest::newRow("sequence below 0") << u"streams"_s << streams({head(-1, hash)}) << u"streams[0].sequence"_s;
    QTest::newRow("short hash") << u"streams"_s << streams({head(1, hash.left(62))}) << u"streams[0].hash"_s;
    QTest::newRow("capitals") << u"streams"_s << streams({head(1, hash.toUpper())}) << u"streams[0].hash"_s;
    QTest::newRow("twice") << u"streams"_s << streams({head(1, hash), head(2, hash)}) << u"streams[1].stream"_s;
    QTest::newRow("root not hexadecimal") << u"root"_s << QJsonValue(QString(64, u'g')) << u"root"_s;
    QTest::newRow("another root") << u"root"_s << QJsonValue(hash) << u"root"_s;
    QTest::newRow("long signature") << u"signature"_s << QJsonValue(QString(130, u'a')) << u"signature"_s;
}

void TestCheckpoint::brokenFormsAreRefused()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, field);
    QJsonObject object = QJsonDocument::fromJson(encodeCheckpoint(make())).object();
    object.insert(member, value);
    const Result<Checkpoint> checkpoint = decodeCheckpoint(QJsonDocument(object).toJson(), u"a.json"_s);
    QVERIFY(!checkpoint);
    QCOMPARE(checkpoint.error().field, field);
    QCOMPARE(checkpoint.error().kind, ErrorKind::Corrupt);
    object.insert(u"version"_s, 2);
    QCOMPARE(decodeCheckpoint(QJsonDocument(object).toJson(), {}).error().code, member == u"format"_s ? u"checkpoint.malformed"_s : u"checkpoint.newerVersion"_s);
}

void TestCheckpoint::aHugeFileIsNotRead()
{
    QTemporaryDir folder;
    QFile huge(folder.filePath(u"huge.json"_s));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(qint64(40) << 20)); // a hole: takes no room
    QCOMPARE(readCheckpoint(huge.fileName()).error().code, u"store.fileTooLarge"_s);
    QCOMPARE(readCheckpoint(folder.filePath(u"none.json"_s)).error().code, u"store.missing"_s);
    QCOMPARE(decodeCheckpoint(QByteArray(1 << 20, '['), {}).error().code, u"checkpoint.malformed"_s);
    QCOMPARE(decodeCheckpoint({}, {}).error().code, u"checkpoint.malformed"_s);
    QJsonObject object = QJsonDocument::fromJson(encodeCheckpoint(make())).object();
    QJsonArray streams;
    for (int each = 0; each <= Checkpoint::streamsAtMost; ++each)
        streams.append(0);
    object.insert(u"streams"_s, streams);
    QCOMPARE(decodeCheckpoint(QJsonDocument(object).toJson(), {}).error().field, u"streams"_s);
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
