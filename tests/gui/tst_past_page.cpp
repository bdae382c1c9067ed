// SPDX-License-Identifier: GPL-3.0-or-later
// The look back under real keys and the mouse: minutes by arrows and pages, a drag, typed days and times, days without acts, "now" that
// follows, one choice over four lists, the history of a ticket. With ONEDOOR_GALLERY set, pictures are written to the working folder.
#include "tests/gui/desk_bench.h"
#include "tests/gui/looking.h"
#include "tests/support/demo_centre.h"
#include "ui/pages/past/minute_slider.h"
#include "ui/pages/past/past_lists.h"
#include "ui/pages/past/past_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/text_field.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QSignalSpy>
#include <QTranslator>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestPastPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init();
    void cleanup();
    void opensAtNow();
    void keysMoveTheMinute();
    void theMouseGoesWhereItPoints();
    void timesAreTyped();
    void whatIsNoTimeIsSaidSo();
    void daysAreChosen();
    void nowFollows();
    void typingIsLeftAlone();
    void oneServiceAlone();
    void theHistoryOfATicket();
    void fastDragsEndWhereTheyEnd();
    void toAScreenReader();
    void thePlacesKeepTheirModel();
    void onlyForAdministrators();
    void pictures_data();
    void pictures();

private:
    void morning();
    void openPage();
    void setTime(const QString& time) { m_demo->clock().set(Instant::fromIso(u"2026-03-02T"_s + time + u":00+08:00"_s)); }
    template <typename Command>
    void act(const Command& command, const QString& place = u"window6"_s) { DemoCentre::wait(m_demo->gateway().send(m_demo->session("admin", place), command)); }
    VisitReply visit(const QString& name, const QString& service = u"legalAdvice"_s) { return m_demo->visit(m_demo->session("wang.fang", u"window1"_s), name, service); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers); }
    void typeIn(TextField* field, const QString& text)
    {
        field->setFocus();
        field->selectAll();
        const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar each) { return each.unicode() < 128; });
        if (isAscii)
            QTest::keyClicks(field, text);
        else
            field->insert(text); // as an input method does
        QTest::keyClick(field, Qt::Key_Return);
    }
    MinuteSlider* slider() const { return m_page->findChild<MinuteSlider*>(); }
    PastLists* lists() const { return m_page->findChild<PastLists*>(); }
    TextField* field(const QString& name) const { return named<TextField>(m_page.get(), name); }
    QString text(QAbstractItemView* view, int row, int column) const { return view->model()->index(row, column).data().toString(); }
    QString waiting() const
    {
        QStringList numbers;
        for (int row = 0; row < lists()->waitingTable()->model()->rowCount(); ++row)
            numbers.append(text(lists()->waitingTable(), row, QueueModel::Number));
        return numbers.join(u' ');
    }
    QString stateOf(const QString& place) const
    {
        for (int row = 0; row < lists()->placeTable()->model()->rowCount(); ++row)
            if (text(lists()->placeTable(), row, PastPlaceModel::Name) == place)
                return text(lists()->placeTable(), row, PastPlaceModel::Number) + u' ' + text(lists()->placeTable(), row, PastPlaceModel::State);
        return u"no such place"_s;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_demo;
    Session m_session;
    std::unique_ptr<PastPage> m_page;
    VisitReply m_first;
    VisitReply m_second;
    VisitReply m_third;
};

void TestPastPage::init()
{
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
    CentreDefinition centre = DemoCentre::shipped();
    centre.queue.missedOffersAtMost = 0; // who missed a call stays away
    m_demo = std::make_unique<DemoCentre>(centre);
    m_session = m_demo->session("admin");
    morning();
}

void TestPastPage::cleanup()
{
    m_page.reset();
    m_demo.reset();
    m_theme.reset();
}

