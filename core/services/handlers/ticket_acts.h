// SPDX-License-Identifier: GPL-3.0-or-later
// What the acts on a ticket have in common: finding it, appending, answering. Writer thread.
#pragma once

#include "core/services/api/counter.h"
#include "core/services/scopes.h"

#include "core/domain/ticket/ticket_state.h"

namespace onedoor {

/// A ticket by its id, or by its number of today. Not found "ticket.unknown".
Result<TicketState> findTicket(CommandScope& scope, const QString& text);
/// As it stands now, for the session's eyes.
Result<TicketReply> ticketReply(CommandScope& scope, TicketId id);
/// The stops that a command names.
std::vector<RouteStop> plannedStops(const std::vector<StopInput>& wished);

template <typename EventType>
Result<TicketReply> record(CommandScope& scope, const TicketState& ticket, Result<EventType> decided)
{
    if (!decided)
        return Unexpected(std::move(decided).error());
    ONEDOOR_TRY(scope.append({{ticket.id.raw, std::move(*decided), ticket.person}}));
    return ticketReply(scope, ticket.id);
}

} // namespace onedoor
