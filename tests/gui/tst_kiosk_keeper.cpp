// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk in the program: which rights it runs with, that it can't be closed, what is left behind it, that it comes back after a restart,
// and that its calls reach the desk.
#include "app/desk/options.h"
#include "core/services/api/kiosk.h"
#include "core/services/api/staff_calls.h"
#include "tests/gui/desk_bench.h"
#include "ui/pages/kiosk/kiosk_display.h"
#include "ui/shell/kiosk_keeper.h"
#include "ui/shell/main_window.h"
#include "ui/shell/staff_call_banner.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

#include <QAction>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestKioskKeeper : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void runsWithTheRightsOfAKioskOnly();
    void optionOpensItFullScreen();
    void shortcutOpensIt();
    void cannotBeClosed();
    void leftByStaffTheDeskComesBackLocked();
    void comesBackAfterARestart();
    void kioskAccountSeesNothingElse();
    void opensUnattendedForTheKioskAccountOnly();
    void needsTheRight();
    void callReachesTheDesk();
    void optionIsRead();

private:
    void start(bool wanted = false);
    StoreEntry signIn(const QString& login, const QString& secret);

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<Desk> m_desk;
    StoreEntry m_store;
};

void TestKioskKeeper::init()
{
    m_bench = std::make_unique<DeskBench>();
    m_store = m_bench->found().store;
}

void TestKioskKeeper::cleanup()
{
    m_desk.reset();
    m_store = {};
    m_bench.reset();
}

void TestKioskKeeper::start(bool wanted)
{
    m_desk.reset();
    m_desk = std::make_unique<Desk>(m_bench->parts());
    if (wanted)
        m_desk->wantKiosk();
    m_desk->startWork(m_store, m_bench->folder());
}

StoreEntry TestKioskKeeper::signIn(const QString& login, const QString& secret)
{
    return {m_store.gateway, *DeskBench::outcome(m_store.gateway->signIn(login, secret))};
}

void TestKioskKeeper::runsWithTheRightsOfAKioskOnly()
{
    const auto session = kioskSession(m_store.session, m_store.gateway->centre());
    QVERIFY(session);
    QCOMPARE(session->account, m_store.session.account); // who opened it answers for it
    QCOMPARE(session->roles, QStringList{u"kiosk"_s});
    QCOMPARE(DeskBench::outcome(m_store.gateway->ask(*session, PersonLookup{u"王"_s})).error().code, u"session.notPermitted"_s);
}

void TestKioskKeeper::optionOpensItFullScreen()
{
    start(true);
    QVERIFY(m_desk->kiosk());
    QVERIFY(m_desk->kiosk()->isVisible());
    QVERIFY(m_desk->kiosk()->isFullScreen());
    QVERIFY(!m_desk->windows().constFirst()->isVisible());
    QVERIFY(m_desk->isLocked()); // nobody stays signed in behind it
    m_desk->raiseWindow();       // as a second start of the program does
    QVERIFY(!m_desk->windows().constFirst()->isVisible());
}

void TestKioskKeeper::shortcutOpensIt()
{
    start();
    QVERIFY(!m_desk->kiosk());
    MainWindow* window = m_desk->windows().constFirst();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(QTest::qWaitFor([this] { return m_desk->kiosk() != nullptr; }, 5000));
}

void TestKioskKeeper::cannotBeClosed()
{
    start(true);
    QVERIFY(!m_desk->kiosk()->close());
    QVERIFY(m_desk->kiosk()->isVisible());
    QTest::keyClick(m_desk->kiosk()->display(), Qt::Key_Escape);
    QTest::keyClick(m_desk->kiosk()->display(), Qt::Key_F11);
    m_desk->kiosk()->showNormal();
    QVERIFY(QTest::qWaitFor([this] { return m_desk->kiosk()->isFullScreen(); }, 5000));
}

void TestKioskKeeper::leftByStaffTheDeskComesBackLocked()
{
    start(true);
    Q_EMIT m_desk->kiosk()->display()->left();
    QVERIFY(QTest::qWaitFor([this] { return m_desk->kiosk() == nullptr; }, 5000));
    QVERIFY(m_desk->windows().constFirst()->isVisible());
    QVERIFY(m_desk->isLocked());
    start();
    QVERIFY(!m_desk->kiosk()); // and it stays away
}

void TestKioskKeeper::comesBackAfterARestart()
{
    start(true);
    start();
    QVERIFY(m_desk->kiosk());
    QVERIFY(m_desk->kiosk()->isFullScreen());
}

