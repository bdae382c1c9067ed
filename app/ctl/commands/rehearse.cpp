// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl rehearse: days of invented visitors through the same commands as the pages'. Only into a rehearsal store. Each line on
// standard error tells what is on the disk by then; the last line on standard output is the count as JSON.
#include "app/ctl/console.h"
#include "app/ctl/unlocked_store.h"
#include "core/services/api/counter.h"
#include "core/services/founded_centre.h"
#include "core/services/rehearsal/rehearsal.h"
#include "core/store/views/person_queries.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("onedoorctl", source);
}

/// Accounts that may do both halves of the work; the centre's roles decide.
std::vector<Session> operatorsOf(const CentreDefinition& centre, const std::vector<AccountRow>& accounts)
{
    std::vector<Session> operators;
    for (const AccountRow& row : accounts) {
        const Session session{row.account, row.login, row.displayName, {row.roles.begin(), row.roles.end()}, {}};
        if (row.enabled && checkRight(centre, session, VisitRegister::name) && checkRight(centre, session, TicketCallNext::name))
            operators.push_back(session);
    }
    return operators;
}

QJsonObject jsonOf(const RehearsalCount& count, double seconds)
{
    return {{u"days"_s, count.days},
            {u"events"_s, qint64(count.events)},
            {u"visits"_s, qint64(count.visits)},
            {u"calls"_s, qint64(count.calls)},
            {u"missed"_s, qint64(count.missed)},
            {u"held"_s, qint64(count.held)},
            {u"transferred"_s, qint64(count.transferred)},
            {u"undone"_s, qint64(count.undone)},
            {u"leftOver"_s, qint64(count.leftOver)},
            {u"seconds"_s, seconds},
            {u"eventsPerSecond"_s, seconds > 0 ? std::round(double(count.events) / seconds) : 0}};
}

bool sayProgress(std::uint64_t sequence, const RehearsalCount& count)
{
    console::say(text(QT_TRANSLATE_NOOP("onedoorctl", "day %1: on the disk up to event %2")).arg(count.days + 1).arg(sequence));
    return true;
}

/// The newest event's time: a rehearsal goes on from there, never back.
Instant newestTime(JournalStore& journal)
{
    Instant newest;
    const auto take = [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        newest = std::max(newest, envelope.time.instant());
        return {};
    };
    const auto last = journal.newest();
    if (last)
        (void)journal.eachAfter(last->first - 1, take);
    return newest;
}

Result<void> rehearseInto(const UnlockedStore& unlocked, RehearsalPlan plan, bool quiet)
{
    if (!unlocked.keySlots.isRehearsal())
        return fail(ErrorKind::Forbidden, u"rehearsal.realStore"_s);
    SystemRandom random;
    ManualClock clock;
    const StoreAccess access{.paths = unlocked.paths, .key = unlocked.key, .cipher = unlocked.keySlots.cipher(), .nodeName = u"rehearsal"_s,
                             .software = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion()};
    ONEDOOR_ASSIGN(OpenedStore store, openStore(access, {}, random));
    ONEDOOR_ASSIGN(const FoundedCentre centre, foundedCentre(store));
    const Instant newest = newestTime(store.writer->journal());
    clock.set(newest);
    if (!plan.firstDay.isValid())
        plan.firstDay = newest.dateAt(centre.definition->offsetMinutes).addDays(1);
    ONEDOOR_ASSIGN(const std::vector<AccountRow> accounts, queries::accounts(store.writer->views()));
    ONEDOOR_ASSIGN(const Population population, Population::load());
    CommandRunner runner(std::move(store), centre.definition, clock);
    QElapsedTimer timer;
    timer.start();
    ONEDOOR_ASSIGN(const RehearsalCount count, rehearse(runner, clock, *centre.definition, population, operatorsOf(*centre.definition, accounts),
                                                        plan, quiet ? RehearsalProgress{} : RehearsalProgress{sayProgress}));
    console::print(QString::fromUtf8(QJsonDocument(jsonOf(count, double(timer.elapsed()) / 1000.0)).toJson(QJsonDocument::Compact)) + u'\n');
    return {};
}

} // namespace

ExitCode runRehearse(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    all.add_options()("days", options::value<int>()->required(), text(QT_TRANSLATE_NOOP("onedoorctl", "how many days to rehearse")).toStdString().c_str());
    all.add_options()("visitors-per-day", options::value<int>()->required(),
                      text(QT_TRANSLATE_NOOP("onedoorctl", "how many visitors come on an average day")).toStdString().c_str());
    all.add_options()("seed", options::value<std::uint64_t>()->default_value(1),
                      text(QT_TRANSLATE_NOOP("onedoorctl", "the same number gives the same days")).toStdString().c_str());
    all.add_options()("first-day", options::value<std::string>(),
                      text(QT_TRANSLATE_NOOP("onedoorctl", "first day, 2026-03-02; else the day after the newest event")).toStdString().c_str());
    all.add_options()("quiet", text(QT_TRANSLATE_NOOP("onedoorctl", "no progress lines")).toStdString().c_str());
    options::variables_map values;
    if (!readOptions(arguments, "rehearse", all, values))
        return ExitCode::Done;
    RehearsalPlan plan{.firstDay = QDate::fromString(textOf(values, "first-day"), Qt::ISODate),
                       .days = values["days"].as<int>(),
                       .visitorsPerDay = values["visitors-per-day"].as<int>(),
                       .seed = values["seed"].as<std::uint64_t>()};
    if (values.count("first-day") > 0 && !plan.firstDay.isValid())
        throw options::invalid_option_value("first-day");
    const Result<UnlockedStore> store = unlockStore(storeOptionsFrom(values));
    if (!store)
        return console::refuse(store.error(), ExitCode::NoStore);
    const Result<void> outcome = rehearseInto(*store, plan, values.count("quiet") > 0);
    return outcome ? ExitCode::Done : console::refuse(outcome.error(), ExitCode::Refused);
}

} // namespace onedoor
