// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/api/staff_calls.h"

#include "core/domain/call/staff_call_decide.h"
#include "core/domain/centre/opening.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/scopes.h"
#include "core/store/views/staff_call_queries.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int callsAtMost = 200;

Result<StaffCallReply> replyOf(CommandScope& scope, StaffCallId call)
{
    ONEDOOR_ASSIGN(const std::optional<StaffCallRow> row, queries::staffCall(scope.views(), call));
    if (!row)
        return fail(ErrorKind::NotFound, u"staffCall.unknown"_s, u"call"_s);
    return StaffCallReply{*row};
}

} // namespace

Result<StaffCallReply> handle(CommandScope& scope, const StaffCall& raw)
{
    StaffCall command = raw;
    ONEDOOR_TRY(cleanFields(command));
    if (command.place.isEmpty() && command.label.isEmpty())
        command.place = scope.session().place;
    if (!command.place.isEmpty())
        ONEDOOR_TRY(scope.place(command.place));
    const StaffCalled called{.place = command.place, .label = command.label, .reason = command.reason, .number = command.number};
    ONEDOOR_ASSIGN(const std::optional<StaffCallId> open, queries::openStaffCallLike(scope.views(), scope.session().account, called));
    if (open)
        return replyOf(scope, *open);
    const StaffCallId call(scope.writer().makeId(scope.now()));
    ONEDOOR_TRY(scope.append({{call.raw, called, {}}}));
    return replyOf(scope, call);
}

Result<StaffCallReply> handle(CommandScope& scope, const StaffAnswer& command)
{
    ONEDOOR_ASSIGN(const StaffCallState state, scope.state<StaffCallState>(command.call.raw));
    ONEDOOR_ASSIGN(const std::optional<StaffAnswered> answered, decideAnswer(state, scope.context(), scope.session().place));
    if (answered)
        ONEDOOR_TRY(scope.append({{command.call.raw, *answered, {}}}));
    return replyOf(scope, command.call);
}

Result<StaffCallReply> handle(CommandScope& scope, const StaffClear& command)
{
    ONEDOOR_ASSIGN(const StaffCallState state, scope.state<StaffCallState>(command.call.raw));
    ONEDOOR_ASSIGN(const StaffCleared cleared, decideClear(state, scope.session().place));
    ONEDOOR_TRY(scope.append({{command.call.raw, cleared, {}}}));
    return replyOf(scope, command.call);
}

Result<StaffCallList> answer(QueryScope& scope, const StaffCalls& query)
{
    StaffCallList list;
    if (query.onlyOpen) {
        ONEDOOR_ASSIGN(list.calls, queries::openStaffCalls(scope.views(), callsAtMost));
    } else {
        const Instant midnight = midnightOf(scope.today(), scope.centre().offsetMinutes);
        ONEDOOR_ASSIGN(list.calls, queries::staffCallsSince(scope.views(), midnight, callsAtMost));
    }
    return list;
}

Result<StaffCallProgress> answer(QueryScope& scope, const StaffWatch& query)
{
    ONEDOOR_ASSIGN(const std::optional<StaffCallRow> row, queries::staffCall(scope.views(), query.call));
    if (!row)
        return fail(ErrorKind::NotFound, u"staffCall.unknown"_s, u"call"_s);
    return StaffCallProgress{bool(row->answeredAt), bool(row->clearedAt)};
}

template QFuture<Result<StaffCall::Reply>> Gateway::send(const Session&, StaffCall);
template QFuture<Result<StaffAnswer::Reply>> Gateway::send(const Session&, StaffAnswer);
template QFuture<Result<StaffClear::Reply>> Gateway::send(const Session&, StaffClear);
template QFuture<Result<StaffCalls::Reply>> Gateway::ask(const Session&, StaffCalls);
template QFuture<Result<StaffWatch::Reply>> Gateway::ask(const Session&, StaffWatch);

} // namespace onedoor
