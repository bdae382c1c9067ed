// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ticket/ticket_decide.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// Facts of a lost race or a wrong moment: in which state the ticket is, where, by whom, since when.
QVariantMap standing(const TicketState& ticket)
{
    return {{u"number"_s, ticket.number},
            {u"status"_s, QString::fromLatin1(wordOf(ticket.progress.status))},
            {u"place"_s, ticket.progress.place},
            {u"account"_s, ticket.progress.lastActor.toString()},
            {u"at"_s, QVariant::fromValue<qint64>(ticket.progress.lastActAt.milliseconds)}};
}

Unexpected refuse(const TicketState& ticket, const QString& code)
{
    return fail(ErrorKind::Conflict, code, u"ticket"_s, standing(ticket));
}

QString nameOf(const TicketState::Act& act)
{
    return act.ref.stream.toString() + u':' + QString::number(act.ref.sequence);
}

Result<void> mustStandAt(const TicketState& ticket, const QString& place)
{
    if (ticket.progress.place != place)
        return refuse(ticket, u"ticket.atOtherPlace"_s);
    return {};
}

Result<void> placeMustBeFree(const CallingPlace& place)
{
    if (!place.current)
        return {};
    return fail(ErrorKind::Conflict, u"place.busy"_s, u"place"_s, standing(*place.current));
}

Result<void> placeMustServe(const TicketState& ticket, const CallingPlace& place)
{
    if (!place.servesTicket)
        return fail(ErrorKind::Invalid, u"place.serviceNotOffered"_s, u"place"_s,
                    {{u"place"_s, place.key}, {u"service"_s, ticket.progress.service}});
    if (!ticket.progress.toPlace.isEmpty() && ticket.progress.toPlace != place.key)
        return fail(ErrorKind::Conflict, u"ticket.keptForPlace"_s, u"ticket"_s,
                    {{u"number"_s, ticket.number}, {u"place"_s, ticket.progress.toPlace}});
    return {};
}

/// Waiting, missed, or on hold with its time up; papers that were kept call for the place that has them.
Result<void> mustBeCallable(const TicketState& ticket, const CallingPlace& place)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (ticket.progress.status == TicketStatus::Called || ticket.progress.status == TicketStatus::Serving)
        return refuse(ticket, u"ticket.alreadyCalled"_s);
    if (ticket.progress.status == TicketStatus::Held) {
        if (!ticket.hasReturned(place.now, place.today))
            return refuse(ticket, u"ticket.held"_s);
        if (ticket.progress.holdKind != HoldKind::PapersBack)
            ONEDOOR_TRY(mustStandAt(ticket, place.key));
    }
    return placeMustServe(ticket, place);
}

} // namespace

Result<void> mustBeOpen(const TicketState& ticket)
{
    if (!ticket.exists())
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"ticket"_s);
    if (ticket.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"ticket"_s);
    if (ticket.isOver())
        return refuse(ticket, u"ticket.over"_s);
    return {};
}

Result<TicketCalled> decideCall(const TicketState& ticket, const CallingPlace& place, bool chosen)
{
    ONEDOOR_TRY(mustBeCallable(ticket, place));
    ONEDOOR_TRY(placeMustBeFree(place));
    return TicketCalled{.place = place.key, .chosen = chosen};
}

Result<TicketRecalled> decideRecall(const TicketState& ticket, const CallingPlace& place)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (ticket.progress.status != TicketStatus::Called)
        return refuse(ticket, u"ticket.notCalled"_s);
    ONEDOOR_TRY(mustStandAt(ticket, place.key));
    if (ticket.progress.calls > place.repeatCallLimit)
        return fail(ErrorKind::Conflict, u"ticket.callLimit"_s, u"ticket"_s,
                    {{u"number"_s, ticket.number}, {u"limit"_s, place.repeatCallLimit}});
    return TicketRecalled{.place = place.key};
}

Result<TicketBegun> decideBegin(const TicketState& ticket, const CallingPlace& place)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (ticket.progress.status != TicketStatus::Called)
        return refuse(ticket, u"ticket.notCalled"_s);
    ONEDOOR_TRY(mustStandAt(ticket, place.key));
    return TicketBegun{.place = place.key};
}

Result<TicketHeld> decideHold(const TicketState& ticket, const QString& place, HoldKind kind, const QString& reason)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (ticket.progress.status != TicketStatus::Serving)
        return refuse(ticket, u"ticket.notServing"_s);
    ONEDOOR_TRY(mustStandAt(ticket, place));
    return TicketHeld{.place = place, .kind = kind, .reason = reason};
}

Result<TicketHeldUntil> decideHoldUntil(const TicketState& ticket, const QString& place, HoldKind kind, const QString& reason, HoldTimer timer, Instant now)
{
    ONEDOOR_ASSIGN(const TicketHeld held, decideHold(ticket, place, kind, reason));
    return TicketHeldUntil{.place = held.place,
                           .kind = held.kind,
                           .reason = held.reason,
                           .returnsAt = now.plusSeconds(60LL * timer.minutes),
                           .headStartMinutes = timer.headStartMinutes};
}

Result<TicketResumed> decideResume(const TicketState& ticket, const CallingPlace& place)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (ticket.progress.status != TicketStatus::Held)
        return refuse(ticket, u"ticket.notHeld"_s);
    if (ticket.progress.holdKind != HoldKind::PapersBack)
        ONEDOOR_TRY(mustStandAt(ticket, place.key));
    ONEDOOR_TRY(placeMustServe(ticket, place));
    ONEDOOR_TRY(placeMustBeFree(place));
    return TicketResumed{.place = place.key};
}

