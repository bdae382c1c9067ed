// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/day_queries.h"

namespace onedoor::queries {

namespace {

template <typename Take>
Result<void> eachRow(sqlite::Statement& select, Take take)
{
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        take(select);
    }
}

QDate dateOf(std::int64_t julianDay)
{
    return julianDay > 0 ? QDate::fromJulianDay(julianDay) : QDate();
}

#define ONEDOOR_CLOSINGS "SELECT c.ticket, t.number, c.first_number, c.first_day, t.service, c.kind, c.reason, c.was, t.status, c.at, c.by," \
    " a.display_name FROM ticket_closings AS c JOIN tickets AS t ON t.ticket = c.ticket LEFT JOIN accounts AS a ON a.account = c.by "

Result<std::vector<ClosingRow>> allClosings(sqlite::Statement& select)
{
    std::vector<ClosingRow> rows;
    ONEDOOR_TRY(eachRow(select, [&](sqlite::Statement& from) {
        int at = 0;
        ClosingRow& row = rows.emplace_back();
        row.ticket = TicketId(from.id(at++));
        row.number = from.text(at++);
        row.firstNumber = from.text(at++);
        row.firstDay = dateOf(from.integer(at++));
        row.service = from.text(at++);
        row.kind = static_cast<ClosingKind>(from.integer(at++));
        row.reason = static_cast<ClosingAct>(from.integer(at++));
        row.was = static_cast<TicketStatus>(from.integer(at++));
        row.status = static_cast<TicketStatus>(from.integer(at++));
        row.at = {from.integer(at++)};
        row.by = AccountId(from.id(at++));
        row.byName = from.text(at++);
    }));
    return rows;
}

Result<std::vector<TicketRow>> rowsOf(ViewsStore& views, const std::vector<TicketId>& ids, const Moment& at)
{
    std::vector<TicketRow> rows;
    rows.reserve(ids.size());
    for (const TicketId& id : ids) {
        ONEDOOR_ASSIGN(std::optional<TicketRow> row, ticket(views, id, at));
        if (row)
            rows.push_back(std::move(*row));
    }
    return rows;
}

Result<std::vector<TicketId>> allIds(sqlite::Statement& select)
{
    std::vector<TicketId> ids;
    ONEDOOR_TRY(eachRow(select, [&](sqlite::Statement& row) { ids.emplace_back(row.id(0)); }));
    return ids;
}

} // namespace

Result<std::vector<TicketId>> openBefore(ViewsStore& views, QDate day)
{
    // "status < 4" is a part of the index's own condition.
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT ticket FROM tickets INDEXED BY tickets_left_open WHERE day < ?1 AND status < 4"
                                           " ORDER BY queue_time, ticket"));
    select.bind(1, std::int64_t(day.toJulianDay()));
    return allIds(select);
}

Result<std::vector<TicketRow>> openUntil(ViewsStore& views, QDate day, const Moment& at)
{
    ONEDOOR_ASSIGN(std::vector<TicketId> ids, openBefore(views, day.addDays(1)));
    ONEDOOR_ASSIGN(sqlite::Statement missed,
                   views.database().cached("SELECT ticket FROM tickets WHERE day = ?1 AND status = 4 ORDER BY queue_time, ticket"));
    missed.bind(1, std::int64_t(day.toJulianDay()));
    ONEDOOR_ASSIGN(const std::vector<TicketId> missedIds, allIds(missed));
    ids.insert(ids.end(), missedIds.begin(), missedIds.end());
    return rowsOf(views, ids, at);
}

