// SPDX-License-Identifier: GPL-3.0-or-later
// What may be done with an alarm. Pure functions. A refusal because somebody was first carries the facts account and at.
// Errors: NotFound "alarm.unknown"; Conflict "alarm.cleared"; Unsupported "record.needsUpdate".
#pragma once

#include "core/domain/alarm/alarm_state.h"
#include "core/domain/decide.h"

namespace onedoor {

/// Nothing when the actor has answered already. Others may answer too: several come.
Result<std::optional<AlarmAnswered>> decideAnswer(const AlarmState& alarm, const DecideContext& context, const QString& place);
Result<AlarmCleared> decideClear(const AlarmState& alarm, bool falseAlarm, const QString& note);

} // namespace onedoor
