// SPDX-License-Identifier: GPL-3.0-or-later
// Registering a visit with its matter and queue ticket: one durable act.
#include "core/services/api/reception.h"

#include "core/base/phone.h"
#include "core/domain/ticket/route_decide.h"
#include "core/domain/ticket/ticket_decide.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/appointments.h"
#include "core/services/handlers/numbers.h"
#include "core/services/handlers/people.h"
#include "core/services/handlers/quick_outcome.h"
#include "core/services/handlers/registration.h"
#include "core/services/handlers/ticket_acts.h"
#include "core/store/views/person_groups.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/ticket_queries.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

struct NewTicket {
    TicketId id;
    TicketIssued issued;
    Drafts drafts;
};

Result<const Service*> findService(const CommandScope& scope, const QString& key)
{
    const Service* service = scope.centre().findService(key);
    if (service != nullptr && scope.centre().placesServing(key).isEmpty())
        return fail(ErrorKind::Conflict, u"service.notOffered"_s, u"service"_s, {{u"service"_s, key}});
    if (service != nullptr)
        return service;
    return fail(ErrorKind::Invalid, u"service.unknown"_s, u"service"_s, {{u"service"_s, key}});
}

Result<const Priority*> findPriority(const CommandScope& scope, const QString& key)
{
    const Priority* priority = key.isEmpty() ? scope.centre().ordinaryPriority() : scope.centre().findPriority(key);
    if (priority != nullptr)
        return priority;
    return fail(ErrorKind::Invalid, u"priority.unknown"_s, u"priority"_s, {{u"priority"_s, key}});
}

/// A ticket with the next number of the service's series.
Result<NewTicket> issueTicket(CommandScope& scope, const Service& service, const Priority& priority, VisitId visit, PersonId person,
                              Instant arrivedAt)
{
    const Series* series = scope.centre().seriesOf(service.key);
    ONEDOOR_ASSIGN(const PrintedNumber number, nextNumber(scope, *series));

    NewTicket ticket;
    ticket.id = TicketId(scope.writer().makeId(scope.now()));
    ticket.issued = {.number = number.text,
                     .series = series->key,
                     .ordinal = number.decision.ordinal,
                     .day = scope.today(),
                     .service = service.key,
                     .visit = visit,
                     .person = person,
                     .arrivedAt = arrivedAt,
                     .priority = priority.key,
                     .headStartMinutes = std::uint32_t(priority.weight)};
    if (number.decision.grant)
        ticket.drafts.push_back({number.record, *number.decision.grant, {}});
    ticket.drafts.push_back({number.record, NumberTaken{number.decision.ordinal, ticket.id}, {}});
    ticket.drafts.push_back({ticket.id.raw, ticket.issued, {}});
    return ticket;
}

/// Counts who is ahead as the views stand: before the new ticket is in them, which would have to be written first.
Result<VisitReply> replyFor(CommandScope& scope, const NewTicket& ticket, const QString& visitNumber, const std::optional<TicketAppointed>& appointed = {})
{
    VisitReply reply{.visit = ticket.issued.visit, .visitNumber = visitNumber, .person = ticket.issued.person, .ticket = ticket.id,
                     .number = ticket.issued.number};
    TicketState state;
    state.arrivedAt = ticket.issued.arrivedAt;
    state.headStartMinutes = ticket.issued.headStartMinutes;
    state.appointment = appointed;
    ONEDOOR_ASSIGN(reply.ahead, queries::ahead(scope.views(), ticket.issued.service, state.queueTime(), ticket.id, scope.moment()));
    for (const Place* place : scope.centre().placesServing(ticket.issued.service)) {
        if (!appointed || appointed->place.isEmpty() || appointed->place == place->key)
            reply.places.push_back(place->key);
    }
    return reply;
}

/// At most five represent a group (信访工作条例 20), and nobody represents more people than came.
Result<void> checkParty(const VisitRegister& command)
{
    constexpr std::size_t representativesAtMost = 5;
    constexpr std::uint32_t headcountAtMost = 999;
    if (command.headcount < 1 || command.headcount > headcountAtMost)
        return fail(ErrorKind::Invalid, u"visit.headcount"_s, u"headcount"_s, {{u"limit"_s, headcountAtMost}});
    const std::size_t representatives = command.representatives.size() + command.newRepresentatives.size();
    if (representatives > representativesAtMost)
        return fail(ErrorKind::Invalid, u"visit.representativesAtMost"_s, u"newRepresentatives"_s, {{u"limit"_s, qulonglong(representativesAtMost)}});
    if (representatives >= command.headcount && representatives > 0)
        return fail(ErrorKind::Invalid, u"visit.representatives"_s, u"representatives"_s);
    return {};
}

