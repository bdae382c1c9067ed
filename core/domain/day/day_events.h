// SPDX-License-Identifier: GPL-3.0-or-later
// The closing of a business day. Record: the day (dayRecord). What became of each ticket stands in the tickets' own records.
#pragma once

#include "core/base/fields.h"
#include "core/domain/event_meta.h"

#include <QDate>
#include <vector>

namespace onedoor {

/// More tickets than any hall issues a day.
inline constexpr int closedTicketsAtMost = 10'000;

inline RawId dayRecord(QDate day)
{
    const QByteArray name = QByteArray("day:") + QByteArray::number(day.toJulianDay());
    return RawId::named(name);
}

/// A day may be closed again when somebody came after it was closed; the later closing names only what was open then.
struct DayClosed {
    static constexpr const char* type = "day.closed";
    static constexpr std::uint32_t version = 1;
    QDate day;
    QDate nextDay; ///< what was carried over goes on then
    std::vector<TicketId> closed;
    std::vector<TicketId> carried;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("nextDay"), self.nextDay);
        visit(field("closed").atMost(closedTicketsAtMost), self.closed);
        visit(field("carried").atMost(closedTicketsAtMost), self.carried);
    }
};

/// The last closing was taken back: its tickets stand where they stood, but for those that somebody has acted on since.
struct DayReopened {
    static constexpr const char* type = "day.reopened";
    static constexpr std::uint32_t version = 1;
    QDate day;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
    }
};

} // namespace onedoor
