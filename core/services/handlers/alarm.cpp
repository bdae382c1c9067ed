// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/api/alarm.h"

#include "core/domain/alarm/alarm_decide.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/scopes.h"
#include "core/store/views/alarm_queries.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int alarmsAtMost = 200;
constexpr std::int64_t listedSeconds = 30LL * 24 * 60 * 60;
constexpr int labelAtMost = 60;

Result<AlarmReply> replyOf(CommandScope& scope, AlarmId alarm)
{
    ONEDOOR_ASSIGN(std::optional<AlarmRow> row, queries::alarm(scope.views(), alarm));
    if (!row)
        return fail(ErrorKind::NotFound, u"alarm.unknown"_s, u"alarm"_s);
    return AlarmReply{std::move(*row)};
}

/// Where nobody sits at a place, the PC says where it is.
Result<QString> nameOfThisPc(CommandScope& scope)
{
    ONEDOOR_ASSIGN(const NodeState node, scope.state<NodeState>(scope.node().self.raw));
    if (!node.known.name.isEmpty())
        return node.known.name.left(labelAtMost);
    ONEDOOR_ASSIGN(const StreamState stream, scope.state<StreamState>(scope.writer().stream().raw)); // of the PC that founded the centre
    return stream.known.nodeName.left(labelAtMost);
}

} // namespace

Result<AlarmReply> handle(CommandScope& scope, const AlarmRaise& raw)
{
    AlarmRaise command = raw;
    ONEDOOR_TRY(cleanFields(command));
    if (command.place.isEmpty() && command.label.isEmpty())
        command.place = scope.session().place;
    if (!command.place.isEmpty())
        ONEDOOR_TRY(scope.place(command.place));
    if (command.place.isEmpty() && command.label.isEmpty()) {
        ONEDOOR_ASSIGN(command.label, nameOfThisPc(scope));
    }
    const AlarmRaised raised{command.place, command.label};
    ONEDOOR_ASSIGN(const std::optional<AlarmId> open, queries::openAlarmOf(scope.views(), scope.session().account, raised));
    if (open)
        return replyOf(scope, *open);
    const AlarmId alarm(scope.writer().makeId(scope.now()));
    ONEDOOR_TRY(scope.append({{alarm.raw, raised, {}}}));
    return replyOf(scope, alarm);
}

Result<AlarmReply> handle(CommandScope& scope, const AlarmAnswer& command)
{
    ONEDOOR_ASSIGN(const AlarmState state, scope.state<AlarmState>(command.alarm.raw));
    ONEDOOR_ASSIGN(const std::optional<AlarmAnswered> answered, decideAnswer(state, scope.context(), scope.session().place));
    if (answered)
        ONEDOOR_TRY(scope.append({{command.alarm.raw, *answered, {}}}));
    return replyOf(scope, command.alarm);
}

Result<AlarmReply> handle(CommandScope& scope, const AlarmClear& raw)
{
    AlarmClear command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const AlarmState state, scope.state<AlarmState>(command.alarm.raw));
    ONEDOOR_ASSIGN(const AlarmCleared cleared, decideClear(state, command.falseAlarm, command.note));
    ONEDOOR_TRY(scope.append({{command.alarm.raw, cleared, {}}}));
    return replyOf(scope, command.alarm);
}

Result<AlarmRows> answer(QueryScope& scope, const AlarmList& query)
{
    AlarmRows rows;
    if (query.onlyOpen) {
        ONEDOOR_ASSIGN(rows.alarms, queries::openAlarms(scope.views(), alarmsAtMost));
    } else {
        ONEDOOR_ASSIGN(rows.alarms, queries::alarmsSince(scope.views(), scope.now().plusSeconds(-listedSeconds), alarmsAtMost));
    }
    return rows;
}

template QFuture<Result<AlarmRaise::Reply>> Gateway::send(const Session&, AlarmRaise);
template QFuture<Result<AlarmAnswer::Reply>> Gateway::send(const Session&, AlarmAnswer);
template QFuture<Result<AlarmClear::Reply>> Gateway::send(const Session&, AlarmClear);
template QFuture<Result<AlarmList::Reply>> Gateway::ask(const Session&, AlarmList);

} // namespace onedoor