/// The people who speak for the others besides the visitor, as records of their own.
Result<Drafts> takeRepresentatives(CommandScope& scope, VisitRegister& command)
{
    Drafts drafts;
    for (std::size_t at = 0; at < command.newRepresentatives.size(); ++at) {
        ONEDOOR_ASSIGN(const PersonRegistered checked, checkedPerson(command.newRepresentatives[at], scope.today(), u"newRepresentatives[%1]"_s.arg(at)));
        ONEDOOR_ASSIGN(PersonFound found, findOrRegister(scope, checked));
        drafts.insert(drafts.end(), std::make_move_iterator(found.drafts.begin()), std::make_move_iterator(found.drafts.end()));
        command.representatives.push_back(found.person);
    }
    command.newRepresentatives.clear();
    return drafts;
}

/// Written only where there is something to say.
void addNeeds(const VisitRegister& command, VisitId visit, PersonId person, Drafts& drafts)
{
    if (command.escort || command.hearing || command.wheelchair)
        drafts.push_back({visit.raw, VisitNeedsRecorded{command.escort, command.hearing, command.wheelchair}, {}});
    if (command.helper)
        drafts.push_back({visit.raw, VisitHelperRecorded{command.helper->relation, command.helper->name, command.helper->phone}, person});
}

/// The stops behind the first one.
Result<void> addRoute(CommandScope& scope, const VisitRegister& command, TicketId ticket, Drafts& drafts)
{
    if (command.stops.empty())
        return {};
    if (command.doneAtOnce)
        return fail(ErrorKind::Invalid, u"visit.doneWithStops"_s, u"stops"_s);
    const std::vector<RouteStop> stops = plannedStops(command.stops);
    ONEDOOR_TRY(checkRoute(scope.centre(), stops, command.service, {}));
    drafts.push_back({ticket.raw, TicketRoutePlanned::of(stops), {}});
    return {};
}

/// Nobody else can know of the ticket yet, so this needs no word of the hall host.
Result<TicketQuickServed> servedAtOnce(CommandScope& scope, const VisitRegister& command, const NewTicket& ticket)
{
    const Place* place = scope.centre().findPlace(scope.session().place); // a reception desk may be no place that calls
    ONEDOOR_ASSIGN(const Outcome* outcome, quickOutcome(scope, command.outcome));
    TicketState state;
    evolve(state, ticket.issued, EventMeta{.record = ticket.id.raw, .at = scope.now()});
    // Whatever the matter is: it was settled here and now, whether the place calls for such services or not.
    const CallingPlace here{.key = place != nullptr ? place->key : QString(), .servesTicket = true, .current = {}, .now = scope.now(), .today = scope.today()};
    return decideQuickServe(state, here, outcome->key, {});
}

} // namespace

Result<const Outcome*> quickOutcome(const CommandScope& scope, const QString& key)
{
    const Outcome* outcome = key.isEmpty() ? scope.centre().quickOutcome() : scope.centre().findOutcome(key);
    if (outcome != nullptr)
        return outcome;
    return fail(ErrorKind::Invalid, u"outcome.unknown"_s, u"outcome"_s, {{u"outcome"_s, key}});
}

