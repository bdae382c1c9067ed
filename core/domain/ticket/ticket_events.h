// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of a queue ticket's life. Record: the ticket; subject of notes: the visit's person.
#pragma once

#include "core/base/fields.h"
#include "core/domain/centre/centre_definition.h"
#include "core/domain/event_meta.h"

#include <QDate>

namespace onedoor {

struct TicketIssued {
    static constexpr const char* type = "ticket.issued";
    static constexpr std::uint32_t version = 1;
    QString number; ///< as printed: "A012"
    QString series;
    std::uint32_t ordinal = 0;
    QDate day;
    QString service;
    VisitId visit;
    PersonId person;
    Instant arrivedAt;
    QString priority;                   ///< key of the priority class
    std::uint32_t headStartMinutes = 0; ///< its head start when the ticket was issued: credited as if already waited

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("number"), self.number);
        visitor(field("series"), self.series);
        visitor(field("ordinal"), self.ordinal);
        visitor(field("day"), self.day);
        visitor(field("service"), self.service);
        visitor(field("visit"), self.visit);
        visitor(field("person"), self.person);
        visitor(field("arrivedAt"), self.arrivedAt);
        visitor(field("priority"), self.priority);
        visitor(field("headStartMinutes"), self.headStartMinutes);
    }
};

/// The paper left the printer. Printing again never makes a new number.
struct TicketPrinted {
    static constexpr const char* type = "ticket.printed";
    static constexpr std::uint32_t version = 1;
    QString printer;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("printer"), self.printer);
    }
};

struct TicketPrintFailed {
    static constexpr const char* type = "ticket.printFailed";
    static constexpr std::uint32_t version = 1;
    QString printer;
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("printer"), self.printer);
        visit(field("reason"), self.reason);
    }
};

/// A claim: calling is owned by the hall host's lease. `provisional` marks a call made while cut off from the host.
struct TicketCalled {
    static constexpr const char* type = "ticket.called";
    static constexpr std::uint32_t version = 1;
    QString place;
    bool chosen = false; ///< picked by hand, not the next in order
    std::uint64_t epoch = 1;
    bool provisional = false;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("chosen"), self.chosen);
        visit(field("epoch"), self.epoch);
        visit(field("provisional"), self.provisional);
    }
};

struct TicketRecalled {
    static constexpr const char* type = "ticket.recalled";
    static constexpr std::uint32_t version = 1;
    QString place;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
    }
};

/// The visitor stands before the counter.
struct TicketBegun {
    static constexpr const char* type = "ticket.begun";
    static constexpr std::uint32_t version = 1;
    QString place;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
    }
};

/// Three meanings of a hold: see HoldKind in the centre's definition.
template <>
struct EnumWords<HoldKind> {
    static constexpr std::array values{std::pair{HoldKind::PapersBack, "papersBack"}, std::pair{HoldKind::PapersKept, "papersKept"},
                                       std::pair{HoldKind::InternalStep, "internalStep"}};
};

struct TicketHeld {
    static constexpr const char* type = "ticket.held";
    static constexpr std::uint32_t version = 1;
    QString place;
    HoldKind kind = HoldKind::PapersBack;
    QString reason; ///< key of the hold reason

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("kind"), self.kind);
        visit(field("reason"), self.reason);
    }
};

/// A hold with a timer: from `returnsAt` on the visitor waits again by itself, without a further event, so that no PC has to be there and
/// none can do it twice. The time and the head start are what the reason said when the hold was made.
struct TicketHeldUntil {
    static constexpr const char* type = "ticket.heldUntil";
    static constexpr std::uint32_t version = 1;
    QString place;
    HoldKind kind = HoldKind::PapersBack;
    QString reason;
    Instant returnsAt;
    std::uint32_t headStartMinutes = 0; ///< from then on at least this

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("kind"), self.kind);
        visit(field("reason"), self.reason);
        visit(field("returnsAt"), self.returnsAt);
        visit(field("headStartMinutes"), self.headStartMinutes);
    }
};

struct TicketResumed {
    static constexpr const char* type = "ticket.resumed";
    static constexpr std::uint32_t version = 1;
    QString place;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
    }
};

/// Called and did not come.
struct TicketMissed {
    static constexpr const char* type = "ticket.missed";
    static constexpr std::uint32_t version = 1;
    QString place;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
    }
};

/// Called and did not come; from `returnsAt` on, the same business day, "call next" offers the visitor again.
struct TicketMissedUntil {
    static constexpr const char* type = "ticket.missedUntil";
    static constexpr std::uint32_t version = 1;
    QString place;
    Instant returnsAt;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("returnsAt"), self.returnsAt);
    }
};

/// Called, served and finished at once: a matter too small for steps of its own. A claim like a call, and one act to take back.
struct TicketQuickServed {
    static constexpr const char* type = "ticket.quickServed";
    static constexpr std::uint32_t version = 1;
    QString place;
    QString outcome; ///< key of the outcome
    std::uint64_t epoch = 1;
    bool provisional = false;
    QString note;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("outcome"), self.outcome);
        visit(field("epoch"), self.epoch);
        visit(field("provisional"), self.provisional);
        visit(personal("note").lines(500), self.note);
    }
};

/// Back into the queue with the arrival time that it always had.
struct TicketRequeued {
    static constexpr const char* type = "ticket.requeued";
    static constexpr std::uint32_t version = 1;
    QString place;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
    }
};

/// On to another service, or to one place of it. Number and arrival time stay.
struct TicketTransferred {
    static constexpr const char* type = "ticket.transferred";
    static constexpr std::uint32_t version = 1;
    QString fromPlace;
    QString service;
    QString toPlace; ///< empty: any place of the service
    QString note;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("fromPlace"), self.fromPlace);
        visit(field("service"), self.service);
        visit(field("toPlace"), self.toPlace);
        visit(personal("note").lines(500), self.note);
    }
};

struct TicketFinished {
    static constexpr const char* type = "ticket.finished";
    static constexpr std::uint32_t version = 1;
    QString place;
    QString outcome; ///< key of the outcome
    QString note;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("outcome"), self.outcome);
        visit(personal("note").lines(500), self.note);
    }
};

/// The visitor left, or asked to be taken off the list.
struct TicketWithdrawn {
    static constexpr const char* type = "ticket.withdrawn";
    static constexpr std::uint32_t version = 1;
    QString place;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
    }
};

/// Takes back the ticket's last act; both stay in the record.
struct TicketReverted {
    static constexpr const char* type = "ticket.reverted";
    static constexpr std::uint32_t version = 1;
    StreamId stream;
    std::uint64_t sequence = 0; ///< the act that is taken back

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("stream"), self.stream);
        visit(field("sequence"), self.sequence);
    }
};

} // namespace onedoor
