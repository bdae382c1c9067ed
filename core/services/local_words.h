// SPDX-License-Identifier: GPL-3.0-or-later
// The little that sentences of the services have in common: a name in the reader's language, a time of day at the centre. Pure; any thread.
#pragma once

#include "core/base/clock.h"

namespace onedoor {

/// By the default QLocale; Chinese where there is no English.
QString byLanguage(const QString& chinese, const QString& english);
/// "09:05".
QString timeOfDayText(Instant at, int offsetMinutes);
/// "2026-03-02 09:05".
QString dayAndTimeText(Instant at, int offsetMinutes);

} // namespace onedoor
