// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of windows and rooms: each loads the ticket's own state, lets decide judge, and appends.
#include "core/services/api/counter.h"

#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/discretion.h"
#include "core/services/handlers/quick_outcome.h"
#include "core/services/handlers/ticket_acts.h"
#include "core/services/scopes.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/ticket_queries.h"

#include "core/domain/ticket/route_decide.h"
#include "core/domain/ticket/ticket_decide.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

Result<TicketState> findTicket(CommandScope& scope, const QString& text)
{
    std::optional<TicketId> id = TicketId::fromString(text);
    if (!id) {
        ONEDOOR_ASSIGN(id, queries::ticketByNumber(scope.views(), scope.today(), text.trimmed().left(16)));
    }
    if (!id)
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"ticket"_s);
    ONEDOOR_ASSIGN(TicketState state, scope.state<TicketState>(id->raw));
    if (!state.exists())
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"ticket"_s);
    return state;
}

Result<TicketReply> ticketReply(CommandScope& scope, TicketId id)
{
    ONEDOOR_ASSIGN(std::optional<TicketRow> row, queries::ticket(scope.views(), id));
    if (row)
        ONEDOOR_TRY(complete(scope.views(), scope.session(), scope.centre(), *row));
    ONEDOOR_ASSIGN(const TicketState state, scope.state<TicketState>(id.raw));
    return TicketReply{row.value_or(TicketRow{}), lastActOf(state)};
}

namespace {

Result<CallingPlace> callingPlace(CommandScope& scope, const Place& place, const TicketState& ticket)
{
    CallingPlace calling{.key = place.key,
                         .servesTicket = place.services.contains(ticket.progress.service),
                         .repeatCallLimit = std::uint32_t(place.repeatCallLimit),
                         .current = {},
                         .now = scope.now(),
                         .today = scope.today()};
    ONEDOOR_ASSIGN(const std::optional<TicketId> current, queries::currentAt(scope.views(), place.key));
    if (current && *current != ticket.id) {
        ONEDOOR_ASSIGN(calling.current, scope.state<TicketState>(current->raw));
    }
    return calling;
}

/// What every act at a place begins with.
struct Standing {
    TicketState ticket;
    const Place* place = nullptr;
    CallingPlace calling;
};
/// Who looks after several places need not say at which one they act: the ticket stands at one of them.
Result<const Place*> placeOfAct(CommandScope& scope, const TicketState& ticket, const QString& named)
{
    const QString& at = ticket.progress.place;
    if (named.isEmpty() && ticket.isAtPlace() && at != scope.session().place) {
        ONEDOOR_ASSIGN(const PlaceState seat, scope.state<PlaceState>(placeRecord(at)));
        if (seat.staffedBy == scope.session().account)
            return scope.place(at);
    }
    return scope.place(named);
}

Result<Standing> standingFor(CommandScope& scope, const QString& ticket, const QString& place)
{
    Standing standing;
    ONEDOOR_ASSIGN(standing.ticket, findTicket(scope, ticket));
    ONEDOOR_ASSIGN(standing.place, placeOfAct(scope, standing.ticket, place));
    ONEDOOR_ASSIGN(standing.calling, callingPlace(scope, *standing.place, standing.ticket));
    return standing;
}

/// A stop is done, and the visitor waits for the next one: one act for people, two events that an undo takes back together.
Result<TicketReply> recordAndMoveOn(CommandScope& scope, const TicketState& ticket, const Event& done, const std::optional<TicketTransferred>& next)
{
    Drafts drafts{{ticket.id.raw, done, ticket.person}};
    if (next)
        drafts.push_back({ticket.id.raw, *next, ticket.person});
    ONEDOOR_TRY(scope.append(drafts));
    return ticketReply(scope, ticket.id);
}

/// The place of an act that a desk may also do: named, the session's, or none.
QString placeOrNone(const CommandScope& scope, const QString& place)
{
    return place.isEmpty() ? scope.session().place : place;
}

} // namespace

