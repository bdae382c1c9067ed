// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ticket/closing_decide.h"

#include "core/domain/ticket/ticket_decide.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysAhead = 31;

} // namespace

ClosingAct proposedAct(const DaySettings& day, TicketStatus status)
{
    switch (status) {
    case TicketStatus::Called: return day.called;
    case TicketStatus::Serving: return day.serving;
    case TicketStatus::Held: return day.held;
    case TicketStatus::Missed: return day.missed;
    default: return day.waiting;
    }
}

Result<TicketClosed> decideClose(const TicketState& ticket, ClosingAct reason)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (reason == ClosingAct::CarryOver)
        return fail(ErrorKind::Invalid, u"day.reasonRequired"_s, u"act"_s, {{u"number"_s, ticket.number}});
    return TicketClosed{reason};
}

Result<TicketCarriedOver> decideCarryOver(const TicketState& ticket, QDate toDay, Instant opensAt)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    if (toDay <= ticket.day)
        return fail(ErrorKind::Invalid, u"day.carryBackwards"_s, u"act"_s, {{u"number"_s, ticket.number}});
    const QString number = ticket.carriedFrom.empty() ? carriedNumber(ticket.number, ticket.day) : ticket.number;
    return TicketCarriedOver{number, toDay, opensAt};
}

bool isForgotten(const TicketState& ticket, const DaySettings& day, QDate today)
{
    const bool isOpen = ticket.exists() && !ticket.isOver() && ticket.progress.status != TicketStatus::Missed;
    return isOpen && day.forgottenAfterDays > 0 && ticket.day.daysTo(today) >= day.forgottenAfterDays;
}

Result<TicketClosedByRule> decideCloseByRule(const TicketState& ticket, const DaySettings& day, Instant dayEnded)
{
    ONEDOOR_TRY(mustBeOpen(ticket));
    ClosingAct reason = proposedAct(day, ticket.progress.status);
    if (ticket.progress.status == TicketStatus::Serving)
        reason = day.forgottenServingIsServed ? ClosingAct::Served : ClosingAct::NotServed;
    else if (reason == ClosingAct::CarryOver)
        reason = ClosingAct::NotServed;
    return TicketClosedByRule{reason, std::max(dayEnded, ticket.progress.lastActAt)};
}

QString carriedNumber(const QString& number, QDate day)
{
    return number + u'-' + day.toString(u"dd");
}

Instant endOfHours(const OpeningHours& hours, QDate day, const PublicCalendar& calendar, int offsetMinutes)
{
    const QList<TimeSpan> spans = spansOf(hours, day, calendar);
    int last = 0;
    for (const TimeSpan& span : spans)
        last = std::max(last, span.endMinute);
    return instantOf(day, last, offsetMinutes);
}

std::pair<QDate, Instant> nextOpening(const OpeningHours& hours, QDate day, const PublicCalendar& calendar, int offsetMinutes)
{
    for (int ahead = 1; ahead <= daysAhead; ++ahead) {
        const QDate next = day.addDays(ahead);
        const QList<TimeSpan> spans = spansOf(hours, next, calendar);
        if (!spans.isEmpty())
            return {next, instantOf(next, spans.constFirst().beginMinute, offsetMinutes)};
    }
    return {day.addDays(1), midnightOf(day.addDays(1), offsetMinutes)};
}

} // namespace onedoor