Result<TicketMissed> decideMiss(const TicketState& ticket, const QString& place)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (ticket.progress.status != TicketStatus::Called)
        return refuse(ticket, u"ticket.notCalled"_s);
    ONEDOOR_TRY(mustStandAt(ticket, place));
    return TicketMissed{.place = place};
}

Result<std::optional<TicketMissedUntil>> decideMissUntil(const TicketState& ticket, const QString& place, MissRules rules, Instant now)
{
    ONEDOOR_TRY(decideMiss(ticket, place));
    if (ticket.progress.misses >= rules.offersAtMost)
        return std::nullopt;
    return TicketMissedUntil{.place = place, .returnsAt = now.plusSeconds(60LL * rules.pauseMinutes)};
}

Result<TicketQuickServed> decideQuickServe(const TicketState& ticket, const CallingPlace& place, const QString& outcome, const QString& note)
{
    ONEDOOR_TRY(mustBeCallable(ticket, place));
    return TicketQuickServed{.place = place.key, .outcome = outcome, .note = note};
}

Result<TicketRequeued> decideRequeue(const TicketState& ticket, const QString& place)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (ticket.progress.status == TicketStatus::Waiting)
        return refuse(ticket, u"ticket.alreadyWaiting"_s);
    if (ticket.isAtPlace())
        ONEDOOR_TRY(mustStandAt(ticket, place));
    return TicketRequeued{.place = place};
}

Result<TicketTransferred> decideTransfer(const TicketState& ticket, const QString& fromPlace, const QString& service, const QString& toPlace,
                                         bool serviceHasPlace, const QString& note)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (ticket.isAtPlace())
        ONEDOOR_TRY(mustStandAt(ticket, fromPlace));
    if (service == ticket.progress.service && toPlace == ticket.progress.toPlace)
        return fail(ErrorKind::Invalid, u"ticket.transferNowhere"_s, u"service"_s, {{u"service"_s, service}});
    if (!serviceHasPlace)
        return fail(ErrorKind::Invalid, u"place.serviceNotOffered"_s, u"toPlace"_s, {{u"place"_s, toPlace}, {u"service"_s, service}});
    return TicketTransferred{.fromPlace = fromPlace, .service = service, .toPlace = toPlace, .note = note};
}

Result<TicketFinished> decideFinish(const TicketState& ticket, const QString& place, const QString& outcome, const QString& note)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (ticket.progress.status != TicketStatus::Serving)
        return refuse(ticket, u"ticket.notServing"_s);
    ONEDOOR_TRY(mustStandAt(ticket, place));
    return TicketFinished{.place = place, .outcome = outcome, .note = note};
}

Result<TicketWithdrawn> decideWithdraw(const TicketState& ticket, const QString& place)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (ticket.isAtPlace())
        ONEDOOR_TRY(mustStandAt(ticket, place));
    return TicketWithdrawn{.place = place};
}

QString lastActOf(const TicketState& ticket)
{
    return ticket.acts.empty() ? QString() : nameOf(ticket.acts.back());
}

Result<void> mustBeLastAct(const TicketState& ticket, const QString& expected)
{
    if (expected.isEmpty() || expected == lastActOf(ticket))
        return {};
    const bool stands = std::any_of(ticket.acts.begin(), ticket.acts.end(), [&](const TicketState::Act& act) { return nameOf(act) == expected; });
    const bool mayBeForgotten = ticket.acts.size() >= TicketState::undoDepth; // pushed out by later acts
    return refuse(ticket, stands || mayBeForgotten ? u"ticket.actedSince"_s : u"ticket.undoneAlready"_s);
}

/// The finish of a stop that the last act moved on from; null: the last act stands alone.
static EventRef finishedBefore(const TicketState& ticket)
{
    const std::size_t acts = ticket.acts.size();
    const bool wasFinished = acts > 1 && ticket.acts.back().before->status == TicketStatus::Finished;
    return wasFinished ? ticket.acts[acts - 2].ref : EventRef();
}

QString placeAfterRevert(const TicketState& ticket)
{
    if (ticket.acts.empty())
        return {};
    const std::size_t last = ticket.acts.size() - (finishedBefore(ticket) ? 2 : 1);
    const TicketProgress& before = *ticket.acts[last].before;
    const bool atPlace = before.status == TicketStatus::Called || before.status == TicketStatus::Serving;
    return atPlace ? before.place : QString();
}

std::optional<TicketReverted> alsoReverted(const TicketState& ticket)
{
    const EventRef finished = finishedBefore(ticket);
    if (!finished)
        return std::nullopt;
    return TicketReverted{.stream = finished.stream, .sequence = finished.sequence};
}

Result<TicketReverted> decideRevert(const TicketState& ticket, bool placeIsFree)
{
    if (!ticket.exists())
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"ticket"_s);
    if (ticket.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"ticket"_s);
    if (ticket.acts.empty())
        return fail(ErrorKind::Conflict, u"ticket.nothingToUndo"_s, u"ticket"_s, standing(ticket));
    if (!placeIsFree)
        return fail(ErrorKind::Conflict, u"ticket.undoPlaceBusy"_s, u"ticket"_s,
                    {{u"number"_s, ticket.number}, {u"place"_s, placeAfterRevert(ticket)}});
    const EventRef& last = ticket.acts.back().ref;
    return TicketReverted{.stream = last.stream, .sequence = last.sequence};
}

} // namespace onedoor
