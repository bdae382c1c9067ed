// SPDX-License-Identifier: GPL-3.0-or-later
// What may be planned for a ticket, and where it goes when a stop is done. Pure functions; each gives the event to append or the reason for
// the refusal, as in ticket_decide.h. Codes: route.unknownService {service}, route.notOffered {service, place}, route.repeated {service},
// route.tooLong {limit}.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/decide.h"
#include "core/domain/ticket/ticket_state.h"

namespace onedoor {

/// Every stop is offered somewhere, and none is where the visitor stands already. `service`, `place`: of the present stop.
Result<void> checkRoute(const CentreDefinition& centre, const std::vector<RouteStop>& stops, const QString& service, const QString& place);

Result<TicketRoutePlanned> decideRoute(const CentreDefinition& centre, const TicketState& ticket, const std::vector<RouteStop>& stops);

/// Where the visitor goes after the present stop; nothing when it was the last. Stops that the centre does not offer any more are passed over;
/// one that is kept for a place which is gone is open to any place of its service.
std::optional<TicketTransferred> nextStop(const CentreDefinition& centre, const TicketState& ticket, const QString& note);

/// From the place where the visitor is called or served; refused like a transfer.
Result<TicketSentAside> decideSendAside(const TicketState& ticket, const QString& fromPlace, const QString& service, const QString& toPlace,
                                        bool serviceHasPlace, std::uint32_t headStartMinutes, const QString& note);

} // namespace onedoor
