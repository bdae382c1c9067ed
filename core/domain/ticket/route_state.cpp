// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of a ticket as its events move them on.
#include "core/domain/ticket/ticket_state.h"

#include <algorithm>

namespace onedoor {

TicketRoutePlanned TicketRoutePlanned::of(const std::vector<RouteStop>& stops)
{
    TicketRoutePlanned planned;
    for (const RouteStop& stop : stops) {
        planned.services.push_back(stop.service);
        planned.places.push_back(stop.place);
        planned.headStartMinutes.push_back(stop.headStartMinutes);
        planned.back.push_back(stop.isBack ? 1 : 0);
    }
    return planned;
}

std::vector<RouteStop> TicketRoutePlanned::stops() const
{
    const auto valueAt = [](const auto& list, std::size_t at) { return at < list.size() ? list[at] : typename std::decay_t<decltype(list)>::value_type(); };
    std::vector<RouteStop> stops;
    for (std::size_t at = 0; at < services.size(); ++at)
        stops.push_back({services[at], valueAt(places, at), std::uint32_t(valueAt(headStartMinutes, at)), valueAt(back, at) != 0});
    return stops;
}

void leaveStop(TicketProgress& progress, Instant now)
{
    const bool wasFinished = progress.status == TicketStatus::Finished;
    const bool hasRoute = !progress.ahead.empty() || !progress.passed.empty();
    if (hasRoute && (wasFinished || progress.status == TicketStatus::Serving))
        progress.passed.push_back({progress.service, progress.place, wasFinished ? progress.outcome : QString(), wasFinished ? progress.endedAt : now});
    if (!wasFinished)
        return;
    progress.outcome.clear();
    progress.finishNote.clear();
}

std::uint32_t reachStop(TicketProgress& progress, const QString& service, const QString& toPlace)
{
    const auto reached = std::find_if(progress.ahead.begin(), progress.ahead.end(), [&](const RouteStop& each) {
        return each.service == service && (each.place.isEmpty() || each.place == toPlace);
    });
    if (reached == progress.ahead.end())
        return 0;
    const std::uint32_t headStart = reached->headStartMinutes;
    progress.ahead.erase(reached);
    return headStart;
}

void evolve(TicketState& state, const TicketRoutePlanned& event, const EventMeta& meta)
{
    beginAct(state, TicketRoutePlanned::type, meta).ahead = event.stops();
}

void evolve(TicketState& state, const TicketSentAside& event, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketSentAside::type, meta);
    progress.ahead.insert(progress.ahead.begin(), RouteStop{progress.service, event.fromPlace, event.headStartMinutes, true});
    moveOn(progress, event.service, event.toPlace, event.note, meta.at);
}

} // namespace onedoor
