// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/waiting_queries.h"

#include "core/domain/waiting/hall_replay.h"
#include "core/store/sqlite/transaction.h"
#include "core/store/views/ticket_queries.h"

#include <functional>

namespace onedoor::queries {

namespace {

using Traces = std::vector<PlaceTraces>;

Result<void> eachRow(sqlite::Statement& select, const std::function<void(sqlite::Statement&)>& take)
{
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        take(select);
    }
}

Result<void> readQueue(ViewsStore& views, const WaitingFrame& frame, HallNow& hall)
{
    // Not the table alone: who was on hold or missed a call may wait again.
    ONEDOOR_ASSIGN(const std::vector<TicketRow> rows, waiting(views, {}, {}, {hall.now, hall.now.dateAt(frame.offsetMinutes)}));
    for (const TicketRow& row : rows) {
        if (const int service = frame.service(row.service); service >= 0)
            hall.waiting.push_back({row.ticket, service, frame.place(row.toPlace), row.queueTime});
    }
    return {};
}

Result<void> readPlaces(ViewsStore& views, const WaitingFrame& frame, HallNow& hall, Traces& traces)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT place, service, served_seconds, called_at, begun_at FROM tickets"
                                           " WHERE status BETWEEN 1 AND 4 AND status IN (1, 2)"));
    return eachRow(select, [&](sqlite::Statement& row) {
        const int place = frame.place(row.text(0));
        if (place < 0)
            return;
        hall.places[std::size_t(place)].service = frame.service(row.text(1));
        hall.places[std::size_t(place)].since = atPlaceSince(row.integer(2), {row.integer(3)}, {row.integer(4)});
        traces[std::size_t(place)].hasCurrent = true;
    });
}

Result<void> readStaff(ViewsStore& views, const WaitingFrame& frame, QDate today, Traces& traces)
{
    ONEDOOR_ASSIGN(sqlite::Statement staff, views.database().cached("SELECT place, staffed_by, since FROM places"));
    ONEDOOR_TRY(eachRow(staff, [&](sqlite::Statement& row) {
        if (const int place = frame.place(row.text(0)); place >= 0) {
            traces[std::size_t(place)].isStaffed = !row.id(1).isNull();
            traces[std::size_t(place)].staffedSince = {row.integer(2)};
        }
    }));
    ONEDOOR_ASSIGN(sqlite::Statement acts,
                   views.database().cached("SELECT place, max(max(called_at, ended_at)) FROM tickets WHERE day = ?1 AND place <> '' GROUP BY place"));
    acts.bind(1, std::int64_t(today.toJulianDay()));
    return eachRow(acts, [&](sqlite::Statement& row) {
        if (const int place = frame.place(row.text(0)); place >= 0)
            traces[std::size_t(place)].lastAct = {row.integer(1)};
    });
}

} // namespace

Result<HallNow> hallNow(ViewsStore& views, const WaitingFrame& frame, Instant now)
{
    HallNow hall{now, std::vector<PlaceNow>(std::size_t(frame.places.size())), {}};
    Traces traces(hall.places.size());
    ONEDOOR_ASSIGN(sqlite::Transaction snapshot, sqlite::Transaction::begin(views.database(), sqlite::TransactionKind::Read));
    ONEDOOR_TRY(readQueue(views, frame, hall));
    ONEDOOR_TRY(readPlaces(views, frame, hall, traces));
    ONEDOOR_TRY(readStaff(views, frame, now.dateAt(frame.offsetMinutes), traces));
    ONEDOOR_TRY(snapshot.commit());
    for (std::size_t place = 0; place < traces.size(); ++place)
        hall.places[place].isActive = traces[place].isActive(now, frame.offsetMinutes);
    return hall;
}

Result<std::int64_t> ticketsOf(ViewsStore& views, QDate day)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT count(*) FROM tickets WHERE day = ?1"));
    select.bind(1, std::int64_t(day.toJulianDay()));
    ONEDOOR_TRY(select.step());
    return select.integer(0);
}

} // namespace onedoor::queries
