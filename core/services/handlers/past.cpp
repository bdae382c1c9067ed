// SPDX-License-Identifier: GPL-3.0-or-later
// The hall as it was: out of a day that the reader keeps ready, with names from the views.
#include "core/services/api/past.h"

#include "core/services/gateway_acts.h"
#include "core/services/scopes.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/ticket_queries.h"

#include <algorithm>
#include <map>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t stepMinutes = 5;
constexpr std::int64_t stepMilliseconds = stepMinutes * 60'000;

Result<const PastDay*> pastDay(QueryScope& scope, QDate date)
{
    QStringList places;
    for (const Place& place : scope.centre().places)
        places.append(place.key);
    return scope.reader().pastDays().day(date, scope.centre().offsetMinutes, places);
}

/// Of what happened on the day. Later than now only where a clock was set back.
Instant newestOf(const PastDay& day)
{
    Instant newest;
    for (const auto& [record, timeline] : day.tickets) {
        if (!timeline.moments.empty())
            newest = std::max(newest, timeline.moments.back().at);
    }
    return newest;
}

/// What the ticket was then, with what is known now of its visit.
TicketRow rowOf(const TicketState& then, const TicketRow& now)
{
    TicketRow row;
    row.ticket = then.id;
    row.number = then.number;
    row.status = then.progress.status;
    row.print = then.print;
    row.service = then.progress.service;
    row.visit = then.visit;
    row.visitNumber = now.visitNumber;
    row.person = then.person;
    row.name = now.name;
    row.sex = now.sex;
    row.headcount = now.headcount;
    row.repeat = now.repeat;
    row.urgent = now.urgent;
    row.threat = now.threat;
    row.confidential = now.confidential;
    row.priority = then.priority;
    row.headStartMinutes = then.headStartMinutes;
    row.arrivedAt = then.arrivedAt;
    row.issuedAt = then.issuedAt;
    row.queueTime = then.queueTime();
    row.appointment = then.appointment;
    row.place = then.progress.place;
    row.toPlace = then.progress.toPlace;
    row.calls = then.progress.calls;
    row.calledAt = then.progress.calledAt;
    row.begunAt = then.progress.begunAt;
    row.heldAt = then.progress.heldAt;
    row.servedSeconds = then.progress.servedSeconds;
    row.holdReason = then.progress.holdReason;
    row.outcome = then.progress.outcome;
    row.endedAt = then.progress.endedAt;
    row.waitedSeconds = then.progress.waitedSeconds;
    row.waitingSince = then.progress.waitingSince;
    row.returnsAt = then.progress.returnsAt;
    row.returnHeadStartMinutes = then.progress.returnHeadStartMinutes;
    row.misses = then.progress.misses;
    return row;
}

/// Carried over to a later day than this one: not in the hall any more.
bool wentHome(const TicketState& ticket, QDate day)
{
    return !ticket.carriedFrom.empty() && ticket.day > day;
}

/// On hold or missed by the record, and waiting again by then, as ticket_queries.cpp shows it live.
void showReturn(TicketRow& row, const TicketState& then)
{
    const bool wasHeld = row.status == TicketStatus::Held;
    row.returned = wasHeld ? Returned::FromHold : Returned::FromMiss;
    row.status = TicketStatus::Waiting;
    row.waitingSince = row.returnsAt;
    if (wasHeld && then.progress.holdKind != HoldKind::PapersBack)
        row.toPlace = row.place;
}

/// Sorts the tickets of one moment into the lists of the answer.
class HallThen {
public:
    HallThen(QueryScope& scope, const PastDay& day, Instant time, const QString& zone) : m_scope(scope), m_day(day), m_zone(zone) { m_hall.time = time; }

    Result<PastHall> run()
    {
        for (const auto& [record, timeline] : m_day.tickets) {
            const TicketState* ticket = timeline.at(m_hall.time);
            if (ticket != nullptr && ticket->exists() && isInZone(*ticket))
                ONEDOOR_TRY(take(*ticket));
        }
        sort();
        ONEDOOR_TRY(addPlaces());
        for (auto& [key, service] : m_services)
            m_hall.services.push_back(service);
        return std::move(m_hall);
    }

private:
    bool isPlaceInZone(const QString& key) const
    {
        const Place* place = m_scope.centre().findPlace(key);
        return m_zone.isEmpty() || (place != nullptr && place->zone == m_zone);
    }

