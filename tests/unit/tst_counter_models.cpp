// SPDX-License-Identifier: GPL-3.0-or-later
// The models of console and hall display without a core behind them: announcements one after the other, rows that change as little
// as possible, and acts offered only where they are legal.
#include "core/domain/centre/centre_loader.h"
#include "ui/models/announcement_queue.h"
#include "ui/models/counter_acts.h"
#include "ui/models/queue_model.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <random>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant nine{1'772'413'200'000}; // 2026-03-02T09:00:00+08:00

DisplayCall callOf(int number, Instant at, std::uint32_t calls = 1)
{
    return {.number = u"A%1"_s.arg(number, 3, 10, QLatin1Char('0')), .maskedName = u"张*"_s, .place = u"window1"_s, .calledAt = at, .calls = calls};
}

TicketRow ticketOf(unsigned char id, const QString& number = {})
{
    TicketRow row;
    row.ticket.raw.bytes[15] = id;
    row.number = number.isEmpty() ? u"A%1"_s.arg(int(id), 3, 10, QLatin1Char('0')) : number;
    row.name = u"李建国"_s;
    row.service = u"legalAdvice"_s;
    row.priority = u"ordinary"_s;
    row.arrivedAt = nine;
    return row;
}

struct Shown {
    QString number;
    std::uint32_t calls;
    Instant from;
};

/// Runs the queue as the display does, five steps a second, until the time is over.
void run(AnnouncementQueue& queue, Instant& now, int seconds, std::vector<Shown>& shown)
{
    for (int step = 0; step < seconds * 5; ++step) {
        if (const auto begins = queue.advance(now))
            shown.push_back({begins->number, begins->calls, now});
        now.milliseconds += 200;
    }
}

CentreDefinition shippedCentre()
{
    QFile file(u"" ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the shipped centre is not there");
    auto loaded = loadCentre(file.readAll(), file.fileName());
    if (!loaded)
        qFatal("the shipped centre does not load");
    return *loaded;
}

} // namespace

class TestCounterModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fiveCallsAtOnce();
    void randomDay_data();
    void randomDay();
    void recallIsAnnouncedAgain();
    void recallBeforeItsTurnIsHeardOnce();
    void takenBackBeforeItsTurn();
    void restartedDisplayKeepsQuiet();
    void clockSetBack();
    void openCallStaysAfterItsSpan();
    void rowsChangeAsLittleAsPossible();
    void randomRows();
    void rowSaysWhyItIsHere();
    void acts_data();
    void acts();

private:
    CentreDefinition m_centre;
};

void TestCounterModels::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_centre = shippedCentre();
}

void TestCounterModels::fiveCallsAtOnce()
{
    AnnouncementQueue queue(15);
    Instant now = nine;
    queue.update({}, now);
    DisplayBoard board;
    for (int number = 5; number >= 1; --number)
        board.calling.push_back(callOf(number, now.plusSeconds(0)));
    std::vector<Shown> shown;
    queue.update(board, now);
    run(queue, now, 100, shown);
    QCOMPARE(shown.size(), std::size_t(5));
    for (std::size_t at = 0; at < shown.size(); ++at) {
        QCOMPARE(shown[at].number, callOf(int(at) + 1, now).number);
        if (at > 0)
            QVERIFY(shown[at].from.milliseconds - shown[at - 1].from.milliseconds >= 15'000);
    }
}

void TestCounterModels::randomDay_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// Whatever the pace: every call is announced, in order, each for its whole span, none twice.
void TestCounterModels::randomDay()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const int seconds = 15 + int(random() % 10);
    AnnouncementQueue queue(seconds);
    Instant now = nine;
    queue.update({}, now);
    DisplayBoard board;
    std::vector<QString> called;
    std::vector<Shown> shown;
    for (int minute = 0; minute < 60; ++minute) {
        for (unsigned count = random() % 4; count > 0; --count) {
            const DisplayCall call = callOf(int(called.size()) + 1, now.plusSeconds(0));
            called.push_back(call.number);
            board.calling.insert(board.calling.begin(), call);
        }
        // Some are at the window already before the hall has heard them.
        while (board.calling.size() > random() % 5) {
            board.recent.insert(board.recent.begin(), board.calling.back());
            board.calling.pop_back();
            board.recent.resize(std::min(board.recent.size(), std::size_t(5))); // as the core does
        }
        queue.update(board, now);
        queue.update(board, now);
        run(queue, now, 1 + int(random() % 90), shown);
    }
    run(queue, now, int(called.size()) * seconds + 60, shown);
    QCOMPARE(shown.size(), called.size());
    for (std::size_t at = 0; at < shown.size(); ++at) {
        QCOMPARE(shown[at].number, called[at]);
        if (at > 0)
            QVERIFY(shown[at].from.milliseconds - shown[at - 1].from.milliseconds >= seconds * 1000LL);
    }
    QCOMPARE(queue.pending(), std::size_t(0));
}

