// SPDX-License-Identifier: GPL-3.0-or-later
// The console under real keys: who comes back from a hold or a missed call, what is said at the limit of repeated calls, several places at
// one console, matters that are done at once. Answers complaints 4, 5, 10, 13, 20 and 38 of queue.md section 5.
#include "tests/gui/counter_bench.h"
#include "tests/gui/looking.h"
#include "ui/pages/counter/place_bar.h"
#include "ui/pages/counter/queue_lists.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QLocale>
#include <QMenu>
#include <QTranslator>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestCounterReturns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void holdCountsDownAndComesBack();
    void missedCountsDownAndComesBack();
    void theLimitSaysSoAndOffersNoShow();
    void doneAtOnceWithOneKey();
    void severalPlacesWithKeys();
    void actsGoToThePlaceInFront();
    void pictures_data();
    void pictures();

private:
    VisitReply visitor(const QString& name, const QString& service = u"legalAdvice"_s) { return m_demo->visit(m_desk, name, service); }
    TicketRow ticket(const VisitReply& visit)
    {
        return DemoCentre::wait(m_demo->gateway().ask(m_desk, TicketShow{.ticket = visit.ticket.toString()})).ticket;
    }
    static QString reason(QueueModel* model) { return model->index(0, QueueModel::Reason).data().toString(); }
    bool says(Console& console, const QString& text)
    {
        return QTest::qWaitFor(
            [&] {
                const auto toasts = console.page->window()->findChildren<Toast*>();
                return std::any_of(toasts.begin(), toasts.end(), [&](const Toast* toast) { return toast->text().contains(text); });
            },
            patience);
    }
    void lookAfter(Console& console, const QString& name);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_demo;
    Session m_desk;
};

void TestCounterReturns::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestCounterReturns::init()
{
    m_demo = std::make_unique<DemoCentre>();
    m_desk = m_demo->session("wang.fang");
}

void TestCounterReturns::cleanup()
{
    m_demo.reset();
}

void TestCounterReturns::holdCountsDownAndComesBack()
{
    const VisitReply visit = visitor(u"张伟"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(isReady(console, CounterAct::Begin));
    console.press(Qt::Key_F4);
    QVERIFY(isReady(console, CounterAct::Hold));
    console.press(Qt::Key_F6);
    QVERIFY(console.sheet());
    console.press(Qt::Key_2); // stepped away: fifteen minutes
    QVERIFY(isFree(console));
    QVERIFY(QTest::qWaitFor([&] { return console.page->board().held()->rowCount() == 1; }, patience));
    QVERIFY2(reason(console.page->board().held()).contains(u"in 15 min"_s), qPrintable(reason(console.page->board().held())));
    m_demo->clock().advanceSeconds(10 * 60);
    QVERIFY(QTest::qWaitFor([&] { return reason(console.page->board().held()).contains(u"in 5 min"_s); }, patience));
    m_demo->clock().advanceSeconds(5 * 60);
    // No event, no key: the console notices by itself and says so.
    QVERIFY(QTest::qWaitFor([&] { return console.page->board().waiting()->rowCount() == 1; }, patience));
    QVERIFY(says(console, visit.number));
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(stands(console, TicketStatus::Called));
    QCOMPARE(console.board().current->number, visit.number);
}

void TestCounterReturns::missedCountsDownAndComesBack()
{
    const VisitReply visit = visitor(u"张伟"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(isReady(console, CounterAct::Miss));
    console.press(Qt::Key_F7);
    QVERIFY(isFree(console));
    QVERIFY(QTest::qWaitFor([&] { return console.page->board().missed()->rowCount() == 1; }, patience));
    QVERIFY2(reason(console.page->board().missed()).contains(u"in 5 min"_s), qPrintable(reason(console.page->board().missed())));
    QVERIFY(!console.page->action(CounterAct::CallNext)->isEnabled());
    m_demo->clock().advanceSeconds(5 * 60);
    QVERIFY(isReady(console, CounterAct::CallNext));
    QVERIFY(says(console, visit.number));
}

void TestCounterReturns::theLimitSaysSoAndOffersNoShow()
{
    const VisitReply visit = visitor(u"张伟"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    for (unsigned call = 2; call <= 3; ++call) {
        QVERIFY(isReady(console, CounterAct::Recall));
        console.press(Qt::Key_F3);
        QVERIFY(QTest::qWaitFor([&] { return console.board().current && console.board().current->calls == call; }, patience));
    }
    QVERIFY(isReady(console, CounterAct::Recall));
    console.press(Qt::Key_F3); // the same press again
    QVERIFY(QTest::qWaitFor([&] { return console.message().contains(visit.number); }, patience));
    QCOMPARE(ticket(visit).calls, 3U);
    QAbstractButton* noShow = nullptr;
    for (Banner* banner : console.page->findChildren<Banner*>()) {
        if (banner->isVisible())
            noShow = banner->findChild<QAbstractButton*>();
    }
    QVERIFY(noShow);
    QVERIFY(isReady(console, CounterAct::Miss));
    QTest::mouseClick(noShow, Qt::LeftButton);
    QVERIFY(isFree(console));
    QCOMPARE(ticket(visit).status, TicketStatus::Missed);
    QCOMPARE(console.message(), QString());
}

void TestCounterReturns::doneAtOnceWithOneKey()
{
    const VisitReply first = visitor(u"张伟"_s);
    const VisitReply second = visitor(u"李娜"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::QuickServe));
    console.press(Qt::Key_D, Qt::ControlModifier);
    console.press(Qt::Key_D, Qt::ControlModifier); // a second press while the first is on its way does nothing
    QVERIFY(QTest::qWaitFor([&] { return console.board().servedToday == 1; }, patience));
    QCOMPARE(ticket(first).status, TicketStatus::Finished);
    QCOMPARE(ticket(second).status, TicketStatus::Waiting);
    QVERIFY(QTest::qWaitFor([&] { return console.page->undoAction()->isEnabled(); }, patience));
    console.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return ticket(first).status == TicketStatus::Waiting; }, patience));
    // With somebody at the counter only who is selected can be meant.
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(isReady(console, CounterAct::Begin));
    QVERIFY(!console.page->action(CounterAct::QuickServe)->isEnabled());
    console.page->findChild<QueueLists*>()->waitingTable()->selectRow(0);
    QVERIFY(isReady(console, CounterAct::QuickServe));
    console.press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return ticket(second).status == TicketStatus::Finished; }, patience));
    QCOMPARE(console.board().current->number, first.number);
}

