// SPDX-License-Identifier: GPL-3.0-or-later
// Commands and queries of windows, rooms and the hall display. `ticket` is a ticket's id or its number of today; `place` is a place's
// key, empty: the place where the session sits. Every refusal says why and who was first (error_text.h).
#pragma once

#include "core/services/api/reception.h"

namespace onedoor {

struct TicketReply {
    TicketRow ticket;
    QString lastAct; ///< which act brought the ticket to where it stands: what ticket.undo would take back; empty when nothing

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket"), self.ticket);
        visit(field("lastAct"), self.lastAct);
    }
};

/// How many places one console may look after.
inline constexpr int placesAtMost = 8;

/// Calls the ticket that stands first among the services of the place. Conflict "queue.empty" when nobody waits. Who looks after several
/// places names them all: the one that stands first for any of them is called to the free place that serves it, the earlier named first.
struct TicketCallNext {
    static constexpr const char* name = "ticket.callNext";
    static constexpr bool isClaim = true;
    using Reply = TicketReply;
    QString place;
    std::vector<QString> places = {}; ///< instead of `place`

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("places").atMost(placesAtMost), self.places);
    }
};

/// The shape of the acts that name a ticket and a place and nothing else.
struct TicketAtPlace {
    using Reply = TicketReply;
    QString ticket;
    QString place;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
        visit(field("place"), self.place);
    }
};

/// Calls a chosen ticket, also one that was missed. Of several places to the first that is free and serves it.
struct TicketCall : TicketAtPlace {
    static constexpr const char* name = "ticket.call";
    static constexpr bool isClaim = true;
    std::vector<QString> places = {}; ///< instead of `place`

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        TicketAtPlace::fields(self, visit);
        visit(field("places").atMost(placesAtMost), self.places);
    }
};
struct TicketRecall : TicketAtPlace { static constexpr const char* name = "ticket.recall"; };
struct TicketBegin : TicketAtPlace { static constexpr const char* name = "ticket.begin"; };
struct TicketResume : TicketAtPlace { static constexpr const char* name = "ticket.resume"; };
/// Called and did not come.
struct TicketMiss : TicketAtPlace { static constexpr const char* name = "ticket.miss"; };
/// Back into the queue; the arrival time stays.
struct TicketRequeue : TicketAtPlace { static constexpr const char* name = "ticket.requeue"; };
/// The visitor left.
struct TicketWithdraw : TicketAtPlace { static constexpr const char* name = "ticket.withdraw"; };
/// Takes back the ticket's last act, up to ten in a row, within the centre's undo time. With `lastAct`, as an answer gave it, only that
/// act: Conflict "ticket.actedSince" or "ticket.undoneAlready" when that is not the last, so that nobody takes back what they have not
/// seen.
struct TicketUndo : TicketAtPlace {
    static constexpr const char* name = "ticket.undo";
    QString lastAct;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        TicketAtPlace::fields(self, visit);
        visit(field("lastAct"), self.lastAct);
    }
};

struct TicketHold {
    static constexpr const char* name = "ticket.hold";
    using Reply = TicketReply;
    QString ticket;
    QString place;
    QString reason; ///< key of a hold reason; it decides which of the three holds this is

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
        visit(field("place"), self.place);
        visit(field("reason").required(), self.reason);
    }
};

struct TicketTransfer {
    static constexpr const char* name = "ticket.transfer";
    using Reply = TicketReply;
    QString ticket;
    QString place;
    QString service; ///< key of the service to go to
    QString toPlace; ///< key; empty: any place of that service
    QString note;    ///< shown to whoever calls the ticket next
    bool back = false; ///< a side trip: afterwards the visitor comes back to the place of this act, with precedence

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
        visit(field("place"), self.place);
        visit(field("service").required(), self.service);
        visit(field("toPlace"), self.toPlace);
        visit(personal("note").lines(500), self.note);
        visit(field("back"), self.back);
    }
};

