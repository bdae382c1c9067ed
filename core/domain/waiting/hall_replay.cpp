// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/waiting/hall_replay.h"

#include <algorithm>

namespace onedoor {

namespace {

constexpr int daysBeforeErrors = 3; ///< service times of fewer days say little of how wrong a forecast is
constexpr double longestTurn = 10 * 60; ///< who leaves a place free for longer has gone for a while

template <typename EventType>
concept OfTicket = requires(TicketState& state, const EventType& event, const EventMeta& meta) { evolve(state, event, meta); };

bool isThere(const TicketProgress& progress)
{
    return progress.status == TicketStatus::Called || progress.status == TicketStatus::Serving;
}

} // namespace

Instant atPlaceSince(std::int64_t servedSeconds, Instant calledAt, Instant begunAt)
{
    return servedSeconds > 0 && begunAt ? begunAt : calledAt;
}

HallReplay::HallReplay(const WaitingFrame& frame) : m_frame(frame), m_places(std::size_t(frame.places.size())) {}

HallReplay::Step HallReplay::take(const Event& event, const EventMeta& meta)
{
    Step step;
    const auto ofTicket = [&](const auto& each) {
        TicketState& ticket = m_tickets[TicketId(meta.record)];
        const bool wasThere = ticket.exists();
        const TicketProgress before = ticket.progress;
        const Instant stoodAt = ticket.queueTime(); // an appointment moves it
        evolve(ticket, each, meta);
        if (!ticket.exists()) { // its issue lies before what is replayed
            m_tickets.erase(TicketId(meta.record));
            return;
        }
        follow(ticket, before, stoodAt, wasThere);
        step = {true, wasThere ? before : ticket.progress, !wasThere, &ticket};
    };
    const auto ofPlace = [&](const QString& key, bool isStaffed) {
        if (const int place = m_frame.place(key); place >= 0) {
            m_places[std::size_t(place)].traces.isStaffed = isStaffed;
            m_places[std::size_t(place)].traces.staffedSince = meta.at;
        }
    };
    std::visit(
        [&]<typename EventType>(const EventType& each) {
            if constexpr (OfTicket<EventType>)
                ofTicket(each);
            else if constexpr (std::is_same_v<EventType, PlaceStaffed>)
                ofPlace(each.place, true);
            else if constexpr (std::is_same_v<EventType, PlaceLeft>)
                ofPlace(each.place, false);
        },
        event);
    return step;
}

void HallReplay::standUp(TicketId ticket, const TicketProgress& was, Instant queueTime)
{
    if (was.status == TicketStatus::Waiting) {
        const WaitingOne one{ticket, 0, -1, queueTime};
        const auto found = std::lower_bound(m_waiting.begin(), m_waiting.end(), one, standsBefore);
        if (found != m_waiting.end() && found->ticket == ticket)
            m_waiting.erase(found);
    } else if (const int place = m_frame.place(was.place); isThere(was) && place >= 0) {
        AtPlace& at = m_places[std::size_t(place)];
        if (at.current == ticket)
            at = {at.traces, {}, -1, {}};
    }
}

void HallReplay::follow(const TicketState& ticket, const TicketProgress& before, Instant stoodAt, bool wasThere)
{
    const TicketProgress& now = ticket.progress;
    if (wasThere)
        standUp(ticket.id, before, stoodAt);
    const int service = m_frame.service(now.service);
    const int place = m_frame.place(now.place);
    if (now.status == TicketStatus::Waiting && service >= 0) {
        const WaitingOne one{ticket.id, service, m_frame.place(now.toPlace), ticket.queueTime()};
        m_waiting.insert(std::lower_bound(m_waiting.begin(), m_waiting.end(), one, standsBefore), one);
    } else if (isThere(now) && place >= 0) {
        AtPlace& at = m_places[std::size_t(place)];
        at.current = ticket.id;
        at.service = service;
        at.since = atPlaceSince(now.servedSeconds, now.calledAt, now.begunAt);
    }
    const bool isAway = (now.status == TicketStatus::Held || now.status == TicketStatus::Missed) && now.returnsAt;
    if (isAway)
        m_away.insert(ticket.id);
    else
        m_away.erase(ticket.id);
    // Looked up among all tickets only where something is taken away from the place.
    const int was = wasThere ? m_frame.place(before.place) : -1;
    if (was >= 0 && (was != place || now.calledAt < before.calledAt || now.endedAt < before.endedAt))
        traceAnew(was, before.place, ticket.day);
    if (place >= 0)
        m_places[std::size_t(place)].traces.lastAct = std::max({m_places[std::size_t(place)].traces.lastAct, now.calledAt, now.endedAt});
}

/// What the day's tickets say of the place now, as the views tell it: a ticket that went on to another place speaks for that one.
void HallReplay::traceAnew(int place, const QString& key, QDate day)
{
    Instant last;
    for (const auto& [id, ticket] : m_tickets) {
        if (ticket.day == day && ticket.progress.place == key)
            last = std::max({last, ticket.progress.calledAt, ticket.progress.endedAt});
    }
    m_places[std::size_t(place)].traces.lastAct = last;
}

/// On hold or missed by the record, and waiting again by themselves.
void HallReplay::addReturned(HallNow& hall) const
{
    const QDate today = hall.now.dateAt(m_frame.offsetMinutes);
    for (const TicketId& id : m_away) {
        const TicketState& ticket = m_tickets.at(id);
        const TicketProgress& progress = ticket.progress;
        const int service = m_frame.service(progress.service);
        if (service < 0 || !ticket.hasReturned(hall.now, today))
            continue;
        const bool papersStay = progress.status == TicketStatus::Held && progress.holdKind != HoldKind::PapersBack;
        const WaitingOne one{id, service, m_frame.place(papersStay ? progress.place : progress.toPlace), ticket.queueTime()};
        hall.waiting.insert(std::lower_bound(hall.waiting.begin(), hall.waiting.end(), one, standsBefore), one);
    }
}

HallNow HallReplay::at(Instant now) const
{
    HallNow hall{now, {}, m_waiting};
    addReturned(hall);
    for (const AtPlace& at : m_places) {
        PlaceTraces traces = at.traces;
        traces.hasCurrent = !at.current.isNull();
        hall.places.push_back({traces.isActive(now, m_frame.offsetMinutes), at.service, at.since});
    }
    return hall;
}

void HallReplay::forgetTheOver()
{
    std::erase_if(m_tickets, [this](const auto& entry) {
        const bool isForgotten = entry.second.isOver() || entry.second.progress.status == TicketStatus::Missed;
        if (isForgotten)
            m_away.erase(entry.first);
        return isForgotten;
    });
}

WaitingLearner::WaitingLearner(const WaitingFrame& frame)
    : m_frame(frame), m_replay(frame), m_times(frame), m_model(frame), m_firstMinute(std::size_t(frame.places.size()), -1),
      m_firstMinutes(std::size_t(frame.places.size())), m_becameFree(std::size_t(frame.places.size()))
{
}

void WaitingLearner::take(const Event& event, const EventMeta& meta)
{
    const QDate day = meta.at.dateAt(m_frame.offsetMinutes);
    if (!m_day.isValid() || day > m_day)
        beginDay(day);
    const HallReplay::Step step = m_replay.take(event, meta);
    if (const auto* staffed = std::get_if<PlaceStaffed>(&event))
        notePresence(m_frame.place(staffed->place), meta.at);
    if (!step.isTicket)
        return;
    if (step.isNew)
        noteIssue(*step.ticket);
    else if (step.before.status == TicketStatus::Waiting)
        noteCall(*step.ticket);
    notePlaces(step, meta.at);
}

void WaitingLearner::beginDay(QDate day)
{
    if (m_day.isValid())
        endDay();
    m_day = day;
    m_replay.forgetTheOver();
    m_pending.clear();
    std::fill(m_firstMinute.begin(), m_firstMinute.end(), -1);
    std::fill(m_becameFree.begin(), m_becameFree.end(), Instant{});
}

void WaitingLearner::endDay()
{
    // A day on which nothing was called is none to learn from: a test on a Sunday, a clock that was wrong.
    if (std::all_of(m_firstMinute.begin(), m_firstMinute.end(), [](int minute) { return minute < 0; }))
        return;
    ++m_model.days;
    m_model.times = m_times.fit();
    for (std::size_t place = 0; place < m_firstMinute.size(); ++place) {
        std::vector<int>& all = m_firstMinutes[place];
        if (m_firstMinute[place] >= 0)
            all.push_back(m_firstMinute[place]);
        std::vector<int> sorted = all;
        std::sort(sorted.begin(), sorted.end());
        m_model.habits[place] = {double(all.size()) / m_model.days, sorted.empty() ? -1 : sorted[sorted.size() / 2]};
    }
}

/// What would have been told: by what the days before had taught.
void WaitingLearner::noteIssue(const TicketState& ticket)
{
    if (m_model.days < daysBeforeErrors)
        return;
    const HallNow hall = m_replay.at(ticket.issuedAt);
    const auto mine = std::find_if(hall.waiting.begin(), hall.waiting.end(), [&](const WaitingOne& one) { return one.ticket == ticket.id; });
    if (mine == hall.waiting.end())
        return;
    const auto at = std::size_t(mine - hall.waiting.begin());
    const WorkDay day(m_frame.hours, m_frame.offsetMinutes, hall.now);
    const Forecast forecast = playForward(m_frame, hall, m_model.times, m_model.habits, day, at)[at];
    if (forecast.isServed && !day.isOver(hall.now))
        m_pending[ticket.id] = {mine->service, forecast, ticket.issuedAt};
}

void WaitingLearner::noteCall(const TicketState& ticket)
{
    const auto found = m_pending.find(ticket.id);
    if (found == m_pending.end())
        return;
    const Pending pending = found->second;
    m_pending.erase(found); // the first call counts, and who leaves is not called
    if (ticket.progress.status != TicketStatus::Called || ticket.progress.calledAt < pending.issuedAt)
        return;
    const WorkDay day(m_frame.hours, m_frame.offsetMinutes, pending.issuedAt);
    m_model.bands.add(pending.service, pending.forecast, day.between(pending.issuedAt, ticket.progress.calledAt));
}

bool WaitingLearner::somebodyWaitsFor(int place, Instant now) const
{
    const std::vector<int>& offers = m_frame.offers[std::size_t(place)];
    return m_replay.isActive(place, now) && std::any_of(m_replay.waiting().begin(), m_replay.waiting().end(), [&](const WaitingOne& one) {
        return one.toPlace == place || (one.toPlace < 0 && std::find(offers.begin(), offers.end(), one.service) != offers.end());
    });
}

void WaitingLearner::notePresence(int place, Instant at)
{
    if (place >= 0 && m_firstMinute[std::size_t(place)] < 0)
        m_firstMinute[std::size_t(place)] = at.minuteOfDayAt(m_frame.offsetMinutes);
}

/// Who comes to a place, and who leaves it.
void WaitingLearner::notePlaces(const HallReplay::Step& step, Instant at)
{
    const TicketProgress& now = step.ticket->progress;
    const int hour = at.minuteOfDayAt(m_frame.offsetMinutes) / 60;
    if (const int place = m_frame.place(now.place); place >= 0 && now.status == TicketStatus::Called && !isThere(step.before)) {
        notePresence(place, at);
        Instant& free = m_becameFree[std::size_t(place)];
        const double turn = free ? double(at.milliseconds - free.milliseconds) / 1000.0 : -1;
        if (turn >= 0 && turn < longestTurn)
            m_times.turned(turn);
        free = {};
    }
    if (isThere(step.before) && !isThere(now)) {
        const int place = m_frame.place(step.before.place);
        const Instant since = atPlaceSince(step.before.servedSeconds, step.before.calledAt, step.before.begunAt);
        if (place < 0)
            return;
        m_times.served(m_frame.service(step.before.service), place, hour, double(at.milliseconds - since.milliseconds) / 1000.0);
        m_becameFree[std::size_t(place)] = somebodyWaitsFor(place, at) ? at : Instant{};
    }
}

WaitingModel WaitingLearner::model()
{
    if (m_day.isValid())
        endDay();
    m_day = {};
    m_model.bands.fit();
    return m_model;
}

} // namespace onedoor