void TestPastPage::morning()
{
    DemoCentre::wait(m_demo->gateway().send(m_demo->session("li.jun"), PlaceStaff{u"window6"_s}));
    m_first = visit(u"张三"_s);
    setTime(u"09:05"_s);
    m_second = visit(u"李四"_s);
    setTime(u"09:10"_s);
    act(TicketCall{{m_first.ticket.toString(), {}}});
    setTime(u"09:20"_s);
    act(TicketBegin{{m_first.ticket.toString(), {}}});
    setTime(u"09:30"_s);
    act(TicketHold{m_first.ticket.toString(), {}, m_demo->gateway().centre().holdReasons.front().key});
    setTime(u"09:40"_s);
    m_third = visit(u"王五"_s, u"familyMediation"_s);
    setTime(u"10:00"_s);
    act(TicketCall{{m_second.ticket.toString(), {}}});
    setTime(u"10:05"_s);
    act(TicketMiss{{m_second.ticket.toString(), {}}});
    setTime(u"10:30"_s);
}

void TestPastPage::openPage()
{
    m_page = std::make_unique<PastPage>(m_demo->gateway(), m_session, m_demo->clock());
    m_page->resize(1278, 660);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
    QTRY_COMPARE(waiting(), m_third.number);
    QTRY_COMPARE(slider()->maximum(), 10 * 60 + 30);
}

void TestPastPage::opensAtNow()
{
    openPage();
    QVERIFY(m_page->board().isNow());
    QVERIFY(slider()->hasFocus());
    QCOMPARE(slider()->value(), 10 * 60 + 30);
    QCOMPARE(field(u"Time"_s)->text(), u"10:30"_s);
    QCOMPARE(field(u"Day"_s)->text(), u"2026-03-02"_s);
    QCOMPARE(stateOf(u"Window 6"_s), u" Free"_s);
    QCOMPARE(stateOf(u"Window 5"_s), u" "_s);
    QVERIFY(shownText(m_page.get()).contains(u"1 waiting · 0 called or served · 1 on hold · 0 done"_s));
}

void TestPastPage::keysMoveTheMinute()
{
    openPage();
    press(Qt::Key_Left);
    QCOMPARE(slider()->value(), 10 * 60 + 29);
    QVERIFY(!m_page->board().isNow());
    press(Qt::Key_PageDown);
    QCOMPARE(field(u"Time"_s)->text(), u"10:14"_s);
    press(Qt::Key_PageDown);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QCOMPARE(field(u"Time"_s)->text(), u"10:01"_s);
    QTRY_COMPARE(stateOf(u"Window 6"_s), QString(m_second.number + u" Being called"_s));
    press(Qt::Key_PageDown);
    QTRY_COMPARE(waiting(), QString(m_second.number + u' ' + m_third.number));
    press(Qt::Key_Home);
    QCOMPARE(field(u"Time"_s)->text(), u"08:30"_s); // the doors open
    QTRY_COMPARE(waiting(), QString());
    press(Qt::Key_PageUp);
    press(Qt::Key_PageUp);
    press(Qt::Key_PageUp);
    QTRY_COMPARE(stateOf(u"Window 6"_s), QString(m_first.number + u" Being called"_s));
    press(Qt::Key_End);
    QCOMPARE(field(u"Time"_s)->text(), u"10:30"_s);
    QTRY_COMPARE(waiting(), m_third.number);
}

void TestPastPage::theMouseGoesWhereItPoints()
{
    openPage();
    const auto pointAt = [&](int minute) { return QPoint(slider()->positionOf(minute), slider()->height() / 2); };
    QTest::mouseClick(slider(), Qt::LeftButton, {}, pointAt(9 * 60 + 25));
    QCOMPARE(field(u"Time"_s)->text(), u"09:25"_s);
    QTRY_COMPARE(stateOf(u"Window 6"_s), QString(m_first.number + u" Being served"_s));
    QTest::mousePress(slider(), Qt::LeftButton, {}, pointAt(9 * 60 + 25));
    for (int minute = 9 * 60 + 26; minute <= 9 * 60 + 45; ++minute)
        QTest::mouseMove(slider(), pointAt(minute));
    QTest::mouseRelease(slider(), Qt::LeftButton, {}, pointAt(9 * 60 + 45));
    QTRY_COMPARE(field(u"Time"_s)->text(), u"09:45"_s);
    QTRY_COMPARE(waiting(), QString(m_second.number + u' ' + m_third.number));
    QTest::mouseMove(slider(), pointAt(9 * 60)); // let go of: nothing moves
    QCOMPARE(field(u"Time"_s)->text(), u"09:45"_s);
    QTest::mouseClick(slider(), Qt::LeftButton, {}, QPoint(slider()->width() - 1, 10));
    QCOMPARE(slider()->value(), slider()->maximum());
}