void TestCounterModels::recallIsAnnouncedAgain()
{
    AnnouncementQueue queue(15);
    Instant now = nine;
    queue.update({}, now);
    std::vector<Shown> shown;
    queue.update({.calling = {callOf(1, now)}}, now);
    run(queue, now, 20, shown);
    queue.update({.calling = {callOf(1, now, 2)}}, now);
    run(queue, now, 20, shown);
    QCOMPARE(shown.size(), std::size_t(2));
    QCOMPARE(shown[1].calls, 2U);
}

void TestCounterModels::recallBeforeItsTurnIsHeardOnce()
{
    AnnouncementQueue queue(15);
    Instant now = nine;
    queue.update({}, now);
    std::vector<Shown> shown;
    queue.update({.calling = {callOf(2, now), callOf(1, now)}}, now);
    run(queue, now, 5, shown);
    queue.update({.calling = {callOf(2, now, 2), callOf(1, nine)}}, now);
    run(queue, now, 60, shown);
    QCOMPARE(shown.size(), std::size_t(2));
    QCOMPARE(shown[1].number, u"A002"_s);
    QCOMPARE(shown[1].calls, 2U);
}

void TestCounterModels::takenBackBeforeItsTurn()
{
    AnnouncementQueue queue(15);
    Instant now = nine;
    queue.update({}, now);
    std::vector<Shown> shown;
    queue.update({.calling = {callOf(2, now), callOf(1, now)}}, now);
    run(queue, now, 5, shown);
    queue.update({.calling = {callOf(1, nine)}}, now);
    run(queue, now, 60, shown);
    QCOMPARE(shown.size(), std::size_t(1));
}

void TestCounterModels::restartedDisplayKeepsQuiet()
{
    AnnouncementQueue queue(15);
    Instant now = nine;
    std::vector<Shown> shown;
    queue.update({.calling = {callOf(3, now.plusSeconds(-5)), callOf(2, now.plusSeconds(-300))}, .recent = {callOf(1, now.plusSeconds(-3))}}, now);
    run(queue, now, 60, shown);
    QCOMPARE(shown.size(), std::size_t(1));
    QCOMPARE(shown[0].number, u"A003"_s);
}

void TestCounterModels::clockSetBack()
{
    AnnouncementQueue queue(15);
    Instant now = nine;
    queue.update({}, now);
    std::vector<Shown> shown;
    queue.update({.calling = {callOf(2, now), callOf(1, now)}}, now);
    run(queue, now, 5, shown);
    now = nine.plusSeconds(-3600);
    run(queue, now, 20, shown);
    QCOMPARE(shown.size(), std::size_t(2));
}

void TestCounterModels::openCallStaysAfterItsSpan()
{
    AnnouncementQueue queue(3); // the floor holds whatever the centre's file says
    QCOMPARE(queue.secondsPerCall(), 15);
    Instant now = nine;
    queue.update({}, now);
    std::vector<Shown> shown;
    queue.update({.calling = {callOf(1, now)}}, now);
    run(queue, now, 60, shown);
    QVERIFY(queue.current());
    queue.update({.recent = {callOf(1, nine)}}, now);
    run(queue, now, 1, shown);
    QVERIFY(!queue.current());
}

void TestCounterModels::rowsChangeAsLittleAsPossible()
{
    QueueModel model(QueueModel::Kind::Waiting, m_centre);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({ticketOf(1), ticketOf(2), ticketOf(3)}, nine);
    QCOMPARE(inserted.size(), 3);
    model.setRows({ticketOf(1), ticketOf(2), ticketOf(3)}, nine);
    QCOMPARE(inserted.size() + removed.size() + moved.size() + changed.size(), 3);
    QVERIFY(!model.index(0, 0).data(QueueModel::NewRole).toBool());
    const QPersistentModelIndex third = model.index(2, 0);
    model.setRows({ticketOf(3), ticketOf(2), ticketOf(4)}, nine);
    QCOMPARE(third.row(), 0);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(moved.size(), 1);
    QVERIFY(model.index(2, 0).data(QueueModel::NewRole).toBool());
    TicketRow renamed = ticketOf(2);
    renamed.name = u"王秀英"_s;
    changed.clear();
    model.setRows({ticketOf(3), renamed, ticketOf(4)}, nine);
    QCOMPARE(changed.size(), 1);
    model.setRows({ticketOf(3), renamed, ticketOf(4)}, nine.plusSeconds(30));
    QVERIFY(!model.index(2, 0).data(QueueModel::NewRole).toBool()); // no longer news
}

