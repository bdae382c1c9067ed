// SPDX-License-Identifier: GPL-3.0-or-later
// A morning through real windows under real keys: the reception registers, two places call, serve, hold, wait in vain and take back, the hall
// screen announces, the manager looks on. Then what every window says is held against the journal, and both against who pressed what.
#include "core/store/journal/stored_record.h"
#include "core/store/verification.h"
#include "tests/gui/composing.h"
#include "tests/gui/counter_bench.h"
#include "tests/gui/recording_announcer.h"
#include "tests/support/fixed_sealer.h"
#include "tests/support/store_surgery.h"
#include "ui/pages/board/board_page.h"
#include "ui/pages/hall/hall_display.h"
#include "ui/pages/reception/reception_page.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/theme/theme.h"

#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <algorithm>
#include <array>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

/// What was done, as those who pressed the keys would tell it.
struct Told {
    QMap<QByteArray, int> acts; ///< by event type
    QStringList called;         ///< numbers, in order
    QStringList issued;
    QHash<QString, std::int64_t> served; ///< seconds, of the finished
    QSet<QString> held;
    QSet<QString> missed;
};

/// What the journal holds of a business day's tickets.
struct Kept {
    QMap<QByteArray, int> acts;
    std::vector<TicketState> tickets;
};

Kept readJournal(DemoCentre& demo)
{
    Kept kept;
    FixedSealer sealer; // opens nobody's parts: tickets have none
    surgery::onJournal(demo.paths(), demo.key(), [&](JournalStore& journal) {
        std::vector<RawId> records;
        const auto read = journal.eachAfter(0, [&](const JournalRow& row) -> Result<void> {
            ONEDOOR_ASSIGN(const Envelope envelope, decodeStoredEnvelope(row.envelope));
            if (!envelope.type.startsWith("ticket."))
                return {};
            ++kept.acts[QByteArray(envelope.type.constData(), envelope.type.size())]; // the envelope only looks at the row
            if (std::find(records.begin(), records.end(), envelope.record) == records.end())
                records.push_back(envelope.record);
            return {};
        });
        if (!read)
            qFatal("%s", qPrintable(read.error().code));
        for (const RawId& record : records)
            kept.tickets.push_back(std::get<TicketState>(foldStored(journal, sealer, record).value().state));
    });
    return kept;
}

} // namespace

class TestWholeDay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWindowSaysWhatTheJournalHolds();

private:
    void registerNew(const QString& name, const char* service);
    void registerAgain(const char* initials);
    void issued(const QString& number);
    void work(Console& console);
    void finish(Console& console);
    void pass(int seconds) { m_demo->clock().advanceSeconds(seconds); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers); }
    QList<int> figures() const;

    std::unique_ptr<DemoCentre> m_demo;
    std::unique_ptr<ReceptionPage> m_reception;
    std::unique_ptr<BoardPage> m_board;
    Told m_told;
    QHash<const Console*, std::int64_t> m_begun; ///< seconds served so far of whom is being served
    int m_turn = 0;
};

void TestWholeDay::issued(const QString& number)
{
    ++m_told.acts["ticket.issued"];
    m_told.issued.append(number);
}

void TestWholeDay::registerNew(const QString& name, const char* service)
{
    QSignalSpy printed(m_reception.get(), &ReceptionPage::printTicket);
    m_reception->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_reception.get()));
    auto* lookup = m_reception->findChild<LookupField*>();
    lookup->edit()->setFocus();
    compose(name);
    QTRY_VERIFY(lookup->highlighted().isValid());
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_reception->isFormOpen());
    press(Qt::Key_F6);
    compose(u"咨询"_s);
    press(Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(service));
    QTest::qWait(40); // digits and letters of a scanner are held back for a moment
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    issued(printed.first().at(0).value<VisitReply>().number);
}

void TestWholeDay::registerAgain(const char* initials)
{
    QSignalSpy printed(m_reception.get(), &ReceptionPage::printTicket);
    m_reception->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_reception.get()));
    auto* lookup = m_reception->findChild<LookupField*>();
    lookup->edit()->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(initials));
    QTRY_VERIFY(lookup->highlighted().isValid());
    press(Qt::Key_Return);
    QTRY_VERIFY(m_reception->isFormOpen());
    press(Qt::Key_R, Qt::ControlModifier); // the same matter again
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    issued(printed.first().at(0).value<VisitReply>().number);
}