void TestKioskKeeper::kioskAccountSeesNothingElse()
{
    DeskBench::addAccount(m_store, u"kiosk1"_s, u"一号机"_s, u"kiosk"_s, u"640917"_s);
    m_store = signIn(u"kiosk1"_s, u"640917"_s);
    QVERIFY(isKioskAccount(m_store.session, m_store.gateway->centre()));
    start();
    QVERIFY(m_desk->kiosk());
    QVERIFY(!m_desk->windows().constFirst()->isVisible());
}

void TestKioskKeeper::opensUnattendedForTheKioskAccountOnly()
{
    DeskBench bench;
    {
        const auto door = bench.makeDoor();
        DeskBench::addAccount(bench.foundBy(*door).store, u"kiosk1"_s, u"一号机"_s, u"kiosk"_s, u"640917"_s);
    }
    const auto refusal = [&bench](const QString& login) {
        const auto door = bench.makeDoor();
        const auto entry = DeskBench::outcome(door->openKiosk(bench.folder(), login));
        return entry ? QString() : entry.error().code;
    };
    QCOMPARE(refusal(u"kiosk1"_s), u"session.pinNeedsOpenStore"_s); // nobody has opened the store on this device yet
    {
        const auto door = bench.makeDoor();
        QVERIFY(DeskBench::outcome(door->open(bench.folder(), u"chen.jing"_s, u"open sesame 7"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(KeySlots::read(StorePaths{bench.folder()}.keySlots())->count(KeySlotKind::Device) == 1, 10'000);
    }
    QCOMPARE(refusal(u"chen.jing"_s), u"session.notPermitted"_s);
    QCOMPARE(refusal(u"nobody"_s), u"account.unknown"_s);
    const auto door = bench.makeDoor();
    const auto entry = DeskBench::outcome(door->openKiosk(bench.folder(), u"kiosk1"_s));
    QVERIFY(entry);
    QCOMPARE(entry->session.roles, QStringList{u"kiosk"_s});
}

void TestKioskKeeper::needsTheRight()
{
    DeskBench::addAccount(m_store, u"li.jun"_s, u"李军"_s, u"roomStaff"_s, u"518274"_s);
    m_store = signIn(u"li.jun"_s, u"518274"_s);
    start(true);
    QVERIFY(!m_desk->kiosk());
    QVERIFY(m_desk->windows().constFirst()->isVisible());
}

void TestKioskKeeper::callReachesTheDesk()
{
    start();
    MainWindow* window = m_desk->windows().constFirst();
    auto* banner = window->findChild<StaffCallBanner*>();
    QVERIFY(banner);
    QVERIFY(!banner->isVisible());
    StaffCall call;
    call.label = u"Hall 1"_s;
    const auto made = DeskBench::outcome(m_store.gateway->send(*kioskSession(m_store.session, m_store.gateway->centre()), call));
    QVERIFY(made);
    QVERIFY(QTest::qWaitFor([&] { return banner->isVisible(); }, 5000));
    const auto press = [&](const QString& text) {
        for (ActionButton* each : banner->findChildren<ActionButton*>()) {
            if (each->isVisible() && each->text() == text) {
                QTest::mouseClick(each, Qt::LeftButton);
                return true;
            }
        }
        return false;
    };
    QVERIFY(press(u"I am coming"_s));
    const auto row = [&] { return DeskBench::outcome(m_store.gateway->ask(m_store.session, StaffCalls{}))->calls.front(); };
    QVERIFY(QTest::qWaitFor([&] { return bool(row().answeredAt); }, 5000));
    QVERIFY(QTest::qWaitFor([&] { return StaffCallBanner::sentence(row(), m_store.gateway->centre()).contains(u"陈静"_s); }, 5000));
    QTest::qWait(50);
    QVERIFY(press(u"Settled"_s));
    QVERIFY(QTest::qWaitFor([&] { return !banner->isVisible(); }, 5000));
    QVERIFY(row().clearedAt);
}

void TestKioskKeeper::optionIsRead()
{
    const Options options = readOptions({u"--kiosk"_s, u"--kiosk-name"_s, u"Hall 1"_s});
    QVERIFY(options.fault.isEmpty());
    QVERIFY(options.kiosk);
    QCOMPARE(options.kioskName, u"Hall 1"_s);
    QVERIFY(!readOptions({}).kiosk);
    QVERIFY(optionsHelp().contains(u"--kiosk"_s));
}

QTEST_MAIN(TestKioskKeeper)
#include "tst_kiosk_keeper.moc"
