// SPDX-License-Identifier: GPL-3.0-or-later
// start: from the start of a process to a reception page that takes a key and shows who is here today, with 1,000,000 visits in the store;
// beside it the same over an empty store. The sign-in is done by program, with the cheapest secret, since a person's typing is not measured.
// memory: what that process holds after 1,000 look-ups. ONEDOOR_BENCH_VISITS sets another number of visits. The resident size is read
// where Linux tells it.
#include "tests/bench/bench_hall.h"
#include "tests/bench/figure.h"
#include "tests/bench/shown_desk.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/lookup_field.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <unistd.h>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int starts = 9;
constexpr int lookups = 1'000;
constexpr int visitorsPerDay = 800;
constexpr double megabyte = 1'000'000;
constexpr double megabytesAtMost = 250;

std::int64_t microsecondsNow()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::uint64_t wantedVisits()
{
    bool isGiven = false;
    const std::uint64_t given = qEnvironmentVariable("ONEDOOR_BENCH_VISITS").toULongLong(&isGiven);
    return isGiven ? given : 1'000'000;
}

double residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE));
}

/// Closes the PC with so many visits behind it; they end about today.
void prepare(hall::Pc& pc, std::uint64_t visits)
{
    pc.clock.set(SystemClock().now().plusSeconds(-86'400 * std::int64_t(visits / visitorsPerDay * 7 / 5 + 30)));
    pc.found();
    pc.close();
    if (visits == 0)
        return;
    CentreDefinition centre = hall::definition();
    for (Series& series : centre.series)
        series.lastNumber = 9'999;
    const StoreAccess access{.paths = pc.paths(), .key = *pc.key, .cipher = sqlite::preferredCipher(), .nodeName = u"bench"_s, .software = u"bench"_s};
    CommandRunner runner(must(openStore(access, pc.clock.now(), pc.random)), std::make_shared<const CentreDefinition>(centre), pc.clock);
    std::vector<Session> operators;
    for (int at = 0; at < 24; ++at)
        operators.push_back({AccountId::make(pc.clock.now(), pc.random), u"bench%1"_s.arg(at), {}, {u"receptionist"_s, u"roomStaff"_s}, {}});
    const RehearsalPlan plan{.firstDay = pc.clock.now().dateAt(8 * 60).addDays(1), .days = 3660, .visitorsPerDay = visitorsPerDay, .seed = 9};
    must(rehearse(runner, pc.clock, centre, must(Population::load()), operators, plan,
                  [&](std::uint64_t, const RehearsalCount& count) { return count.visits < visits; }));
    runner.idle();
}

struct Start {
    double microseconds = 0;
    double bytes = 0;
};

Start startOver(const hall::Pc& pc, bool looksUp)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--start"_s, pc.paths().folder, QString::number(microsecondsNow()), QString::number(looksUp ? lookups : 0)});
    if (!process.waitForFinished(300'000) || process.exitCode() != 0)
        qFatal("bench: the program did not start");
    const QJsonObject told = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    return {told.value("microseconds"_L1).toDouble(), told.value("bytes"_L1).toDouble()};
}

} // namespace

int startedDesk(const QStringList& arguments)
{
    const QString folder = arguments.value(0);
    const std::int64_t began = arguments.value(1).toLongLong();
    SystemClock clock;
    SystemRandom random;
    ShownDesk shown(clock, random);
    shown.show(folder, u"window1"_s);
    LookupField* field = nullptr;
    QFuture<Result<VisitsToday::Reply>> today; // asked behind the page's own question, so its list is there
    runUntil("a usable page", [&] {
        for (MainWindow* window : shown.desk->windows())
            field = field == nullptr ? window->findChild<LookupField*>() : field;
        if (field == nullptr || !field->isVisible() || !field->isEnabled())
            return false;
        if (!today.isValid())
            today = shown.store.gateway->ask(shown.store.session, VisitsToday{});
        return today.isFinished();
    });
    QJsonObject told{{u"microseconds"_s, double(microsecondsNow() - began)}};
    const Population population = must(Population::load());
    SeededRandom people(5);
    for (int at = 0; at < arguments.value(2).toInt(); ++at)
        (void)hall::outcome(shown.store.gateway->ask(shown.store.session, PersonLookup{population.person(people, QDate(2026, 3, 2)).name.first(2)}));
    told.insert(u"bytes"_s, residentBytes());
    std::printf("%s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}

bool benchStart()
{
    hall::Pc full;
    hall::Pc empty;
    prepare(empty, 0);
    prepare(full, wantedVisits());
    (void)startOver(full, false); // views and pages of the program are read once from the disk
    (void)startOver(empty, false);
    Samples ours;
    Samples baseline;
    for (int at = 0; at < starts; ++at) {
        ours.push_back(startOver(full, false).microseconds);
        baseline.push_back(startOver(empty, false).microseconds);
    }
    bool holds = report(u"start"_s, ours, baseline, {.atMost = 1.5, .p99Microseconds = 1'000'000});
    const double megabytes = startOver(full, true).bytes / megabyte;
    return reportShare(u"memory"_s, megabytes, {0, megabytesAtMost}, {{u"unit"_s, u"MB"_s}}) && holds;
}

} // namespace onedoor::bench
