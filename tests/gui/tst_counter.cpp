// SPDX-License-Identifier: GPL-3.0-or-later
// The console of a place under real key strokes against the real gateway: a visitor's whole way, two places that press at once, what
// is refused and why, what can be taken back. With ONEDOOR_GALLERY set, pictures of the page are written to the build folder.
#include "tests/gui/counter_bench.h"
#include "tests/gui/looking.h"
#include "ui/pages/counter/queue_lists.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTranslator>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestCounter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void callBeginFinish();
    void pressedTwiceActsOnce();
    void twoConsolesNeverShareAVisitor();
    void refusalSaysWhoWasFirst();
    void chosenVisitorWhoGoesLeavesNoChoice();
    void undoTakesBackTheLastActs();
    void undoSparesWhatOthersDid();
    void historyOfWhoeverIsMeant();
    void columnsFit_data();
    void columnsFit();
    void holdAndResume();
    void transferKeepsNumberAndArrival();
    void seatIsTakenOverKnowingly();
    void finishNeedsAnOutcome();
    void closedWhileAnAnswerIsOnItsWay();
    void everythingHasAName();
    void pictures_data();
    void pictures();

private:
    VisitReply visitor(const QString& name, const QString& service = u"legalAdvice"_s) { return m_demo->visit(m_desk, name, service); }
    TicketRow ticket(const VisitReply& visit)
    {
        return DemoCentre::wait(m_demo->gateway().ask(m_desk, TicketShow{.ticket = visit.ticket.toString()})).ticket;
    }
    void busyMorning();

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_demo;
    Session m_desk;
};

void TestCounter::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestCounter::init()
{
    m_demo = std::make_unique<DemoCentre>();
    m_desk = m_demo->session("wang.fang");
}

void TestCounter::cleanup()
{
    m_demo.reset();
}

void TestCounter::callBeginFinish()
{
    const VisitReply first = visitor(u"张伟"_s);
    visitor(u"王秀英"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    QVERIFY(console.board().staffedByMe);
    QCOMPARE(console.board().waiting.size(), std::size_t(2));
    console.press(Qt::Key_F2);
    QVERIFY(stands(console, TicketStatus::Called));
    QCOMPARE(console.board().current->number, first.number);
    QVERIFY(isReady(console, CounterAct::Begin));
    QVERIFY(!console.page->action(CounterAct::CallNext)->isEnabled());
    console.press(Qt::Key_F4);
    QVERIFY(stands(console, TicketStatus::Serving));
    QVERIFY(isReady(console, CounterAct::Finish));
    m_demo->clock().advanceSeconds(600);
    console.press(Qt::Key_F9);
    QVERIFY(console.sheet());
    console.press(Qt::Key_2);
    console.press(Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"signed"_s);
    console.press(Qt::Key_Return);
    QVERIFY(isFree(console));
    QVERIFY(!console.sheet());
    const TicketRow done = ticket(first);
    QCOMPARE(done.status, TicketStatus::Finished);
    QCOMPARE(done.outcome, u"accepted"_s);
    QCOMPARE(done.finishNote, u"signed"_s);
    QCOMPARE(done.servedSeconds, 600);
    QCOMPARE(console.board().servedToday, 1U);
    QCOMPARE(console.message(), QString());
}

void TestCounter::pressedTwiceActsOnce()
{
    const VisitReply first = visitor(u"张伟"_s);
    const VisitReply second = visitor(u"李娜"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    for (int press = 0; press < 4; ++press)
        console.press(Qt::Key_F2);
    QVERIFY(stands(console, TicketStatus::Called));
    for (int press = 0; press < 4; ++press)
        console.press(Qt::Key_F2);
    QVERIFY(isReady(console, CounterAct::Begin));
    QCOMPARE(ticket(first).calls, 1U);
    QCOMPARE(ticket(second).status, TicketStatus::Waiting);
    QCOMPARE(console.message(), QString());
}

void TestCounter::twoConsolesNeverShareAVisitor()
{
    constexpr int visitors = 8;
    for (int number = 0; number < visitors; ++number)
        visitor(u"访客%1"_s.arg(QChar(u'甲' + number)));
    Console one(*m_demo, "li.jun", u"gongxinStudio"_s);
    Console other(*m_demo, "zhao.min", u"window6"_s);
    QStringList called;
    while (called.size() < visitors) {
        QVERIFY(isReady(one, CounterAct::CallNext) && isReady(other, CounterAct::CallNext));
        one.page->action(CounterAct::CallNext)->trigger();
        other.page->action(CounterAct::CallNext)->trigger();
        for (Console* console : {&one, &other}) {
            QVERIFY(stands(*console, TicketStatus::Called));
            QVERIFY2(!called.contains(console->board().current->number), qPrintable(console->board().current->number));
            called.append(console->board().current->number);
            QVERIFY(isReady(*console, CounterAct::Miss));
        }
        for (Console* console : {&one, &other}) {
            console->activate();
            console->press(Qt::Key_F7);
            QVERIFY(isFree(*console));
        }
    }
    QVERIFY(QTest::qWaitFor([&] { return one.board().missed.size() == visitors; }, patience));
}

void TestCounter::refusalSaysWhoWasFirst()
{
    const VisitReply visit = visitor(u"张伟"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.page->findChild<QueueLists*>()->waitingTable()->selectRow(0);
    QVERIFY(isReady(console, CounterAct::CallChosen));
    // The other window is faster, and the list here does not show it yet.
    const auto faster = m_demo->gateway().send(m_demo->session("zhao.min", u"window6"_s), TicketCall{{.ticket = visit.ticket.toString(), .place = u"window6"_s}});
    console.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return !console.message().isEmpty(); }, patience));
    QVERIFY(DemoCentre::wait(QFuture(faster)).ticket.place == u"window6"_s);
    QVERIFY2(console.message().contains(u"赵敏"_s) && console.message().contains(visit.number), qPrintable(console.message()));
    QVERIFY(!console.board().current);
}

