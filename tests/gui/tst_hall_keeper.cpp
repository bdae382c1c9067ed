// SPDX-License-Identifier: GPL-3.0-or-later
// The hall display over restarts of the program, on a PC with two screens (invented by the offscreen platform): where it opens, what
// closing it means, whether it comes back, and that it takes the focus from nobody.
#include "app/desk/options.h"
#include "tests/gui/desk_bench.h"
#include "ui/pages/hall/hall_display.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_frame.h"

#include <QScreen>
#include <QTemporaryFile>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestHallKeeper : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void notWantedItStaysAway();
    void optionOpensItOnTheSecondScreen();
    void comesBackAfterARestart();
    void comesBackAsItWasLeft();
    void closedByHandItStaysClosed();
    void needsTheRight();
    void takesNoFocus();
    void optionIsRead();

private:
    void start(bool wanted = false);
    void restart() { start(); }
    void activateHall()
    {
        hall()->window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(hall()->window()));
    }
    HallDisplay* hall() const;

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<Desk> m_desk;
    StoreEntry m_store;
};

void TestHallKeeper::init()
{
    QCOMPARE(QGuiApplication::screens().size(), 2);
    m_bench = std::make_unique<DeskBench>();
    m_store = m_bench->found().store;
}

void TestHallKeeper::cleanup()
{
    m_desk.reset();
    m_store = {};
    m_bench.reset();
}

/// Ends the program that runs, without closing a window, and starts the next one.
void TestHallKeeper::start(bool wanted)
{
    m_desk.reset();
    m_desk = std::make_unique<Desk>(m_bench->parts());
    if (wanted)
        m_desk->wantHallDisplay();
    m_desk->startWork(m_store, m_bench->folder());
    MainWindow* window = m_desk->windows().constFirst();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
}

HallDisplay* TestHallKeeper::hall() const
{
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (auto* display = window->findChild<HallDisplay*>(); display && window->isVisible())
            return display;
    }
    return nullptr;
}

void TestHallKeeper::notWantedItStaysAway()
{
    start();
    QVERIFY(!hall());
}

void TestHallKeeper::optionOpensItOnTheSecondScreen()
{
    start(true);
    QVERIFY(hall());
    QVERIFY(hall()->window()->isFullScreen());
    QTRY_COMPARE(hall()->window()->geometry(), QGuiApplication::screens().at(1)->geometry());
    QCOMPARE(m_desk->windows().size(), 1);
}

void TestHallKeeper::comesBackAfterARestart()
{
    start();
    QTest::keyClick(m_desk->windows().constFirst(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(hall());
    restart();
    QVERIFY(hall());
    QVERIFY(hall()->window()->isFullScreen());
    m_desk.reset();
    m_desk = std::make_unique<Desk>(m_bench->parts());
    m_desk->startSignIn(m_bench->folder());
    QVERIFY(!hall()); // nothing is shown before somebody has opened the store
}

void TestHallKeeper::comesBackAsItWasLeft()
{
    start(true);
    activateHall(); // whoever wants to change it clicks it first
    QTest::keyClick(hall(), Qt::Key_Escape);
    QVERIFY(!hall()->window()->isFullScreen());
    restart();
    QVERIFY(hall());
    QVERIFY(!hall()->window()->isFullScreen());
    QVERIFY(QGuiApplication::screens().at(1)->geometry().contains(hall()->window()->geometry().center()));
    activateHall();
    QTest::keyClick(hall(), Qt::Key_F11);
    QVERIFY(hall()->window()->isFullScreen());
    restart();
    QVERIFY(hall()->window()->isFullScreen());
}

void TestHallKeeper::closedByHandItStaysClosed()
{
    start(true);
    hall()->window()->close();
    QTRY_VERIFY(!hall());
    m_desk->lock();
    m_desk->startWork(m_store, m_bench->folder());
    QVERIFY(!hall());
    restart();
    QVERIFY(!hall());
}

void TestHallKeeper::needsTheRight()
{
    m_store.session.roles = {};
    start(true);
    QVERIFY(!hall());
}

void TestHallKeeper::takesNoFocus()
{
    start(true);
    QVERIFY(hall());
    QCOMPARE(QApplication::activeWindow(), m_desk->windows().constFirst());
    QVERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->window(), m_desk->windows().constFirst());
}

void TestHallKeeper::optionIsRead()
{
    QVERIFY(readOptions({u"--hall"_s}).hall);
    QVERIFY(!readOptions({u"--demo"_s}).hall);
    QVERIFY(optionsHelp().contains(u"--hall"_s));
}

int main(int argc, char* argv[])
{
    QTemporaryFile screens;
    if (!screens.open())
        return 1;
    screens.write(R"({"screens": [
        {"name": "desk", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "hall", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toLocal8Bit());
    QApplication application(argc, argv);
    TestHallKeeper test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hall_keeper.moc"
