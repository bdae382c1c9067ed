// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/alarm_queries.h"

namespace onedoor::queries {

namespace {

#define ONEDOOR_ALARMS "SELECT m.alarm, m.place, m.label, m.raised_by, r.display_name, m.raised_at, m.cleared_by, c.display_name," \
    " m.cleared_at, m.false_alarm, m.note FROM alarms AS m LEFT JOIN accounts AS r ON r.account = m.raised_by" \
    " LEFT JOIN accounts AS c ON c.account = m.cleared_by "

AlarmRow rowOf(const sqlite::Statement& from)
{
    int at = 0;
    AlarmRow row;
    row.alarm = AlarmId(from.id(at++));
    row.place = from.text(at++);
    row.label = from.text(at++);
    row.raisedBy = AccountId(from.id(at++));
    row.raisedName = from.text(at++);
    row.raisedAt = {from.integer(at++)};
    row.clearedBy = AccountId(from.id(at++));
    row.clearedName = from.text(at++);
    row.clearedAt = {from.integer(at++)};
    row.falseAlarm = from.integer(at++) != 0;
    row.note = from.text(at++);
    return row;
}

Result<void> addAnswers(ViewsStore& views, AlarmRow& row)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT n.account, a.display_name, n.place, n.at FROM alarm_answers AS n"
                                           " LEFT JOIN accounts AS a ON a.account = n.account WHERE n.alarm = ?1 ORDER BY n.at, n.account"));
    select.bind(1, row.alarm);
    for (;;) {
        ONEDOOR_ASSIGN(const bool found, select.step());
        if (!found)
            return {};
        row.answers.push_back({AccountId(select.id(0)), select.text(1), select.text(2), {select.integer(3)}});
    }
}

Result<std::vector<AlarmRow>> allRows(ViewsStore& views, sqlite::Statement& select)
{
    std::vector<AlarmRow> rows;
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        rows.push_back(rowOf(select));
    }
    for (AlarmRow& row : rows)
        ONEDOOR_TRY(addAnswers(views, row));
    return rows;
}

} // namespace

Result<std::vector<AlarmRow>> openAlarms(ViewsStore& views, int limit)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached(ONEDOOR_ALARMS "WHERE m.cleared_at = 0 ORDER BY m.raised_at, m.alarm LIMIT ?1"));
    select.bind(1, limit);
    return allRows(views, select);
}

Result<std::vector<AlarmRow>> alarmsSince(ViewsStore& views, Instant since, int limit)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached(ONEDOOR_ALARMS "WHERE m.raised_at >= ?1 ORDER BY m.raised_at DESC, m.alarm DESC LIMIT ?2"));
    select.bindAll(since.milliseconds, limit);
    return allRows(views, select);
}

Result<std::optional<AlarmRow>> alarm(ViewsStore& views, AlarmId id)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached(ONEDOOR_ALARMS "WHERE m.alarm = ?1"));
    select.bind(1, id);
    ONEDOOR_ASSIGN(std::vector<AlarmRow> rows, allRows(views, select));
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

Result<std::optional<AlarmId>> openAlarmOf(ViewsStore& views, AccountId by, const AlarmRaised& raised)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT alarm FROM alarms WHERE cleared_at = 0 AND raised_by = ?1 AND place = ?2 AND label = ?3"
                                           " ORDER BY raised_at LIMIT 1"));
    ONEDOOR_ASSIGN(const bool found, select.bindAll(by, raised.place, raised.label).step());
    return found ? std::optional(AlarmId(select.id(0))) : std::nullopt;
}

} // namespace onedoor::queries
