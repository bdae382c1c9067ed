// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a centre is open at a moment, until when, and when it opens next. Pure functions, any thread. A make-up workday has hours of
// its own when it falls on a day that is closed in an ordinary week.
#pragma once

#include "core/base/clock.h"
#include "core/domain/centre/centre_definition.h"
#include "core/domain/centre/public_calendar.h"

namespace onedoor {

/// A minute of the local day.
Instant instantOf(QDate day, int minute, int offsetMinutes);
/// Local midnight, when the day begins.
Instant midnightOf(QDate day, int offsetMinutes);

struct Opening {
    bool isOpen = false;
    Instant closesAt; ///< while open
    Instant opensAt;  ///< while closed; 0: not within the next month
    friend bool operator==(const Opening&, const Opening&) = default;
};

/// The hours of one day; empty when the centre is closed all day.
QList<TimeSpan> spansOf(const OpeningHours& hours, QDate day, const PublicCalendar& calendar);
Opening openingAt(const OpeningHours& hours, Instant now, int offsetMinutes, const PublicCalendar& calendar);

} // namespace onedoor
