// SPDX-License-Identifier: GPL-3.0-or-later
// Visits with a route: which stops a matter will make, suggested from the visitor's words, and the plan of a ticket's stops. How a route is
// planned when a visit is registered: VisitRegister::stops; how it moves on: TicketFinish; a side trip: TicketTransfer::back.
#pragma once

#include "core/domain/triage/triage.h"
#include "core/services/api/counter.h"

namespace onedoor {

struct SuggestReply {
    std::vector<TriageSuggestion> suggestions; ///< the strongest first, at most three

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("suggestions"), self.suggestions);
    }
};

/// Reads the stops out of the words, by the centre's triage table and the keywords of its services. Nothing is recorded. Whoever may register
/// a visit may ask.
struct MatterSuggest {
    static constexpr const char* name = "matter.suggest";
    using Reply = SuggestReply;
    QString text;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(personal("text").lines(2000), self.text);
    }
};

/// The stops behind the present one from now on; an empty list: the present one is the last. The way back of a side trip stays one when it is
/// named again. Errors: route.* (stops).
struct TicketPlanRoute {
    static constexpr const char* name = "ticket.planRoute";
    using Reply = TicketReply;
    QString ticket;
    std::vector<StopInput> stops;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
        visit(field("stops").atMost(stopsAtMost), self.stops);
    }
};

class CommandScope;
class QueryScope;
Result<TicketPlanRoute::Reply> handle(CommandScope& scope, const TicketPlanRoute& command);
Result<MatterSuggest::Reply> answer(QueryScope& scope, const MatterSuggest& query);

} // namespace onedoor
