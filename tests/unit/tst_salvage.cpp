// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged journal gives up everything that can be proven, and nothing that can't; the damaged file itself is kept.
#include "core/store/salvage.h"
#include "core/store/verification.h"
#include "tests/support/store_surgery.h"

#include <QSet>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestSalvage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aSoundStoreLosesNothing();
    void aChangedEventCostsWhatFollows();
    void aDamagedPageCostsLittle_data();
    void aDamagedPageCostsLittle();
    void whicheverPageIsDamaged();
    void aTruncatedFileGivesItsBeginning();
    void withoutItsFirstPageNothingIsTouched();
    void aLostOwnRowIsFoundAgain();
    void numbersAreNotRepeated();
    void anInterruptedExchangeIsFinished();
    void anInterruptedCopyLeavesNothing();

private:
    Result<SalvageReport> salvage() { return salvageStore(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), m_centre->clock().now()); }
    void mustWork(const SalvageReport& report);
    std::uint64_t events();

    std::unique_ptr<DemoCentre> m_centre;
    QStringList m_numbers;
};

void TestSalvage::init()
{
    m_centre = std::make_unique<DemoCentre>();
    const Session desk = m_centre->session("wang.fang", u"window1"_s);
    m_numbers.clear();
    for (int at = 0; at < 60; ++at)
        m_numbers << m_centre->visit(desk, u"访客"_s).number;
    m_centre->close();
    surgery::settle(m_centre->paths(), m_centre->key());
}

std::uint64_t TestSalvage::events()
{
    return verifyStore(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), m_centre->random()).value().events;
}

/// The store opens, says why it writes a new stream, works, and verifies.
void TestSalvage::mustWork(const SalvageReport& report)
{
    const Result<void> opened = m_centre->open();
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().code));
    QCOMPARE(m_centre->gateway().report().newStream, std::optional(OpeningReason::Salvaged));
    const VisitReply visit = m_centre->visit(m_centre->session("wang.fang", u"window1"_s), u"新访客"_s);
    QVERIFY(!m_numbers.contains(visit.number));
    m_centre->close();
    const auto verified = verifyStore(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), m_centre->random());
    QVERIFY(verified);
    QVERIFY2(verified->isSound(), verified->isSound() ? "" : wordOf(verified->findings.front().problem));
    QCOMPARE(verified->streams.size(), std::size_t(2));
    QVERIFY(verified->events > report.saved);
    QVERIFY(QFile::exists(report.movedTo));
}

void TestSalvage::aSoundStoreLosesNothing()
{
    const std::uint64_t before = events();
    const auto report = salvage();
    QVERIFY2(report, qPrintable(report ? QString() : report.error().code));
    QCOMPARE(report->saved, before);
    QCOMPARE(report->lost, 0U);
    QCOMPARE(report->keysLost, 0U);
    mustWork(*report);
}

void TestSalvage::aChangedEventCostsWhatFollows()
{
    const std::uint64_t before = events();
    surgery::sql(m_centre->paths(), m_centre->key(), u"UPDATE events SET envelope = CAST(envelope || x'00' AS BLOB) WHERE sequence = 40"_s);
    const auto report = salvage();
    QVERIFY(report);
    QCOMPARE(report->saved, 39U);
    QCOMPARE(report->lost, before - 39);
    QCOMPARE(report->streams.size(), std::size_t(1));
    QCOMPARE(report->streams.front().firstLost, 40U);
    QCOMPARE(report->streams.front().lastLost, before);
    mustWork(*report);
}

void TestSalvage::aDamagedPageCostsLittle_data()
{
    QTest::addColumn<double>("place");
    for (const double place : {0.6, 0.8, 0.999})
        QTest::addRow("at %d percent", int(place * 100)) << place;
}

void TestSalvage::aDamagedPageCostsLittle()
{
    QFETCH(double, place);
    const std::uint64_t before = events();
    const QString path = m_centre->paths().journal();
    const qint64 pages = QFileInfo(path).size() / 4096;
    const auto page = qint64(place * double(pages));
    surgery::flip(path, page * 4096 + 2000);
    const QByteArray damaged = surgery::contents(path);
    const auto report = salvage();
    QVERIFY2(report, qPrintable(report ? QString() : report.error().code));
    QVERIFY(report->saved >= 10);
    QCOMPARE(report->saved + report->lost, before);
    QCOMPARE(surgery::contents(report->movedTo), damaged);
    mustWork(*report);
}

/// Every page in turn: either the rest is saved and adds up, or nothing is touched. The latter only where the journal's root or the
/// centre's own description lies, without which no store can be opened.
void TestSalvage::whicheverPageIsDamaged()
{
    const std::uint64_t before = events();
    const qint64 pages = QFileInfo(m_centre->paths().journal()).size() / 4096;
    int saved = 0;
    for (qint64 page = 0; page < pages; ++page) {
        QTemporaryDir folder;
        const StorePaths paths{folder.path()};
        surgery::copyFolder(m_centre->paths().folder, folder.path());
        surgery::flip(paths.journal(), page * 4096 + 1500);
        const QByteArray damaged = surgery::contents(paths.journal());
        const auto report = salvageStore(paths, m_centre->key(), sqlite::preferredCipher(), m_centre->clock().now());
        if (!report) {
            QCOMPARE(report.error().code, u"salvage.nothingReadable"_s);
            QCOMPARE(surgery::contents(paths.journal()), damaged);
            continue;
        }
        ++saved;
        QCOMPARE(surgery::contents(report->movedTo), damaged);
        QCOMPARE(report->saved + report->lost, before);
        const auto verified = verifyStore(paths, m_centre->key(), sqlite::preferredCipher(), m_centre->random());
        QVERIFY(verified);
        QVERIFY2(verified->events == report->saved, qPrintable(QString::number(page)));
    }
    qInfo("%d of %lld pages", saved, qlonglong(pages));
    QVERIFY(saved > pages / 2);
}

