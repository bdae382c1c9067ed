// SPDX-License-Identifier: GPL-3.0-or-later
// What may be done with a call for staff. Pure functions. A refusal because somebody was first carries the facts account and at.
// Errors: NotFound "staffCall.unknown"; Conflict "staffCall.answered", "staffCall.cleared"; Unsupported "record.needsUpdate".
#pragma once

#include "core/domain/call/staff_call_state.h"
#include "core/domain/decide.h"

namespace onedoor {

/// Nothing when the actor has answered already: a second press changes nothing.
Result<std::optional<StaffAnswered>> decideAnswer(const StaffCallState& call, const DecideContext& context, const QString& place);
/// Also of a call that nobody answered: it was a mistake, or settled on the way.
Result<StaffCleared> decideClear(const StaffCallState& call, const QString& place);

} // namespace onedoor