void TestWholeDay::finish(Console& console)
{
    QVERIFY(isReady(console, CounterAct::Finish));
    const QString number = console.board().current->number;
    console.press(Qt::Key_F9);
    QVERIFY(console.sheet());
    console.press(Qt::Key_1);
    console.press(Qt::Key_Return);
    QVERIFY(isFree(console));
    ++m_told.acts["ticket.finished"];
    m_told.served.insert(number, m_begun.take(&console));
}

/// One visitor's turn at a place. Which of the ways of a real morning it takes goes by the turn's number.
void TestWholeDay::work(Console& console)
{
    console.activate();
    const int turn = m_turn++;
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(stands(console, TicketStatus::Called));
    const QString number = console.board().current->number;
    ++m_told.acts["ticket.called"];
    m_told.called.append(number);
    m_told.missed.remove(number); // whose time was up waits again
    m_told.held.remove(number);
    pass(30);
    if (turn % 7 == 3) { // nobody comes: called once more, then given up
        QVERIFY(isReady(console, CounterAct::Recall));
        console.press(Qt::Key_F3);
        ++m_told.acts["ticket.recalled"];
        m_told.called.append(number);
        QVERIFY(QTest::qWaitFor([&] { return console.board().current && console.board().current->calls == 2; }, patience));
        pass(60);
        QVERIFY(isReady(console, CounterAct::Miss));
        console.press(Qt::Key_F7);
        QVERIFY(isFree(console));
        ++m_told.acts["ticket.missed"];
        m_told.missed.insert(number);
        return;
    }
    QVERIFY(isReady(console, CounterAct::Begin));
    console.press(Qt::Key_F4);
    QVERIFY(stands(console, TicketStatus::Serving));
    ++m_told.acts["ticket.begun"];
    pass(240);
    m_begun[&console] = 240;
    if (turn % 5 == 2) { // a paper is missing
        QVERIFY(isReady(console, CounterAct::Hold));
        console.press(Qt::Key_F6);
        QVERIFY(console.sheet());
        console.press(Qt::Key_1);
        QVERIFY(isFree(console));
        ++m_told.acts["ticket.held"];
        m_told.held.insert(number);
        m_begun.remove(&console);
        return;
    }
    finish(console);
    if (turn % 6 != 4)
        return;
    // Finished by mistake: taken back, served on, finished rightly.
    QVERIFY(QTest::qWaitFor([&] { return console.page->undoAction()->isEnabled(); }, patience));
    console.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(stands(console, TicketStatus::Serving));
    ++m_told.acts["ticket.reverted"];
    pass(60);
    m_begun[&console] = m_told.served.take(number) + 60;
    finish(console);
}

QList<int> TestWholeDay::figures() const
{
    QList<int> all;
    const QStringList words{u"Issued"_s, u"Waiting"_s, u"At places"_s, u"On hold"_s, u"Done"_s, u"Missed"_s, u"Left"_s, u"Staffed"_s};
    for (const QString& word : words) {
        for (const QLabel* label : m_board->findChildren<QLabel*>()) {
            if (label->accessibleName().startsWith(word + u": "_s))
                all.append(label->text().toInt());
        }
    }
    return all;
}

