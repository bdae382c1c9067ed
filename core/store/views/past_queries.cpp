// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/past_queries.h"

namespace onedoor::queries {

Result<std::vector<RawId>> leftOpen(ViewsStore& views, QDate day, Instant end)
{
    std::vector<RawId> tickets;
    // The first of the two conditions is that of the index, word for word.
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT ticket FROM tickets INDEXED BY tickets_left_open WHERE day < ?1"
                                           " AND (status < 4 OR ended_at >= (day - 2440587) * 86400000 - 50400000)"
                                           " AND (status < 4 OR ended_at >= ?2)"
                                           // Carried over to a later day since, which is their day now.
                                           " UNION SELECT ticket FROM ticket_closings WHERE kind = 2 AND first_day < ?1"));
    select.bindAll(day.toJulianDay(), end.milliseconds);
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return tickets;
        tickets.push_back(select.id(0));
    }
}

} // namespace onedoor::queries
