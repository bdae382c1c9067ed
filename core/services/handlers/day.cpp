// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/api/day.h"

#include "core/domain/centre/opening.h"
#include "core/domain/ticket/closing_decide.h"
#include "core/domain/ticket/ticket_decide.h"
#include "core/services/gateway_acts.h"
#include "core/services/queue_text.h"
#include "core/services/scopes.h"
#include "core/store/views/day_queries.h"

#include <QHash>
#include <algorithm>
#include <string_view>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtMost = 500;

Result<TicketId> findTicket(CommandScope& scope, const QString& text)
{
    std::optional<TicketId> id = TicketId::fromString(text);
    if (!id) {
        ONEDOOR_ASSIGN(id, queries::ticketByNumber(scope.views(), scope.today(), text.trimmed().left(16)));
    }
    if (!id)
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"choices"_s);
    return *id;
}

/// What is to become of whom, each ticket once; the named ones as they were named.
Result<std::vector<std::pair<TicketId, std::optional<ClosingAct>>>> choicesOf(CommandScope& scope, const DayClose& command)
{
    std::vector<std::pair<TicketId, std::optional<ClosingAct>>> all;
    QHash<RawId, bool> named;
    for (const ClosingChoice& each : command.choices) {
        ONEDOOR_ASSIGN(const TicketId ticket, findTicket(scope, each.ticket));
        if (!std::exchange(named[ticket.raw], true))
            all.emplace_back(ticket, each.act);
    }
    if (command.onlyNamed)
        return all;
    ONEDOOR_ASSIGN(const std::vector<TicketRow> open, queries::openUntil(scope.views(), scope.today(), scope.moment()));
    for (const TicketRow& row : open) {
        if (!named.contains(row.ticket.raw))
            all.emplace_back(row.ticket, std::nullopt);
    }
    if (all.size() > std::size_t(closedTicketsAtMost))
        return fail(ErrorKind::Invalid, u"day.tooMany"_s, u"choices"_s, {{u"limit"_s, closedTicketsAtMost}});
    return all;
}

/// One act of the closing, and the note of it in the closing's own event.
Result<Event> actOf(const TicketState& ticket, ClosingAct act, const std::pair<QDate, Instant>& next, DayClosed& closing)
{
    if (act == ClosingAct::CarryOver) {
        ONEDOOR_ASSIGN(const TicketCarriedOver carried, decideCarryOver(ticket, next.first, next.second));
        closing.carried.push_back(ticket.id);
        return Event(carried);
    }
    ONEDOOR_ASSIGN(const TicketClosed closed, decideClose(ticket, act));
    closing.closed.push_back(ticket.id);
    return Event(closed);
}

} // namespace

Result<DayClosing> handle(CommandScope& scope, const DayClose& command)
{
    const CentreDefinition& centre = scope.centre();
    const auto next = nextOpening(centre.openingHours, scope.today(), PublicCalendar::shipped(), centre.offsetMinutes);
    DayClosed closing{.day = scope.today(), .nextDay = next.first};
    DayClosing reply{.day = closing.day, .nextDay = closing.nextDay};
    ONEDOOR_ASSIGN(const auto choices, choicesOf(scope, command));
    Drafts drafts;
    for (const auto& [id, act] : choices) {
        ONEDOOR_ASSIGN(const TicketState ticket, scope.state<TicketState>(id.raw));
        if (ticket.isOver()) { // finished between the look and the press
            ++reply.skipped;
            continue;
        }
        ONEDOOR_ASSIGN(Event event, actOf(ticket, act.value_or(proposedAct(centre.day, ticket.progress.status)), next, closing));
        drafts.push_back({ticket.id.raw, std::move(event), {}});
    }
    reply.closed = std::uint32_t(closing.closed.size());
    reply.carried = std::uint32_t(closing.carried.size());
    drafts.push_back({dayRecord(closing.day), std::move(closing), {}});
    ONEDOOR_TRY(scope.append(drafts));
    return reply;
}

