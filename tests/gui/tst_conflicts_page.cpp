// SPDX-License-Identifier: GPL-3.0-or-later
// The page of conflicts and its mark in the rail, under real keys and the mouse: nothing to decide, both versions side by side, a
// decision, its undo, a second thought, two administrators, a conflict that comes in while somebody looks.
#include "tests/gui/desk_bench.h"
#include "tests/gui/looking.h"
#include "core/services/api/conflicts.h"
#include "core/services/api/counter.h"
#include "core/services/api/reception.h"
#include "core/services/local_gateway.h"
#include "core/services/rehearsal/other_desk.h"
#include "ui/pages/conflicts/conflict_model.h"
#include "ui/pages/conflicts/conflicts_page.h"
#include "ui/pages/history/history_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/side_rail.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestConflictsPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void nothingToDecide();
    void bothVersionsAreShown();
    void keysDecideAndUndo();
    void theMouseDecides();
    void aDecisionIsChangedLater();
    void anotherAdministratorWasFirst();
    void twoDecidedDifferently();
    void itComesInWhileSomebodyLooks();
    void theRailCounts();
    void theHistoryTellsIt();
    void receptionistsDoNotSeeIt();
    void theRowsKeepTheirModel();

private:
    void openPage();
    void elsewhere(const RawId& record, std::size_t knew, const Event& event, PersonId subject = {}, bool tell = false);
    void makeTicketConflict(bool tell = false);
    void makePersonConflict();
    ConflictListReply list(bool resolved = false) { return *DeskBench::outcome(m_store.gateway->ask(m_store.session, ConflictList{resolved})); }
    TicketStatus status() { return DeskBench::outcome(m_store.gateway->ask(m_store.session, TicketShow{m_visit.ticket.toString()}))->ticket.status; }
    LocalGateway& gateway() { return static_cast<LocalGateway&>(*m_store.gateway); }
    ActionButton* button(const QString& text) const
    {
        for (ActionButton* each : m_page->findChildren<ActionButton*>())
            if (each->isVisible() && each->text() == text)
                return each;
        return nullptr;
    }
    DataTable* table() const { return m_page->findChild<DataTable*>(); }

    std::unique_ptr<DeskBench> m_bench;
    StoreEntry m_store;
    std::optional<OtherDesk> m_other;
    VisitReply m_visit;
    std::unique_ptr<ConflictsPage> m_page;
};

void TestConflictsPage::init()
{
    m_bench = std::make_unique<DeskBench>();
    m_store = m_bench->found().store;
    DeskBench::addAccount(m_store, u"li.jun"_s, u"李军"_s, u"roomStaff"_s, u"730512"_s);
    m_store.session.place = u"window6"_s;
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"张三"_s, .documentKind = DocumentKind::None};
    command.service = u"legalAdvice"_s;
    command.summary = u"咨询"_s;
    m_visit = *DeskBench::outcome(m_store.gateway->send(m_store.session, command));
    gateway().onWriter([&](CommandRunner& runner) {
        Result<OtherDesk> desk = OtherDesk::open(runner, u"窗口二"_s, m_bench->random, m_bench->clock.now());
        if (!desk)
            qFatal("%s", qPrintable(desk.error().code));
        m_other = std::move(*desk);
    });
}

void TestConflictsPage::cleanup()
{
    m_page.reset();
    m_other.reset();
    m_store = {};
    m_bench.reset();
}

void TestConflictsPage::openPage()
{
    m_page = std::make_unique<ConflictsPage>(*m_store.gateway, m_store.session);
    m_page->resize(1278, 660);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
    QTest::qWait(200);
}

/// `tell`: as the network does when somebody's act comes in.
void TestConflictsPage::elsewhere(const RawId& record, std::size_t knew, const Event& event, PersonId subject, bool tell)
{
    const AccountId clerk = DeskBench::outcome(gateway().sessionOf(u"li.jun"_s))->account;
    gateway().onWriter([&](CommandRunner& runner) {
        const auto heads = OtherDesk::headsAfter(runner, record, knew);
        const auto changes = m_other->act(runner, {record, *heads, clerk, m_bench->clock.now().plusSeconds(1), event, subject});
        if (!changes)
            qFatal("%s", qPrintable(changes.error().code));
        if (tell)
            gateway().publish(*changes);
    });
}

void TestConflictsPage::makeTicketConflict(bool tell)
{
    const auto called = DeskBench::outcome(m_store.gateway->send(m_store.session, TicketCall{{m_visit.ticket.toString(), u"window6"_s}}));
    QVERIFY2(called, called ? "" : qPrintable(called.error().code));
    elsewhere(m_visit.ticket.raw, 1, TicketWithdrawn{u"window5"_s}, {}, tell);
}

void TestConflictsPage::makePersonConflict()
{
    QVERIFY(DeskBench::outcome(m_store.gateway->send(m_store.session, PersonCorrect{m_visit.person, {.phone = u"13800000001"_s}})));
    elsewhere(m_visit.person.raw, 1, PersonCorrected{.phone = u"13900000002"_s, .address = u"长青街 1 号"_s}, m_visit.person);
}