Result<std::optional<DayRow>> closedDay(ViewsStore& views, QDate day)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT d.closed_at, a.display_name, d.reopened_at, d.next_day, d.closed, d.carried FROM days AS d"
                                           " LEFT JOIN accounts AS a ON a.account = d.closed_by WHERE d.day = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, std::int64_t(day.toJulianDay())).step());
    if (!found)
        return std::optional<DayRow>();
    return std::optional(DayRow{.day = day,
                                .closedAt = {select.integer(0)},
                                .closedName = select.text(1),
                                .reopenedAt = {select.integer(2)},
                                .nextDay = dateOf(select.integer(3)),
                                .closed = std::uint32_t(select.integer(4)),
                                .carried = std::uint32_t(select.integer(5))});
}

Result<std::vector<ClosingRow>> closings(ViewsStore& views, ClosingKind kind, Instant since, int limit)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached(ONEDOOR_CLOSINGS "WHERE c.kind = ?1 AND c.at >= ?2 ORDER BY c.at DESC, c.ticket LIMIT ?3"));
    select.bindAll(int(kind), since.milliseconds, limit);
    return allClosings(select);
}

Result<std::vector<ClosingRow>> carriedInto(ViewsStore& views, QDate day)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached(ONEDOOR_CLOSINGS "WHERE c.kind = 2 AND t.day = ?1 AND t.status < 5 ORDER BY t.queue_time, c.ticket"));
    select.bind(1, std::int64_t(day.toJulianDay()));
    return allClosings(select);
}

Result<DayCounts> countsOf(ViewsStore& views, QDate day)
{
    DayCounts counts;
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT status, count(*) FROM tickets WHERE day = ?1 GROUP BY status"));
    select.bind(1, std::int64_t(day.toJulianDay()));
    ONEDOOR_TRY(eachRow(select, [&](sqlite::Statement& row) {
        const auto count = std::uint32_t(row.integer(1));
        counts.issued += count;
        switch (static_cast<TicketStatus>(row.integer(0))) {
        case TicketStatus::Missed: counts.missed = count; break;
        case TicketStatus::Finished: counts.finished = count; break;
        case TicketStatus::Withdrawn: counts.withdrawn = count; break;
        default: break;
        }
    }));
    ONEDOOR_ASSIGN(sqlite::Statement carried,
                   views.database().cached("SELECT count(*) FROM ticket_closings AS c JOIN tickets AS t ON t.ticket = c.ticket"
                                           " WHERE t.day = ?1 AND c.first_day < ?1"));
    ONEDOOR_TRY(carried.bind(1, std::int64_t(day.toJulianDay())).step());
    counts.issued -= std::min(counts.issued, std::uint32_t(carried.integer(0)));
    return counts;
}

Result<std::vector<Seat>> seats(ViewsStore& views)
{
    std::vector<Seat> all;
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT p.place, p.staffed_by, a.display_name, p.since FROM places AS p"
                                           " LEFT JOIN accounts AS a ON a.account = p.staffed_by"));
    ONEDOOR_TRY(eachRow(select, [&](sqlite::Statement& row) {
        if (const AccountId account(row.id(1)); account)
            all.push_back({row.text(0), account, row.text(2), {row.integer(3)}});
    }));
    return all;
}

Result<std::vector<TicketRow>> atPlaces(ViewsStore& views, const Moment& at)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT ticket FROM tickets WHERE status BETWEEN 1 AND 4 AND status IN (1, 2) ORDER BY place"));
    ONEDOOR_ASSIGN(const std::vector<TicketId> ids, allIds(select));
    return rowsOf(views, ids, at);
}

Result<std::vector<std::pair<QString, std::uint32_t>>> finishedPerPlace(ViewsStore& views, QDate day)
{
    std::vector<std::pair<QString, std::uint32_t>> counts;
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT place, count(*) FROM tickets WHERE day = ?1 AND status = 5 AND place <> '' GROUP BY place"));
    select.bind(1, std::int64_t(day.toJulianDay()));
    ONEDOOR_TRY(eachRow(select, [&](sqlite::Statement& row) { counts.emplace_back(row.text(0), std::uint32_t(row.integer(1))); }));
    return counts;
}

} // namespace onedoor::queries