Result<const Place*> CommandScope::place(const QString& key) const
{
    const QString wanted = key.isEmpty() ? m_session.place : key;
    if (wanted.isEmpty())
        return fail(ErrorKind::Invalid, u"place.required"_s, u"place"_s);
    if (const Place* found = m_centre.findPlace(wanted))
        return found;
    return fail(ErrorKind::Invalid, u"place.unknown"_s, u"place"_s, {{u"place"_s, wanted}});
}

namespace {

/// Who stands first for a place. Cut off from the hall host it calls from its own share only: tickets that this PC issued or that wait
/// for this place. Nobody else calls those in the meantime.
Result<std::optional<queries::FirstWaiting>> firstFor(CommandScope& scope, const Place& place)
{
    if (!scope.node().isCutOff)
        return queries::firstWaiting(scope.views(), place.services, place.key, scope.moment());
    ONEDOOR_ASSIGN(const std::vector<TicketRow> waiting, queries::waiting(scope.views(), place.services, place.key, scope.moment()));
    for (const TicketRow& row : waiting) {
        ONEDOOR_ASSIGN(const TicketState ticket, scope.state<TicketState>(row.ticket.raw));
        if (ticket.issuedIn == scope.writer().stream() || row.toPlace == place.key)
            return queries::FirstWaiting{row.queueTime, row.ticket};
    }
    if (!waiting.empty())
        return fail(ErrorKind::Conflict, u"queue.shareEmpty"_s, u"place"_s, {{u"waiting"_s, qulonglong(waiting.size())}});
    return std::nullopt;
}

Result<TicketReply> recordCall(CommandScope& scope, const TicketState& ticket, Result<TicketCalled> called)
{
    if (called) {
        ONEDOOR_ASSIGN(const HostState host, scope.host());
        called->epoch = std::max<std::uint64_t>(host.epoch, 1);
        called->provisional = scope.node().isCutOff;
    }
    return record(scope, ticket, std::move(called));
}

/// The places that a caller looks after: those that are named, or the one. With several only the free ones, unless none is.
Result<std::vector<const Place*>> callersPlaces(CommandScope& scope, const std::vector<QString>& named, const QString& one)
{
    std::vector<const Place*> all;
    std::vector<const Place*> free;
    for (const QString& key : named) {
        ONEDOOR_ASSIGN(const Place* place, scope.place(key));
        all.push_back(place);
        ONEDOOR_ASSIGN(const std::optional<TicketId> current, queries::currentAt(scope.views(), place->key));
        if (!current)
            free.push_back(place);
    }
    if (!all.empty())
        return free.empty() ? all : free;
    ONEDOOR_ASSIGN(const Place* place, scope.place(one));
    return std::vector<const Place*>{place};
}

struct Choice {
    const Place* place = nullptr;
    std::optional<queries::FirstWaiting> first;
};

/// Over the union of what the places serve; of two that could call the same visitor the earlier named one. Of their own share nothing may be
/// left at one place and much at the other: the refusal stands only when every place has it.
Result<Choice> chooseFirst(CommandScope& scope, const std::vector<const Place*>& places)
{
    Choice best{places.front(), {}};
    std::optional<Error> refusal;
    for (const Place* place : places) {
        Result<std::optional<queries::FirstWaiting>> first = firstFor(scope, *place);
        if (!first && first.error().code != u"queue.shareEmpty"_s)
            return Unexpected(std::move(first).error());
        if (!first)
            refusal = std::move(first).error();
        else if (*first && (!best.first || **first < *best.first))
            best = {place, *first};
    }
    if (!best.first && refusal)
        return Unexpected(std::move(*refusal));
    return best;
}

} // namespace

Result<TicketReply> handle(CommandScope& scope, const TicketCallNext& command)
{
    ONEDOOR_ASSIGN(const std::vector<const Place*> places, callersPlaces(scope, command.places, command.place));
    ONEDOOR_ASSIGN(const Choice choice, chooseFirst(scope, places));
    if (!choice.first)
        return fail(ErrorKind::Conflict, u"queue.empty"_s, u"place"_s, {{u"place"_s, choice.place->key}});
    ONEDOOR_ASSIGN(const TicketState ticket, scope.state<TicketState>(choice.first->ticket.raw));
    ONEDOOR_ASSIGN(const CallingPlace calling, callingPlace(scope, *choice.place, ticket));
    return recordCall(scope, ticket, decideCall(ticket, calling, false));
}