/// Through the menu of places, by keys alone.
void TestCounterReturns::lookAfter(Console& console, const QString& name)
{
    QVERIFY(QTest::qWaitFor([&] { return console.page->findChild<PlaceBar*>() && !console.page->board().place().isEmpty(); }, patience));
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_M, Qt::ControlModifier);
    auto* menu = console.page->findChild<PlaceBar*>()->findChild<QMenu*>();
    QVERIFY(QTest::qWaitFor([&] { return menu->isVisible(); }, patience));
    for (int step = 0; step < 60 && menu->activeAction()->text() != name; ++step)
        QTest::keyClick(menu, Qt::Key_Down);
    QCOMPARE(menu->activeAction()->text(), name);
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return !menu->isVisible(); }, patience));
    QVERIFY(QTest::qWaitFor([&] { return console.board().also.size() == 1 && console.board().also.front().staffedByMe; }, patience));
    QApplication::setActiveWindow(console.page.get()); // without a window manager the hidden menu stays the active window
    console.page->setFocus();
}

void TestCounterReturns::severalPlacesWithKeys()
{
    const VisitReply property = visitor(u"张伟"_s, u"propertyMediation"_s);
    m_demo->clock().advanceSeconds(60);
    const VisitReply advice = visitor(u"李娜"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    QCOMPARE(console.board().waiting.size(), std::size_t(1));
    lookAfter(console, u"Property Mediation Room"_s);
    QCOMPARE(console.board().waiting.size(), std::size_t(2)); // the union, the earlier arrival first
    QCOMPARE(console.board().waiting.front().number, property.number);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY2(stands(console, TicketStatus::Called), qPrintable(console.message() + console.page->place()));
    QCOMPARE(console.page->place(), u"propertyRoom"_s); // where the visitor goes comes to the front
    QCOMPARE(ticket(property).place, u"propertyRoom"_s);
    QVERIFY(isReady(console, CounterAct::CallNext)); // the studio is free
    console.press(Qt::Key_F2);
    QVERIFY(QTest::qWaitFor([&] { return console.board().current && console.board().current->number == advice.number; }, patience));
    QCOMPARE(console.page->place(), u"gongxinStudio"_s);
    QVERIFY(isReady(console, CounterAct::Begin));
    QVERIFY(!console.page->action(CounterAct::CallNext)->isEnabled());
}

void TestCounterReturns::actsGoToThePlaceInFront()
{
    const VisitReply property = visitor(u"张伟"_s, u"propertyMediation"_s);
    m_demo->clock().advanceSeconds(60);
    const VisitReply advice = visitor(u"李娜"_s);
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    lookAfter(console, u"Property Mediation Room"_s);
    for (int call = 0; call < 2; ++call) {
        QVERIFY(isReady(console, CounterAct::CallNext));
        console.press(Qt::Key_F2);
        QVERIFY(isReady(console, CounterAct::Begin));
    }
    console.press(Qt::Key_F4);
    QVERIFY(stands(console, TicketStatus::Serving));
    QCOMPARE(ticket(property).status, TicketStatus::Called);
    console.press(Qt::Key_PageDown, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return console.board().current && console.board().current->number == property.number; }, patience));
    QVERIFY(isReady(console, CounterAct::Miss));
    console.press(Qt::Key_F7);
    QVERIFY(QTest::qWaitFor([&] { return ticket(property).status == TicketStatus::Missed; }, patience));
    QCOMPARE(ticket(advice).status, TicketStatus::Serving);
}

