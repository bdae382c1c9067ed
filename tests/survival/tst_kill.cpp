// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 in the middle of work: whatever was acknowledged is there afterwards, the chain verifies, and no number was given twice.
// 50 rounds, or 500 with ONEDOOR_SOAK=1; every ten begin with the same fresh store, so that a round costs the same at the end as at
// the start. ONEDOOR_SEED repeats a run's moments as far as the machine allows.
#include "core/store/verification.h"
#include "tests/support/store_surgery.h"

#include <QElapsedTimer>
#include <QProcess>
#include <random>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void acknowledgedIsKept();

private:
    void beginAnew();
    QByteArrayList oneLife(int round);
    void learn(const QByteArrayList& lines);
    void mustHoldEverything(bool all);
    void mustHoldNoNumberTwice();

    DemoCentre m_centre;
    QTemporaryDir m_folder;
    std::mt19937_64 m_random;
    QHash<QString, QString> m_issued; ///< ticket → day and number, as acknowledged
    QSet<QString> m_numbers;          ///< day and number
    QHash<QString, TicketStatus> m_known;
    QStringList m_lately;
    qsizetype m_acknowledged = 0;
};

void TestKill::initTestCase()
{
    m_centre.close();
    surgery::settle(m_centre.paths(), m_centre.key());
    surgery::copyFolder(m_centre.paths().folder, m_folder.filePath(u"fresh"_s));
    QFile key(m_folder.filePath(u"key"_s));
    QVERIFY(key.open(QIODevice::WriteOnly));
    const auto bytes = m_centre.key().key().bytes();
    key.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
    const QByteArray seed = qgetenv("ONEDOOR_SEED");
    const std::uint64_t start = seed.isEmpty() ? std::random_device()() : seed.toULongLong();
    qInfo("ONEDOOR_SEED=%llu", qulonglong(start));
    m_random.seed(start);
}

void TestKill::beginAnew()
{
    m_issued.clear();
    m_numbers.clear();
    m_known.clear();
    for (const QString& name : QDir(m_centre.paths().folder).entryList(QDir::Files))
        QFile::remove(m_centre.paths().folder + u'/' + name);
    surgery::copyFolder(m_folder.filePath(u"fresh"_s), m_centre.paths().folder);
}

/// Starts the survivor, kills it at some moment and gives the whole lines that it wrote.
QByteArrayList TestKill::oneLife(int round)
{
    QProcess survivor;
    survivor.setProcessChannelMode(QProcess::SeparateChannels);
    survivor.start(QStringLiteral(ONEDOOR_BINARY_DIR "/tests/onedoor_test_survivor"),
                   {m_centre.paths().folder, m_folder.filePath(u"key"_s), QString::number(round)});
    if (!survivor.waitForStarted())
        qFatal("the survivor can't be started");
    // Every fifth dies while it opens the store, the others in the middle of their work.
    if (round % 5 != 4 && !survivor.waitForReadyRead(20'000))
        qFatal("the survivor does not work: %s", survivor.readAllStandardError().constData());
    const int milliseconds = int(m_random() % 200);
    QElapsedTimer life;
    life.start();
    while (life.elapsed() < milliseconds)
        survivor.waitForReadyRead(std::max(1, milliseconds - int(life.elapsed())));
    survivor.kill(); // SIGKILL
    survivor.waitForFinished();
    if (survivor.exitStatus() != QProcess::CrashExit)
        qFatal("the survivor gave up: %s", survivor.readAllStandardError().constData());
    QByteArrayList lines = survivor.readAllStandardOutput().split('\n');
    lines.removeLast(); // empty, or torn by the kill
    return lines;
}

void TestKill::learn(const QByteArrayList& lines)
{
    m_lately.clear();
    for (const QByteArray& line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words[0] == "issued") {
            const QString ticket = QString::fromLatin1(words[2]);
            const QString number = QString::fromLatin1(words[1] + ' ' + words[3]);
            QVERIFY2(!m_numbers.contains(number), qPrintable(u"given twice: "_s + number));
            m_numbers.insert(number);
            m_issued.insert(ticket, number);
            m_known.insert(ticket, TicketStatus::Waiting);
            m_lately << ticket;
        } else {
            m_known.insert(QString::fromLatin1(words[1]), words[0] == "called" ? TicketStatus::Called : TicketStatus::Finished);
            m_lately << QString::fromLatin1(words[1]);
        }
    }
}

/// The chain, the journal's tickets and the views, against what was acknowledged.
void TestKill::mustHoldEverything(bool all)
{
    const auto report = verifyStore(m_centre.paths(), m_centre.key(), sqlite::preferredCipher(), m_centre.random());
    QVERIFY2(report, qPrintable(report ? QString() : report.error().code));
    QVERIFY2(report->isSound(), report->isSound() ? "" : wordOf(report->findings.front().problem));
    const Result<void> opened = m_centre.open();
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().code));
    QVERIFY(!m_centre.gateway().report().newStream); // a crash is not a restore
    const Session desk = m_centre.session("wang.fang");
    const QStringList tickets = all ? m_issued.keys() : m_lately;
    for (const QString& ticket : tickets) {
        const auto row = DemoCentre::outcome(m_centre.gateway().ask(desk, TicketShow{ticket}));
        QVERIFY2(row, qPrintable(u"lost: "_s + ticket));
        if (m_issued.contains(ticket)) // one may be called whose issue was not acknowledged any more
            QCOMPARE(m_issued.value(ticket).section(u' ', 1), row->ticket.number);
        const TicketStatus known = m_known.value(ticket);
        if (known == TicketStatus::Finished)
            QCOMPARE(row->ticket.status, TicketStatus::Finished);
        else if (known == TicketStatus::Called)
            QVERIFY(row->ticket.status != TicketStatus::Waiting);
    }
    m_centre.close();
}

/// Unacknowledged tickets may be there as well, but no number stands twice in the journal.
void TestKill::mustHoldNoNumberTwice()
{
    QSet<QString> given;
    surgery::onJournal(m_centre.paths(), m_centre.key(), [&](JournalStore& journal) {
        const Result<void> read = journal.eachAfter(0, [&](const JournalRow& row) -> Result<void> {
            const ReadEvent event = readEvent(*decodeEnvelope(row.envelope), nullptr);
            if (const auto* issued = std::get_if<TicketIssued>(&event.event)) {
                const QString number = issued->day.toString(Qt::ISODate) + u' ' + issued->number;
                if (given.contains(number))
                    return fail(ErrorKind::Conflict, u"store.constraint"_s, {}, {{u"detail"_s, number}});
                given.insert(number);
            }
            return {};
        });
        QVERIFY2(read, qPrintable(read ? QString() : read.error().facts.value(u"detail"_s).toString()));
    });
    QVERIFY(given.size() >= m_numbers.size());
}

void TestKill::acknowledgedIsKept()
{
    constexpr int roundsPerStore = 10;
    const int rounds = qEnvironmentVariableIntValue("ONEDOOR_SOAK") != 0 ? 500 : 50;
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        const bool isLast = round % roundsPerStore == roundsPerStore - 1;
        if (round % roundsPerStore == 0)
            beginAnew();
        learn(oneLife(round));
        if (!QTest::currentTestFailed())
            mustHoldEverything(isLast);
        if (isLast && !QTest::currentTestFailed()) {
            mustHoldNoNumberTwice();
            m_acknowledged += m_issued.size();
        }
    }
    qInfo("%d kills, %lld acknowledged tickets", rounds, qlonglong(m_acknowledged));
    QVERIFY(m_acknowledged > qsizetype(rounds) * 4);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
