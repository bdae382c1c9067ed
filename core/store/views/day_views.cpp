// SPDX-License-Identifier: GPL-3.0-or-later
// What the views keep of the end of days and of alarms. Apart from views_store.cpp: most stores have few rows of it.
#include "core/store/views/views_store.h"

#include "core/domain/day/day_row.h"

#include <string_view>

namespace onedoor {

namespace {

struct Closing {
    ClosingKind kind = ClosingKind::Closed;
    ClosingAct reason = ClosingAct::CarryOver;
    TicketStatus was = TicketStatus::Waiting;
    Instant at;
    AccountId by;
};

/// What closed a ticket is its last act: only an undo follows, which takes it away again.
std::optional<Closing> closingOf(const TicketState& ticket)
{
    const std::string_view last = ticket.acts.empty() ? std::string_view() : ticket.acts.back().type;
    if (last == TicketClosed::type || last == TicketClosedByRule::type) {
        const ClosingKind kind = last == TicketClosed::type ? ClosingKind::Closed : ClosingKind::ByRule;
        return Closing{kind, ticket.closedAs, ticket.acts.back().before->status, ticket.progress.lastActAt, ticket.progress.lastActor};
    }
    if (ticket.carriedFrom.empty())
        return std::nullopt;
    const TicketState::Carried& carried = ticket.carriedFrom.back();
    return Closing{ClosingKind::CarriedOver, ClosingAct::CarryOver, carried.was, carried.at, carried.by};
}

} // namespace

Result<void> ViewsStore::putClosing(const TicketState& ticket)
{
    const std::optional<Closing> closing = closingOf(ticket);
    if (!closing)
        return m_mayHaveClosings ? m_database.run("DELETE FROM ticket_closings WHERE ticket = ?1", ticket.id) : Result<void>();
    m_mayHaveClosings = true;
    const QDate day = ticket.carriedFrom.empty() ? ticket.day : ticket.carriedFrom.front().day;
    const QString& number = ticket.carriedFrom.empty() ? ticket.number : ticket.carriedFrom.front().number;
    return m_database.run("INSERT OR REPLACE INTO ticket_closings (ticket, kind, reason, was, first_day, first_number, at, by)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                          ticket.id, int(closing->kind), int(closing->reason), int(closing->was),
                          std::int64_t(day.isValid() ? day.toJulianDay() : 0), number, closing->at.milliseconds, closing->by);
}

Result<void> ViewsStore::putState(const DayState& day)
{
    if (!day.closedAt)
        return {};
    return m_database.run("INSERT OR REPLACE INTO days (day, closed_by, closed_at, reopened_at, next_day, closed, carried)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                          std::int64_t(day.last.day.toJulianDay()), day.closedBy, day.closedAt.milliseconds, day.reopenedAt.milliseconds,
                          std::int64_t(day.last.nextDay.isValid() ? day.last.nextDay.toJulianDay() : 0), std::int64_t(day.last.closed.size()),
                          std::int64_t(day.last.carried.size()));
}

Result<void> ViewsStore::putState(const AlarmState& alarm)
{
    ONEDOOR_TRY(m_database.run("INSERT OR REPLACE INTO alarms (alarm, place, label, raised_by, raised_at, cleared_by, cleared_at, false_alarm, note)"
                               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                               alarm.id, alarm.known.place, alarm.known.label, alarm.raisedBy, alarm.raisedAt.milliseconds, alarm.clearedBy,
                               alarm.clearedAt.milliseconds, alarm.falseAlarm, alarm.note));
    ONEDOOR_TRY(m_database.run("DELETE FROM alarm_answers WHERE alarm = ?1", alarm.id));
    for (const AlarmState::Answer& answer : alarm.answers)
        ONEDOOR_TRY(m_database.run("INSERT INTO alarm_answers (alarm, account, place, at) VALUES (?1, ?2, ?3, ?4)", alarm.id, answer.account,
                                   answer.place, answer.at.milliseconds));
    return {};
}

Result<void> ViewsStore::removeAlarm(const RawId& alarm)
{
    ONEDOOR_TRY(m_database.run("DELETE FROM alarm_answers WHERE alarm = ?1", alarm));
    return m_database.run("DELETE FROM alarms WHERE alarm = ?1", alarm);
}

} // namespace onedoor
