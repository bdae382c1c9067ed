// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/ticket_queries.h"

#include <algorithm>

namespace onedoor::queries {

namespace {

template <typename Enum>
Enum as(std::int64_t value)
{
    return static_cast<Enum>(value);
}

/// Column order: the view ticket_rows.
TicketRow rowOf(const sqlite::Statement& from)
{
    int at = 0;
    TicketRow row;
    row.ticket = TicketId(from.id(at++));
    row.number = from.text(at++);
    row.status = as<TicketStatus>(from.integer(at++));
    row.print = as<PrintStatus>(from.integer(at++));
    row.service = from.text(at++);
    row.visit = VisitId(from.id(at++));
    row.visitNumber = from.text(at++);
    row.person = PersonId(from.id(at++));
    row.name = from.text(at++);
    row.sex = as<Sex>(from.integer(at++));
    row.headcount = std::uint32_t(from.integer(at++));
    row.repeat = from.integer(at++) != 0;
    row.urgent = from.integer(at++) != 0;
    row.threat = from.integer(at++) != 0;
    row.confidential = from.integer(at++) != 0;
    row.priority = from.text(at++);
    row.headStartMinutes = std::uint32_t(from.integer(at++));
    row.arrivedAt = {from.integer(at++)};
    row.issuedAt = {from.integer(at++)};
    row.queueTime = {from.integer(at++)};
    row.place = from.text(at++);
    row.toPlace = from.text(at++);
    row.calls = std::uint32_t(from.integer(at++));
    row.calledAt = {from.integer(at++)};
    row.begunAt = {from.integer(at++)};
    row.heldAt = {from.integer(at++)};
    row.servedSeconds = from.integer(at++);
    row.holdReason = from.text(at++);
    row.handoverNote = from.text(at++);
    row.outcome = from.text(at++);
    row.finishNote = from.text(at++);
    row.endedAt = {from.integer(at++)};
    row.canUndo = from.integer(at++) != 0;
    row.summary = from.text(at++);
    row.waitedSeconds = from.integer(at++);
    row.waitingSince = {from.integer(at++)};
    row.returnsAt = {from.integer(at++)};
    row.returnHeadStartMinutes = std::uint32_t(from.integer(at++));
    row.misses = std::uint32_t(from.integer(at++));
    return row;
}

/// Columns behind those of the row.
constexpr int holdKindColumn = 39;
constexpr int dayColumn = 40;

/// Whose time on hold or after a missed call is up (?1 now, ?2 today), each half by its own index.
#define ONEDOOR_BACK_COLUMNS "SELECT ticket, queue_time, service, status, place, to_place, hold_kind FROM tickets"
#define ONEDOOR_BACK "(" ONEDOOR_BACK_COLUMNS " WHERE status = 3 AND returns_at > 0 AND returns_at <= ?1" \
    " UNION ALL " ONEDOOR_BACK_COLUMNS " WHERE status = 4 AND returns_at > 0 AND day = ?2 AND returns_at <= ?1)"
/// Kept for no place, or for ?3; papers that were kept lie where the hold was made.
#define ONEDOOR_MAY_GO_TO " (to_place = '' OR to_place = ?3) AND (status <> 3 OR hold_kind = 0 OR place = ?3)"

/// Not carried over to a later day than today: those went home. A day that is to come by a wrong clock alone hides nobody.
#define ONEDOOR_HERE(today) " (day <= " today " OR NOT EXISTS (SELECT 1 FROM ticket_closings AS c WHERE c.ticket = tickets.ticket AND c.kind = 2))"

/// The row as it stands at that moment: who is back waits, and no event had to say so.
TicketRow rowAt(const sqlite::Statement& from, const Moment& at)
{
    TicketRow row = rowOf(from);
    const bool wasHeld = row.status == TicketStatus::Held;
    const bool wasMissed = row.status == TicketStatus::Missed && from.integer(dayColumn) == at.today.toJulianDay();
    if (!(wasHeld || wasMissed) || !row.returnsAt || at.now < row.returnsAt)
        return row;
    row.returned = wasHeld ? Returned::FromHold : Returned::FromMiss;
    row.status = TicketStatus::Waiting;
    row.waitingSince = row.returnsAt;
    if (wasHeld && as<HoldKind>(from.integer(holdKindColumn)) != HoldKind::PapersBack)
        row.toPlace = row.place;
    return row;
}

Result<std::vector<TicketRow>> allRows(sqlite::Statement& statement, const Moment& at = {})
{
    std::vector<TicketRow> rows;
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, statement.step());
        if (!row)
            return rows;
        rows.push_back(rowAt(statement, at));
    }
}

Result<std::optional<TicketId>> oneId(sqlite::Statement& statement)
{
    ONEDOOR_ASSIGN(const bool found, statement.step());
    return found ? std::optional(TicketId(statement.id(0))) : std::nullopt;
}