/// Views move the choice to the neighbour of a row that goes: the next key would then hit a stranger.
void TestCounter::chosenVisitorWhoGoesLeavesNoChoice()
{
    const VisitReply first = visitor(u"张伟"_s);
    visitor(u"李娜"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    auto* lists = console.page->findChild<QueueLists*>();
    lists->waitingTable()->selectRow(0);
    QVERIFY(isReady(console, CounterAct::CallChosen));
    QCOMPARE(lists->chosen()->number, first.number);
    DemoCentre::wait(m_demo->gateway().send(m_demo->session("zhao.min", u"window6"_s), TicketCallNext{}));
    QVERIFY(QTest::qWaitFor([&] { return console.page->board().waiting()->rowCount() == 1; }, patience));
    QVERIFY(!lists->chosen());
    QVERIFY(!console.page->action(CounterAct::CallChosen)->isEnabled());
    QVERIFY(console.page->action(CounterAct::CallNext)->isEnabled());
}

void TestCounter::undoTakesBackTheLastActs()
{
    const VisitReply visit = visitor(u"张伟"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(isReady(console, CounterAct::Begin));
    console.press(Qt::Key_F4);
    QVERIFY(isReady(console, CounterAct::Finish));
    console.press(Qt::Key_F9);
    console.press(Qt::Key_1);
    console.press(Qt::Key_Return);
    QVERIFY(isFree(console));
    const auto canUndo = [&] { return console.page->undoAction()->isEnabled(); };
    for (const TicketStatus back : {TicketStatus::Serving, TicketStatus::Called, TicketStatus::Waiting}) {
        QVERIFY(QTest::qWaitFor(canUndo, patience));
        console.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return ticket(visit).status == back; }, patience));
        QVERIFY(back == TicketStatus::Waiting ? isFree(console) : stands(console, back));
    }
    QVERIFY(isReady(console, CounterAct::CallNext));
    QVERIFY(!canUndo());
    QCOMPARE(console.message(), QString());
}

void TestCounter::undoSparesWhatOthersDid()
{
    const VisitReply visit = visitor(u"张伟"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(isReady(console, CounterAct::Requeue));
    console.press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(isFree(console));
    const Session other = m_demo->session("zhao.min", u"window6"_s);
    DemoCentre::wait(m_demo->gateway().send(other, TicketCallNext{}));
    QVERIFY(QTest::qWaitFor([&] { return console.page->undoAction()->isEnabled(); }, patience));
    console.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return !console.message().isEmpty(); }, patience));
    for (const QString& part : {visit.number, u"赵敏"_s, u"called"_s, u"Window 6"_s})
        QVERIFY2(console.message().contains(part), qPrintable(console.message()));
    QCOMPARE(ticket(visit).status, TicketStatus::Called);
    QCOMPARE(ticket(visit).place, u"window6"_s);
    QVERIFY(isFree(console));
    QVERIFY(!console.page->undoAction()->isEnabled()); // its earlier act on that ticket lies further back still
}