Result<TicketReply> handle(CommandScope& scope, const TicketCall& command)
{
    ONEDOOR_ASSIGN(const TicketState ticket, findTicket(scope, command.ticket));
    ONEDOOR_ASSIGN(const std::vector<const Place*> places, callersPlaces(scope, command.places, command.place));
    // The first that may; when none may, the first place's refusal is as good as any.
    ONEDOOR_ASSIGN(const CallingPlace nearest, callingPlace(scope, *places.front(), ticket));
    Result<TicketCalled> decided = decideCall(ticket, nearest, true);
    for (std::size_t next = 1; !decided && next < places.size(); ++next) {
        ONEDOOR_ASSIGN(const CallingPlace calling, callingPlace(scope, *places[next], ticket));
        if (Result<TicketCalled> other = decideCall(ticket, calling, true))
            decided = std::move(other);
    }
    return recordCall(scope, ticket, std::move(decided));
}

Result<TicketReply> handle(CommandScope& scope, const TicketRecall& command)
{
    ONEDOOR_ASSIGN(const Standing at, standingFor(scope, command.ticket, command.place));
    return record(scope, at.ticket, decideRecall(at.ticket, at.calling));
}

Result<TicketReply> handle(CommandScope& scope, const TicketBegin& command)
{
    ONEDOOR_ASSIGN(const Standing at, standingFor(scope, command.ticket, command.place));
    return record(scope, at.ticket, decideBegin(at.ticket, at.calling));
}

Result<TicketReply> handle(CommandScope& scope, const TicketResume& command)
{
    ONEDOOR_ASSIGN(const Standing at, standingFor(scope, command.ticket, command.place));
    return record(scope, at.ticket, decideResume(at.ticket, at.calling));
}

Result<TicketReply> handle(CommandScope& scope, const TicketMiss& command)
{
    ONEDOOR_ASSIGN(const Standing at, standingFor(scope, command.ticket, command.place));
    const MissRules rules{scope.centre().missedCallPauseOf(*at.place), std::uint32_t(scope.centre().queue.missedOffersAtMost)};
    ONEDOOR_ASSIGN(const std::optional<TicketMissedUntil> until, decideMissUntil(at.ticket, at.place->key, rules, scope.now()));
    if (until)
        return record(scope, at.ticket, Result<TicketMissedUntil>(*until));
    return record(scope, at.ticket, decideMiss(at.ticket, at.place->key));
}

Result<TicketReply> handle(CommandScope& scope, const TicketRequeue& command)
{
    ONEDOOR_ASSIGN(const TicketState ticket, findTicket(scope, command.ticket));
    return record(scope, ticket, decideRequeue(ticket, placeOrNone(scope, command.place)));
}

Result<TicketReply> handle(CommandScope& scope, const TicketWithdraw& command)
{
    ONEDOOR_ASSIGN(const TicketState ticket, findTicket(scope, command.ticket));
    return record(scope, ticket, decideWithdraw(ticket, placeOrNone(scope, command.place)));
}

Result<TicketReply> handle(CommandScope& scope, const TicketUndo& command)
{
    ONEDOOR_ASSIGN(const TicketState ticket, findTicket(scope, command.ticket));
    ONEDOOR_TRY(mustBeLastAct(ticket, command.lastAct));
    const std::int64_t limit = std::int64_t(scope.centre().queue.undoMinutes) * 60;
    if (!ticket.acts.empty() && scope.now().secondsSince(ticket.progress.lastActAt) > limit)
        return fail(ErrorKind::Conflict, u"ticket.undoTooLate"_s, u"ticket"_s,
                    {{u"number"_s, ticket.number}, {u"minutes"_s, scope.centre().queue.undoMinutes}});
    bool placeIsFree = true;
    if (const QString place = placeAfterRevert(ticket); !place.isEmpty()) {
        ONEDOOR_ASSIGN(const std::optional<TicketId> current, queries::currentAt(scope.views(), place));
        placeIsFree = !current || *current == ticket.id;
    }
    ONEDOOR_ASSIGN(const TicketReverted reverted, decideRevert(ticket, placeIsFree));
    Drafts drafts{{ticket.id.raw, reverted, ticket.person}};
    if (const std::optional<TicketReverted> also = alsoReverted(ticket))
        drafts.push_back({ticket.id.raw, *also, ticket.person});
    ONEDOOR_TRY(scope.append(drafts));
    return ticketReply(scope, ticket.id);
}

