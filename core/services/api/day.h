// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and closing a business day. Closing says of every ticket that is still open what becomes of it: closed with a reason, or carried
// over to the next opening day with the arrival that it always had. Opening closes what was forgotten on earlier days, by the centre's rule
// (DaySettings), so that no queue and no figure holds people who went home long ago. Both are carried out by the hall host.
// Errors: those of closing_decide.h; Conflict "day.notClosed" (day), "day.cutOff"; Invalid "day.tooMany" (choices).
#pragma once

#include "core/base/error.h"
#include "core/domain/day/day_events.h"
#include "core/domain/day/day_row.h"

namespace onedoor {

struct OpenTicket {
    TicketRow ticket;
    ClosingAct proposed = ClosingAct::NotServed; ///< by the centre's rule

    friend bool operator==(const OpenTicket&, const OpenTicket&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket"), self.ticket);
        visit(field("proposed"), self.proposed);
    }
};

struct DayOutline {
    QDate day;
    bool isOpen = false;  ///< by the hours
    Instant closesAt;     ///< while open: the end of the day, whatever break is before
    Instant opensAt;      ///< while closed
    QDate nextDay;        ///< where what is carried over goes on
    std::optional<DayRow> closing; ///< how the day was closed last
    std::vector<OpenTicket> open;
    std::uint32_t forgotten = 0;     ///< of those: left open on earlier days, as day.open would close them
    std::vector<ClosingRow> carried; ///< that came over from earlier days and are open
    std::vector<ClosingRow> byRule;  ///< closed by rule on this day

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("isOpen"), self.isOpen);
        visit(field("closesAt"), self.closesAt);
        visit(field("opensAt"), self.opensAt);
        visit(field("nextDay"), self.nextDay);
        visit(field("closing"), self.closing);
        visit(field("open"), self.open);
        visit(field("forgotten"), self.forgotten);
        visit(field("carried"), self.carried);
        visit(field("byRule"), self.byRule);
    }
};

/// What is still open today, and what became of earlier days.
struct DayStatus {
    static constexpr const char* name = "day.status";
    using Reply = DayOutline;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

struct ClosingChoice {
    QString ticket; ///< id, or number of the day
    ClosingAct act = ClosingAct::NotServed;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
        visit(field("act").required(), self.act);
    }
};

struct DayClosing {
    QDate day;
    QDate nextDay;
    std::uint32_t closed = 0;
    std::uint32_t carried = 0;
    std::uint32_t skipped = 0; ///< named, but over by now: somebody was quicker

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("nextDay"), self.nextDay);
        visit(field("closed"), self.closed);
        visit(field("carried"), self.carried);
        visit(field("skipped"), self.skipped);
    }
};

/// What is open and not named becomes what the centre's rule proposes, unless only the named ones are meant.
struct DayClose {
    static constexpr const char* name = "day.close";
    static constexpr bool isClaim = true;
    using Reply = DayClosing;
    std::vector<ClosingChoice> choices;
    bool onlyNamed = false;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("choices").atMost(closedTicketsAtMost), self.choices);
        visit(field("onlyNamed"), self.onlyNamed);
    }
};

struct DayReopening {
    QDate day;
    std::uint32_t restored = 0;
    std::uint32_t left = 0; ///< acted on since, or their place is taken

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("restored"), self.restored);
        visit(field("left"), self.left);
    }
};

/// Takes the day's last closing back.
struct DayReopen {
    static constexpr const char* name = "day.reopen";
    static constexpr bool isClaim = true;
    using Reply = DayReopening;
    QDate day; ///< none: today

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
    }
};

struct DayOpening {
    QDate day;
    std::uint32_t closedByRule = 0;
    std::uint32_t carried = 0; ///< that wait since an earlier day

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("closedByRule"), self.closedByRule);
        visit(field("carried"), self.carried);
    }
};

/// Closes what earlier days left open, by the centre's rule. Again on the same day it finds nothing more to do.
struct DayOpen {
    static constexpr const char* name = "day.open";
    static constexpr bool isClaim = true;
    using Reply = DayOpening;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

// --- the work behind them -----------------------------------------------------------------------------------------------
class CommandScope;
class QueryScope;
Result<DayClose::Reply> handle(CommandScope& scope, const DayClose& command);
Result<DayReopen::Reply> handle(CommandScope& scope, const DayReopen& command);
Result<DayOpen::Reply> handle(CommandScope& scope, const DayOpen& command);
Result<DayStatus::Reply> answer(QueryScope& scope, const DayStatus& query);

} // namespace onedoor
