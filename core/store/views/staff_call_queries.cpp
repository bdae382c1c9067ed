// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/staff_call_queries.h"

namespace onedoor::queries {

namespace {

/// Column order: the view staff_call_rows.
StaffCallRow rowOf(const sqlite::Statement& from)
{
    int at = 0;
    StaffCallRow row;
    row.call = StaffCallId(from.id(at++));
    row.place = from.text(at++);
    row.label = from.text(at++);
    row.reason = static_cast<StaffCallReason>(from.integer(at++));
    row.number = from.text(at++);
    row.calledAt = {from.integer(at++)};
    row.answeredBy = AccountId(from.id(at++));
    row.answeredName = from.text(at++);
    row.answeredFrom = from.text(at++);
    row.answeredAt = {from.integer(at++)};
    row.clearedBy = AccountId(from.id(at++));
    row.clearedName = from.text(at++);
    row.clearedAt = {from.integer(at++)};
    return row;
}

Result<std::vector<StaffCallRow>> allRows(sqlite::Statement& select)
{
    std::vector<StaffCallRow> rows;
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return rows;
        rows.push_back(rowOf(select));
    }
}

} // namespace

Result<std::vector<StaffCallRow>> openStaffCalls(ViewsStore& views, int limit)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM staff_call_rows WHERE cleared_at = 0 ORDER BY called_at, call LIMIT ?1"));
    select.bind(1, limit);
    return allRows(select);
}

Result<std::vector<StaffCallRow>> staffCallsSince(ViewsStore& views, Instant since, int limit)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM staff_call_rows WHERE called_at >= ?1 ORDER BY called_at DESC, call DESC LIMIT ?2"));
    select.bindAll(since.milliseconds, limit);
    return allRows(select);
}

Result<std::optional<StaffCallRow>> staffCall(ViewsStore& views, StaffCallId call)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT * FROM staff_call_rows WHERE call = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, call).step());
    return found ? std::optional(rowOf(select)) : std::nullopt;
}

Result<std::optional<StaffCallId>> openStaffCallLike(ViewsStore& views, AccountId by, const StaffCalled& call)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT call FROM staff_calls WHERE cleared_at = 0 AND called_by = ?1 AND place = ?2 AND label = ?3"
                                           " AND reason = ?4 AND number = ?5 ORDER BY called_at LIMIT 1"));
    ONEDOOR_ASSIGN(const bool found, select.bindAll(by, call.place, call.label, int(call.reason), call.number).step());
    return found ? std::optional(StaffCallId(select.id(0))) : std::nullopt;
}

} // namespace onedoor::queries
