// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/alarm/alarm_decide.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

Result<void> mustBeOpen(const AlarmState& alarm)
{
    if (alarm.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"alarm"_s);
    if (!alarm.exists())
        return fail(ErrorKind::NotFound, u"alarm.unknown"_s, u"alarm"_s);
    if (alarm.clearedAt)
        return fail(ErrorKind::Conflict, u"alarm.cleared"_s, u"alarm"_s,
                    {{u"account"_s, alarm.clearedBy.toString()}, {u"at"_s, qint64(alarm.clearedAt.milliseconds)}});
    return {};
}

} // namespace

Result<std::optional<AlarmAnswered>> decideAnswer(const AlarmState& alarm, const DecideContext& context, const QString& place)
{
    ONEDOOR_TRY(mustBeOpen(alarm));
    const bool hasAnswered = std::any_of(alarm.answers.begin(), alarm.answers.end(),
                                         [&](const AlarmState::Answer& each) { return each.account == context.actor; });
    return hasAnswered ? std::optional<AlarmAnswered>() : std::optional(AlarmAnswered{place});
}

Result<AlarmCleared> decideClear(const AlarmState& alarm, bool falseAlarm, const QString& note)
{
    ONEDOOR_TRY(mustBeOpen(alarm));
    return AlarmCleared{falseAlarm, note};
}

} // namespace onedoor
