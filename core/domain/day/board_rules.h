// SPDX-License-Identifier: GPL-3.0-or-later
// When the manager's live board warns. Pure functions of the centre's figures (DaySettings, QueueSettings) and of what is the case; every
// warning has a word of its own, so that nothing is said by colour alone. Units: seconds, people.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/ticket/ticket_state.h"

#include <vector>

namespace onedoor {

enum class BoardLevel { Calm, Warning, Critical };
template <>
struct EnumWords<BoardLevel> {
    static constexpr std::array values{std::pair{BoardLevel::Calm, "calm"}, std::pair{BoardLevel::Warning, "warning"},
                                       std::pair{BoardLevel::Critical, "critical"}};
};

enum class BoardWarning {
    LongWait,
    VeryLongWait,
    NoPlace,      ///< somebody waits and nobody is at a place that serves it
    Crowded,
    VeryCrowded,
    NotToday,     ///< who came now would not be called before closing time
    NotThere,     ///< called and not come
    LongService,
    VeryLongService,
    NobodySits,   ///< a visitor is at a place where nobody is signed in
    LateHold,
    VeryLateHold,
};
template <>
struct EnumWords<BoardWarning> {
    static constexpr std::array values{
        std::pair{BoardWarning::LongWait, "longWait"},         std::pair{BoardWarning::VeryLongWait, "veryLongWait"},
        std::pair{BoardWarning::NoPlace, "noPlace"},           std::pair{BoardWarning::Crowded, "crowded"},
        std::pair{BoardWarning::VeryCrowded, "veryCrowded"},   std::pair{BoardWarning::NotToday, "notToday"},
        std::pair{BoardWarning::NotThere, "notThere"},         std::pair{BoardWarning::LongService, "longService"},
        std::pair{BoardWarning::VeryLongService, "veryLongService"}, std::pair{BoardWarning::NobodySits, "nobodySits"},
        std::pair{BoardWarning::LateHold, "lateHold"},         std::pair{BoardWarning::VeryLateHold, "veryLateHold"}};
};

using BoardWarnings = std::vector<BoardWarning>;

BoardLevel levelOf(BoardWarning warning);
/// The worst of them; calm when there is none.
BoardLevel levelOf(const BoardWarnings& warnings);

struct WaitingFigures {
    std::uint32_t waiting = 0;
    std::int64_t longestSeconds = 0;
    std::uint32_t places = 0; ///< where somebody sits that serve it
    bool isOpen = true;       ///< outside the hours nobody has to sit anywhere
    bool notToday = false;    ///< of the forecast
};
BoardWarnings warningsOf(const CentreDefinition& centre, const WaitingFigures& figures);
/// Of a visitor who is called or served at a place for so long; `isStaffed`: somebody sits there.
BoardWarnings warningsAtPlace(const DaySettings& day, TicketStatus status, std::int64_t seconds, bool isStaffed);
/// Of a hold that is this late; not late when not positive.
BoardWarnings warningsOfHold(const DaySettings& day, std::int64_t lateSeconds);

} // namespace onedoor
