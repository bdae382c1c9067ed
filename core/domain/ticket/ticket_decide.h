// SPDX-License-Identifier: GPL-3.0-or-later
// What may be done with a ticket, and why not. Pure functions; each gives the event to append or the reason for the refusal.
// A refusal because somebody was first carries the facts: status, place, account, at.
#pragma once

#include "core/domain/decide.h"
#include "core/domain/ticket/ticket_state.h"

namespace onedoor {

/// What the place of the caller says: the limit is the caller's, not the queue's.
struct CallingPlace {
    QString key;
    bool servesTicket = false;        ///< the ticket's service is offered here
    std::uint32_t repeatCallLimit = 3;   ///< calls after the first
    std::optional<TicketState> current; ///< the ticket that is called or served here now
    Instant now;     ///< tells whether the time of a hold is up
    QDate today;
};

/// When somebody who was missed may be called again without anybody asking for it: the pause is that of the place which called.
struct MissRules {
    int pauseMinutes = 0;
    std::uint32_t offersAtMost = 0; ///< how many missed calls are followed by another offer
};
/// What a hold reason with a timer says.
struct HoldTimer {
    int minutes = 0;
    std::uint32_t headStartMinutes = 0;
};

/// Known, readable and not over: NotFound "ticket.unknown", Unsupported "record.needsUpdate", Conflict "ticket.over".
Result<void> mustBeOpen(const TicketState& ticket);
Result<TicketCalled> decideCall(const TicketState& ticket, const CallingPlace& place, bool chosen);
Result<TicketRecalled> decideRecall(const TicketState& ticket, const CallingPlace& place);
Result<TicketBegun> decideBegin(const TicketState& ticket, const CallingPlace& place);
Result<TicketHeld> decideHold(const TicketState& ticket, const QString& place, HoldKind kind, const QString& reason);
/// As decideHold, for a reason that brings the visitor back by itself.
Result<TicketHeldUntil> decideHoldUntil(const TicketState& ticket, const QString& place, HoldKind kind, const QString& reason, HoldTimer timer, Instant now);
/// Papers kept: only the place that holds them may resume. Otherwise any free place that serves the ticket.
Result<TicketResumed> decideResume(const TicketState& ticket, const CallingPlace& place);
Result<TicketMissed> decideMiss(const TicketState& ticket, const QString& place);
/// Null time: the rules offer this ticket no more; record TicketMissed then.
Result<std::optional<TicketMissedUntil>> decideMissUntil(const TicketState& ticket, const QString& place, MissRules rules, Instant now);
/// Call, begin and finish in one: what may be called may be served so. Whoever is at the place stays there.
Result<TicketQuickServed> decideQuickServe(const TicketState& ticket, const CallingPlace& place, const QString& outcome, const QString& note);
Result<TicketRequeued> decideRequeue(const TicketState& ticket, const QString& place);
/// `serviceHasPlace`: the target place, when named, offers the target service.
Result<TicketTransferred> decideTransfer(const TicketState& ticket, const QString& fromPlace, const QString& service, const QString& toPlace,
                                         bool serviceHasPlace, const QString& note);
Result<TicketFinished> decideFinish(const TicketState& ticket, const QString& place, const QString& outcome, const QString& note);
Result<TicketWithdrawn> decideWithdraw(const TicketState& ticket, const QString& place);
/// `placeIsFree`: the place to which the undo would bring the visitor back serves nobody else.
Result<TicketReverted> decideRevert(const TicketState& ticket, bool placeIsFree);
/// The name of the act that an undo would take back, the same on every node; empty when there is none.
QString lastActOf(const TicketState& ticket);
/// Whoever wants to take back the act `expected` must not hit another one; empty means whichever is the last. Conflict
/// "ticket.actedSince" when others followed it, "ticket.undoneAlready" when it stands no more.
Result<void> mustBeLastAct(const TicketState& ticket, const QString& expected);
/// A stop was finished and the way went on by the same command: what an undo takes back beside the last act.
std::optional<TicketReverted> alsoReverted(const TicketState& ticket);
/// Where an undo would put the ticket: its place, empty when it would not stand at one.
QString placeAfterRevert(const TicketState& ticket);

} // namespace onedoor
