// SPDX-License-Identifier: GPL-3.0-or-later
// What the views know of appointments. On the thread of the store that is handed in.
#pragma once

#include "core/domain/appointment/appointment_row.h"
#include "core/domain/appointment/appointment_slots.h"
#include "core/domain/rows.h"
#include "core/store/views/views_store.h"

namespace onedoor::queries {

/// Those that begin from `from` up to, but not at, `to`; earliest first. A status of them is that of `now`.
Result<std::vector<AppointmentRow>> appointmentsBetween(ViewsStore& views, Instant from, Instant to, Instant now);
Result<std::optional<AppointmentRow>> appointment(ViewsStore& views, AppointmentId id, Instant now);
/// What stands and reaches into the time between the two: kept and expected ones.
Result<std::vector<BookedTime>> bookedBetween(ViewsStore& views, Instant from, Instant to);
/// Those of the ones in between for whom nobody has come yet, each with the person who stands for it.
Result<std::vector<AppointmentRow>> stillExpected(ViewsStore& views, Instant from, Instant to, Instant now);
/// The first appointment of any record of the person at or after `from` that nobody has come for.
Result<std::optional<Instant>> nextAppointmentOf(ViewsStore& views, PersonId person, Instant from);
/// Fills in TicketRow::appointment of the rows that have one. Where there is none at all it costs one question.
Result<void> markAppointments(ViewsStore& views, std::vector<TicketRow>& rows);
Result<void> markAppointment(ViewsStore& views, TicketRow& row);

} // namespace onedoor::queries