void TestPastPage::timesAreTyped()
{
    openPage();
    for (const auto& [typed, minute] : {std::pair{u"915"_s, 555}, std::pair{u"09:25"_s, 565}, std::pair{u"9.30"_s, 570}, std::pair{u"０９：４５"_s, 585}}) {
        typeIn(field(u"Time"_s), typed);
        QCOMPARE(slider()->value(), minute);
        QVERIFY(slider()->hasFocus());
        QCOMPARE(field(u"Time"_s)->text(), MinuteSlider::timeText(minute));
    }
    typeIn(field(u"Time"_s), u"700"_s); // before the doors open
    QCOMPARE(field(u"Time"_s)->text(), u"07:00"_s);
    QTRY_COMPARE(waiting(), QString());
    m_page->board().refresh();
    QTest::qWait(300);
    QCOMPARE(field(u"Time"_s)->text(), u"07:00"_s);
}

void TestPastPage::whatIsNoTimeIsSaidSo()
{
    openPage();
    for (const QString& typed : {u"25:00"_s, u"9:75"_s, u"soon"_s, u"1:2:3"_s, u"7"_s}) {
        typeIn(field(u"Time"_s), typed);
        QVERIFY2(shownText(m_page.get()).contains(u"Please type a time such as 10:30."_s), qPrintable(typed));
        QCOMPARE(field(u"Time"_s)->text(), typed);
    }
    typeIn(field(u"Time"_s), u"23:59"_s);
    QVERIFY(shownText(m_page.get()).contains(u"That time is still to come."_s));
    typeIn(field(u"Day"_s), u"2026-02-30"_s);
    QVERIFY(shownText(m_page.get()).contains(u"Please type a day such as 2026-03-02."_s));
    typeIn(field(u"Day"_s), u"20260303"_s);
    QVERIFY(shownText(m_page.get()).contains(u"That day is still to come."_s));
    QCOMPARE(m_page->board().day(), QDate(2026, 3, 2));
}

