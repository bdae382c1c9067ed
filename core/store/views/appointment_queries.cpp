// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/appointment_queries.h"

#include "core/base/mask.h"
#include "core/store/views/person_groups.h"

#include <QHash>

namespace onedoor::queries {

namespace {

constexpr std::int64_t longestSeconds = 480 * 60; ///< of an appointment: who begins earlier is over

/// Column order: the view appointment_rows.
AppointmentRow rowOf(const sqlite::Statement& from, Instant now)
{
    int at = 0;
    AppointmentRow row;
    row.appointment = AppointmentId(from.id(at++));
    row.person = PersonId(from.id(at++));
    row.name = from.text(at++);
    row.phone = maskPhone(from.text(at++));
    row.service = from.text(at++);
    row.place = from.text(at++);
    row.beginsAt = {from.integer(at++)};
    row.lengthMinutes = std::uint32_t(from.integer(at++));
    row.earlyMinutes = std::uint32_t(from.integer(at++));
    row.lateMinutes = std::uint32_t(from.integer(at++));
    row.headStartMinutes = std::uint32_t(from.integer(at++));
    row.note = from.text(at++);
    row.status = statusAt(static_cast<AppointmentStatus>(from.integer(at++)), row.beginsAt, row.lateMinutes, now);
    row.ticket = TicketId(from.id(at++));
    row.number = from.text(at++);
    row.ticketStatus = static_cast<TicketStatus>(from.integer(at++));
    row.bookedName = from.text(at++);
    row.bookedAt = {from.integer(at++)};
    row.cancelReason = static_cast<CancelReason>(from.integer(at++));
    row.cancelNote = from.text(at++);
    return row;
}

TicketAppointed appointedOf(const sqlite::Statement& from, int at)
{
    TicketAppointed appointed;
    appointed.appointment = AppointmentId(from.id(at++));
    appointed.appointedAt = {from.integer(at++)};
    appointed.standing = static_cast<AppointmentStanding>(from.integer(at++));
    appointed.headStartMinutes = std::uint32_t(from.integer(at++));
    appointed.place = from.text(at++);
    return appointed;
}

} // namespace

Result<std::vector<AppointmentRow>> appointmentsBetween(ViewsStore& views, Instant from, Instant to, Instant now)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM appointment_rows WHERE begins_at >= ?1 AND begins_at < ?2 ORDER BY begins_at, appointment"));
    select.bindAll(from.milliseconds, to.milliseconds);
    std::vector<AppointmentRow> rows;
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return rows;
        rows.push_back(rowOf(select, now));
    }
}

Result<std::optional<AppointmentRow>> appointment(ViewsStore& views, AppointmentId id, Instant now)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT * FROM appointment_rows WHERE appointment = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, id).step());
    return found ? std::optional(rowOf(select, now)) : std::nullopt;
}

Result<std::vector<BookedTime>> bookedBetween(ViewsStore& views, Instant from, Instant to)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT appointment, person, service, place, begins_at, length FROM appointments"
                                           " WHERE begins_at >= ?1 AND begins_at < ?2 AND status <> 2"));
    const Instant earliest = from.plusSeconds(-longestSeconds);
    select.bindAll(earliest.milliseconds, to.milliseconds);
    std::vector<BookedTime> booked;
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return booked;
        const Instant begins{select.integer(4)};
        booked.push_back({AppointmentId(select.id(0)), PersonId(select.id(1)), select.text(2), select.text(3), begins,
                          begins.plusSeconds(60 * select.integer(5))});
    }
}

Result<std::vector<AppointmentRow>> stillExpected(ViewsStore& views, Instant from, Instant to, Instant now)
{
    ONEDOOR_ASSIGN(std::vector<AppointmentRow> rows, appointmentsBetween(views, from, to, now));
    std::erase_if(rows, [](const AppointmentRow& row) { return row.status == AppointmentStatus::Kept || row.status == AppointmentStatus::Cancelled; });
    for (AppointmentRow& row : rows) {
        ONEDOOR_ASSIGN(row.person, keptPerson(views, row.person));
    }
    return rows;
}

Result<std::optional<Instant>> nextAppointmentOf(ViewsStore& views, PersonId person, Instant from)
{
    std::optional<Instant> next;
    ONEDOOR_ASSIGN(const std::vector<PersonId> group, personGroup(views, person));
    for (const PersonId& each : group) {
        ONEDOOR_ASSIGN(sqlite::Statement select,
                       views.database().cached("SELECT begins_at FROM appointments WHERE person = ?1 AND begins_at >= ?2 AND status = 0"
                                               " ORDER BY begins_at LIMIT 1"));
        ONEDOOR_ASSIGN(const bool found, select.bindAll(each, from.milliseconds).step());
        if (found && (!next || Instant{select.integer(0)} < *next))
            next = Instant{select.integer(0)};
    }
    return next;
}

Result<void> markAppointment(ViewsStore& views, TicketRow& row)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT appointment, appointed_at, standing, head_start, place FROM ticket_appointments WHERE ticket = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, row.ticket).step());
    if (found)
        row.appointment = appointedOf(select, 0);
    return {};
}

Result<void> markAppointments(ViewsStore& views, std::vector<TicketRow>& rows)
{
    if (rows.empty())
        return {};
    Instant earliest = rows.front().issuedAt;
    for (const TicketRow& row : rows)
        earliest = std::min(earliest, row.issuedAt);
    constexpr std::int64_t day = 24 * 60 * 60; // a ticket is issued on the day of its appointment
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT ticket, appointment, appointed_at, standing, head_start, place FROM ticket_appointments WHERE appointed_at >= ?1"));
    select.bind(1, earliest.plusSeconds(-day).milliseconds);
    QHash<TicketId, TicketAppointed> known;
    for (;;) {
        ONEDOOR_ASSIGN(const bool found, select.step());
        if (!found)
            break;
        known.insert(TicketId(select.id(0)), appointedOf(select, 1));
    }
    if (known.isEmpty())
        return {};
    for (TicketRow& row : rows) {
        if (const auto found = known.constFind(row.ticket); found != known.constEnd())
            row.appointment = *found;
    }
    return {};
}

} // namespace onedoor::queries