void TestConflictsPage::nothingToDecide()
{
    openPage();
    QTRY_VERIFY(shownText(m_page.get()).contains(u"Nothing to decide"_s));
    QVERIFY(shownText(m_page.get()).contains(u"Nothing is overwritten"_s));
    QVERIFY(!table()->isVisible());
    takePicture(m_page.get(), u"conflicts-empty"_s);
    QTest::keyClick(m_page.get(), Qt::Key_1, Qt::AltModifier); // nothing to say anything of
    QCOMPARE(list(true).conflicts.size(), std::size_t(0));
}

void TestConflictsPage::bothVersionsAreShown()
{
    makeTicketConflict();
    openPage();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTRY_VERIFY(shownText(m_page.get()).contains(u"Called / Ticket withdrawn"_s));
    const QString text = shownText(m_page.get());
    for (const QString& part : {u"陈静"_s, u"李军"_s, u"窗口二"_s, u"Window 6"_s, u"Being called"_s, u"Withdrawn"_s, u"Waiting"_s, u"张三"_s, u"Counts for now"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" is not in\n"_s + text));
    // Marked, and said to who can't see it.
    QVERIFY(named<QLabel>(m_page.get(), u"Version 1, State: Being called (the versions differ here)"_s));
    QVERIFY(named<QLabel>(m_page.get(), u"Version 2, State: Withdrawn (the versions differ here)"_s));
    QVERIFY(named<QLabel>(m_page.get(), u"Before, State: Waiting"_s));
    QVERIFY(button(u"Version 1 stands"_s) && button(u"Version 2 stands"_s));
    QVERIFY(!button(u"Open again"_s));
    takePicture(m_page.get(), u"conflicts-ticket"_s);
}

