// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a ticket with its day, as lists show it. Plain value, any thread.
#pragma once

#include "core/domain/centre/day_settings.h"
#include "core/domain/rows.h"

namespace onedoor {

enum class ClosingKind { Closed, ByRule, CarriedOver };
template <>
struct EnumWords<ClosingKind> {
    static constexpr std::array values{std::pair{ClosingKind::Closed, "closed"}, std::pair{ClosingKind::ByRule, "byRule"},
                                       std::pair{ClosingKind::CarriedOver, "carriedOver"}};
};

struct ClosingRow {
    TicketId ticket;
    QString number;      ///< as it is called now
    QString firstNumber; ///< as it was printed
    QDate firstDay;      ///< when it was issued
    QString service;     ///< key
    ClosingKind kind = ClosingKind::Closed;
    ClosingAct reason = ClosingAct::NotServed;
    TicketStatus was = TicketStatus::Waiting; ///< how it stood before
    TicketStatus status = TicketStatus::Waiting;
    Instant at;
    AccountId by;
    QString byName;

    friend bool operator==(const ClosingRow&, const ClosingRow&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket"), self.ticket);
        visit(field("number"), self.number);
        visit(field("firstNumber"), self.firstNumber);
        visit(field("firstDay"), self.firstDay);
        visit(field("service"), self.service);
        visit(field("kind"), self.kind);
        visit(field("reason"), self.reason);
        visit(field("was"), self.was);
        visit(field("status"), self.status);
        visit(field("at"), self.at);
        visit(field("by"), self.by);
        visit(field("byName"), self.byName);
    }
};

/// How a day was closed last.
struct DayRow {
    QDate day;
    Instant closedAt;   ///< 0: not yet
    QString closedName; ///< by whom
    Instant reopenedAt; ///< 0: the closing stands
    QDate nextDay;
    std::uint32_t closed = 0;
    std::uint32_t carried = 0;

    friend bool operator==(const DayRow&, const DayRow&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("closedAt"), self.closedAt);
        visit(field("closedName"), self.closedName);
        visit(field("reopenedAt"), self.reopenedAt);
        visit(field("nextDay"), self.nextDay);
        visit(field("closed"), self.closed);
        visit(field("carried"), self.carried);
    }
};

} // namespace onedoor