void TestCounterModels::randomRows()
{
    std::mt19937 random(7);
    QueueModel model(QueueModel::Kind::Waiting, m_centre);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round < 200; ++round) {
        std::vector<unsigned char> ids(random() % 12);
        std::generate(ids.begin(), ids.end(), [&random] { return static_cast<unsigned char>(random() % 16 + 1); });
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        std::shuffle(ids.begin(), ids.end(), random);
        std::vector<TicketRow> rows;
        rows.reserve(ids.size());
        for (const unsigned char id : ids)
            rows.push_back(ticketOf(id));
        model.setRows(rows, nine.plusSeconds(round));
        QCOMPARE(model.rowCount(), int(ids.size()));
        for (std::size_t at = 0; at < ids.size(); ++at)
            QCOMPARE(model.index(int(at), QueueModel::Number).data().toString(), rows[at].number);
    }
}

void TestCounterModels::rowSaysWhyItIsHere()
{
    QueueModel model(QueueModel::Kind::Waiting, m_centre);
    TicketRow row = ticketOf(1);
    row.priority = u"elder"_s;
    row.headStartMinutes = 15;
    row.toPlace = u"window2"_s;
    model.setRows({row}, nine.plusSeconds(12 * 60 + 5));
    const QString why = model.index(0, QueueModel::Reason).data().toString();
    QVERIFY2(why.contains(u"09:00"_s) && why.contains(u"Older person"_s) && why.contains(u"15"_s) && why.contains(u"Window 2"_s), qPrintable(why));
    QCOMPARE(model.index(0, QueueModel::Minutes).data().toString(), u"12"_s);
}

void TestCounterModels::acts_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("offered");
    QTest::newRow("idle") << u""_s << u""_s << u"next done"_s;
    QTest::newRow("idle, one chosen") << u""_s << u"waiting"_s << u"next chosen transfer done stops"_s;
    QTest::newRow("called") << u"called"_s << u"waiting"_s << u"recall begin miss requeue transfer done stops"_s;
    QTest::newRow("serving") << u"serving"_s << u"held"_s << u"hold requeue transfer finish stops"_s;
    QTest::newRow("held chosen") << u""_s << u"held"_s << u"next resume requeue transfer stops"_s;
    QTest::newRow("missed chosen") << u""_s << u"missed"_s << u"next chosen requeue transfer done stops"_s;
    QTest::newRow("done chosen") << u""_s << u"finished"_s << u"next"_s;
}

void TestCounterModels::acts()
{
    QFETCH(QString, current);
    QFETCH(QString, chosen);
    QFETCH(QString, offered);
    PlaceBoard board{.place = u"window1"_s, .staffedByMe = true};
    board.waiting.push_back(ticketOf(9));
    const auto statusOf = [](const QString& word) { return fromWord<TicketStatus>(word.toLatin1().toStdString()).value(); };
    if (!current.isEmpty()) {
        board.current = ticketOf(1);
        board.current->status = statusOf(current);
        board.current->calls = 1;
    }
    TicketRow row = ticketOf(2);
    if (!chosen.isEmpty())
        row.status = statusOf(chosen);
    static const QStringList words{u"next"_s, u"chosen"_s, u"recall"_s, u"begin"_s, u"hold"_s, u"resume"_s, u"miss"_s, u"requeue"_s, u"transfer"_s, u"finish"_s, u"done"_s, u"stops"_s};
    QStringList found;
    for (const CounterAct act : allCounterActs) {
        if (mayOffer(act, board, chosen.isEmpty() ? nullptr : &row))
            found.append(words[qsizetype(act)]);
    }
    QCOMPARE(found.join(QLatin1Char(' ')), offered);
    board.staffedByMe = false;
    for (const CounterAct act : allCounterActs)
        QVERIFY(!mayOffer(act, board, &row));
}

QTEST_GUILESS_MAIN(TestCounterModels)
#include "tst_counter_models.moc"