/// With stops still to come the ticket goes on to the next one by the same act: the answer's ticket waits there, with its number and time of
/// arrival, and an undo takes both back. It ends here when the outcome says that the visitor left, or `endsRoute`.
struct TicketFinish {
    static constexpr const char* name = "ticket.finish";
    using Reply = TicketReply;
    QString ticket;
    QString place;
    QString outcome; ///< key
    QString note;
    QString handover;       ///< for the next stop: shown to whoever calls there
    bool endsRoute = false; ///< leave out the stops still to come

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
        visit(field("place"), self.place);
        visit(field("outcome").required(), self.outcome);
        visit(personal("note").lines(500), self.note);
        visit(personal("handover").lines(500), self.handover);
        visit(field("endsRoute"), self.endsRoute);
    }
};

/// Calls, serves and finishes a waiting ticket in one act, which one undo takes back: for matters that need no steps of their own. Whoever is
/// served at the place meanwhile stays there.
struct TicketQuickServe {
    static constexpr const char* name = "ticket.quickServe";
    static constexpr bool isClaim = true;
    using Reply = TicketReply;
    QString ticket;
    QString place;
    QString outcome; ///< key; empty: the centre's outcome for what is done at once
    QString note;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
        visit(field("place"), self.place);
        visit(field("outcome"), self.outcome);
        visit(personal("note").lines(500), self.note);
    }
};

/// What became of the paper. Issued, printed and failed are kept apart; printing again never makes a new number.
struct TicketRecordPrint {
    static constexpr const char* name = "ticket.recordPrint";
    using Reply = TicketReply;
    QString ticket;
    bool printed = true;
    QString printer;
    QString reason; ///< of a failure

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
        visit(field("printed"), self.printed);
        visit(field("printer"), self.printer);
        visit(field("reason"), self.reason);
    }
};

struct PlaceReply {
    QString place;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
    }
};
/// The session's account sits down at a place. Conflict "place.staffed" names who sits there already.
struct PlaceStaff {
    static constexpr const char* name = "place.staff";
    using Reply = PlaceReply;
    QString place;
    bool takeOver = false; ///< sit down although somebody else is signed in there

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place").required(), self.place);
        visit(field("takeOver"), self.takeOver);
    }
};
struct PlaceLeave {
    static constexpr const char* name = "place.leave";
    using Reply = PlaceReply;
    QString place;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place").required(), self.place);
    }
};

// --- queries ------------------------------------------------------------------------------------------------------------

struct TicketShow {
    static constexpr const char* name = "ticket.show";
    using Reply = TicketReply;
    QString ticket;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
    }
};

struct TicketHistory {
    static constexpr const char* name = "ticket.history";
    using Reply = HistoryReply;
    QString ticket;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
    }
};

/// The queue, and what it promises.
struct QueueList {
    std::vector<TicketRow> tickets;     ///< in calling order; each says why it stands there
    std::uint32_t overtakingMinutes = 0; ///< nobody is overtaken by somebody who came more than this much later

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("tickets"), self.tickets);
        visit(field("overtakingMinutes"), self.overtakingMinutes);
    }
};
/// The queue in calling order; `service` or `place` narrow it.
struct QueueWaiting {
    static constexpr const char* name = "queue.waiting";
    using Reply = QueueList;
    QString service;
    QString place;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service"), self.service);
        visit(field("place"), self.place);
    }
};

/// Another place that the same console looks after.
struct PlaceSeat {
    QString place;
    bool staffedByMe = false;
    std::optional<TicketRow> current;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("staffedByMe"), self.staffedByMe);
        visit(field("current"), self.current);
    }
};

/// Everything that a console shows: of one place, and of others that it looks after. The lists of waiting, held and missed are those of all
/// of them together.
struct PlaceBoard {
    QString place;
    QString staffedBy; ///< display name, empty when nobody
    bool staffedByMe = false;
    std::optional<TicketRow> current;
    std::vector<TicketRow> waiting; ///< in calling order
    std::vector<TicketRow> held;    ///< that may resume here
    std::vector<TicketRow> missed;  ///< of today, newest first
    std::vector<TicketRow> done;    ///< finished here today, newest first, at most 20
    std::uint32_t servedToday = 0;
    std::vector<PlaceSeat> also;
    std::uint32_t overtakingMinutes = 0; ///< see QueueList

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("staffedBy"), self.staffedBy);
        visit(field("staffedByMe"), self.staffedByMe);
        visit(field("current"), self.current);
        visit(field("waiting"), self.waiting);
        visit(field("held"), self.held);
        visit(field("missed"), self.missed);
        visit(field("done"), self.done);
        visit(field("servedToday"), self.servedToday);
        visit(field("also"), self.also);
        visit(field("overtakingMinutes"), self.overtakingMinutes);
    }
};
struct PlaceShow {
    static constexpr const char* name = "place.show";
    using Reply = PlaceBoard;
    QString place;
    std::vector<QString> also = {}; ///< other places that this console looks after

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("also").atMost(placesAtMost), self.also);
    }
};