void TestWholeDay::everyWindowSaysWhatTheJournalHolds()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const Theme theme(*qApp, [] { return SystemLook{}; });
    m_demo = std::make_unique<DemoCentre>();
    const Session receptionist = m_demo->session("wang.fang", u"receptionRoom"_s);
    const Session manager = m_demo->session("admin");
    m_reception = std::make_unique<ReceptionPage>(m_demo->gateway(), receptionist, m_demo->clock());
    m_board = std::make_unique<BoardPage>(m_demo->gateway(), manager);
    RecordingAnnouncer announcer;
    HallDisplay hall(m_demo->gateway(), manager, m_demo->clock(), announcer);
    for (QWidget* window : {static_cast<QWidget*>(m_reception.get()), static_cast<QWidget*>(m_board.get()), static_cast<QWidget*>(&hall)}) {
        window->resize(1180, 700);
        window->show();
    }
    const QStringList names{u"张伟明"_s, u"李秀兰"_s, u"王建军"_s, u"陈丽娟"_s, u"欧阳修竹"_s, u"赵小刚"_s, u"周玉梅"_s, u"吴志强"_s};
    for (const QString& name : names) {
        registerNew(name, "flzx");
        pass(70);
    }
    Console studio(*m_demo, "li.jun", u"gongxinStudio"_s);
    Console window(*m_demo, "zhao.min", u"window6"_s);
    for (int round = 0; round < 5; ++round) {
        work(studio);
        work(window);
        if (round < 4)
            registerAgain(round % 2 == 0 ? "lxl" : "wjj");
        pass(45);
        QTest::qWait(50);
    }
    // One who was on hold comes back.
    studio.activate();
    QVERIFY(QTest::qWaitFor([&] { return studio.page->board().held()->rowCount() > 0; }, patience));
    studio.press(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(isReady(studio, CounterAct::Resume));
    studio.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(stands(studio, TicketStatus::Serving));
    ++m_told.acts["ticket.resumed"];
    const QString resumed = studio.board().current->number;
    QVERIFY(m_told.held.remove(resumed));
    pass(100);
    m_begun[&studio] = 240 + 100; // time on hold is nobody's
    finish(studio);

    const Kept kept = readJournal(*m_demo);
    // Against who pressed what.
    for (auto act = m_told.acts.cbegin(); act != m_told.acts.cend(); ++act) {
        int inJournal = kept.acts.value(act.key());
        if (act.key() == "ticket.held") // with a time to be back by
            inJournal += kept.acts.value("ticket.heldUntil");
        if (act.key() == "ticket.missed")
            inJournal += kept.acts.value("ticket.missedUntil");
        QVERIFY2(inJournal == act.value(), qPrintable(u"%1: %2 pressed, %3 kept"_s.arg(QString::fromLatin1(act.key())).arg(act.value()).arg(inJournal)));
    }
    QCOMPARE(kept.tickets.size(), std::size_t(m_told.issued.size()));
    const Instant now = m_demo->clock().now();
    std::array<int, 8> counts{};
    enum { Issued, Waiting, Present, Held, Done, Missed, Left, Staffed };
    counts[Issued] = int(kept.tickets.size());
    counts[Staffed] = 2;
    for (const TicketState& ticket : kept.tickets) {
        QVERIFY(m_told.issued.contains(ticket.number));
        if (ticket.progress.status == TicketStatus::Finished) {
            ++counts[Done];
            QCOMPARE(ticket.progress.servedSeconds, m_told.served.value(ticket.number, -1));
        } else if (ticket.progress.status == TicketStatus::Waiting || ticket.hasReturned(now, ticket.day)) {
            ++counts[Waiting];
        } else if (ticket.progress.status == TicketStatus::Held) {
            ++counts[Held];
            QVERIFY(m_told.held.contains(ticket.number));
        } else if (ticket.progress.status == TicketStatus::Missed) {
            ++counts[Missed];
            QVERIFY(m_told.missed.contains(ticket.number));
        }
    }
    QCOMPARE(counts[Done], int(m_told.served.size()));
    QVERIFY(counts[Held] > 0 && counts[Done] > 4 && m_told.acts.value("ticket.missed") > 0 && m_told.acts.value("ticket.reverted") > 0); // it was a morning
    // Against what the manager sees, at the reception, and at the place.
    QTRY_COMPARE(figures(), QList<int>(counts.begin(), counts.end()));
    QTRY_COMPARE(int(studio.board().waiting.size()), counts[Waiting]);
    int finishedAtPlaces = 0;
    for (Console* console : {&studio, &window})
        finishedAtPlaces += int(console->board().servedToday);
    QCOMPARE(finishedAtPlaces, counts[Done]);
    // The hall heard each call once, in order; one that was waiting for its turn to be said may still be to come.
    QTRY_COMPARE_WITH_TIMEOUT(announcer.heard.size(), m_told.called.size(), 120'000);
    QCOMPARE(announcer.heard, m_told.called);
    // And the chain that all of it stands in is sound.
    m_reception.reset();
    m_board.reset();
    const auto proven = verifyStore(m_demo->paths(), m_demo->key(), sqlite::preferredCipher(), m_demo->random());
    QVERIFY(proven && proven->isSound());
}

QTEST_MAIN(TestWholeDay)
#include "tst_whole_day.moc"
