// SPDX-License-Identifier: GPL-3.0-or-later
// Every way of changing a journal behind the program's back is found and named; a sound one is called sound, even while it runs.
#include "core/store/changed_byte.h"
#include "core/store/verification.h"
#include "tests/support/store_surgery.h"

#include <algorithm>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestVerification : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aSoundStoreIsSoundWhileItRuns();
    void oneChangedByteIsNamed_data();
    void oneChangedByteIsNamed();
    void theSearchFindsEveryByte();
    void theSearchGivesUpInTime();
    void changesAreFound_data();
    void changesAreFound();
    void aRewrittenEventBreaksTheChain();
    void aRewrittenLastEventIsFoundByTheWitness();
    void anErasedPersonIsNotAFault();
    void damagedKeysAreFound();
    void aDamagedPageIsFound();
    void itStopsWhenAsked();

private:
    VerificationReport verify();
    bool has(const VerificationReport& report, VerificationProblem problem, std::uint64_t sequence, std::int64_t offset = -2);
    QByteArray envelope(std::uint64_t sequence);
    void replaceEnvelope(std::uint64_t sequence, const QByteArray& bytes, bool withHash);

    std::unique_ptr<DemoCentre> m_centre;
};

void TestVerification::init()
{
    m_centre = std::make_unique<DemoCentre>();
    const Session desk = m_centre->session("wang.fang", u"window1"_s);
    for (const auto& name : {u"张伟"_s, u"刘洋"_s, u"陈静"_s})
        m_centre->visit(desk, name);
}

VerificationReport TestVerification::verify()
{
    auto report = verifyStore(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), m_centre->random());
    if (!report)
        qFatal("%s", qPrintable(report.error().code));
    return *report;
}

bool TestVerification::has(const VerificationReport& report, VerificationProblem problem, std::uint64_t sequence, std::int64_t offset)
{
    const bool found = std::any_of(report.findings.begin(), report.findings.end(), [&](const VerificationFinding& each) {
        return each.problem == problem && each.sequence == sequence && (offset == -2 || each.offset == offset);
    });
    if (!found) {
        for (const VerificationFinding& each : report.findings)
            qInfo("found: %s at %llu offset %lld %s", wordOf(each.problem), qulonglong(each.sequence), qlonglong(each.offset), qPrintable(each.detail));
    }
    return found;
}

QByteArray TestVerification::envelope(std::uint64_t sequence)
{
    QByteArray bytes;
    surgery::onJournal(m_centre->paths(), m_centre->key(), [&](JournalStore& journal) {
        bytes = journal.envelopeOf({journal.heads()->front().first, sequence}).value();
    });
    return bytes;
}

void TestVerification::replaceEnvelope(std::uint64_t sequence, const QByteArray& bytes, bool withHash)
{
    QString statement = u"UPDATE events SET envelope = x'%1'"_s.arg(QString::fromLatin1(bytes.toHex()));
    if (withHash)
        statement += u", hash = x'%1'"_s.arg(QString::fromLatin1(viewOf(hashOf(bytes)).toByteArray().toHex()));
    surgery::sql(m_centre->paths(), m_centre->key(), statement + u" WHERE sequence = %1"_s.arg(sequence));
}

void TestVerification::aSoundStoreIsSoundWhileItRuns()
{
    const VerificationReport report = verify();
    QVERIFY(report.isSound());
    QVERIFY(report.events > 15);
    QVERIFY(report.personalParts >= 3);
    QCOMPARE(report.erasedParts, 0U);
    QCOMPARE(report.streams.size(), std::size_t(1));
    QCOMPARE(report.streams.front().events, report.events);
    QCOMPARE(report.streams.front().headHash.size(), 64);
    m_centre->visit(m_centre->session("wang.fang", u"window1"_s), u"赵敏敏"_s);
    QVERIFY(verify().events > report.events);
}

void TestVerification::oneChangedByteIsNamed_data()
{
    QTest::addColumn<double>("place");
    QTest::newRow("first byte") << 0.0;
    QTest::newRow("in the header") << 0.1;
    QTest::newRow("in the middle") << 0.5;
    QTest::newRow("in the sealed part") << 0.8;
    QTest::newRow("last byte") << 1.0;
}

void TestVerification::oneChangedByteIsNamed()
{
    QFETCH(double, place);
    m_centre->close();
    constexpr std::uint64_t sequence = 9;
    QByteArray bytes = envelope(sequence);
    const auto offset = qsizetype(place * double(bytes.size() - 1));
    bytes[offset] = static_cast<char>(bytes[offset] ^ 0x5a);
    replaceEnvelope(sequence, bytes, false);
    const VerificationReport report = verify();
    QVERIFY(has(report, VerificationProblem::EnvelopeChanged, sequence, offset));
    QCOMPARE(report.findingsInAll, 1U); // and nothing else is accused
}

void TestVerification::theSearchFindsEveryByte()
{
    QByteArray bytes(97, 'x');
    for (qsizetype at = 0; at < bytes.size(); ++at)
        bytes[at] = static_cast<char>(at * 7);
    const Hash hash = hashOf(bytes);
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x81);
        const auto found = findChangedByte(changed, hash);
        QVERIFY(found);
        QCOMPARE(found->offset, at);
        QCOMPARE(char(found->written), bytes[at]);
    }
    QByteArray two = bytes;
    two[3] = 'a';
    two[90] = 'b';
    QVERIFY(!findChangedByte(two, hash));
}

void TestVerification::theSearchGivesUpInTime()
{
    QByteArray large(1 << 20, 'x');
    const Hash hash = hashOf(large);
    large[77] = 'y';
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!findChangedByte(large, hash));
    QVERIFY(timer.elapsed() < 1000);
}

