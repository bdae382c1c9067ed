// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the day's end, of the manager's board and of alarms, in the language of the program. Pure functions; UI thread.
#pragma once

#include "core/services/api/board.h"

namespace onedoor::words {

QString of(ClosingAct act);
/// Why the board warns: "waits long", "nobody sits there".
QString of(BoardWarning warning);
QString of(BoardLevel level);
/// The warnings after one another; "in order" when there are none.
QString ofWarnings(const BoardWarnings& warnings);
/// Where an alarm comes from.
QString alarmPlace(const AlarmRow& alarm, const CentreDefinition& centre);
/// Where, when, by whom; who is on the way or how it ended.
QString alarmSentence(const AlarmRow& alarm, const CentreDefinition& centre);
/// "3 closed, 2 carried over to 2026-03-03".
QString closingText(std::uint32_t closed, std::uint32_t carried, QDate nextDay);

} // namespace onedoor::words
