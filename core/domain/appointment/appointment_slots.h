// SPDX-License-Identifier: GPL-3.0-or-later
// Which times are free for an appointment. An appointment lies within one stretch of opening hours; a service has as many at the same
// time as the centre says, a place never more than one, and nobody is in two places at once. Pure functions, any thread.
// Errors: Invalid "appointment.length" (lengthMinutes); Conflict "appointment.past", "appointment.tooFarAhead" (beginsAt; fact last: the
// last day), "appointment.closed", "appointment.full" (beginsAt; fact next: the next free time, when there is one),
// "appointment.personBusy" (beginsAt; fact at: the other one).
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/domain/appointment/appointment_events.h"
#include "core/domain/centre/opening.h"

#include <vector>

namespace onedoor {

/// An appointment that stands, as far as others must keep out of its way.
struct BookedTime {
    AppointmentId appointment;
    PersonId person;
    QString service;
    QString place;
    Instant beginsAt;
    Instant endsAt;
    friend bool operator==(const BookedTime&, const BookedTime&) = default;
};

struct SlotWish {
    PersonId person; ///< null: not known yet
    QString service;
    QString place; ///< empty: any
    Instant beginsAt;
    int lengthMinutes = 0;
    AppointmentId moved; ///< the appointment that is moved keeps nobody out; null: a new one

    Instant endsAt() const { return beginsAt.plusSeconds(60LL * lengthMinutes); }
};

/// What is booked, and when the centre is open. References must outlive it.
struct SlotRules {
    const CentreDefinition& centre;
    const PublicCalendar& calendar;
    const std::vector<BookedTime>& booked; ///< in any order, also of other services
    Instant now;
};

/// Whether the wish can be kept.
Result<void> mustBeFree(const SlotRules& rules, const SlotWish& wish);
/// The free times of a day in the centre's grid, after `now`.
std::vector<Instant> freeTimes(const SlotRules& rules, const SlotWish& wish, QDate day);
/// The first free time at or after the wish's; null when there is none as far ahead as appointments are made.
Instant nextFree(const SlotRules& rules, const SlotWish& wish);
/// The last day for which appointments are made.
QDate lastDayAhead(const CentreDefinition& centre, Instant now);

} // namespace onedoor
