// SPDX-License-Identifier: GPL-3.0-or-later
// What may be done with an appointment, and why not. Pure functions. Whether its time is free is judged by appointment_slots.h.
// Errors: NotFound "appointment.unknown"; Unsupported "record.needsUpdate"; Conflict "appointment.cancelled", "appointment.kept" (facts
// account and at: who was first), "appointment.notCancelled", "appointment.otherDay" (fact day).
#pragma once

#include "core/domain/appointment/appointment_state.h"
#include "core/domain/decide.h"

namespace onedoor {

/// Nothing when nothing would change. What is over can't be changed, what was missed can be moved.
Result<std::optional<AppointmentChanged>> decideChange(const AppointmentState& appointment, const AppointmentChanged& wished);
Result<AppointmentCancelled> decideCancel(const AppointmentState& appointment, CancelReason reason, const QString& note);
Result<AppointmentRestored> decideRestore(const AppointmentState& appointment);
/// What the ticket of somebody gets who comes for the appointment now. `ticketIsGone`: the ticket that was issued for it is withdrawn, so
/// another one may be. Also for who was missed: somebody who comes after all is not sent away.
Result<TicketAppointed> decideArrive(const AppointmentState& appointment, bool ticketIsGone, const DecideContext& context);

} // namespace onedoor