void TestPastPage::daysAreChosen()
{
    openPage();
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(field(u"Day"_s)->text(), u"2026-03-01"_s);
    QTRY_VERIFY(shownText(m_page.get()).contains(u"The centre was closed on this day"_s));
    QVERIFY(!lists()->isVisible());
    takePicture(m_page.get(), u"past-closed"_s);
    typeIn(field(u"Day"_s), u"2026年2月27日"_s);
    QTRY_VERIFY(shownText(m_page.get()).contains(u"Nothing was recorded on this day"_s));
    QCOMPARE(slider()->minimum(), 8 * 60 + 30);
    QCOMPARE(slider()->maximum(), 17 * 60 + 30);
    QCOMPARE(slider()->value(), 10 * 60 + 30); // the same minute
    m_demo->clock().advanceSeconds(86'400);
    typeIn(field(u"Day"_s), u"2026.3.2"_s);
    QTRY_COMPARE(waiting(), m_third.number);
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(field(u"Day"_s)->text(), u"2026-03-03"_s);
    QTRY_VERIFY(lists()->isVisible()); // somebody was left over
    QTRY_COMPARE(waiting(), m_third.number);
    press(Qt::Key_Right, Qt::AltModifier); // there is no later day
    QCOMPARE(m_page->board().day(), QDate(2026, 3, 3));
}

void TestPastPage::nowFollows()
{
    openPage();
    press(Qt::Key_Home);
    QTRY_COMPARE(waiting(), QString());
    const VisitReply next = visit(u"赵六"_s);
    QTest::qWait(500);
    QCOMPARE(waiting(), QString()); // who looks back stays there
    press(Qt::Key_J, Qt::ControlModifier);
    QTRY_COMPARE(waiting(), QString(m_third.number + u' ' + next.number));
    m_demo->clock().advanceSeconds(120);
    const VisitReply last = visit(u"孙七"_s);
    QTRY_COMPARE(waiting(), QString(m_third.number + u' ' + next.number + u' ' + last.number));
    QTRY_COMPARE(field(u"Time"_s)->text(), u"10:32"_s);
    QTRY_COMPARE(slider()->value(), 10 * 60 + 32);
}

void TestPastPage::typingIsLeftAlone()
{
    openPage();
    TextField* time = field(u"Time"_s);
    time->setFocus();
    time->selectAll();
    QTest::keyClicks(time, u"09"_s);
    visit(u"赵六"_s); // something happens meanwhile
    QTest::qWait(600);
    QCOMPARE(time->text(), u"09"_s);
    QTest::keyClicks(time, u"25"_s);
    QTest::keyClick(time, Qt::Key_Return);
    QTRY_COMPARE(stateOf(u"Window 6"_s), QString(m_first.number + u" Being served"_s));
}

void TestPastPage::oneServiceAlone()
{
    openPage();
    typeIn(field(u"Time"_s), u"945"_s);
    QTRY_COMPARE(waiting(), QString(m_second.number + u' ' + m_third.number));
    QComboBox* services = lists()->services();
    QCOMPARE(services->count(), 3);
    services->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(waiting().split(u' ').size(), 1);
    const QString chosen = services->currentData().toString();
    QCOMPARE(waiting(), chosen == u"legalAdvice" ? m_second.number : m_third.number);
    typeIn(field(u"Time"_s), u"0906"_s);
    QTRY_COMPARE(waiting(), chosen == u"legalAdvice" ? QString(m_first.number + u' ' + m_second.number) : QString());
    QCOMPARE(services->currentData().toString(), chosen);
}

void TestPastPage::theHistoryOfATicket()
{
    openPage();
    typeIn(field(u"Time"_s), u"0925"_s);
    QTRY_COMPARE(waiting(), m_second.number);
    QSignalSpy wanted(m_page.get(), &PastPage::ticketHistoryWanted);
    press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 0); // nobody is chosen
    lists()->waitingTable()->setFocus();
    lists()->waitingTable()->selectRow(0);
    press(Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.takeFirst().at(0).toString(), m_second.ticket.toString());
    DataTable* places = lists()->placeTable();
    for (int row = 0; row < places->model()->rowCount(); ++row)
        if (text(places, row, PastPlaceModel::Number) == m_first.number)
            QTest::mouseClick(places->viewport(), Qt::LeftButton, {}, places->visualRect(places->model()->index(row, PastPlaceModel::Number)).center());
    QVERIFY(!lists()->waitingTable()->selectionModel()->hasSelection());
    press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.takeFirst().at(0).toString(), m_first.ticket.toString());
}

void TestPastPage::fastDragsEndWhereTheyEnd()
{
    openPage();
    QList<QAbstractItemModelTester*> testers;
    for (DataTable* table : lists()->findChildren<DataTable*>())
        testers.append(new QAbstractItemModelTester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get()));
    QCOMPARE(testers.size(), 4);
    for (int round = 0; round < 3; ++round) {
        for (int minute = slider()->minimum(); minute <= slider()->maximum(); ++minute) {
            slider()->setValue(minute);
            if (minute % 10 == 0)
                QTest::qWait(1);
        }
        slider()->setValue(9 * 60 + 25);
        QTRY_COMPARE(m_page->board().hall().time.minuteOfDayAt(480), 9 * 60 + 25);
        QTRY_COMPARE(stateOf(u"Window 6"_s), QString(m_first.number + u" Being served"_s));
        QCOMPARE(waiting(), m_second.number);
    }
}

void TestPastPage::toAScreenReader()
{
    openPage();
    typeIn(field(u"Time"_s), u"0945"_s);
    QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(slider());
    QVERIFY(reader);
    QCOMPARE(reader->role(), QAccessible::Slider);
    QCOMPARE(reader->text(QAccessible::Name), u"Minute of the day"_s);
    QCOMPARE(reader->text(QAccessible::Value), u"09:45, 2 waiting"_s);
    QAccessibleValueInterface* value = reader->valueInterface();
    QVERIFY(value);
    QCOMPARE(value->currentValue().toInt(), 585);
    QCOMPARE(value->minimumValue().toInt(), 8 * 60 + 30);
    QCOMPARE(value->maximumValue().toInt(), 10 * 60 + 30);
    QCOMPARE(value->minimumStepSize().toInt(), 1);
    value->setCurrentValue(565);
    QTRY_COMPARE(stateOf(u"Window 6"_s), QString(m_first.number + u" Being served"_s));
}

