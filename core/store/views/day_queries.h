// SPDX-License-Identifier: GPL-3.0-or-later
// What the end of a day and the manager's board ask of the views. Free functions over a ViewsStore, on its thread. Days are business days.
#pragma once

#include "core/domain/day/day_row.h"
#include "core/store/views/ticket_queries.h"

namespace onedoor::queries {

/// What is open at the end of a day: waiting, called, served or on hold, of the day and those before; missed of the day alone.
Result<std::vector<TicketRow>> openUntil(ViewsStore& views, QDate day, const Moment& at);
/// Waiting, called, served or on hold although their day was before this one; what was carried over has another day now.
Result<std::vector<TicketId>> openBefore(ViewsStore& views, QDate day);
Result<std::optional<DayRow>> closedDay(ViewsStore& views, QDate day);
/// Closed by rule since then, the newest first.
Result<std::vector<ClosingRow>> closings(ViewsStore& views, ClosingKind kind, Instant since, int limit);
/// Those of a day that were carried over to it and are still open.
Result<std::vector<ClosingRow>> carriedInto(ViewsStore& views, QDate day);

struct DayCounts {
    std::uint32_t issued = 0; ///< tickets of this day, without those that were carried over to it
    std::uint32_t finished = 0;
    std::uint32_t withdrawn = 0;
    std::uint32_t missed = 0; ///< and not called since
};
Result<DayCounts> countsOf(ViewsStore& views, QDate day);

/// Who sits where.
struct Seat {
    QString place;
    AccountId account;
    QString name;
    Instant since;
};
Result<std::vector<Seat>> seats(ViewsStore& views);
/// Called or being served anywhere.
Result<std::vector<TicketRow>> atPlaces(ViewsStore& views, const Moment& at);
/// How many the places have finished on the day.
Result<std::vector<std::pair<QString, std::uint32_t>>> finishedPerPlace(ViewsStore& views, QDate day);

} // namespace onedoor::queries
