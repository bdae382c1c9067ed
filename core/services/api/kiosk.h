// SPDX-License-Identifier: GPL-3.0-or-later
// What a public kiosk (自助取号机) may do, and nothing else: a session with these rights alone finds nobody by name, and is told of a
// known person only a masked name and their ticket of today. Personal data in: a document or telephone number; out: none unmasked.
#pragma once

#include "core/base/error.h"
#include "core/domain/rows.h"

namespace onedoor {

using KioskRequestId = Id<struct KioskRequestTag>;

struct KioskService {
    QString service; ///< key
    std::uint32_t waiting = 0;
    bool isFull = false; ///< the day's tickets of the kiosk are given out; the desk may still help

    friend bool operator==(const KioskService&, const KioskService&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service"), self.service);
        visit(field("waiting"), self.waiting);
        visit(field("isFull"), self.isFull);
    }
};

struct KioskBoard {
    bool isOpen = false;
    Instant opensAt;  ///< while closed; 0: not known
    Instant closesAt; ///< while open
    std::vector<KioskService> services; ///< in the order in which they are offered

    friend bool operator==(const KioskBoard&, const KioskBoard&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("isOpen"), self.isOpen);
        visit(field("opensAt"), self.opensAt);
        visit(field("closesAt"), self.closesAt);
        visit(field("services"), self.services);
    }
};

/// What the first screen needs.
struct KioskShow {
    static constexpr const char* name = "kiosk.show";
    using Reply = KioskBoard;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

/// A ticket as a public screen may show it.
struct KioskTicket {
    TicketId ticket;
    QString number;
    QString visitNumber;
    QString service;     ///< key; empty when it is confidential
    Instant issuedAt;
    std::uint32_t ahead = 0; ///< while it waits
    std::vector<QString> places; ///< keys of the places that may call it, or of the one that has
    TicketStatus status = TicketStatus::Waiting;
    bool isKnown = false; ///< the person had it already: shown again, nothing was issued

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket"), self.ticket);
        visit(field("number"), self.number);
        visit(field("visitNumber"), self.visitNumber);
        visit(field("service"), self.service);
        visit(field("issuedAt"), self.issuedAt);
        visit(field("ahead"), self.ahead);
        visit(field("places"), self.places);
        visit(field("status"), self.status);
        visit(field("isKnown"), self.isKnown);
    }
};

struct KioskGreeting {
    bool isKnown = false;
    QString maskedName; ///< "张*国"; empty when nobody has this number, or the person has no name yet
    std::optional<KioskTicket> ticket; ///< of today, not over

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("isKnown"), self.isKnown);
        visit(field("maskedName"), self.maskedName);
        visit(field("ticket"), self.ticket);
    }
};

/// Whether somebody with exactly this document is known. Numbers that lead to no ticket slow the kiosk down, so that nobody tries them
/// out: Forbidden "kiosk.wait" (seconds). Errors: identity.*
struct KioskGreet {
    static constexpr const char* name = "kiosk.greet";
    using Reply = KioskGreeting;
    QString documentNumber;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(personal("documentNumber").required().atMost(40), self.documentNumber);
    }
};

/// Registers a visit and issues its ticket. The same request again, by the same account, gets the same ticket, also after a restart; a
/// person with a ticket of today that is not over gets that one. Without a number it is a plain ticket: the desk takes down who it is.
/// Errors: service.unknown; Conflict "kiosk.closed" (opensAt), "kiosk.full" (service); Invalid "kiosk.documentRequired"; identity.*, phone.*
struct KioskIssue {
    static constexpr const char* name = "kiosk.issue";
    using Reply = KioskTicket;
    KioskRequestId request; ///< made once for each wish
    QString service;        ///< key
    QString documentNumber; ///< may be empty
    QString phone;          ///< may be empty; counts only without a document number

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("request").required(), self.request);
        visit(field("service").required(), self.service);
        visit(personal("documentNumber").atMost(40), self.documentNumber);
        visit(personal("phone").atMost(40), self.phone);
    }
};

struct KioskPrintReply {
    PrintStatus print = PrintStatus::Issued;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("print"), self.print);
    }
};

/// What became of a slip; by the ticket's id, which only its slip and its kiosk know.
struct KioskRecordPrint {
    static constexpr const char* name = "kiosk.recordPrint";
    using Reply = KioskPrintReply;
    TicketId ticket;
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

// --- the work behind them -----------------------------------------------------------------------------------------------
class CommandScope;
class QueryScope;
Result<KioskIssue::Reply> handle(CommandScope& scope, const KioskIssue& command);
Result<KioskRecordPrint::Reply> handle(CommandScope& scope, const KioskRecordPrint& command);
Result<KioskShow::Reply> answer(QueryScope& scope, const KioskShow& query);
Result<KioskGreet::Reply> answer(QueryScope& scope, const KioskGreet& query);

} // namespace onedoor
