// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/route_queries.h"

namespace onedoor::queries {

namespace {

Result<void> addStops(ViewsStore& views, TicketRow& row)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT is_passed, service, place, is_back, outcome, ended_at FROM ticket_stops WHERE ticket = ?1"
                                           " ORDER BY position"));
    select.bind(1, row.ticket);
    for (;;) {
        ONEDOOR_ASSIGN(const bool found, select.step());
        if (!found)
            return {};
        row.stops.push_back({.service = select.text(1), .place = select.text(2), .isPassed = select.integer(0) != 0, .isBack = select.integer(3) != 0,
                             .outcome = select.text(4), .endedAt = {select.integer(5)}});
    }
}

Result<void> addNeeds(ViewsStore& views, TicketRow& row)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT escort, hearing, wheelchair, helper_relation, helper_name, helper_phone"
                                           " FROM visit_needs WHERE visit = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, row.visit).step());
    if (!found)
        return {};
    row.escort = select.integer(0) != 0;
    row.hearing = select.integer(1) != 0;
    row.wheelchair = select.integer(2) != 0;
    row.helperRelation = static_cast<HelperRelation>(select.integer(3));
    row.helperName = select.text(4);
    row.helperPhone = select.text(5);
    return {};
}

} // namespace

Result<void> addRoutes(ViewsStore& views, std::vector<TicketRow>& rows)
{
    ONEDOOR_ASSIGN(sqlite::Statement any, views.database().cached("SELECT EXISTS (SELECT 1 FROM ticket_stops), EXISTS (SELECT 1 FROM visit_needs)"));
    ONEDOOR_TRY(any.step());
    const bool anyStops = any.integer(0) != 0;
    const bool anyNeeds = any.integer(1) != 0;
    for (TicketRow& row : rows) {
        if (anyStops)
            ONEDOOR_TRY(addStops(views, row));
        if (anyNeeds)
            ONEDOOR_TRY(addNeeds(views, row));
    }
    return {};
}

Result<std::uint32_t> stopsFinishedAt(ViewsStore& views, QDate day, const QString& place)
{
    // From the day's tickets, in this order (CROSS): the stops of a place pile up over the years.
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT count(*) FROM tickets AS t CROSS JOIN ticket_stops AS s ON s.ticket = t.ticket"
                                           " WHERE t.day = ?2 AND s.is_passed = 1 AND s.outcome <> '' AND s.place = ?1"));
    ONEDOOR_TRY(select.bindAll(place, day.toJulianDay()).step());
    return std::uint32_t(select.integer(0));
}

} // namespace onedoor::queries
