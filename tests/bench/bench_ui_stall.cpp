// SPDX-License-Identifier: GPL-3.0-or-later
// ui_stall_sync: how long the UI thread keeps anybody waiting while its PC gets weeks of work from the hall host as fast as it can, with the
// reception and the counter open in two windows, until all of it is shown; beside it the same windows before, with nothing to get.
// ui_stall_sync.live: the same while the host registers one visitor after the other without a pause and the pages show each at once. The
// program's own door, store, network and windows on the offscreen platform; the host is in the same process and takes its share of the
// processors.
#include "app/desk/disk_store_door.h"
#include "tests/bench/bench_hall.h"
#include "tests/bench/stall_probe.h"
#include "tests/support/memory_keyring.h"
#include "ui/shell/desk.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/slip/ticket_printer.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QTimer>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t missed = 300'000; ///< events that the desk lacks
constexpr std::chrono::seconds idleTime{4};
constexpr std::chrono::milliseconds settling{500}; ///< the pages ask anew for what has changed
constexpr int liveVisits = 400; ///< as many numbers as are left in the series
constexpr std::chrono::minutes patience{5};
constexpr QSize screen{1366, 768};

/// What the composition root makes, over a store that has joined a hall.
struct ShownDesk {
    explicit ShownDesk(hall::Pc& given) : pc(given) { language.set(u"zh_CN"_s); }
    ~ShownDesk()
    {
        desk.reset();
        store = {};
    }
    ShownDesk(const ShownDesk&) = delete;
    ShownDesk& operator=(const ShownDesk&) = delete;

    hall::Pc& pc;
    QTemporaryDir temporary;
    QSettings settings{temporary.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Preferences preferences{settings};
    Language language;
    Theme theme{*qApp, [] { return SystemLook{}; }};
    MemoryKeyring keyring;
    TicketPrinter printer{PrintSettings{}};
    DiskStoreDoor door{{pc.clock, pc.random, &keyring, SecretCost::minimum(), true}};
    StoreEntry store;
    std::unique_ptr<Desk> desk;

    void show();
};

/// Runs the event loop until it has happened, asked every 20 milliseconds.
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

void ShownDesk::show()
{
    const QString folder = pc.paths().folder;
    const QFuture<Result<StoreEntry>> opened = door.open(folder, u"admin"_s, hall::password);
    runUntil("opening", [&] { return opened.isFinished(); });
    store = must(opened.result());
    store.session.place = u"window6"_s; // the counter sits down there
    desk = std::make_unique<Desk>(ShellParts{theme, language, preferences, door, pc.clock, pc.random, printer, door.network()});
    desk->startWork(store, folder);
    desk->openWindow(u"counter"_s);
    for (MainWindow* window : desk->windows())
        window->resize(screen);
}

/// Whether the desk's views show the ticket: asked again as soon as there is an answer.
class ShownTicket {
public:
    ShownTicket(const StoreEntry& store, TicketId ticket) : m_store(store), m_ticket(ticket) {}
    bool look()
    {
        if (m_answer.isValid() && !m_answer.isFinished())
            return false;
        const bool isShown = m_answer.isValid() && m_answer.result().has_value();
        m_answer = m_store.gateway->ask(m_store.session, TicketShow{m_ticket.toString()});
        return isShown;
    }

private:
    const StoreEntry& m_store;
    const TicketId m_ticket;
    QFuture<Result<TicketShow::Reply>> m_answer;
};

void sayHow(const char* what, const Samples& busy, const Samples& idle)
{
    std::fprintf(stderr, "ui_stall_sync: %s, watched for %.1f s, longest wait %.1f ms, idle %.1f ms\n", what, double(busy.size()) / 1e3,
                 percentile(busy, 1) / 1e3, percentile(idle, 1) / 1e3);
}

Samples watchIdle(StallProbe& probe)
{
    Samples samples;
    probe.recordInto(&samples);
    runFor(idleTime);
    probe.recordInto(nullptr);
    return samples;
}

/// The host comes back after weeks.
Samples watchCatchingUp(StallProbe& probe, hall::Pc& host, ShownDesk& shown, TicketId last)
{
    using Link = NetworkView::Link;
    Samples samples;
    host.connect();
    shown.door.network().retryNow();
    runUntil("following", [&] { return shown.door.network().view().link == Link::Following; });
    probe.recordInto(&samples);
    ShownTicket ticket(shown.store, last);
    runUntil("the last act", [&] { return ticket.look(); });
    runFor(settling);
    probe.recordInto(nullptr);
    return samples;
}

/// The host works as fast as it can.
Samples watchLive(StallProbe& probe, hall::Pc& host, ShownDesk& shown)
{
    Samples samples;
    std::atomic<bool> isDone = false;
    VisitReply last;
    probe.recordInto(&samples);
    std::thread work([&] {
        for (int at = 0; at < liveVisits; ++at)
            last = host.visit(u"周敏"_s);
        isDone = true;
    });
    runUntil("a day's visitors", [&] { return isDone.load(); });
    work.join();
    ShownTicket ticket(shown.store, last.ticket);
    runUntil("the last visitor", [&] { return ticket.look(); });
    runFor(settling);
    probe.recordInto(nullptr);
    return samples;
}

} // namespace

bool benchUiStall()
{
    hall::Pc host;
    hall::Pc pc;
    makeHall(host, pc);
    (void)workAlone(host, missed, 5);
    pc.clock.set(host.clock.now());
    host.open();
    const VisitReply last = host.visit(u"周敏"_s);
    ShownDesk shown(pc);
    shown.show();
    runFor(std::chrono::seconds(2)); // pages and fonts are there
    StallProbe probe;
    const Samples idle = watchIdle(probe);
    const Samples catchingUp = watchCatchingUp(probe, host, shown, last.ticket);
    const Samples live = watchLive(probe, host, shown);
    sayHow("weeks at once", catchingUp, idle);
    sayHow("one visitor after the other", live, idle);
    shown.desk.reset();
    shown.store = {};
    host.close();
    const bool holds = report(u"ui_stall_sync"_s, catchingUp, idle, {.p99Microseconds = 16'000});
    return report(u"ui_stall_sync.live"_s, live, idle, {.p99Microseconds = 16'000}) && holds;
}

} // namespace onedoor::bench
