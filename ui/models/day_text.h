// SPDX-License-Identifier: GPL-3.0-or-later
// Days and times as the desk writes and types them. Pure functions, any thread.
#pragma once

#include "core/base/clock.h"

#include <QDate>
#include <QString>
#include <optional>

namespace onedoor {

/// "2026-03-02"; empty for no day.
QString dayText(QDate day);
/// Reads "19680302", "1968-3-2", "1968.3.2", "1968年3月2日" and the same in full width. A null day for an empty text; nothing when
/// it is no day of the calendar.
std::optional<QDate> readDay(const QString& typed);
/// Full years on `today`; negative when the birth is unknown or later.
int ageOn(QDate birth, QDate today);
/// "09:05" at the given offset from UTC in minutes.
QString timeText(Instant at, int offsetMinutes);
/// "2026-03-02 09:05" at the centre's offset; where no centre is known, by this computer's clock, whose zone is said:
/// "2026-03-02 01:05 (UTC)".
QString momentText(Instant at, std::optional<int> offsetMinutes);

} // namespace onedoor