Result<DayReopening> handle(CommandScope& scope, const DayReopen& command)
{
    const QDate day = command.day.isValid() ? command.day : scope.today();
    ONEDOOR_ASSIGN(const DayState state, scope.state<DayState>(dayRecord(day)));
    if (state.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"day"_s);
    if (!state.isClosed())
        return fail(ErrorKind::Conflict, u"day.notClosed"_s, u"day"_s);
    DayReopening reply{.day = day};
    std::vector<TicketId> tickets = state.last.closed;
    tickets.insert(tickets.end(), state.last.carried.begin(), state.last.carried.end());
    Drafts drafts;
    for (const TicketId& id : tickets) {
        ONEDOOR_ASSIGN(const TicketState ticket, scope.state<TicketState>(id.raw));
        const std::string_view last = ticket.acts.empty() ? std::string_view() : ticket.acts.back().type;
        bool isFree = true;
        if (const QString place = placeAfterRevert(ticket); !place.isEmpty()) {
            ONEDOOR_ASSIGN(const std::optional<TicketId> current, queries::currentAt(scope.views(), place));
            isFree = !current;
        }
        const Result<TicketReverted> reverted = decideRevert(ticket, isFree);
        if (!reverted || (last != TicketClosed::type && last != TicketCarriedOver::type)) {
            ++reply.left;
            continue;
        }
        ++reply.restored;
        drafts.push_back({id.raw, *reverted, {}});
    }
    drafts.push_back({dayRecord(day), DayReopened{day}, {}});
    ONEDOOR_TRY(scope.append(drafts));
    return reply;
}

Result<DayOpening> handle(CommandScope& scope, const DayOpen&)
{
    const CentreDefinition& centre = scope.centre();
    DayOpening reply{.day = scope.today()};
    // What others did with these tickets while this PC was cut off it can't know; the host will do it.
    if (scope.node().isCutOff)
        return fail(ErrorKind::Conflict, u"day.cutOff"_s);
    ONEDOOR_ASSIGN(const std::vector<TicketId> open, queries::openBefore(scope.views(), scope.today()));
    Drafts drafts;
    for (const TicketId& id : open) {
        ONEDOOR_ASSIGN(const TicketState ticket, scope.state<TicketState>(id.raw));
        if (!isForgotten(ticket, centre.day, scope.today()))
            continue;
        const Instant ended = endOfHours(centre.openingHours, ticket.day, PublicCalendar::shipped(), centre.offsetMinutes);
        ONEDOOR_ASSIGN(const TicketClosedByRule closed, decideCloseByRule(ticket, centre.day, ended));
        drafts.push_back({id.raw, closed, {}});
    }
    reply.closedByRule = std::uint32_t(drafts.size());
    if (!drafts.empty())
        ONEDOOR_TRY(scope.append(drafts));
    ONEDOOR_ASSIGN(const std::vector<ClosingRow> carried, queries::carriedInto(scope.views(), scope.today()));
    reply.carried = std::uint32_t(carried.size());
    return reply;
}

Result<DayOutline> answer(QueryScope& scope, const DayStatus&)
{
    const CentreDefinition& centre = scope.centre();
    const Opening opening = openingAt(centre.openingHours, scope.now(), centre.offsetMinutes, PublicCalendar::shipped());
    DayOutline outline{.day = scope.today(), .isOpen = opening.isOpen, .closesAt = opening.closesAt, .opensAt = opening.opensAt};
    if (opening.isOpen) // the last hours of the day count, not a midday break
        outline.closesAt = endOfHours(centre.openingHours, scope.today(), PublicCalendar::shipped(), centre.offsetMinutes);
    outline.nextDay = nextOpening(centre.openingHours, scope.today(), PublicCalendar::shipped(), centre.offsetMinutes).first;
    ONEDOOR_ASSIGN(outline.closing, queries::closedDay(scope.views(), scope.today()));
    ONEDOOR_ASSIGN(std::vector<TicketRow> open, queries::openUntil(scope.views(), scope.today(), scope.moment()));
    explain(open, centre);
    for (TicketRow& row : open) {
        const ClosingAct proposed = proposedAct(centre.day, row.status);
        outline.open.push_back({std::move(row), proposed});
    }
    ONEDOOR_ASSIGN(const std::vector<TicketId> before, queries::openBefore(scope.views(), scope.today().addDays(1 - std::max(1, centre.day.forgottenAfterDays))));
    outline.forgotten = centre.day.forgottenAfterDays > 0 ? std::uint32_t(before.size()) : 0;
    ONEDOOR_ASSIGN(outline.carried, queries::carriedInto(scope.views(), scope.today()));
    ONEDOOR_ASSIGN(outline.byRule, queries::closings(scope.views(), ClosingKind::ByRule, midnightOf(scope.today(), centre.offsetMinutes), rowsAtMost));
    return outline;
}

template QFuture<Result<DayClose::Reply>> Gateway::send(const Session&, DayClose);
template QFuture<Result<DayReopen::Reply>> Gateway::send(const Session&, DayReopen);
template QFuture<Result<DayOpen::Reply>> Gateway::send(const Session&, DayOpen);
template QFuture<Result<DayStatus::Reply>> Gateway::ask(const Session&, DayStatus);

} // namespace onedoor
