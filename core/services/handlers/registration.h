// SPDX-License-Identifier: GPL-3.0-or-later
// Registering a visit, shared by reception and kiosk. Writer thread.
#pragma once

#include "core/services/api/reception.h"
#include "core/services/handlers/people.h"

namespace onedoor {

/// Stores the visit `visit` with its matter and ticket for a visitor who is found already. `command` is clean; who it names does not count,
/// nor its appointment: what the ticket gets of one is `appointed`.
Result<VisitReply> registerVisit(CommandScope& scope, const VisitRegister& command, PersonFound visitor, VisitId visit,
                                 const std::optional<TicketAppointed>& appointed = {});

} // namespace onedoor
