// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/api/appointments.h"

#include "core/domain/appointment/appointment_decide.h"
#include "core/domain/appointment/appointment_slots.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/appointments.h"
#include "core/services/handlers/people.h"
#include "core/services/scopes.h"
#include "core/store/views/appointment_queries.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t secondsPerDay = 24 * 60 * 60;

bool isConfidential(const CentreDefinition& centre, const QString& service)
{
    const Service* found = centre.findService(service);
    return found != nullptr && found->has(ServiceFlag::Confidential);
}

Result<AppointmentReply> replyOf(CommandScope& scope, AppointmentId id, const AppointmentBooked& before = {})
{
    ONEDOOR_ASSIGN(const std::optional<AppointmentRow> row, queries::appointment(scope.views(), id, scope.now()));
    if (!row)
        return fail(ErrorKind::NotFound, u"appointment.unknown"_s, u"appointment"_s);
    return AppointmentReply{*row, before};
}

/// A service that is offered, at a place that offers it.
Result<void> checkWhere(const CentreDefinition& centre, const QString& service, const QString& place)
{
    if (centre.findService(service) == nullptr)
        return fail(ErrorKind::Invalid, u"service.unknown"_s, u"service"_s, {{u"service"_s, service}});
    if (centre.placesServing(service).isEmpty())
        return fail(ErrorKind::Conflict, u"service.notOffered"_s, u"service"_s, {{u"service"_s, service}});
    if (place.isEmpty())
        return {};
    const Place* found = centre.findPlace(place);
    if (found == nullptr)
        return fail(ErrorKind::Invalid, u"place.unknown"_s, u"place"_s, {{u"place"_s, place}});
    if (!found->services.contains(service))
        return fail(ErrorKind::Invalid, u"appointment.placeServesNot"_s, u"place"_s, {{u"place"_s, place}, {u"service"_s, service}});
    return {};
}

Result<void> checkTime(CommandScope& scope, const SlotWish& wish)
{
    const CentreDefinition& centre = scope.centre();
    // Also beyond the last day, so that a refusal can name the next free time of any of them.
    const Instant end = midnightOf(lastDayAhead(centre, scope.now()).addDays(2), centre.offsetMinutes);
    ONEDOOR_ASSIGN(const std::vector<BookedTime> booked, queries::bookedBetween(scope.views(), std::min(wish.beginsAt, scope.now()), end));
    return mustBeFree({centre, PublicCalendar::shipped(), booked, scope.now()}, wish);
}

SlotWish wishOf(const AppointmentBooked& appointment, AppointmentId moved)
{
    return {appointment.person, appointment.service, appointment.place, appointment.beginsAt, int(appointment.lengthMinutes), moved};
}

} // namespace

Result<AppointmentReply> handle(CommandScope& scope, const AppointmentBook& raw)
{
    AppointmentBook command = raw;
    const std::optional<PersonInput> person = std::exchange(command.newPerson, std::nullopt);
    ONEDOOR_TRY(cleanFields(command));
    command.newPerson = person; // checked on its own, with its document
    ONEDOOR_TRY(checkWhere(scope.centre(), command.service, command.place));
    ONEDOOR_ASSIGN(PersonFound found, givenPerson(scope, command.person, command.newPerson));
    const AppointmentSettings& rules = scope.centre().appointments;
    const AppointmentBooked booked{.person = found.person,
                                   .service = command.service,
                                   .place = command.place,
                                   .beginsAt = command.beginsAt,
                                   .lengthMinutes = command.lengthMinutes != 0 ? command.lengthMinutes : std::uint32_t(rules.lengthOf(command.service)),
                                   .earlyMinutes = std::uint32_t(rules.earlyMinutes),
                                   .lateMinutes = std::uint32_t(rules.lateMinutes),
                                   .headStartMinutes = std::uint32_t(rules.headStartMinutes),
                                   .note = command.note};
    ONEDOOR_TRY(checkTime(scope, wishOf(booked, {})));
    const AppointmentId id(scope.writer().makeId(scope.now()));
    Drafts drafts = std::move(found.drafts);
    drafts.push_back({id.raw, booked, found.person});
    ONEDOOR_TRY(scope.append(drafts));
    return replyOf(scope, id);
}

Result<AppointmentReply> handle(CommandScope& scope, const AppointmentChange& raw)
{
    AppointmentChange command = raw;
    ONEDOOR_TRY(cleanFields(command));
    if (command.note && command.note->isEmpty())
        return fail(ErrorKind::Invalid, u"text.required"_s, u"note"_s);
    ONEDOOR_ASSIGN(const AppointmentState state, scope.state<AppointmentState>(command.appointment.raw));
    const AppointmentChanged wished{command.service, command.place, command.beginsAt, command.lengthMinutes, command.note};
    ONEDOOR_ASSIGN(const std::optional<AppointmentChanged> change, decideChange(state, wished));
    if (!change)
        return replyOf(scope, command.appointment, state.known);
    AppointmentState after = state;
    evolve(after, *change, EventMeta{.record = command.appointment.raw, .at = scope.now()});
    ONEDOOR_TRY(checkWhere(scope.centre(), after.known.service, after.known.place));
    if (wishOf(after.known, {}).endsAt() != state.endsAt() || change->beginsAt || change->service || change->place)
        ONEDOOR_TRY(checkTime(scope, wishOf(after.known, command.appointment)));
    ONEDOOR_TRY(scope.append({{command.appointment.raw, *change, state.known.person}}));
    return replyOf(scope, command.appointment, state.known);
}