void TestVerification::changesAreFound_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<int>("sequence");
    QTest::addColumn<int>("offset");
    QTest::newRow("hash column") << u"UPDATE events SET hash = CAST(x'00' || substr(hash, 2) AS BLOB) WHERE sequence = 6"_s << u"hashChanged"_s << 6 << 0;
    QTest::newRow("record column") << u"UPDATE events SET record = CAST(substr(record, 1, 15) || x'00' AS BLOB) WHERE sequence = 6"_s << u"columnChanged"_s << 6 << 15;
    QTest::newRow("event removed") << u"DELETE FROM events WHERE sequence = 7"_s << u"gap"_s << 8 << -1;
    QTest::newRow("first event removed") << u"DELETE FROM events WHERE sequence = 1"_s << u"gap"_s << 2 << -1;
    QTest::newRow("two events swapped") << u"UPDATE events SET sequence = -sequence WHERE sequence IN (6, 7);"
                                           "UPDATE events SET sequence = 13 + sequence WHERE sequence < 0"_s << u"columnChanged"_s << 6 << -1;
    QTest::newRow("tail removed") << u"DELETE FROM events WHERE sequence > 10"_s << u"tailMissing"_s << -1 << -1;
    QTest::newRow("event emptied") << u"UPDATE events SET envelope = x'' WHERE sequence = 6"_s << u"envelopeChanged"_s << 6 << -1;
    QTest::newRow("event grown") << u"UPDATE events SET envelope = CAST(envelope || x'00' AS BLOB) WHERE sequence = 6"_s << u"envelopeChanged"_s << 6 << -1;
    QTest::newRow("other stream") << u"UPDATE streams SET stream = x'00112233445566778899aabbccddeeff'"_s << u"columnChanged"_s << 1 << 0;
}

void TestVerification::changesAreFound()
{
    QFETCH(QString, statement);
    QFETCH(QString, problem);
    QFETCH(int, sequence);
    QFETCH(int, offset);
    m_centre->close();
    const std::uint64_t head = verify().events;
    surgery::sql(m_centre->paths(), m_centre->key(), statement);
    const VerificationReport report = verify();
    QVERIFY(has(report, *fromWord<VerificationProblem>(problem.toStdString()), sequence < 0 ? head : std::uint64_t(sequence), offset));
}

void TestVerification::aRewrittenEventBreaksTheChain()
{
    m_centre->close();
    QByteArray bytes = envelope(8);
    const qsizetype size = bytes.size();
    bytes[size - 1] = static_cast<char>(bytes[size - 1] ^ 1);
    replaceEnvelope(8, bytes, true); // as somebody would who knows the key and the hash function
    const VerificationReport report = verify();
    QVERIFY(has(report, VerificationProblem::BrokenChain, 9));
}

void TestVerification::aRewrittenLastEventIsFoundByTheWitness()
{
    m_centre->close();
    const std::uint64_t last = verify().events;
    QByteArray bytes = envelope(last);
    const qsizetype size = bytes.size();
    bytes[size - 1] = static_cast<char>(bytes[size - 1] ^ 1);
    replaceEnvelope(last, bytes, true);
    QVERIFY(has(verify(), VerificationProblem::Rewritten, last));
}

void TestVerification::anErasedPersonIsNotAFault()
{
    m_centre->close();
    surgery::sql(m_centre->paths(), m_centre->key(), u"DELETE FROM subject_keys"_s);
    const VerificationReport report = verify();
    QVERIFY(report.isSound());
    QVERIFY(report.erasedParts >= 3);
    QCOMPARE(report.personalParts, 0U);
}

void TestVerification::damagedKeysAreFound()
{
    m_centre->close();
    surgery::sql(m_centre->paths(), m_centre->key(), u"UPDATE subject_keys SET wrapped = CAST(substr(wrapped, 1, 40) || x'00' || substr(wrapped, 42) AS BLOB)"_s);
    const VerificationReport report = verify();
    QVERIFY(!report.isSound());
    QCOMPARE(report.findings.front().problem, VerificationProblem::SealDamaged);
}

void TestVerification::aDamagedPageIsFound()
{
    m_centre->close();
    surgery::settle(m_centre->paths(), m_centre->key());
    const QString path = m_centre->paths().journal();
    const qint64 pages = QFileInfo(path).size() / 4096;
    QVERIFY(pages > 8);
    int named = 0;
    for (qint64 page = 1; page < pages; ++page) {
        surgery::flip(path, page * 4096 + 1234);
        const auto report = verifyStore(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), m_centre->random());
        if (report) { // a page that opening itself reads is named by the opening's error
            QCOMPARE(report->findings.front().problem, VerificationProblem::PageDamaged);
            QCOMPARE(report->findings.front().offset, page * 4096);
            const auto alike = std::count_if(report->findings.begin(), report->findings.end(), [](const VerificationFinding& each) {
                return each.problem == VerificationProblem::PageDamaged;
            });
            QCOMPARE(alike, 1);
            ++named;
        } else {
            QCOMPARE(report.error().kind, ErrorKind::Corrupt);
        }
        surgery::flip(path, page * 4096 + 1234);
    }
    QVERIFY(named > 4);
    QVERIFY(verify().isSound());
}

void TestVerification::itStopsWhenAsked()
{
    const auto stopped = verifyStore(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), m_centre->random(),
                                     [](std::uint64_t, std::uint64_t) { return false; });
    QCOMPARE(stopped.error().code, u"verification.stopped"_s);
}

QTEST_GUILESS_MAIN(TestVerification)
#include "tst_verification.moc"
