// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ticket/route_decide.h"

#include "core/domain/ticket/ticket_decide.h"

namespace onedoor {

using namespace Qt::StringLiterals;

Result<void> checkRoute(const CentreDefinition& centre, const std::vector<RouteStop>& stops, const QString& service, const QString& place)
{
    if (stops.size() > std::size_t(stopsAtMost))
        return fail(ErrorKind::Invalid, u"route.tooLong"_s, u"stops"_s, {{u"limit"_s, stopsAtMost}});
    QString before = service;
    QString beforePlace = place;
    for (std::size_t at = 0; at < stops.size(); ++at) {
        const RouteStop& stop = stops[at];
        const QString field = u"stops[%1]"_s.arg(at);
        if (centre.findService(stop.service) == nullptr)
            return fail(ErrorKind::Invalid, u"route.unknownService"_s, field, {{u"service"_s, stop.service}});
        const Place* kept = centre.findPlace(stop.place);
        if (centre.placesServing(stop.service).isEmpty() || (!stop.place.isEmpty() && (kept == nullptr || !kept->services.contains(stop.service))))
            return fail(ErrorKind::Invalid, u"route.notOffered"_s, field, {{u"service"_s, stop.service}, {u"place"_s, stop.place}});
        if (stop.service == before && (stop.place.isEmpty() || stop.place == beforePlace))
            return fail(ErrorKind::Invalid, u"route.repeated"_s, field, {{u"service"_s, stop.service}});
        before = stop.service;
        beforePlace = stop.place;
    }
    return {};
}

Result<TicketRoutePlanned> decideRoute(const CentreDefinition& centre, const TicketState& ticket, const std::vector<RouteStop>& stops)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    const QString& here = ticket.progress.place.isEmpty() ? ticket.progress.toPlace : ticket.progress.place;
    ONEDOOR_TRY(checkRoute(centre, stops, ticket.progress.service, here));
    return TicketRoutePlanned::of(stops);
}

std::optional<TicketTransferred> nextStop(const CentreDefinition& centre, const TicketState& ticket, const QString& note)
{
    for (const RouteStop& stop : ticket.progress.ahead) {
        if (centre.placesServing(stop.service).isEmpty())
            continue;
        return TicketTransferred{.fromPlace = ticket.progress.place, .service = stop.service, .toPlace = stop.place, .note = note};
    }
    return std::nullopt;
}

Result<TicketSentAside> decideSendAside(const TicketState& ticket, const QString& fromPlace, const QString& service, const QString& toPlace,
                                        bool serviceHasPlace, std::uint32_t headStartMinutes, const QString& note)
{
    ONEDOOR_TRY(decideTransfer(ticket, fromPlace, service, toPlace, serviceHasPlace, note));
    if (!ticket.isAtPlace())
        return fail(ErrorKind::Conflict, u"ticket.notHere"_s, u"ticket"_s, {{u"number"_s, ticket.number}});
    if (service == ticket.progress.service && (toPlace.isEmpty() || toPlace == fromPlace))
        return fail(ErrorKind::Invalid, u"ticket.transferNowhere"_s, u"service"_s, {{u"service"_s, service}});
    return TicketSentAside{.fromPlace = fromPlace, .service = service, .toPlace = toPlace, .headStartMinutes = headStartMinutes, .note = note};
}

} // namespace onedoor