bool serves(const QStringList& services, const QString& service)
{
    return services.isEmpty() || services.contains(service);
}

} // namespace

Result<std::optional<TicketRow>> ticket(ViewsStore& views, TicketId id)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT * FROM ticket_rows WHERE ticket = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, id).step());
    return found ? std::optional(rowOf(select)) : std::nullopt;
}

Result<std::optional<TicketRow>> ticket(ViewsStore& views, TicketId id, const Moment& at)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT * FROM ticket_rows WHERE ticket = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, id).step());
    return found ? std::optional(rowAt(select, at)) : std::nullopt;
}

Result<std::optional<TicketId>> ticketByNumber(ViewsStore& views, QDate day, const QString& number)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT ticket FROM tickets WHERE day = ?1 AND number = ?2"));
    const QString upper = number.toUpper();
    select.bindAll(day.toJulianDay(), upper);
    return oneId(select);
}

Result<std::vector<TicketRow>> ticketsLike(ViewsStore& views, const QString& text, int limit, const Moment& at)
{
    const QString upper = text.toUpper();
    const bool onlyDigits = !upper.isEmpty() && std::all_of(upper.begin(), upper.end(), [](QChar c) { return c.isDigit(); });
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM ticket_rows WHERE day = ?1 AND"
                                           " (number BETWEEN ?2 AND ?2 || '~' OR (?3 AND ltrim(number, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0') = ltrim(?2, '0')))"
                                           " ORDER BY status IN (5, 6), number LIMIT ?4"));
    select.bindAll(at.today.toJulianDay(), upper, onlyDigits, limit);
    return allRows(select, at);
}

namespace {

/// Takes the statement's row when it stands before the best so far.
void takeIfEarlier(const sqlite::Statement& select, std::optional<FirstWaiting>& best)
{
    const FirstWaiting candidate{{select.integer(1)}, TicketId(select.id(0))};
    if (!best || candidate < *best)
        best = candidate;
}

/// The first of those whose time is up; they are few.
Result<void> takeFirstBack(ViewsStore& views, const QStringList& services, const QString& place, const Moment& at, std::optional<FirstWaiting>& best)
{
    ONEDOOR_ASSIGN(sqlite::Statement back,
                   views.database().cached("SELECT ticket, queue_time, service FROM " ONEDOOR_BACK " WHERE" ONEDOOR_MAY_GO_TO));
    back.bindAll(at.now.milliseconds, at.today.toJulianDay(), place);
    for (;;) {
        ONEDOOR_ASSIGN(const bool found, back.step());
        if (!found)
            return {};
        if (services.contains(back.text(2)))
            takeIfEarlier(back, best);
    }
}

} // namespace

Result<std::optional<FirstWaiting>> firstWaiting(ViewsStore& views, const QStringList& services, const QString& place, const Moment& at)
{
    std::optional<FirstWaiting> best;
    for (const QString& service : services) {
        ONEDOOR_ASSIGN(sqlite::Statement waiting,
                       views.database().cached("SELECT ticket, queue_time FROM tickets WHERE status = 0 AND service = ?1"
                                               " AND (to_place = '' OR to_place = ?2) AND" ONEDOOR_HERE("?3") " ORDER BY queue_time, ticket LIMIT 1"));
        ONEDOOR_ASSIGN(const bool found, waiting.bindAll(service, place, at.today.toJulianDay()).step());
        if (found)
            takeIfEarlier(waiting, best);
    }
    ONEDOOR_TRY(takeFirstBack(views, services, place, at, best));
    return best;
}

Result<std::vector<TicketRow>> waiting(ViewsStore& views, const QStringList& services, const QString& place, const Moment& at)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM ticket_rows WHERE ticket IN"
                                           " (SELECT ticket FROM tickets WHERE status = 0 AND" ONEDOOR_HERE("?2")
                                           "  UNION ALL SELECT ticket FROM " ONEDOOR_BACK ")"
                                           " AND (?3 = '' OR (" ONEDOOR_MAY_GO_TO ")) ORDER BY queue_time, ticket"));
    select.bindAll(at.now.milliseconds, at.today.toJulianDay(), place);
    ONEDOOR_ASSIGN(std::vector<TicketRow> rows, allRows(select, at));
    std::erase_if(rows, [&](const TicketRow& row) { return !serves(services, row.service); });
    return rows;
}

Result<std::uint32_t> ahead(ViewsStore& views, const QString& service, Instant queueTime, TicketId ticket, const Moment& at)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT (SELECT count(*) FROM tickets WHERE status = 0 AND service = ?3 AND (queue_time, ticket) < (?4, ?5)"
                                           " AND" ONEDOOR_HERE("?2") ")"
                                           " + (SELECT count(*) FROM " ONEDOOR_BACK
                                           " WHERE service = ?3 AND (queue_time, ticket) < (?4, ?5))"));
    ONEDOOR_TRY(select.bindAll(at.now.milliseconds, at.today.toJulianDay(), service, queueTime.milliseconds, ticket).step());
    return std::uint32_t(select.integer(0));
}