Result<VisitReply> handle(CommandScope& scope, const VisitRegister& raw)
{
    VisitRegister command = raw;
    const std::optional<PersonInput> person = std::exchange(command.newPerson, std::nullopt);
    const std::vector<PersonInput> representatives = std::exchange(command.newRepresentatives, {});
    ONEDOOR_TRY(cleanFields(command));
    command.newPerson = person; // checked on its own, with its document
    command.newRepresentatives = representatives;
    if (command.helper && !command.helper->phone.isEmpty()) {
        ONEDOOR_ASSIGN(const PhoneNumber phone, parsePhone(command.helper->phone, u"helper.phone"_s));
        command.helper->phone = phone.number;
    }
    ONEDOOR_TRY(checkParty(command));
    ONEDOOR_TRY(findService(scope, command.service)); // told before anything that is wrong with the person
    ONEDOOR_TRY(findPriority(scope, command.priority));
    ONEDOOR_ASSIGN(PersonFound visitor, givenPerson(scope, command.person, command.newPerson));
    ONEDOOR_ASSIGN(Drafts others, takeRepresentatives(scope, command));
    visitor.drafts.insert(visitor.drafts.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    const VisitId visit(scope.writer().makeId(scope.now()));
    if (!command.appointment)
        return registerVisit(scope, command, std::move(visitor), visit);
    ONEDOOR_ASSIGN(const ArrivedFor arrived, arriveFor(scope, *command.appointment));
    ONEDOOR_ASSIGN(const PersonId expected, queries::keptPerson(scope.views(), arrived.booked.person));
    if (expected != visitor.person)
        return fail(ErrorKind::Conflict, u"appointment.otherPerson"_s, u"appointment"_s);
    ONEDOOR_ASSIGN(const VisitReply reply, registerVisit(scope, command, std::move(visitor), visit, arrived.appointed));
    ONEDOOR_TRY(scope.append({{command.appointment->raw, AppointmentKept{reply.visit, reply.ticket}, {}}}));
    return reply;
}

Result<VisitReply> registerVisit(CommandScope& scope, const VisitRegister& command, PersonFound visitor, VisitId visit,
                                 const std::optional<TicketAppointed>& appointed)
{
    ONEDOOR_ASSIGN(const Service* service, findService(scope, command.service));
    ONEDOOR_ASSIGN(const Priority* priority, findPriority(scope, command.priority));
    bool repeat = false;
    if (!visitor.isNew) {
        ONEDOOR_ASSIGN(const std::uint32_t visits, queries::visitCount(scope.views(), visitor.person));
        repeat = visits > 0;
    }

    const MatterId matter(scope.writer().makeId(scope.now()));
    ONEDOOR_ASSIGN(NewTicket ticket, issueTicket(scope, *service, *priority, visit, visitor.person, scope.now()));
    if (appointed)
        ticket.drafts.push_back({ticket.id.raw, *appointed, {}});
    const VisitRegistered registered{.visitNumber = scope.today().toString(u"yyyyMMdd"_s) + u'-' + ticket.issued.number,
                                     .day = scope.today(),
                                     .arrivedAt = scope.now(),
                                     .person = visitor.person,
                                     .representatives = command.representatives,
                                     .headcount = command.headcount,
                                     .repeat = repeat,
                                     .urgent = command.urgent,
                                     .threat = command.threat,
                                     .confidential = command.confidential || service->has(ServiceFlag::Confidential),
                                     .place = scope.session().place,
                                     .matter = matter};
    const MatterRecorded recorded{.visit = visit,
                                  .person = visitor.person,
                                  .service = service->key,
                                  .pendingElsewhere = command.pendingElsewhere,
                                  .problemDate = command.problemDate,
                                  .summary = command.summary,
                                  .claim = command.claim,
                                  .problemPlace = command.problemPlace,
                                  .respondent = command.respondent,
                                  .materials = command.materials};
    Drafts drafts = std::move(visitor.drafts);
    drafts.push_back({visit.raw, registered, {}});
    addNeeds(command, visit, visitor.person, drafts);
    drafts.push_back({matter.raw, recorded, visitor.person});
    drafts.insert(drafts.end(), ticket.drafts.begin(), ticket.drafts.end());
    ONEDOOR_TRY(addRoute(scope, command, ticket.id, drafts));
    if (command.doneAtOnce) {
        ONEDOOR_ASSIGN(const TicketQuickServed served, servedAtOnce(scope, command, ticket));
        drafts.push_back({ticket.id.raw, served, visitor.person});
    }
    ONEDOOR_ASSIGN(VisitReply reply, replyFor(scope, ticket, registered.visitNumber, appointed));
    for (const StopInput& stop : command.stops)
        reply.stops.push_back(stop.service);
    ONEDOOR_TRY(scope.append(drafts));
    if (command.doneAtOnce) {
        ONEDOOR_ASSIGN(const TicketState served, scope.state<TicketState>(ticket.id.raw));
        reply.lastAct = lastActOf(served);
    }
    return reply;
}

Result<VisitReply> handle(CommandScope& scope, const TicketIssue& command)
{
    ONEDOOR_ASSIGN(const VisitState visit, scope.state<VisitState>(command.visit.raw));
    if (!visit.exists())
        return fail(ErrorKind::NotFound, u"visit.unknown"_s, u"visit"_s);
    if (visit.known.day != scope.today())
        return fail(ErrorKind::Conflict, u"visit.otherDay"_s, u"visit"_s, {{u"day"_s, visit.known.day}});
    ONEDOOR_ASSIGN(const Service* service, findService(scope, command.service));
    ONEDOOR_ASSIGN(const Priority* priority, findPriority(scope, command.priority));
    ONEDOOR_ASSIGN(const NewTicket ticket, issueTicket(scope, *service, *priority, command.visit, visit.known.person, scope.now()));
    ONEDOOR_ASSIGN(const VisitReply reply, replyFor(scope, ticket, visit.known.visitNumber));
    ONEDOOR_TRY(scope.append(ticket.drafts));
    return reply;
}

template QFuture<Result<VisitRegister::Reply>> Gateway::send(const Session&, VisitRegister);
template QFuture<Result<TicketIssue::Reply>> Gateway::send(const Session&, TicketIssue);

} // namespace onedoor
