// SPDX-License-Identifier: GPL-3.0-or-later
// How a ticket ends with its day, or gets over it. Record: the ticket. Nothing personal in them: reasons are words of a list.
#pragma once

#include "core/base/fields.h"
#include "core/domain/centre/day_settings.h"
#include "core/domain/event_meta.h"

#include <QDate>

namespace onedoor {

/// Somebody closed the day and said what this open ticket was.
struct TicketClosed {
    static constexpr const char* type = "ticket.closed";
    static constexpr std::uint32_t version = 1;
    ClosingAct reason = ClosingAct::NotServed; ///< never CarryOver

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("reason"), self.reason);
    }
};

/// Nobody did, and the centre's rule closed it on a later day. It counts as ended when its own day did, so that no figure holds a night.
struct TicketClosedByRule {
    static constexpr const char* type = "ticket.closedByRule";
    static constexpr std::uint32_t version = 1;
    ClosingAct reason = ClosingAct::NotServed; ///< never CarryOver
    Instant endedAt;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("reason"), self.reason);
        visit(field("endedAt"), self.endedAt);
    }
};

/// On to a later day. Numbers begin anew every day, so it goes on under a number that no ticket of that day can have; the arrival stays.
struct TicketCarriedOver {
    static constexpr const char* type = "ticket.carriedOver";
    static constexpr std::uint32_t version = 1;
    QString number;
    QDate toDay;
    Instant waitsFrom; ///< when that day opens: the night is nobody's waiting

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("number").atMost(20), self.number);
        visit(field("toDay"), self.toDay);
        visit(field("waitsFrom"), self.waitsFrom);
    }
};

} // namespace onedoor