Result<TicketReply> handle(CommandScope& scope, const TicketHold& command)
{
    ONEDOOR_ASSIGN(const Standing at, standingFor(scope, command.ticket, command.place));
    const HoldReason* reason = scope.centre().findHoldReason(command.reason);
    if (reason == nullptr)
        return fail(ErrorKind::Invalid, u"hold.unknownReason"_s, u"reason"_s, {{u"reason"_s, command.reason.left(60)}});
    if (!reason->returnsByItself)
        return record(scope, at.ticket, decideHold(at.ticket, at.place->key, reason->kind, reason->key));
    const HoldTimer timer{reason->remindAfterMinutes, std::uint32_t(scope.centre().queue.returnHeadStartMinutes)};
    return record(scope, at.ticket, decideHoldUntil(at.ticket, at.place->key, reason->kind, reason->key, timer, scope.now()));
}

Result<TicketReply> handle(CommandScope& scope, const TicketTransfer& raw)
{
    TicketTransfer command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const TicketState ticket, findTicket(scope, command.ticket));
    const Service* service = scope.centre().findService(command.service);
    if (service == nullptr)
        return fail(ErrorKind::Invalid, u"service.unknown"_s, u"service"_s, {{u"service"_s, command.service}});
    if (scope.centre().placesServing(command.service).isEmpty())
        return fail(ErrorKind::Conflict, u"service.notOffered"_s, u"service"_s, {{u"service"_s, command.service}});
    const Place* toPlace = scope.centre().findPlace(command.toPlace);
    if (!command.toPlace.isEmpty() && toPlace == nullptr)
        return fail(ErrorKind::Invalid, u"place.unknown"_s, u"toPlace"_s, {{u"place"_s, command.toPlace}});
    const bool offered = toPlace == nullptr || toPlace->services.contains(service->key);
    if (command.back) {
        ONEDOOR_ASSIGN(const Place* here, placeOfAct(scope, ticket, command.place));
        const auto headStart = std::uint32_t(scope.centre().queue.returnHeadStartMinutes);
        return record(scope, ticket, decideSendAside(ticket, here->key, service->key, command.toPlace, offered, headStart, command.note));
    }
    return record(scope, ticket,
                  decideTransfer(ticket, placeOrNone(scope, command.place), service->key, command.toPlace, offered, command.note));
}

Result<TicketReply> handle(CommandScope& scope, const TicketFinish& raw)
{
    TicketFinish command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const Standing at, standingFor(scope, command.ticket, command.place));
    const Outcome* outcome = scope.centre().findOutcome(command.outcome);
    if (outcome == nullptr)
        return fail(ErrorKind::Invalid, u"outcome.unknown"_s, u"outcome"_s, {{u"outcome"_s, command.outcome}});
    ONEDOOR_ASSIGN(const TicketFinished finished, decideFinish(at.ticket, at.place->key, outcome->key, command.note));
    const std::optional<TicketTransferred> next = outcome->served && !command.endsRoute ? nextStop(scope.centre(), at.ticket, command.handover) : std::nullopt;
    return recordAndMoveOn(scope, at.ticket, finished, next);
}

