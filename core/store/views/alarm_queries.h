// SPDX-License-Identifier: GPL-3.0-or-later
// What banners and lists ask of the views about emergency alarms. Free functions over a ViewsStore, on its thread.
#pragma once

#include "core/domain/alarm/alarm_row.h"
#include "core/store/views/views_store.h"

namespace onedoor::queries {

/// Oldest first.
Result<std::vector<AlarmRow>> openAlarms(ViewsStore& views, int limit);
/// Those raised since, newest first.
Result<std::vector<AlarmRow>> alarmsSince(ViewsStore& views, Instant since, int limit);
Result<std::optional<AlarmRow>> alarm(ViewsStore& views, AlarmId alarm);
/// An open one that this account raised from there.
Result<std::optional<AlarmId>> openAlarmOf(ViewsStore& views, AccountId by, const AlarmRaised& raised);

} // namespace onedoor::queries
