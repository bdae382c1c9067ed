// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/shown_desk.h"

#include "tests/bench/bench_store.h"
#include "tests/support/hall_pc.h"
#include "ui/shell/main_window.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes patience{5};
constexpr QSize screen{1366, 768};

} // namespace

ShownDesk::ShownDesk(Clock& usedClock, Random& usedRandom) : clock(usedClock), random(usedRandom)
{
    language.set(u"zh_CN"_s);
}

ShownDesk::~ShownDesk()
{
    close();
}

void ShownDesk::show(const QString& folder, const QString& place, const QStringList& more)
{
    const QFuture<Result<StoreEntry>> opened = door.open(folder, u"admin"_s, hall::password);
    runUntil("opening", [&] { return opened.isFinished(); });
    store = must(opened.result());
    store.session.place = place;
    desk = std::make_unique<Desk>(ShellParts{theme, language, preferences, door, clock, random, printer, door.network()});
    desk->startWork(store, folder);
    for (const QString& page : more)
        desk->openWindow(page);
    for (MainWindow* window : desk->windows())
        window->resize(screen);
}

void ShownDesk::close()
{
    desk.reset();
    store = {};
}

void runUntil(const char* what, const std::function<bool()>& happened)
{
    QEventLoop loop;
    QTimer timer;
    QElapsedTimer waited;
    waited.start();
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (happened())
            loop.quit();
        else if (std::chrono::milliseconds(waited.elapsed()) > patience)
            qFatal("bench: %s never happened", what);
    });
    timer.start(20);
    loop.exec();
}

void runFor(std::chrono::milliseconds time)
{
    QElapsedTimer passed;
    passed.start();
    runUntil("time", [&] { return std::chrono::milliseconds(passed.elapsed()) >= time; });
}

} // namespace onedoor::bench
