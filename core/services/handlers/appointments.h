// SPDX-License-Identifier: GPL-3.0-or-later
// What registering a visit must know of the appointment that somebody came for. Writer thread.
#pragma once

#include "core/domain/appointment/appointment_events.h"
#include "core/services/scopes.h"

namespace onedoor {

struct ArrivedFor {
    AppointmentBooked booked;
    TicketAppointed appointed; ///< what the ticket gets
};
/// Errors: those of decideArrive.
Result<ArrivedFor> arriveFor(CommandScope& scope, AppointmentId id);

} // namespace onedoor
