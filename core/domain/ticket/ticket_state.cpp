// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ticket/ticket_state.h"

#include <algorithm>
#include <string_view>

namespace onedoor {

TicketProgress& beginAct(TicketState& state, const char* type, const EventMeta& meta)
{
    constexpr std::size_t usualActs = 4; // called, begun, finished and one more: spares most tickets all moving
    if (state.acts.empty())
        state.acts.reserve(usualActs);
    state.acts.emplace_back(meta.ref, type, std::make_shared<const TicketProgress>(state.progress));
    if (state.acts.size() > TicketState::undoDepth)
        state.acts.erase(state.acts.begin());
    state.progress.lastActor = meta.actor;
    state.progress.lastActAt = meta.at;
    return state.progress;
}

namespace {

/// Adds the stretch of serving that ends now.
void stopServing(TicketProgress& progress, Instant now)
{
    if (progress.status == TicketStatus::Serving && progress.begunAt)
        progress.servedSeconds += std::max<std::int64_t>(0, now.secondsSince(progress.begunAt));
}

bool isAway(const TicketProgress& progress)
{
    return progress.status == TicketStatus::Held || progress.status == TicketStatus::Missed;
}

/// Since when somebody who was on hold or away has waited again. Not before they went: the time was told by a clock that may have been set
/// back since, and the acts are not.
Instant backSince(const TicketProgress& progress, Instant now)
{
    if (!progress.returnsAt)
        return now;
    return std::min(now, std::max({progress.returnsAt, progress.heldAt, progress.endedAt}));
}

/// Adds the stretch of waiting that ends with a call.
void stopWaiting(TicketProgress& progress, Instant now)
{
    if (isAway(progress))
        progress.waitingSince = backSince(progress, now);
    if (progress.waitingSince)
        progress.waitedSeconds += std::max<std::int64_t>(0, now.secondsSince(progress.waitingSince));
    progress.waitingSince = {};
}

void holdAt(TicketProgress& progress, HoldKind kind, const QString& reason, Instant now)
{
    stopServing(progress, now);
    progress.status = TicketStatus::Held;
    progress.heldAt = now;
    progress.holdKind = kind;
    progress.holdReason = reason;
    progress.returnsAt = {};
}

void missAt(TicketProgress& progress, const QString& place, Instant now)
{
    progress.status = TicketStatus::Missed;
    progress.place = place;
    progress.endedAt = now;
    progress.returnsAt = {};
    ++progress.misses;
}

void endHold(TicketProgress& progress)
{
    progress.heldAt = {};
    progress.holdReason.clear();
    progress.returnsAt = {};
}

void waitAgain(TicketProgress& progress, Instant now)
{
    progress.waitingSince = isAway(progress) ? backSince(progress, now) : now;
    progress.returnsAt = {};
    progress.status = TicketStatus::Waiting;
    progress.place.clear();
    progress.calls = 0;
    progress.calledAt = {};
    progress.begunAt = {};
    progress.heldAt = {};
    progress.holdReason.clear();
    progress.endedAt = {};
    progress.provisional = false;
}

/// The stretch that was running ends; nobody calls it any more.
void closeAt(TicketProgress& progress, ClosingAct reason, Instant endedAt)
{
    stopServing(progress, endedAt);
    if (progress.status == TicketStatus::Waiting)
        stopWaiting(progress, endedAt);
    progress.returnsAt = {};
    progress.status = reason == ClosingAct::Served ? TicketStatus::Finished : TicketStatus::Withdrawn;
    progress.endedAt = endedAt;
}

} // namespace

void moveOn(TicketProgress& progress, const QString& service, const QString& toPlace, const QString& note, Instant now)
{
    stopServing(progress, now);
    if (progress.status == TicketStatus::Waiting)
        stopWaiting(progress, now); // who is passed on while waiting goes on waiting
    leaveStop(progress, now);
    waitAgain(progress, now);
    progress.returnHeadStartMinutes = reachStop(progress, service, toPlace);
    progress.service = service;
    progress.toPlace = toPlace;
    progress.handoverNote = note;
}

void evolve(TicketState& state, const TicketIssued& event, const EventMeta& meta)
{
    state.id = TicketId(meta.record);
    state.number = event.number;
    state.series = event.series;
    state.ordinal = event.ordinal;
    state.day = event.day;
    state.visit = event.visit;
    state.person = event.person;
    state.issuedAt = meta.at;
    state.issuedIn = meta.ref.stream;
    state.arrivedAt = event.arrivedAt;
    state.priority = event.priority;
    state.headStartMinutes = event.headStartMinutes;
    state.progress.service = event.service;
    state.progress.waitingSince = event.arrivedAt;
    state.progress.lastActor = meta.actor;
    state.progress.lastActAt = meta.at;
}

void evolve(TicketState& state, const TicketPrinted&, const EventMeta&)
{
    state.print = PrintStatus::Printed;
    ++state.prints;
}

void evolve(TicketState& state, const TicketPrintFailed&, const EventMeta&)
{
    // A failed reprint does not take back that the visitor holds a paper already.
    if (state.print != PrintStatus::Printed)
        state.print = PrintStatus::Failed;
}

void evolve(TicketState& state, const TicketCalled& event, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketCalled::type, meta);
    stopWaiting(progress, meta.at);
    endHold(progress);
    progress.status = TicketStatus::Called;
    progress.place = event.place;
    progress.calls = 1;
    progress.calledAt = meta.at;
    progress.endedAt = {};
    progress.provisional = event.provisional;
}