void TestConflictsPage::keysDecideAndUndo()
{
    makeTicketConflict();
    openPage();
    QTRY_VERIFY(button(u"Version 2 stands"_s) && button(u"Version 2 stands"_s)->isEnabled());
    QVERIFY(table()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(status(), TicketStatus::Withdrawn);
    QTRY_VERIFY(shownText(m_page.get()).contains(u"Nothing to decide"_s));
    QTRY_VERIFY(m_page->findChild<Toast*>());
    QVERIFY(m_page->findChild<Toast*>()->text().contains(u"Version 2 stands"_s));
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_page.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(status(), TicketStatus::Called);
    QTRY_COMPARE(list().open, 1u);
    QTRY_VERIFY(button(u"Version 2 stands"_s));
}

void TestConflictsPage::theMouseDecides()
{
    makePersonConflict();
    openPage();
    QTRY_VERIFY(button(u"Version 1 stands"_s) && button(u"Version 1 stands"_s)->isEnabled());
    QVERIFY(named<QLabel>(m_page.get(), u"Version 2, Address: 长青街 1 号 (changed in this version alone)"_s));
    QTest::mouseClick(button(u"Version 1 stands"_s), Qt::LeftButton);
    QTRY_COMPARE(list().open, 0u);
    const auto person = DeskBench::outcome(m_store.gateway->ask(m_store.session, PersonShow{m_visit.person}));
    QCOMPARE(person->known.phone, u"13800000001"_s);
    QCOMPARE(person->known.address, u"长青街 1 号"_s);
}

void TestConflictsPage::aDecisionIsChangedLater()
{
    makeTicketConflict();
    openPage();
    QTRY_VERIFY(button(u"Version 2 stands"_s) && button(u"Version 2 stands"_s)->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(list(true).conflicts.size(), std::size_t(1));
    auto* which = m_page->findChild<SegmentedControl*>();
    for (QAbstractButton* segment : which->findChildren<QAbstractButton*>())
        if (segment->text() == u"Decided"_s)
            QTest::mouseClick(segment, Qt::LeftButton);
    QTRY_VERIFY(button(u"Version 1 stands instead"_s) && button(u"Version 1 stands instead"_s)->isEnabled());
    QTRY_VERIFY(shownText(m_page.get()).contains(u"陈静"_s));
    QVERIFY(!button(u"Version 2 stands"_s)->isEnabled()); // it does
    takePicture(m_page.get(), u"conflicts-decided"_s);
    QTest::mouseClick(button(u"Version 1 stands instead"_s), Qt::LeftButton);
    QTRY_COMPARE(status(), TicketStatus::Called);
    QTRY_VERIFY(button(u"Open again"_s) && button(u"Open again"_s)->isEnabled());
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(list().open, 1u);
    QTRY_VERIFY(shownText(m_page.get()).contains(u"No decisions yet"_s));
}

void TestConflictsPage::anotherAdministratorWasFirst()
{
    makeTicketConflict();
    openPage();
    QTRY_VERIFY(button(u"Version 2 stands"_s) && button(u"Version 2 stands"_s)->isEnabled());
    const ConflictRow row = list().conflicts.at(0);
    const QSignalBlocker quiet(m_store.gateway.get()); // their decision is not told here yet
    QVERIFY(DeskBench::outcome(m_store.gateway->send(m_store.session, ConflictResolve{row.conflict, row.rivals[0].stream, row.rivals[0].sequence})));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY(shownText(m_page.get()).contains(u"陈静 resolved this conflict"_s));
    QCOMPARE(status(), TicketStatus::Called);
}

void TestConflictsPage::twoDecidedDifferently()
{
    makeTicketConflict();
    const ConflictRow row = list().conflicts.at(0);
    QVERIFY(DeskBench::outcome(m_store.gateway->send(m_store.session, ConflictResolve{row.conflict, row.rivals[0].stream, row.rivals[0].sequence})));
    ConflictResolved other{{row.rivals[0].stream, row.rivals[1].stream}, {row.rivals[0].sequence, row.rivals[1].sequence}, 2};
    elsewhere(m_visit.ticket.raw, 3, other);
    openPage();
    QTRY_VERIFY(shownText(m_page.get()).contains(u"decided without knowing of each other"_s));
    QVERIFY(shownText(m_page.get()).contains(u"李军"_s));
    QTRY_VERIFY(button(u"Version 2 stands"_s) && button(u"Version 2 stands"_s)->isEnabled());
    takePicture(m_page.get(), u"conflicts-disputed"_s);
    QTest::mouseClick(button(u"Version 2 stands"_s), Qt::LeftButton);
    QTRY_COMPARE(status(), TicketStatus::Withdrawn);
    QCOMPARE(list().open, 0u);
}

void TestConflictsPage::itComesInWhileSomebodyLooks()
{
    openPage();
    QTRY_VERIFY(shownText(m_page.get()).contains(u"Nothing to decide"_s));
    makeTicketConflict(true);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTRY_VERIFY(button(u"Version 1 stands"_s));
}

void TestConflictsPage::theRailCounts()
{
    makeTicketConflict();
    Desk desk(m_bench->parts());
    desk.startWork(m_store, m_bench->folder());
    MainWindow* window = desk.windows().constFirst();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTRY_VERIFY(named<QAbstractButton>(window, u"Conflicts, 1 to decide"_s));
    QTest::keyClick(window, Qt::Key_7, Qt::ControlModifier);
    QCOMPARE(window->frame()->currentPage(), u"conflicts"_s);
    auto* page = window->frame()->page(u"conflicts"_s);
    QTRY_COMPARE(page->findChild<DataTable*>()->model()->rowCount(), 1);
    QTest::qWait(300);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY(named<QAbstractButton>(window, u"Conflicts"_s));
    QCOMPARE(list().open, 0u);
}

void TestConflictsPage::theHistoryTellsIt()
{
    makeTicketConflict();
    const ConflictRow row = list().conflicts.at(0);
    QVERIFY(DeskBench::outcome(m_store.gateway->send(m_store.session, ConflictResolve{row.conflict, row.rivals[1].stream, row.rivals[1].sequence})));
    HistoryPanel panel(*m_store.gateway, m_store.session);
    panel.showTicket(m_visit.ticket.toString());
    panel.show();
    QTRY_VERIFY(shownText(&panel).contains(u"Conflict decided"_s));
    QVERIFY2(shownText(&panel).contains(u"“Ticket withdrawn” of 李军"_s), qPrintable(shownText(&panel)));
    QVERIFY(shownText(&panel).contains(u"has no effect"_s));
}

void TestConflictsPage::receptionistsDoNotSeeIt()
{
    StoreEntry store = m_store;
    store.session.roles = {u"receptionist"_s};
    Desk desk(m_bench->parts());
    desk.startWork(store, m_bench->folder());
    QVERIFY(!desk.windows().constFirst()->frame()->pageKeys().contains(u"conflicts"_s));
}

void TestConflictsPage::theRowsKeepTheirModel()
{
    const CentreDefinition centre = DeskBench::centre();
    ConflictModel model(centre);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<ConflictRow> rows(3);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        rows[at].conflict = QString::number(at);
        rows[at].kind = u"ticket"_s;
        rows[at].title = u"A00%1"_s.arg(at);
        rows[at].rivals = {ConflictAct{.type = u"ticket.called"_s}, ConflictAct{.type = u"ticket.called"_s}};
    }
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setConflicts(rows);
    QCOMPARE(model.index(0, ConflictModel::Record).data().toString(), u"Ticket A000"_s);
    QCOMPARE(model.index(0, ConflictModel::Acts).data().toString(), u"Called, twice"_s);
    QCOMPARE(model.rowOf(u"2"_s), 2);
    rows[0].isDisputed = true;
    std::swap(rows[1], rows[2]);
    model.setConflicts(rows);
    QCOMPARE(model.index(0, ConflictModel::State).data().toString(), u"Decided twice"_s);
    QCOMPARE(model.rowOf(u"2"_s), 1);
    rows.erase(rows.begin());
    model.setConflicts(rows);
    QCOMPARE(model.rowCount(), 2);
    model.setConflicts({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.at(0));
    QCOMPARE(resets.count(), 0);
}

QTEST_MAIN(TestConflictsPage)
#include "tst_conflicts_page.moc"
