// SPDX-License-Identifier: GPL-3.0-or-later
// Queries of who looks back: the hall as it was at any past minute, and the outline of a day to choose the minute from. Read out of the
// journal's events up to that moment, and nothing else (core/store/past): an act that was taken back later is still in force before its
// undo, and what another PC did while it was cut off shows where it happened, not when it arrived here. So the answer for one and the
// same minute may grow when such a PC is back. Time is that of the events (hybrid_clock.h): after a clock was set back, acts stand at the
// latest time reached before until it is passed again.
// Names, and what is marked as confidential, are as known now: a correction counts, who was erased has no name. Notes and matters are
// left out; the history of a ticket has them. A right of its own, "hall.*": no role of a centre has it but who may do everything.
// Errors: Invalid "hall.timeAhead" (time), "hall.dayAhead" (day), "zone.unknown" (zone).
#pragma once

#include "core/base/error.h"
#include "core/domain/rows.h"

namespace onedoor {

/// A window or room at a moment.
struct PastPlace {
    QString place;    ///< key; also of one that the centre has no more
    QString staffedBy; ///< display name, empty when nobody sat there
    Instant staffedSince;
    std::vector<TicketRow> present;   ///< called there or served; several only where PCs that were cut off did so
    std::uint32_t finished = 0;       ///< that day until then

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("staffedBy"), self.staffedBy);
        visit(field("staffedSince"), self.staffedSince);
        visit(field("present"), self.present);
        visit(field("finished"), self.finished);
    }
};

/// How many tickets of a service stood where.
struct PastService {
    QString service; ///< key
    std::uint32_t waiting = 0;
    std::uint32_t present = 0; ///< called or served
    std::uint32_t held = 0;
    std::uint32_t missed = 0;   ///< of that day
    std::uint32_t finished = 0; ///< that day until then

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service"), self.service);
        visit(field("waiting"), self.waiting);
        visit(field("present"), self.present);
        visit(field("held"), self.held);
        visit(field("missed"), self.missed);
        visit(field("finished"), self.finished);
    }
};

struct PastHall {
    Instant time;
    std::vector<PastPlace> places;     ///< in display order
    std::vector<TicketRow> waiting;    ///< in calling order
    std::vector<TicketRow> held;       ///< the longest first
    std::vector<TicketRow> missed;     ///< of that day, newest first
    std::vector<PastService> services; ///< those with any ticket, by key

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("time"), self.time);
        visit(field("places"), self.places);
        visit(field("waiting"), self.waiting);
        visit(field("held"), self.held);
        visit(field("missed"), self.missed);
        visit(field("services"), self.services);
    }
};
struct HallAsOf {
    static constexpr const char* name = "hall.asOf";
    using Reply = PastHall;
    Instant time; ///< empty: now
    QString zone; ///< key; empty: the whole hall

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("time"), self.time);
        visit(field("zone"), self.zone);
    }
};

/// A day in steps of five minutes from midnight; of today until now.
struct HallDay {
    QDate day;
    Instant first; ///< act with any ticket; empty: none that day
    Instant last;
    std::uint32_t tickets = 0; ///< issued
    std::uint32_t stepMinutes = 0;
    std::vector<std::uint32_t> waiting; ///< at the beginning of each step
    std::vector<std::uint32_t> calls;   ///< within each step

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("first"), self.first);
        visit(field("last"), self.last);
        visit(field("tickets"), self.tickets);
        visit(field("stepMinutes"), self.stepMinutes);
        visit(field("waiting").atMost(300), self.waiting);
        visit(field("calls").atMost(300), self.calls);
    }
};
struct HallOutline {
    static constexpr const char* name = "hall.outline";
    using Reply = HallDay;
    QDate day; ///< empty: today

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
    }
};

// --- the work behind them, found by Gateway::ask ------------------------------------------------------------------------
class QueryScope;
Result<HallAsOf::Reply> answer(QueryScope& scope, const HallAsOf& query);
Result<HallOutline::Reply> answer(QueryScope& scope, const HallOutline& query);

} // namespace onedoor