Result<std::optional<TicketId>> currentAt(ViewsStore& views, const QString& place)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT ticket FROM tickets WHERE place = ?1 AND status BETWEEN 1 AND 4 AND status IN (1, 2)"
                                           " LIMIT 1"));
    select.bind(1, place);
    return oneId(select);
}

Result<std::vector<TicketRow>> heldFor(ViewsStore& views, const QStringList& services, const QString& place, const Moment& at)
{
    // Papers handed back (0): resume at any place of the service; the other holds only where they were made.
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM ticket_rows WHERE status BETWEEN 1 AND 4 AND status = 3"
                                           " AND (?1 = '' OR place = ?1 OR hold_kind = 0) ORDER BY held_at"));
    select.bind(1, place);
    ONEDOOR_ASSIGN(std::vector<TicketRow> rows, allRows(select, at));
    std::erase_if(rows, [&](const TicketRow& row) { return row.returned != Returned::No || !serves(services, row.service); });
    return rows;
}

Result<std::vector<TicketRow>> missedToday(ViewsStore& views, const QStringList& services, const Moment& at)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM ticket_rows WHERE status BETWEEN 1 AND 4 AND status = 4 AND day = ?1"
                                           " ORDER BY ended_at DESC"));
    select.bind(1, at.today.toJulianDay());
    ONEDOOR_ASSIGN(std::vector<TicketRow> rows, allRows(select, at));
    std::erase_if(rows, [&](const TicketRow& row) { return row.returned != Returned::No || !serves(services, row.service); });
    return rows;
}

Result<std::vector<TicketRow>> finishedAt(ViewsStore& views, QDate day, const QString& place)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM ticket_rows WHERE day = ?1 AND status = 5 AND place = ?2 ORDER BY ended_at DESC"));
    select.bindAll(day.toJulianDay(), place);
    return allRows(select);
}

Result<std::vector<TicketRow>> ofDay(ViewsStore& views, QDate day, bool onlyOpen, const Moment& at)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM ticket_rows WHERE day = ?1 AND (NOT ?2 OR status < 5)"
                                           " ORDER BY arrived_at DESC, ticket DESC"));
    select.bindAll(day.toJulianDay(), onlyOpen);
    return allRows(select, at);
}

Result<std::vector<TicketRow>> ofVisit(ViewsStore& views, VisitId visit, const Moment& at)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT * FROM ticket_rows WHERE visit = ?1 ORDER BY issued_at"));
    select.bind(1, visit);
    return allRows(select, at);
}

Result<std::optional<std::pair<QString, QDate>>> openTicketOf(ViewsStore& views, PersonId person, QDate today)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT number, day FROM tickets WHERE person = ?1 AND (status < ?2 OR (status = ?2 AND day = ?3)) LIMIT 1"));
    ONEDOOR_ASSIGN(const bool found, select.bindAll(person, int(TicketStatus::Missed), std::int64_t(today.toJulianDay())).step());
    if (!found)
        return std::optional<std::pair<QString, QDate>>();
    return std::optional(std::pair(select.text(0), QDate::fromJulianDay(select.integer(1))));
}

Result<std::optional<TicketId>> openTicketToday(ViewsStore& views, PersonId person, QDate today)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT t.ticket FROM visits AS v JOIN tickets AS t ON t.visit = v.visit"
                                           " WHERE v.person = ?1 AND v.day = ?2 AND t.status < ?3 ORDER BY t.issued_at DESC LIMIT 1"));
    select.bindAll(person, today.toJulianDay(), int(TicketStatus::Finished));
    return oneId(select);
}

Result<std::uint32_t> issuedOn(ViewsStore& views, QDate day, const QString& service)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT count(*) FROM tickets WHERE day = ?1 AND service = ?2"));
    ONEDOOR_TRY(select.bindAll(day.toJulianDay(), service).step());
    return std::uint32_t(select.integer(0));
}

Result<std::vector<TicketRow>> calledToday(ViewsStore& views, QDate day, int limit)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM ticket_rows WHERE day = ?1 AND called_at > 0 ORDER BY called_at DESC LIMIT ?2"));
    select.bindAll(day.toJulianDay(), limit);
    return allRows(select);
}

Result<std::vector<std::pair<QString, std::uint32_t>>> waitingCounts(ViewsStore& views, const Moment& at)
{
    std::vector<std::pair<QString, std::uint32_t>> counts;
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT service, count(*) FROM (SELECT service FROM tickets WHERE status = 0 AND" ONEDOOR_HERE("?2")
                                           " UNION ALL SELECT service FROM " ONEDOOR_BACK ") GROUP BY service ORDER BY service"));
    select.bindAll(at.now.milliseconds, at.today.toJulianDay());
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return counts;
        counts.emplace_back(select.text(0), std::uint32_t(select.integer(1)));
    }
}

} // namespace onedoor::queries