    bool isInZone(const TicketState& ticket) const
    {
        if (m_zone.isEmpty())
            return true;
        const QString& place = ticket.progress.place.isEmpty() ? ticket.progress.toPlace : ticket.progress.place;
        if (!place.isEmpty())
            return isPlaceInZone(place);
        const QList<const Place*> places = m_scope.centre().placesServing(ticket.progress.service);
        return std::any_of(places.begin(), places.end(), [&](const Place* each) { return each->zone == m_zone; });
    }

    Result<void> take(const TicketState& ticket)
    {
        if (wentHome(ticket, m_day.date))
            return {};
        if (ticket.hasReturned(m_hall.time, m_day.date))
            return add(ticket, m_hall.waiting, &PastService::waiting);
        switch (ticket.progress.status) {
        case TicketStatus::Waiting: return add(ticket, m_hall.waiting, &PastService::waiting);
        case TicketStatus::Called:
        case TicketStatus::Serving: return add(ticket, m_present[ticket.progress.place], &PastService::present);
        case TicketStatus::Held: return add(ticket, m_hall.held, &PastService::held);
        case TicketStatus::Missed: return ticket.day == m_day.date ? add(ticket, m_hall.missed, &PastService::missed) : Result<void>();
        case TicketStatus::Finished:
            if (ticket.day == m_day.date) {
                ++m_finished[ticket.progress.place];
                ++service(ticket).finished;
            }
            return {};
        case TicketStatus::Withdrawn: return {};
        }
        return {};
    }

    PastService& service(const TicketState& ticket)
    {
        PastService& found = m_services[ticket.progress.service];
        found.service = ticket.progress.service;
        return found;
    }

    Result<void> add(const TicketState& ticket, std::vector<TicketRow>& list, std::uint32_t PastService::* counted)
    {
        ++(service(ticket).*counted);
        ONEDOOR_ASSIGN(const std::optional<TicketRow> now, queries::ticket(m_scope.views(), ticket.id));
        list.push_back(rowOf(ticket, now.value_or(TicketRow{})));
        if (ticket.hasReturned(m_hall.time, m_day.date))
            showReturn(list.back(), ticket);
        return {};
    }

    void sort()
    {
        std::sort(m_hall.waiting.begin(), m_hall.waiting.end(),
                  [](const TicketRow& one, const TicketRow& other) { return std::tie(one.queueTime, one.ticket) < std::tie(other.queueTime, other.ticket); });
        std::sort(m_hall.held.begin(), m_hall.held.end(),
                  [](const TicketRow& one, const TicketRow& other) { return std::tie(one.heldAt, one.ticket) < std::tie(other.heldAt, other.ticket); });
        std::sort(m_hall.missed.begin(), m_hall.missed.end(),
                  [](const TicketRow& one, const TicketRow& other) { return std::tie(one.endedAt, one.ticket) > std::tie(other.endedAt, other.ticket); });
        for (auto& [place, rows] : m_present)
            std::sort(rows.begin(), rows.end(), [](const TicketRow& one, const TicketRow& other) { return one.calledAt > other.calledAt; });
    }

    Result<void> addPlaces()
    {
        QList<const Place*> places;
        for (const Place& place : m_scope.centre().places)
            places.append(&place);
        std::stable_sort(places.begin(), places.end(), [](const Place* one, const Place* other) { return one->order < other->order; });
        for (const Place* place : std::as_const(places)) {
            if (isPlaceInZone(place->key))
                ONEDOOR_TRY(addPlace(place->key));
        }
        if (!m_zone.isEmpty())
            return {};
        // Whoever was called to a place that the centre has no more is not lost.
        for (const auto& [key, rows] : m_present) {
            if (m_scope.centre().findPlace(key) == nullptr)
                ONEDOOR_TRY(addPlace(key));
        }
        return {};
    }

    Result<void> addPlace(const QString& key)
    {
        PastPlace place{.place = key};
        const auto timeline = m_day.places.find(placeRecord(key));
        const PlaceState* state = timeline == m_day.places.end() ? nullptr : timeline->second.at(m_hall.time);
        if (state != nullptr && state->staffedBy) {
            ONEDOOR_ASSIGN(place.staffedBy, queries::displayName(m_scope.views(), state->staffedBy));
            place.staffedSince = state->since;
        }
        if (const auto present = m_present.find(key); present != m_present.end())
            place.present = present->second;
        if (const auto finished = m_finished.find(key); finished != m_finished.end())
            place.finished = finished->second;
        m_hall.places.push_back(std::move(place));
        return {};
    }

    QueryScope& m_scope;
    const PastDay& m_day;
    QString m_zone;
    PastHall m_hall;
    std::map<QString, std::vector<TicketRow>> m_present; ///< by place
    std::map<QString, std::uint32_t> m_finished;         ///< by place
    std::map<QString, PastService> m_services;
};

