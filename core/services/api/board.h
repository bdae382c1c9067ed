// SPDX-License-Identifier: GPL-3.0-or-later
// The manager's live board: what the hall looks like now, and where it begins to go wrong, by the centre's own figures (DaySettings,
// QueueSettings). Every warning is a word; the level is what a colour may repeat. Nothing personal: numbers, places and staff.
#pragma once

#include "core/domain/alarm/alarm_row.h"
#include "core/domain/day/board_rules.h"
#include "core/domain/day/day_row.h"
#include "core/services/api/waiting.h"

namespace onedoor {

struct BoardService {
    QString service; ///< key
    std::uint32_t waiting = 0;
    std::int64_t longestSeconds = 0; ///< of those who wait now, holds left out
    QString longestNumber;
    std::uint32_t places = 0;  ///< where somebody sits that serve it
    std::uint32_t present = 0; ///< called or being served
    std::uint32_t held = 0;
    std::uint32_t missed = 0;
    WaitEstimate forecast; ///< of somebody who would draw a ticket now
    BoardLevel level = BoardLevel::Calm;
    BoardWarnings warnings;

    friend bool operator==(const BoardService&, const BoardService&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service"), self.service);
        visit(field("waiting"), self.waiting);
        visit(field("longestSeconds"), self.longestSeconds);
        visit(field("longestNumber"), self.longestNumber);
        visit(field("places"), self.places);
        visit(field("present"), self.present);
        visit(field("held"), self.held);
        visit(field("missed"), self.missed);
        visit(field("forecast"), self.forecast);
        visit(field("level"), self.level);
        visit(field("warnings"), self.warnings);
    }
};

struct BoardPlace {
    QString place;     ///< key
    QString staffedBy; ///< display name; empty when nobody
    QString number;    ///< of who is called or served; empty: free
    TicketId ticket;
    TicketStatus status = TicketStatus::Waiting;
    Instant since;           ///< called or served since
    std::uint32_t done = 0;  ///< finished here today
    BoardLevel level = BoardLevel::Calm;
    BoardWarnings warnings;

    friend bool operator==(const BoardPlace&, const BoardPlace&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("staffedBy"), self.staffedBy);
        visit(field("number"), self.number);
        visit(field("ticket"), self.ticket);
        visit(field("status"), self.status);
        visit(field("since"), self.since);
        visit(field("done"), self.done);
        visit(field("level"), self.level);
        visit(field("warnings"), self.warnings);
    }
};

/// On hold, or missed and not called again.
struct BoardAway {
    TicketId ticket;
    QString number;
    QString service; ///< key
    QString place;   ///< key; where it was held or called
    TicketStatus status = TicketStatus::Held;
    QString holdReason; ///< key
    Instant since;
    Instant expectedAt; ///< back by then, or offered again from then on; 0: only by hand
    BoardLevel level = BoardLevel::Calm;
    BoardWarnings warnings;

    friend bool operator==(const BoardAway&, const BoardAway&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket"), self.ticket);
        visit(field("number"), self.number);
        visit(field("service"), self.service);
        visit(field("place"), self.place);
        visit(field("status"), self.status);
        visit(field("holdReason"), self.holdReason);
        visit(field("since"), self.since);
        visit(field("expectedAt"), self.expectedAt);
        visit(field("level"), self.level);
        visit(field("warnings"), self.warnings);
    }
};

struct BoardCounts {
    std::uint32_t issued = 0;
    std::uint32_t waiting = 0;
    std::uint32_t present = 0; ///< called or being served
    std::uint32_t held = 0;
    std::uint32_t finished = 0;
    std::uint32_t missed = 0;    ///< and not called again
    std::uint32_t withdrawn = 0; ///< left, or closed without having been served
    std::uint32_t staffed = 0;   ///< places where somebody sits

    friend bool operator==(const BoardCounts&, const BoardCounts&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("issued"), self.issued);
        visit(field("waiting"), self.waiting);
        visit(field("present"), self.present);
        visit(field("held"), self.held);
        visit(field("finished"), self.finished);
        visit(field("missed"), self.missed);
        visit(field("withdrawn"), self.withdrawn);
        visit(field("staffed"), self.staffed);
    }
};

struct Board {
    QDate day;
    Instant asOf;
    bool isOpen = false; ///< by the hours
    Instant closesAt; ///< while open: the end of the day, whatever break is before
    Instant opensAt;
    BoardLevel level = BoardLevel::Calm; ///< the worst of all
    BoardCounts counts;
    std::vector<BoardService> services; ///< that have places, in the centre's order
    std::vector<BoardPlace> places;     ///< in display order
    std::vector<BoardAway> away;        ///< holds first, the latest back first; then the missed
    std::vector<AlarmRow> alarms;       ///< of today and those still open, newest first
    std::vector<ClosingRow> byRule;     ///< closed by rule today
    std::vector<ClosingRow> carried;    ///< carried over to today and still open
    std::optional<DayRow> closing;      ///< how today was closed last
    std::uint32_t forgotten = 0;        ///< left open on earlier days and not closed yet

    friend bool operator==(const Board&, const Board&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("asOf"), self.asOf);
        visit(field("isOpen"), self.isOpen);
        visit(field("closesAt"), self.closesAt);
        visit(field("opensAt"), self.opensAt);
        visit(field("level"), self.level);
        visit(field("counts"), self.counts);
        visit(field("services"), self.services);
        visit(field("places"), self.places);
        visit(field("away"), self.away);
        visit(field("alarms"), self.alarms);
        visit(field("byRule"), self.byRule);
        visit(field("carried"), self.carried);
        visit(field("closing"), self.closing);
        visit(field("forgotten"), self.forgotten);
    }
};

struct BoardLive {
    static constexpr const char* name = "board.live";
    using Reply = Board;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

class QueryScope;
Result<Board> answer(QueryScope& scope, const BoardLive& query);

} // namespace onedoor
