// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/day/board_rules.h"

#include <algorithm>

namespace onedoor {

namespace {

constexpr std::int64_t secondsPerMinute = 60;

/// The worse of two, where the figure has reached it.
template <typename Figure>
void addReached(BoardWarnings& warnings, Figure figure, Figure first, BoardWarning mild, Figure second, BoardWarning worse)
{
    if (figure >= second)
        warnings.push_back(worse);
    else if (figure >= first)
        warnings.push_back(mild);
}

} // namespace

BoardLevel levelOf(BoardWarning warning)
{
    switch (warning) {
    case BoardWarning::VeryLongWait:
    case BoardWarning::NoPlace:
    case BoardWarning::VeryCrowded:
    case BoardWarning::VeryLongService:
    case BoardWarning::VeryLateHold: return BoardLevel::Critical;
    default: return BoardLevel::Warning;
    }
}

BoardLevel levelOf(const BoardWarnings& warnings)
{
    BoardLevel level = BoardLevel::Calm;
    for (const BoardWarning each : warnings)
        level = std::max(level, levelOf(each));
    return level;
}

BoardWarnings warningsOf(const CentreDefinition& centre, const WaitingFigures& figures)
{
    BoardWarnings warnings;
    if (figures.waiting == 0)
        return warnings;
    addReached(warnings, figures.longestSeconds, secondsPerMinute * centre.queue.longWaitMinutes, BoardWarning::LongWait,
               secondsPerMinute * centre.queue.veryLongWaitMinutes, BoardWarning::VeryLongWait);
    if (figures.places == 0 && figures.isOpen)
        warnings.push_back(BoardWarning::NoPlace);
    if (figures.places > 0)
        addReached(warnings, figures.waiting, figures.places * std::uint32_t(centre.day.crowdedPerPlace), BoardWarning::Crowded,
                   figures.places * std::uint32_t(centre.day.veryCrowdedPerPlace), BoardWarning::VeryCrowded);
    if (figures.notToday && figures.isOpen)
        warnings.push_back(BoardWarning::NotToday);
    return warnings;
}

BoardWarnings warningsAtPlace(const DaySettings& day, TicketStatus status, std::int64_t seconds, bool isStaffed)
{
    BoardWarnings warnings;
    if (status == TicketStatus::Called && seconds >= secondsPerMinute * day.calledMinutes)
        warnings.push_back(BoardWarning::NotThere);
    if (status == TicketStatus::Serving)
        addReached(warnings, seconds, secondsPerMinute * day.longServiceMinutes, BoardWarning::LongService,
                   secondsPerMinute * day.veryLongServiceMinutes, BoardWarning::VeryLongService);
    if ((status == TicketStatus::Called || status == TicketStatus::Serving) && !isStaffed)
        warnings.push_back(BoardWarning::NobodySits);
    return warnings;
}

BoardWarnings warningsOfHold(const DaySettings& day, std::int64_t lateSeconds)
{
    BoardWarnings warnings;
    addReached(warnings, lateSeconds, secondsPerMinute * day.lateHoldMinutes, BoardWarning::LateHold,
               secondsPerMinute * day.veryLateHoldMinutes, BoardWarning::VeryLateHold);
    return warnings;
}

} // namespace onedoor