Result<TicketReply> handle(CommandScope& scope, const TicketQuickServe& raw)
{
    TicketQuickServe command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const Standing at, standingFor(scope, command.ticket, command.place));
    ONEDOOR_ASSIGN(const Outcome* outcome, quickOutcome(scope, command.outcome));
    ONEDOOR_ASSIGN(TicketQuickServed served, decideQuickServe(at.ticket, at.calling, outcome->key, command.note));
    ONEDOOR_ASSIGN(const HostState host, scope.host());
    served.epoch = std::max<std::uint64_t>(host.epoch, 1);
    served.provisional = scope.node().isCutOff;
    std::optional<TicketTransferred> next = outcome->served ? nextStop(scope.centre(), at.ticket, {}) : std::nullopt;
    if (next)
        next->fromPlace = at.place->key;
    return recordAndMoveOn(scope, at.ticket, served, next);
}

Result<TicketReply> handle(CommandScope& scope, const TicketRecordPrint& raw)
{
    TicketRecordPrint command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const TicketState ticket, findTicket(scope, command.ticket));
    if (command.printed)
        return record(scope, ticket, Result<TicketPrinted>(TicketPrinted{command.printer}));
    return record(scope, ticket, Result<TicketPrintFailed>(TicketPrintFailed{command.printer, command.reason}));
}

Result<PlaceReply> handle(CommandScope& scope, const PlaceStaff& command)
{
    ONEDOOR_ASSIGN(const Place* place, scope.place(command.place));
    ONEDOOR_ASSIGN(const PlaceState state, scope.state<PlaceState>(placeRecord(place->key)));
    if (state.staffedBy && state.staffedBy != scope.session().account && !command.takeOver)
        return fail(ErrorKind::Conflict, u"place.staffed"_s, u"place"_s,
                    {{u"place"_s, place->key}, {u"account"_s, state.staffedBy.toString()}, {u"at"_s, qint64(state.since.milliseconds)}});
    if (state.staffedBy != scope.session().account)
        ONEDOOR_TRY(scope.append({{placeRecord(place->key), PlaceStaffed{place->key, scope.session().account}, {}}}));
    return PlaceReply{place->key};
}

Result<PlaceReply> handle(CommandScope& scope, const PlaceLeave& command)
{
    ONEDOOR_ASSIGN(const Place* place, scope.place(command.place));
    ONEDOOR_ASSIGN(const PlaceState state, scope.state<PlaceState>(placeRecord(place->key)));
    if (state.staffedBy == scope.session().account)
        ONEDOOR_TRY(scope.append({{placeRecord(place->key), PlaceLeft{place->key, scope.session().account}, {}}}));
    return PlaceReply{place->key};
}

template QFuture<Result<TicketCallNext::Reply>> Gateway::send(const Session&, TicketCallNext);
template QFuture<Result<TicketCall::Reply>> Gateway::send(const Session&, TicketCall);
template QFuture<Result<TicketRecall::Reply>> Gateway::send(const Session&, TicketRecall);
template QFuture<Result<TicketBegin::Reply>> Gateway::send(const Session&, TicketBegin);
template QFuture<Result<TicketResume::Reply>> Gateway::send(const Session&, TicketResume);
template QFuture<Result<TicketMiss::Reply>> Gateway::send(const Session&, TicketMiss);
template QFuture<Result<TicketRequeue::Reply>> Gateway::send(const Session&, TicketRequeue);
template QFuture<Result<TicketWithdraw::Reply>> Gateway::send(const Session&, TicketWithdraw);
template QFuture<Result<TicketUndo::Reply>> Gateway::send(const Session&, TicketUndo);
template QFuture<Result<TicketHold::Reply>> Gateway::send(const Session&, TicketHold);
template QFuture<Result<TicketTransfer::Reply>> Gateway::send(const Session&, TicketTransfer);
template QFuture<Result<TicketFinish::Reply>> Gateway::send(const Session&, TicketFinish);
template QFuture<Result<TicketQuickServe::Reply>> Gateway::send(const Session&, TicketQuickServe);
template QFuture<Result<TicketRecordPrint::Reply>> Gateway::send(const Session&, TicketRecordPrint);
template QFuture<Result<PlaceStaff::Reply>> Gateway::send(const Session&, PlaceStaff);
template QFuture<Result<PlaceLeave::Reply>> Gateway::send(const Session&, PlaceLeave);

} // namespace onedoor