/// One line of the hall display. Names are masked here: this is a public screen.
struct DisplayCall {
    QString number;
    QString maskedName;
    QString place; ///< key
    Instant calledAt;
    std::uint32_t calls = 0; ///< rises with every recall: announce again when it changes
    bool silent = false;     ///< shown, never spoken or chimed

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("number"), self.number);
        visit(field("maskedName"), self.maskedName);
        visit(field("place"), self.place);
        visit(field("calledAt"), self.calledAt);
        visit(field("calls"), self.calls);
        visit(field("silent"), self.silent);
    }
};
struct DisplayWaiting {
    QString service; ///< key
    std::uint32_t waiting = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service"), self.service);
        visit(field("waiting"), self.waiting);
    }
};
struct DisplayBoard {
    std::vector<DisplayCall> calling; ///< called and not yet begun, newest first
    std::vector<DisplayCall> recent;  ///< called earlier today, newest first
    std::vector<DisplayWaiting> waiting;
    Instant asOf;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("calling"), self.calling);
        visit(field("recent"), self.recent);
        visit(field("waiting"), self.waiting);
        visit(field("asOf"), self.asOf);
    }
};
struct DisplayShow {
    static constexpr const char* name = "display.show";
    using Reply = DisplayBoard;
    QString zone; ///< key; empty: the whole hall

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("zone"), self.zone);
    }
};

// --- the work behind them, found by Gateway::send and Gateway::ask ------------------------------------------------------
class CommandScope;
class QueryScope;
Result<TicketCallNext::Reply> handle(CommandScope& scope, const TicketCallNext& command);
Result<TicketCall::Reply> handle(CommandScope& scope, const TicketCall& command);
Result<TicketRecall::Reply> handle(CommandScope& scope, const TicketRecall& command);
Result<TicketBegin::Reply> handle(CommandScope& scope, const TicketBegin& command);
Result<TicketResume::Reply> handle(CommandScope& scope, const TicketResume& command);
Result<TicketMiss::Reply> handle(CommandScope& scope, const TicketMiss& command);
Result<TicketRequeue::Reply> handle(CommandScope& scope, const TicketRequeue& command);
Result<TicketWithdraw::Reply> handle(CommandScope& scope, const TicketWithdraw& command);
Result<TicketUndo::Reply> handle(CommandScope& scope, const TicketUndo& command);
Result<TicketHold::Reply> handle(CommandScope& scope, const TicketHold& command);
Result<TicketTransfer::Reply> handle(CommandScope& scope, const TicketTransfer& command);
Result<TicketFinish::Reply> handle(CommandScope& scope, const TicketFinish& command);
Result<TicketQuickServe::Reply> handle(CommandScope& scope, const TicketQuickServe& command);
Result<TicketRecordPrint::Reply> handle(CommandScope& scope, const TicketRecordPrint& command);
Result<PlaceStaff::Reply> handle(CommandScope& scope, const PlaceStaff& command);
Result<PlaceLeave::Reply> handle(CommandScope& scope, const PlaceLeave& command);
Result<TicketShow::Reply> answer(QueryScope& scope, const TicketShow& query);
Result<TicketHistory::Reply> answer(QueryScope& scope, const TicketHistory& query);
Result<QueueWaiting::Reply> answer(QueryScope& scope, const QueueWaiting& query);
Result<PlaceShow::Reply> answer(QueryScope& scope, const PlaceShow& query);
Result<DisplayShow::Reply> answer(QueryScope& scope, const DisplayShow& query);

} // namespace onedoor