void TestPastPage::thePlacesKeepTheirModel()
{
    const CentreDefinition& centre = m_demo->gateway().centre();
    PastPlaceModel model(centre);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    TicketRow called;
    called.number = u"A001"_s;
    called.status = TicketStatus::Called;
    called.calledAt = Instant{60'000};
    std::vector<PastPlace> places{{.place = u"window1"_s}, {.place = u"window2"_s, .staffedBy = u"李军"_s}, {.place = u"gone"_s, .present = {called, called}}};
    model.setPlaces(places, Instant{360'000});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1, PastPlaceModel::State).data().toString(), u"Free"_s);
    QCOMPARE(model.index(2, PastPlaceModel::Name).data().toString(), u"gone"_s);
    QCOMPARE(model.index(2, PastPlaceModel::Number).data().toString(), u"A001 / A001"_s);
    QCOMPARE(model.index(2, PastPlaceModel::Minutes).data().toString(), u"5"_s);
    model.setPlaces(places, Instant{361'000});
    QCOMPARE(changes.count(), 0); // the same minute
    places.erase(places.begin());
    std::swap(places[0], places[1]);
    model.setPlaces(places, Instant{420'000});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, PastPlaceModel::Minutes).data().toString(), u"6"_s);
    model.setPlaces({}, {});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.count(), 0);
}

void TestPastPage::onlyForAdministrators()
{
    m_theme.reset(); // one at a time
    DeskBench bench;
    const StoreEntry store = bench.found().store;
    {
        Desk desk(bench.parts());
        desk.startWork(store, bench.folder());
        WorkFrame* frame = desk.windows().constFirst()->frame();
        QVERIFY(frame->pageKeys().contains(u"past"_s));
        QVERIFY(QTest::qWaitForWindowActive(desk.windows().constFirst()));
        QTest::keyClick(desk.windows().constFirst(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(frame->currentPage(), u"past"_s);
    }
    StoreEntry other = store;
    other.session.roles = {u"receptionist"_s, u"roomStaff"_s};
    Desk desk(bench.parts());
    desk.startWork(other, bench.folder());
    QVERIFY(!desk.windows().constFirst()->frame()->pageKeys().contains(u"past"_s));
}

void TestPastPage::pictures_data()
{
    QTest::addColumn<Look>("look");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("light-zh") << Look::Light << true;
    QTest::newRow("light-en") << Look::Light << false;
    QTest::newRow("dark-zh") << Look::Dark << true;
    QTest::newRow("contrast-en") << Look::HighContrast << false;
}

void TestPastPage::pictures()
{
    ONLY_FOR_PICTURES();
    QFETCH(Look, look);
    QFETCH(bool, chinese);
    QTranslator translator;
    QLocale::setDefault(chinese ? QLocale(u"zh_CN"_s) : QLocale(QLocale::English));
    QVERIFY(translator.load(chinese ? u":/i18n/onedoor_zh_CN.qm"_s : u":/i18n/onedoor_en.qm"_s));
    qApp->installTranslator(&translator);
    m_theme->setLook(look);
    for (int minute = 31; minute < 55; ++minute) {
        setTime(u"10:%1"_s.arg(minute));
        visit(u"访客%1"_s.arg(minute - 30), m_demo->gateway().centre().services.at(minute % 9).key);
        if (minute % 3 == 0)
            DemoCentre::outcome(m_demo->gateway().send(m_demo->session("admin", u"window%1"_s.arg(minute % 8 + 1)), TicketCallNext{}));
    }
    m_page = std::make_unique<PastPage>(m_demo->gateway(), m_session, m_demo->clock());
    m_page->setAutoFillBackground(true);
    m_page->resize(1278, 640); // what 1366 × 768 leaves to a page
    m_page->show();
    QTRY_VERIFY(slider()->maximum() > 10 * 60 + 50);
    slider()->setValue(10 * 60 + 48);
    QTRY_COMPARE(m_page->board().hall().time.minuteOfDayAt(480), 10 * 60 + 48);
    takePicture(m_page.get(), u"past-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    qApp->removeTranslator(&translator);
    QLocale::setDefault(QLocale(QLocale::English));
}

QTEST_MAIN(TestPastPage)
#include "tst_past_page.moc"