/// Draws the outline of a day, ticket by ticket.
class Outline {
public:
    Outline(const PastDay& day, Instant now) : m_day(day), m_until(std::min(std::max(now, newestOf(day)), Instant{day.end.milliseconds - 1}))
    {
        const auto steps = std::size_t((m_until.milliseconds - m_day.begin.milliseconds) / stepMilliseconds + 1);
        m_change.resize(steps + 1);
        m_outline.calls.resize(steps);
        m_outline.day = day.date;
        m_outline.stepMinutes = std::uint32_t(stepMinutes);
    }

    HallDay run()
    {
        for (const auto& [record, timeline] : m_day.tickets)
            add(timeline);
        std::int64_t waiting = 0;
        for (std::size_t step = 0; step < m_outline.calls.size(); ++step) {
            waiting += m_change[step];
            m_outline.waiting.push_back(std::uint32_t(waiting));
        }
        return std::move(m_outline);
    }

private:
    void add(const Timeline<TicketState>& timeline)
    {
        for (std::size_t at = 0; at < timeline.moments.size(); ++at) {
            const auto& moment = timeline.moments[at];
            const TicketProgress& progress = moment.state.progress;
            const Instant next = at + 1 < timeline.moments.size() ? timeline.moments[at + 1].at : Instant{m_until.milliseconds + stepMilliseconds};
            const bool isHere = moment.state.exists() && !wentHome(moment.state, m_day.date);
            if (isHere && progress.status == TicketStatus::Waiting)
                addWaiting(moment.at, next);
            else if (isHere && moment.state.hasReturned(next, m_day.date) && progress.returnsAt < next)
                addWaiting(std::max(moment.at, progress.returnsAt), next);
            if (moment.at < m_day.begin || moment.at > m_until)
                continue;
            m_outline.first = m_outline.first ? std::min(m_outline.first, moment.at) : moment.at;
            m_outline.last = std::max(m_outline.last, moment.at);
            m_outline.tickets += at == 0 && moment.state.exists() ? 1 : 0;
            if (progress.status == TicketStatus::Called && progress.calledAt == moment.at)
                ++m_outline.calls[std::size_t((moment.at.milliseconds - m_day.begin.milliseconds) / stepMilliseconds)];
        }
    }

    /// From `from` until before `until`: counted at each step's beginning in between.
    void addWaiting(Instant from, Instant until)
    {
        const std::size_t first = stepFrom(from);
        const std::size_t last = stepFrom(until);
        ++m_change[first];
        --m_change[last];
    }

    std::size_t stepFrom(Instant time) const
    {
        const std::int64_t since = std::max<std::int64_t>(0, time.milliseconds - m_day.begin.milliseconds);
        return std::min(std::size_t((since + stepMilliseconds - 1) / stepMilliseconds), m_change.size() - 1);
    }

    const PastDay& m_day;
    Instant m_until;
    std::vector<std::int64_t> m_change; ///< of the number waiting, by step
    HallDay m_outline;
};

} // namespace

Result<PastHall> answer(QueryScope& scope, const HallAsOf& query)
{
    if (!query.zone.isEmpty() && scope.centre().findZone(query.zone) == nullptr)
        return fail(ErrorKind::Invalid, u"zone.unknown"_s, u"zone"_s, {{u"zone"_s, query.zone}});
    const QDate date = query.time ? query.time.dateAt(scope.centre().offsetMinutes) : scope.today();
    if (date > scope.today())
        return fail(ErrorKind::Invalid, u"hall.timeAhead"_s, u"time"_s);
    ONEDOOR_ASSIGN(const PastDay* day, pastDay(scope, date));
    const Instant latest = std::max(scope.now(), newestOf(*day));
    if (query.time > latest)
        return fail(ErrorKind::Invalid, u"hall.timeAhead"_s, u"time"_s);
    return HallThen(scope, *day, query.time ? query.time : latest, query.zone).run();
}

Result<HallDay> answer(QueryScope& scope, const HallOutline& query)
{
    const QDate date = query.day.isValid() ? query.day : scope.today();
    if (date > scope.today())
        return fail(ErrorKind::Invalid, u"hall.dayAhead"_s, u"day"_s);
    ONEDOOR_ASSIGN(const PastDay* day, pastDay(scope, date));
    return Outline(*day, scope.now()).run();
}

template QFuture<Result<HallAsOf::Reply>> Gateway::ask(const Session&, HallAsOf);
template QFuture<Result<HallOutline::Reply>> Gateway::ask(const Session&, HallOutline);

} // namespace onedoor
