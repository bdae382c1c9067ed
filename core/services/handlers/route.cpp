// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of a ticket, and where a matter may lead.
#include "core/services/api/route.h"

#include "core/domain/ticket/route_decide.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/ticket_acts.h"

#include <algorithm>

namespace onedoor {

namespace {

/// A way back that is named again stays one, with the precedence it was given.
std::vector<RouteStop> stopsOf(const std::vector<StopInput>& wished, const std::vector<RouteStop>& before)
{
    std::vector<RouteStop> stops;
    for (const StopInput& each : wished) {
        const auto known = std::find_if(before.begin(), before.end(),
                                        [&](const RouteStop& stop) { return stop.isBack && stop.service == each.service && stop.place == each.place; });
        stops.push_back(known != before.end() ? *known : RouteStop{.service = each.service, .place = each.place});
    }
    return stops;
}

} // namespace

std::vector<RouteStop> plannedStops(const std::vector<StopInput>& wished)
{
    return stopsOf(wished, {});
}

Result<TicketReply> handle(CommandScope& scope, const TicketPlanRoute& raw)
{
    TicketPlanRoute command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const TicketState ticket, findTicket(scope, command.ticket));
    const std::vector<RouteStop> stops = stopsOf(command.stops, ticket.progress.ahead);
    Result<TicketRoutePlanned> planned = decideRoute(scope.centre(), ticket, stops);
    if (planned && stops == ticket.progress.ahead)
        return ticketReply(scope, ticket.id); // nothing changes, so nothing is recorded
    return record(scope, ticket, std::move(planned));
}

Result<SuggestReply> answer(QueryScope& scope, const MatterSuggest& raw)
{
    MatterSuggest query = raw;
    ONEDOOR_TRY(cleanFields(query));
    return SuggestReply{suggestStops(scope.centre(), query.text)};
}

template QFuture<Result<TicketPlanRoute::Reply>> Gateway::send(const Session&, TicketPlanRoute);
template QFuture<Result<MatterSuggest::Reply>> Gateway::ask(const Session&, MatterSuggest);

} // namespace onedoor
