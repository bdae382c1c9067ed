// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/rehearsal/rehearsal.h"

#include "core/services/rehearsal/day_simulation.h"

#include <array>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysAtMost = 3660;
constexpr int visitorsAtMost = 20'000;
constexpr std::array weekdayShare{120, 103, 98, 95, 84, 100, 100}; ///< per cent of the mean, Monday first

Result<void> checkPlan(const RehearsalPlan& plan)
{
    if (plan.days < 1 || plan.days > daysAtMost)
        return fail(ErrorKind::Invalid, u"rehearsal.days"_s, u"days"_s, {{u"limit"_s, daysAtMost}});
    if (plan.visitorsPerDay < 1 || plan.visitorsPerDay > visitorsAtMost)
        return fail(ErrorKind::Invalid, u"rehearsal.visitors"_s, u"visitors-per-day"_s, {{u"limit"_s, visitorsAtMost}});
    return {};
}

/// Commits when enough has gathered.
class Committer {
public:
    Committer(CommandRunner& runner, const RehearsalPlan& plan, const RehearsalProgress& progress, RehearsalCount& count)
        : m_runner(runner), m_plan(plan), m_progress(progress), m_count(count), m_committed(runner.writer().head().sequence)
    {
    }

    Result<bool> now()
    {
        ONEDOOR_TRY(m_runner.commit());
        const std::uint64_t sequence = m_runner.writer().head().sequence;
        m_count.events += sequence - m_committed;
        m_committed = sequence;
        const bool goOn = !m_progress || m_progress(sequence, m_count);
        ONEDOOR_TRY(m_runner.begin());
        return goOn;
    }

    Result<bool> whenEnough()
    {
        if (m_runner.writer().head().sequence - m_committed < m_plan.eventsPerCommit)
            return true;
        return now();
    }

private:
    CommandRunner& m_runner;
    const RehearsalPlan& m_plan;
    const RehearsalProgress& m_progress;
    RehearsalCount& m_count;
    std::uint64_t m_committed;
};

} // namespace

Result<RehearsalCount> rehearse(CommandRunner& runner, ManualClock& clock, const CentreDefinition& centre, const Population& population,
                                const std::vector<Session>& operators, const RehearsalPlan& plan, const RehearsalProgress& progress)
{
    ONEDOOR_TRY(checkPlan(plan));
    if (operators.empty())
        return fail(ErrorKind::Invalid, u"rehearsal.noOperator"_s);
    RehearsalCount count;
    SeededRandom random(plan.seed);
    std::vector<PersonId> known;
    Committer committer(runner, plan, progress, count);
    DaySimulation::Cast cast{runner, clock, centre, population, operators, known, random, count, [&] { return committer.whenEnough(); }, plan.appointmentsPerDay};

    ONEDOOR_TRY(runner.begin());
    Result<bool> outcome = true;
    for (QDate day = plan.firstDay; count.days < plan.days && outcome && *outcome; day = day.addDays(1)) {
        if (centre.openingHours.spansOn(day.dayOfWeek()).isEmpty())
            continue;
        const auto spread = std::uint64_t(plan.visitorsPerDay / 5 + 1);
        const int drawn = plan.visitorsPerDay - plan.visitorsPerDay / 10 + int(random.below(spread));
        const int visitors = std::max(1, drawn * weekdayShare[std::size_t(day.dayOfWeek() - 1)] / 100);
        DaySimulation simulation(cast, day, visitors);
        outcome = simulation.run();
        if (outcome && *outcome)
            outcome = committer.now();
        ++count.days;
    }
    if (!outcome) {
        runner.rollback();
        return Unexpected(outcome.error());
    }
    ONEDOOR_TRY(runner.commit());
    return count;
}

} // namespace onedoor