void evolve(TicketState& state, const TicketRecalled& event, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketRecalled::type, meta);
    progress.status = TicketStatus::Called;
    progress.place = event.place;
    ++progress.calls;
    progress.calledAt = meta.at;
    progress.endedAt = {};
}

void evolve(TicketState& state, const TicketBegun& event, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketBegun::type, meta);
    progress.status = TicketStatus::Serving;
    progress.place = event.place;
    progress.begunAt = meta.at;
    progress.returnHeadStartMinutes = 0;
}

void evolve(TicketState& state, const TicketHeld& event, const EventMeta& meta)
{
    holdAt(beginAct(state, TicketHeld::type, meta), event.kind, event.reason, meta.at);
}

void evolve(TicketState& state, const TicketHeldUntil& event, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketHeldUntil::type, meta);
    holdAt(progress, event.kind, event.reason, meta.at);
    progress.returnsAt = event.returnsAt;
    progress.returnHeadStartMinutes = event.headStartMinutes;
}

void evolve(TicketState& state, const TicketResumed& event, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketResumed::type, meta);
    progress.status = TicketStatus::Serving;
    progress.place = event.place;
    progress.begunAt = meta.at;
    progress.returnHeadStartMinutes = 0;
    endHold(progress);
}

void evolve(TicketState& state, const TicketMissed& event, const EventMeta& meta)
{
    missAt(beginAct(state, TicketMissed::type, meta), event.place, meta.at);
}

void evolve(TicketState& state, const TicketMissedUntil& event, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketMissedUntil::type, meta);
    missAt(progress, event.place, meta.at);
    progress.returnsAt = event.returnsAt;
}

void evolve(TicketState& state, const TicketQuickServed& event, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketQuickServed::type, meta);
    stopWaiting(progress, meta.at);
    endHold(progress);
    progress.status = TicketStatus::Finished;
    progress.place = event.place;
    progress.begunAt = meta.at; // not calledAt: nobody was called, and the hall display must not say so
    progress.outcome = event.outcome;
    progress.finishNote = event.note;
    progress.endedAt = meta.at;
    progress.provisional = event.provisional;
}

void evolve(TicketState& state, const TicketRequeued&, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketRequeued::type, meta);
    stopServing(progress, meta.at);
    waitAgain(progress, meta.at);
}

void evolve(TicketState& state, const TicketTransferred& event, const EventMeta& meta)
{
    moveOn(beginAct(state, TicketTransferred::type, meta), event.service, event.toPlace, event.note, meta.at);
}

void evolve(TicketState& state, const TicketFinished& event, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketFinished::type, meta);
    stopServing(progress, meta.at);
    progress.status = TicketStatus::Finished;
    progress.outcome = event.outcome;
    progress.finishNote = event.note;
    progress.endedAt = meta.at;
}

void evolve(TicketState& state, const TicketWithdrawn&, const EventMeta& meta)
{
    TicketProgress& progress = beginAct(state, TicketWithdrawn::type, meta);
    stopServing(progress, meta.at);
    if (progress.status == TicketStatus::Waiting)
        stopWaiting(progress, meta.at);
    progress.status = TicketStatus::Withdrawn;
    progress.endedAt = meta.at;
}

void evolve(TicketState& state, const TicketClosed& event, const EventMeta& meta)
{
    closeAt(beginAct(state, TicketClosed::type, meta), event.reason, meta.at);
    state.closedAs = event.reason;
}

void evolve(TicketState& state, const TicketClosedByRule& event, const EventMeta& meta)
{
    if (state.isOver()) // another PC followed the same rule, or somebody was quicker
        return;
    closeAt(beginAct(state, TicketClosedByRule::type, meta), event.reason, event.endedAt);
    state.closedAs = event.reason;
}

void evolve(TicketState& state, const TicketCarriedOver& event, const EventMeta& meta)
{
    state.carriedFrom.emplace_back(state.number, state.day, state.progress.status, meta.at, meta.actor);
    TicketProgress& progress = beginAct(state, TicketCarriedOver::type, meta);
    stopServing(progress, meta.at);
    if (progress.status == TicketStatus::Waiting)
        stopWaiting(progress, meta.at);
    if (progress.status != TicketStatus::Held) {
        waitAgain(progress, meta.at);
        progress.waitingSince = event.waitsFrom;
    } else if (progress.returnsAt) {
        progress.returnsAt = std::max(progress.returnsAt, event.waitsFrom);
    }
    state.number = event.number;
    state.day = event.toDay;
}

void evolve(TicketState& state, const TicketReverted& event, const EventMeta&)
{
    // Only the newest act can be taken back; a revert that names another one has lost a race and has no effect.
    if (state.acts.empty() || state.acts.back().ref != EventRef{event.stream, event.sequence})
        return;
    if (std::string_view(state.acts.back().type) == TicketCarriedOver::type && !state.carriedFrom.empty()) {
        state.number = state.carriedFrom.back().number;
        state.day = state.carriedFrom.back().day;
        state.carriedFrom.pop_back();
    }
    state.progress = *state.acts.back().before;
    state.acts.pop_back();
}

/// Comes with the ticket's issue and is no act of its own: undo does not take an appointment away.
void evolve(TicketState& state, const TicketAppointed& event, const EventMeta&)
{
    state.appointment = event;
    if (!event.place.isEmpty())
        state.progress.toPlace = event.place;
    if (state.progress.status == TicketStatus::Waiting && state.acts.empty())
        state.progress.waitingSince = state.waitsFrom();
}

} // namespace onedoor