Result<AppointmentReply> handle(CommandScope& scope, const AppointmentCancel& raw)
{
    AppointmentCancel command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const AppointmentState state, scope.state<AppointmentState>(command.appointment.raw));
    ONEDOOR_ASSIGN(const AppointmentCancelled cancelled, decideCancel(state, command.reason, command.note));
    ONEDOOR_TRY(scope.append({{command.appointment.raw, cancelled, state.known.person}}));
    return replyOf(scope, command.appointment, state.known);
}

Result<AppointmentReply> handle(CommandScope& scope, const AppointmentRestore& command)
{
    ONEDOOR_ASSIGN(const AppointmentState state, scope.state<AppointmentState>(command.appointment.raw));
    ONEDOOR_ASSIGN(const AppointmentRestored restored, decideRestore(state));
    ONEDOOR_TRY(checkTime(scope, wishOf(state.known, command.appointment)));
    ONEDOOR_TRY(scope.append({{command.appointment.raw, restored, {}}}));
    return replyOf(scope, command.appointment, state.known);
}

Result<ArrivedFor> arriveFor(CommandScope& scope, AppointmentId id)
{
    ONEDOOR_ASSIGN(const AppointmentState state, scope.state<AppointmentState>(id.raw));
    bool ticketIsGone = false;
    if (!state.ticket.isNull()) {
        ONEDOOR_ASSIGN(const TicketState ticket, scope.state<TicketState>(state.ticket.raw));
        ticketIsGone = ticket.progress.status == TicketStatus::Withdrawn;
    }
    ONEDOOR_ASSIGN(const TicketAppointed appointed, decideArrive(state, ticketIsGone, scope.context()));
    return ArrivedFor{state.known, appointed};
}

Result<VisitReply> handle(CommandScope& scope, const AppointmentArrive& command)
{
    ONEDOOR_ASSIGN(const ArrivedFor arrived, arriveFor(scope, command.appointment));
    VisitRegister visit;
    visit.person = arrived.booked.person;
    visit.service = arrived.booked.service;
    visit.summary = arrived.booked.note;
    visit.priority = command.priority;
    visit.headcount = command.headcount;
    visit.appointment = command.appointment;
    return handle(scope, visit);
}

Result<AppointmentRows> answer(QueryScope& scope, const AppointmentList& query)
{
    const CentreDefinition& centre = scope.centre();
    AppointmentRows list{query.day.isValid() ? query.day : scope.today(), {}};
    const Instant from = midnightOf(list.day, centre.offsetMinutes);
    const Instant to = from.plusSeconds(secondsPerDay);
    if (query.onlyExpected) {
        ONEDOOR_ASSIGN(list.appointments, queries::stillExpected(scope.views(), from, to, scope.now()));
    } else {
        ONEDOOR_ASSIGN(list.appointments, queries::appointmentsBetween(scope.views(), from, to, scope.now()));
    }
    for (AppointmentRow& row : list.appointments) {
        if (isConfidential(centre, row.service))
            row.note.clear();
    }
    return list;
}

Result<FreeTimes> answer(QueryScope& scope, const AppointmentFree& query)
{
    const CentreDefinition& centre = scope.centre();
    ONEDOOR_TRY(checkWhere(centre, query.service, query.place));
    FreeTimes free;
    free.day = query.day.isValid() ? query.day : scope.today();
    free.lengthMinutes = query.lengthMinutes != 0 ? query.lengthMinutes : std::uint32_t(centre.appointments.lengthOf(query.service));
    const Instant midnight = midnightOf(free.day, centre.offsetMinutes);
    const Instant end = midnightOf(std::max(free.day, lastDayAhead(centre, scope.now())).addDays(2), centre.offsetMinutes);
    ONEDOOR_ASSIGN(const std::vector<BookedTime> booked, queries::bookedBetween(scope.views(), std::min(midnight, scope.now()), end));
    const SlotRules rules{centre, PublicCalendar::shipped(), booked, scope.now()};
    const SlotWish wish{{}, query.service, query.place, midnight, int(free.lengthMinutes), query.moved};
    free.times = freeTimes(rules, wish, free.day);
    free.next = nextFree(rules, wish);
    return free;
}

template QFuture<Result<AppointmentBook::Reply>> Gateway::send(const Session&, AppointmentBook);
template QFuture<Result<AppointmentChange::Reply>> Gateway::send(const Session&, AppointmentChange);
template QFuture<Result<AppointmentCancel::Reply>> Gateway::send(const Session&, AppointmentCancel);
template QFuture<Result<AppointmentRestore::Reply>> Gateway::send(const Session&, AppointmentRestore);
template QFuture<Result<AppointmentArrive::Reply>> Gateway::send(const Session&, AppointmentArrive);
template QFuture<Result<AppointmentList::Reply>> Gateway::ask(const Session&, AppointmentList);
template QFuture<Result<AppointmentFree::Reply>> Gateway::ask(const Session&, AppointmentFree);

} // namespace onedoor