void TestSalvage::aTruncatedFileGivesItsBeginning()
{
    const std::uint64_t before = events();
    const QString path = m_centre->paths().journal();
    QVERIFY(QFile::resize(path, QFileInfo(path).size() * 6 / 10 / 4096 * 4096 + 100));
    const Result<void> refused = m_centre->open();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"store.damaged"_s);
    QCOMPARE(refused.error().facts.value(u"path"_s).toString(), path);
    const auto report = salvage();
    QVERIFY2(report, qPrintable(report ? QString() : report.error().code));
    QVERIFY(report->saved >= 10);
    QCOMPARE(report->saved + report->lost, before); // the witness knows how far it went
    QVERIFY(report->lost > 0);
    QVERIFY(!QFile::exists(path + u".scratch"_s));
    mustWork(*report);
}

void TestSalvage::withoutItsFirstPageNothingIsTouched()
{
    surgery::flip(m_centre->paths().journal(), 2000);
    const QByteArray damaged = surgery::contents(m_centre->paths().journal());
    const Result<void> refused = m_centre->open();
    QCOMPARE(refused.error().code, u"store.damaged"_s); // the views open with this key, so the key is right
    QCOMPARE(refused.error().facts.value(u"path"_s).toString(), m_centre->paths().journal());
    QCOMPARE(salvage().error().code, u"salvage.nothingReadable"_s);
    QCOMPARE(surgery::contents(m_centre->paths().journal()), damaged);
    const QStringList files = QDir(m_centre->paths().folder).entryList(QDir::Files);
    QVERIFY2(!files.join(u' ').contains(u"salvaged"_s) && !files.join(u' ').contains(u"scratch"_s), qPrintable(files.join(u' ')));
}

void TestSalvage::aLostOwnRowIsFoundAgain()
{
    surgery::sql(m_centre->paths(), m_centre->key(), u"DELETE FROM own"_s);
    StreamId stream;
    surgery::onJournal(m_centre->paths(), m_centre->key(), [&](JournalStore& journal) { stream = journal.heads()->front().first; });
    const StreamOpened before = surgery::opening(m_centre->paths(), m_centre->key(), stream);
    const auto report = salvage();
    QVERIFY(report);
    mustWork(*report);
    surgery::onJournal(m_centre->paths(), m_centre->key(), [&](JournalStore& journal) {
        const auto heads = journal.heads();
        const ReadEvent read = readEvent(*decodeEnvelope(*journal.envelopeOf({heads->at(1).first, 1})), nullptr);
        QCOMPARE(std::get<StreamOpened>(read.event).centre, before.centre);
        QCOMPARE(std::get<StreamOpened>(read.event).previousStream, stream);
    });
}

void TestSalvage::numbersAreNotRepeated()
{
    surgery::sql(m_centre->paths(), m_centre->key(), u"DELETE FROM events WHERE sequence > 30"_s);
    QVERIFY(salvage());
    QVERIFY(m_centre->open());
    const Session desk = m_centre->session("wang.fang", u"window1"_s);
    QStringList numbers = m_numbers;
    for (int at = 0; at < 25; ++at)
        numbers << m_centre->visit(desk, u"访客"_s).number;
    QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), numbers.size());
}

/// Stopped when the damaged journal was away and the new one not yet there.
void TestSalvage::anInterruptedExchangeIsFinished()
{
    const std::uint64_t before = events();
    const auto first = salvage();
    QVERIFY(first);
    const StorePaths paths = m_centre->paths();
    QVERIFY(QFile::rename(paths.journal(), paths.salvaged()));
    const Result<void> opened = m_centre->open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"salvage.interrupted"_s);
    const MasterKey other = MasterKey::generate(m_centre->random());
    QCOMPARE(salvageStore(paths, other, sqlite::preferredCipher(), m_centre->clock().now()).error().kind, ErrorKind::WrongKey);
    QVERIFY(QFile::exists(paths.salvaged())); // a wrong key costs nothing
    const auto second = salvage();
    QVERIFY2(second, qPrintable(second ? QString() : second.error().code));
    QCOMPARE(second->saved, before);
    QCOMPARE(second->movedTo, first->movedTo);
    mustWork(*second);
}

/// The power went while the damaged file was being copied: its copy, and the temporary file that a copy is on its way, are taken away.
void TestSalvage::anInterruptedCopyLeavesNothing()
{
    const StorePaths paths = m_centre->paths();
    for (const QString& left : QStringList{paths.folder + u"/qt_temp.aBcDeF"_s, paths.journal() + u".scratch"_s}) {
        QFile file(left);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(4096, 'x')) == 4096);
    }
    const auto report = salvage();
    QVERIFY2(report, qPrintable(report ? QString() : report.error().code));
    const QStringList after = QDir(paths.folder).entryList(QDir::Files);
    QVERIFY2(after.filter(u"qt_temp"_s).isEmpty() && after.filter(u"scratch"_s).isEmpty(), qPrintable(after.join(u' ')));
    mustWork(*report);
}

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
