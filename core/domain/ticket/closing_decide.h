// SPDX-License-Identifier: GPL-3.0-or-later
// How an open ticket ends with its day. Pure functions; the refusals of mustBeOpen (ticket_decide.h), and Invalid "day.reasonRequired",
// "day.carryBackwards".
#pragma once

#include "core/domain/centre/opening.h"
#include "core/domain/decide.h"
#include "core/domain/ticket/ticket_state.h"

namespace onedoor {

/// What the centre's rule proposes for a ticket that stands so when the day is closed.
ClosingAct proposedAct(const DaySettings& day, TicketStatus status);
Result<TicketClosed> decideClose(const TicketState& ticket, ClosingAct reason);
/// `opensAt`: when the later day opens.
Result<TicketCarriedOver> decideCarryOver(const TicketState& ticket, QDate toDay, Instant opensAt);
/// Left open on an earlier day and long enough ago; a missed one of an earlier day is over by itself.
bool isForgotten(const TicketState& ticket, const DaySettings& day, QDate today);
/// `dayEnded`: when the ticket's own day closed; it ends then, or with its last act if that was later.
Result<TicketClosedByRule> decideCloseByRule(const TicketState& ticket, const DaySettings& day, Instant dayEnded);
/// How a ticket of one day is called on another: its number and its day of the month, "A012-30". No counter gives such numbers out.
QString carriedNumber(const QString& number, QDate day);
/// When the day's last hours end; the day's midnight where it is closed all day.
Instant endOfHours(const OpeningHours& hours, QDate day, const PublicCalendar& calendar, int offsetMinutes);
/// The first day after `day` that the centre is open, and when it opens; the next day at midnight when there is none within a month.
std::pair<QDate, Instant> nextOpening(const OpeningHours& hours, QDate day, const PublicCalendar& calendar, int offsetMinutes);

} // namespace onedoor