void TestCounter::historyOfWhoeverIsMeant()
{
    const VisitReply here = visitor(u"张伟"_s);
    const VisitReply waiting = visitor(u"李娜"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QSignalSpy wanted(console.page.get(), &CounterPage::historyWanted);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.page->findChild<QueueLists*>()->waitingTable()->clearSelection();
    console.press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 0); // nobody is here, nobody is chosen
    console.press(Qt::Key_F2);
    QVERIFY(stands(console, TicketStatus::Called));
    QVERIFY(QTest::qWaitFor([&] { return console.page->historyAction()->isEnabled(); }, patience));
    console.press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.last().first().value<VisitId>(), here.visit);
    auto* table = console.page->findChild<QueueLists*>()->waitingTable();
    table->setFocus();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
    console.press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted.last().first().value<VisitId>(), waiting.visit);
    QStringList keys;
    for (const KeyEntry& entry : KeyMap::entries(console.page.get()))
        keys.append(entry.keys.toString(QKeySequence::PortableText) + u' ' + entry.text);
    QVERIFY2(keys.contains(u"Ctrl+H History"_s), qPrintable(keys.join(u'\n')));
}

void TestCounter::columnsFit_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QSize>("size");
    for (const bool chinese : {true, false}) {
        QTest::newRow(chinese ? "zh 1366" : "en 1366") << chinese << QSize(1278, 684);
        QTest::newRow(chinese ? "zh 1920" : "en 1920") << chinese << QSize(1832, 996);
    }
}