void TestCounterReturns::pictures_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::newRow("zh") << true;
    QTest::newRow("en") << false;
}

/// As on a screen of 1366×768, for eyes.
void TestCounterReturns::pictures()
{
    ONLY_FOR_PICTURES();
    QFETCH(bool, chinese);
    QTranslator translator;
    QLocale::setDefault(chinese ? QLocale(u"zh_CN"_s) : QLocale(QLocale::English));
    QVERIFY(translator.load(chinese ? u":/i18n/onedoor_zh_CN.qm"_s : u":/i18n/onedoor_en.qm"_s));
    qApp->installTranslator(&translator);
    for (const QString& name : {u"张伟"_s, u"李娜"_s, u"王秀英"_s, u"欧阳海燕"_s, u"陈静"_s, u"刘洋"_s}) {
        visitor(name);
        m_demo->clock().advanceSeconds(60);
    }
    Console console(*m_demo, "li.jun", u"gongxinStudio"_s);
    console.page->resize(1150, 690);
    const Session staff = console.session;
    const auto send = [&](auto command) { return DemoCentre::wait(m_demo->gateway().send(staff, command)).ticket.ticket.toString(); };
    const auto serve = [&] {
        const QString id = send(TicketCallNext{});
        send(TicketBegin{{.ticket = id}});
        return id;
    };
    QVERIFY(isReady(console, CounterAct::CallNext));
    send(TicketHold{serve(), {}, u"phoneCall"_s});
    send(TicketMiss{{.ticket = send(TicketCallNext{})}});
    send(TicketHold{serve(), {}, u"copyPapers"_s});
    m_demo->clock().advanceSeconds(15 * 60);
    send(TicketHold{serve(), {}, u"askUnit"_s});
    visitor(u"买买提·艾力"_s, u"propertyMediation"_s);
    DemoCentre::wait(m_demo->gateway().send(staff, PlaceStaff{u"propertyRoom"_s}));
    console.page->board().setAlso({u"propertyRoom"_s});
    QVERIFY(QTest::qWaitFor([&] { return console.board().also.size() == 1; }, patience));
    const auto save = [&](const char* what) {
        QTest::qWait(500);
        QVERIFY(console.page->grab().save(u"" ONEDOOR_BINARY_DIR "/returns-%1-%2.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()), QString::fromLatin1(what))));
    };
    save("lists");
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(isReady(console, CounterAct::Recall));
    for (int press = 0; press < 3; ++press) {
        console.press(Qt::Key_F3);
        QVERIFY(isReady(console, CounterAct::Recall));
    }
    save("limit");
    console.press(Qt::Key_F4);
    QVERIFY(isReady(console, CounterAct::Hold));
    console.press(Qt::Key_F6);
    save("hold");
    qApp->removeTranslator(&translator);
    QLocale::setDefault(QLocale(QLocale::English));
}

QTEST_MAIN(TestCounterReturns)
#include "tst_counter_returns.moc"