void TestCounter::columnsFit()
{
    QFETCH(bool, chinese);
    QFETCH(QSize, size);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/onedoor_zh_CN.qm"_s));
    if (chinese)
        qApp->installTranslator(&translator);
    QLocale::setDefault(chinese ? QLocale(u"zh_CN"_s) : QLocale(QLocale::English));
    visitor(u"欧阳修竹"_s, u"guidance"_s);
    visitor(u"张伟"_s, u"legalAdvice"_s);
    Console console(*m_demo, "li.jun", u"window1"_s);
    console.page->resize(size);
    auto* lists = console.page->findChild<QueueLists*>();
    QVERIFY(QTest::qWaitFor([&] { return lists->waitingTable()->model()->rowCount() > 0; }, patience));
    QTest::qWait(60);
    for (const auto kind : {QueueModel::Kind::Waiting, QueueModel::Kind::Held, QueueModel::Kind::Missed, QueueModel::Kind::Done}) {
        lists->showKind(kind);
        QTest::qWait(20);
        const DataTable* table = lists->table(kind);
        for (int column = 0; column < QueueModel::ColumnCount; ++column) {
            const QString name = table->model()->headerData(column, Qt::Horizontal).toString();
            QVERIFY2(table->horizontalHeader()->sectionSizeHint(column) <= table->columnWidth(column), qPrintable(name));
            if (table->model()->rowCount() == 0)
                continue;
            const int wanted = static_cast<const QAbstractItemView*>(table)->sizeHintForIndex(table->model()->index(0, column)).width();
            QVERIFY2(wanted <= table->columnWidth(column), qPrintable(u"%1: %2 of %3"_s.arg(name).arg(table->columnWidth(column)).arg(wanted)));
        }
    }
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestCounter::holdAndResume()
{
    const VisitReply visit = visitor(u"张伟"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(isReady(console, CounterAct::Begin));
    console.press(Qt::Key_F4);
    QVERIFY(isReady(console, CounterAct::Hold));
    m_demo->clock().advanceSeconds(60);
    console.press(Qt::Key_F6);
    QVERIFY(console.sheet());
    console.press(Qt::Key_1);
    QVERIFY(isFree(console));
    QCOMPARE(ticket(visit).status, TicketStatus::Held);
    QVERIFY(!ticket(visit).holdReason.isEmpty());
    m_demo->clock().advanceSeconds(600);
    QVERIFY(QTest::qWaitFor([&] { return console.page->board().held()->rowCount() == 1; }, patience));
    QVERIFY(isReady(console, CounterAct::Resume)); // nobody is chosen: the only one is meant
    auto* lists = console.page->findChild<QueueLists*>();
    console.press(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(lists->table(QueueModel::Kind::Held)->hasFocus());
    QVERIFY(lists->chosen());
    QCOMPARE(lists->chosen()->status, TicketStatus::Held);
    const Toast* toast = console.page->findChild<Toast*>();
    QVERIFY(toast);
    for (const QAbstractButton* button : console.page->findChildren<QAbstractButton*>()) {
        const QRect area(button->mapTo(console.page.get(), QPoint()), button->size());
        QVERIFY2(!button->isVisible() || toast->isAncestorOf(button) || !area.intersects(toast->geometry()), qPrintable(button->text()));
    }
    console.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(stands(console, TicketStatus::Serving));
    QCOMPARE(ticket(visit).servedSeconds, 60); // the time on hold is nobody's serving time
}

void TestCounter::transferKeepsNumberAndArrival()
{
    const VisitReply visit = visitor(u"张伟"_s);
    const TicketRow before = ticket(visit);
    m_demo->clock().advanceSeconds(900);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(isReady(console, CounterAct::Transfer));
    console.press(Qt::Key_F8);
    auto* lookup = console.page->findChild<LookupField*>();
    QVERIFY(lookup && lookup->edit()->hasFocus());
    QTest::keyClicks(lookup->edit(), u"legal aid"_s);
    QVERIFY(QTest::qWaitFor([&] { return lookup->highlighted().isValid(); }, patience));
    console.press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"papers are complete"_s);
    console.press(Qt::Key_Return);
    QVERIFY(isFree(console));
    const TicketRow after = ticket(visit);
    QCOMPARE(after.status, TicketStatus::Waiting);
    QCOMPARE(after.service, u"legalAid"_s);
    QCOMPARE(after.handoverNote, u"papers are complete"_s);
    QCOMPARE(after.number, before.number);
    QCOMPARE(after.arrivedAt, before.arrivedAt);
    QCOMPARE(after.queueTime, before.queueTime);
}

void TestCounter::seatIsTakenOverKnowingly()
{
    const Session other = m_demo->session("zhao.min");
    DemoCentre::wait(m_demo->gateway().send(other, PlaceStaff{.place = u"window6"_s}));
    Console console(*m_demo, "li.jun", u"window6"_s);
    QVERIFY(QTest::qWaitFor([&] { return !console.message().isEmpty(); }, patience));
    QVERIFY2(console.message().contains(u"赵敏"_s), qPrintable(console.message()));
    QVERIFY(!console.board().staffedByMe);
    QAbstractButton* takeOver = nullptr;
    for (auto* button : console.page->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->text() == u"Take over the place"_s)
            takeOver = button;
    }
    QVERIFY(takeOver);
    QVERIFY(QTest::qWaitFor([&] { return takeOver->isEnabled(); }, patience));
    takeOver->setFocus();
    console.press(Qt::Key_Space);
    QVERIFY(QTest::qWaitFor([&] { return console.board().staffedByMe; }, patience));
    QVERIFY(QTest::qWaitFor([&] { return console.message().isEmpty(); }, patience));
}

void TestCounter::finishNeedsAnOutcome()
{
    const VisitReply visit = visitor(u"张伟"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(isReady(console, CounterAct::Begin));
    console.press(Qt::Key_F4);
    QVERIFY(isReady(console, CounterAct::Finish));
    console.press(Qt::Key_F9);
    console.press(Qt::Key_Return);
    QTest::qWait(50);
    QVERIFY(console.sheet());
    QCOMPARE(ticket(visit).status, TicketStatus::Serving);
    // The page's own keys rest while a sheet is open.
    console.press(Qt::Key_F6);
    QCOMPARE(console.page->findChildren<Sheet*>().size(), 1);
    console.press(Qt::Key_Escape);
    QVERIFY(!console.sheet());
    QVERIFY(isReady(console, CounterAct::Finish));
}

void TestCounter::closedWhileAnAnswerIsOnItsWay()
{
    const VisitReply visit = visitor(u"张伟"_s);
    for (int round = 0; round < 20; ++round) {
        Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
        if (round == 0) {
            QVERIFY(isReady(console, CounterAct::CallNext));
            console.press(Qt::Key_F2);
        }
        console.page->board().refresh();
        QTest::qWait(30 + round); // about when the question goes out
    }
    QVERIFY(QTest::qWaitFor([&] { return ticket(visit).status == TicketStatus::Called; }, patience));
}

void TestCounter::everythingHasAName()
{
    visitor(u"张伟"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    for (const QWidget* widget : console.page->findChildren<QWidget*>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool hasName = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(hasName, widget->metaObject()->className());
    }
    QCOMPARE(KeyMap::conflicts(console.page.get()), QStringList());
}

void TestCounter::busyMorning()
{
    ManualClock& clock = m_demo->clock();
    const QStringList names{u"张伟"_s, u"王秀英"_s, u"李建国"_s, u"欧阳海燕"_s, u"刘洋"_s, u"买买提·艾力"_s, u"陈静"_s, u"周志强"_s, u"吴桂兰"_s, u"徐丽"_s};
    const QStringList services{u"legalAdvice"_s, u"legalAid"_s, u"notaryEnquiry"_s};
    const QStringList priorities{{}, u"elder"_s, {}, {}, u"disabled"_s, {}, {}, {}, u"urgent"_s, {}};
    for (int at = 0; at < names.size(); ++at) {
        VisitRegister visit;
        visit.newPerson = PersonInput{.name = names[at], .documentKind = DocumentKind::None, .sex = at % 2 ? Sex::Female : Sex::Male};
        visit.service = services[at % services.size()];
        visit.priority = priorities[at];
        visit.headcount = at == 3 ? 4 : 1;
        visit.urgent = at == 8;
        visit.summary = u"所住小区物业长期未公示维修资金使用情况，多次要求查阅账目未果。现希望了解可以通过哪些途径解决，并请协助联系物业公司和社区居委会。"_s;
        DemoCentre::wait(m_demo->gateway().send(m_desk, visit));
        clock.advanceSeconds(170);
    }
    const Session staff = m_demo->session("li.jun", u"window6"_s);
    const auto next = [&] { return DemoCentre::wait(m_demo->gateway().send(staff, TicketCallNext{})).ticket.ticket.toString(); };
    const auto send = [&](auto command) { DemoCentre::wait(m_demo->gateway().send(staff, command)); };
    QString id = next();
    send(TicketBegin{{.ticket = id}});
    clock.advanceSeconds(480);
    send(TicketFinish{.ticket = id, .outcome = u"resolved"_s});
    id = next();
    send(TicketBegin{{.ticket = id}});
    clock.advanceSeconds(240);
    send(TicketHold{.ticket = id, .reason = u"fetchPapers"_s});
    id = next();
    clock.advanceSeconds(120);
    send(TicketMiss{{.ticket = id}});
    id = next();
    send(TicketBegin{{.ticket = id}});
    send(TicketTransfer{.ticket = id, .service = u"legalAid"_s, .note = u"身份证复印件已核对，还缺收入证明。"_s});
    id = next();
    clock.advanceSeconds(20);
    send(TicketBegin{{.ticket = id}});
    clock.advanceSeconds(247);
}

void TestCounter::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Look>("look");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("small-light-zh") << QSize(1150, 690) << Look::Light << true;
    QTest::newRow("small-dark-en") << QSize(1150, 690) << Look::Dark << false;
    QTest::newRow("large-light-en") << QSize(1700, 990) << Look::Light << false;
    QTest::newRow("large-dark-zh") << QSize(1700, 990) << Look::Dark << true;
    QTest::newRow("small-contrast-zh") << QSize(1150, 690) << Look::HighContrast << true;
}

void TestCounter::pictures()
{
    ONLY_FOR_PICTURES();
    QFETCH(QSize, size);
    QFETCH(Look, look);
    QFETCH(bool, chinese);
    QTranslator translator;
    QLocale::setDefault(chinese ? QLocale(u"zh_CN"_s) : QLocale(QLocale::English));
    QVERIFY(translator.load(chinese ? u":/i18n/onedoor_zh_CN.qm"_s : u":/i18n/onedoor_en.qm"_s));
    qApp->installTranslator(&translator);
    m_theme->setLook(look);
    busyMorning();
    Console console(*m_demo, "li.jun", u"window6"_s);
    console.page->setAutoFillBackground(true);
    console.page->resize(size);
    QVERIFY(isReady(console, CounterAct::Finish));
    const auto save = [&](const char* what) {
        QTest::qWait(400);
        const QString file = u"" ONEDOOR_BINARY_DIR "/counter-%1-%2.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()), QString::fromLatin1(what));
        QVERIFY(console.page->grab().save(file));
    };
    save("serving");
    console.press(Qt::Key_F9);
    console.press(Qt::Key_2);
    save("finish");
    console.press(Qt::Key_Escape);
    QTest::qWait(300);
    console.press(Qt::Key_F8);
    QTest::qWait(300);
    auto* lookup = console.page->findChild<LookupField*>();
    QTest::keyClicks(lookup->edit(), u"tj"_s);
    QTest::qWait(300);
    save("transfer");
    console.press(Qt::Key_Escape);
    console.press(Qt::Key_Escape);
    console.press(Qt::Key_Escape);
    console.press(Qt::Key_F6);
    save("hold");
    console.press(Qt::Key_1);
    QVERIFY(isFree(console));
    save("free");
    qApp->removeTranslator(&translator);
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme->setLook(Look::Light);
}

QTEST_MAIN(TestCounter)
#include "tst_counter.moc"
