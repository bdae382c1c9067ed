// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a person may judge a conflict, and the event that says so. Pure functions, any thread.
// Errors: NotFound "conflict.unknown", Invalid "conflict.notRival", Conflict "conflict.resolvedAlready" {account, at}, Conflict
// "conflict.notResolved", Conflict "conflict.fixedByRule", Unsupported "record.needsUpdate".
#pragma once

#include "core/journal/fold.h"

namespace onedoor {

/// Numbers that were printed and PCs that were let in can't be judged away: of such a conflict people take note, the first stands.
bool isFixedByRule(const RecordState& state);

/// The rival `stands` counts. `again`: although somebody has judged already.
Result<ConflictResolved> decideResolution(const FoldedRecord& record, const Hash& conflict, const EventRef& stands, bool again);
/// Takes the last judgement back: the conflict is open once more.
Result<ConflictResolved> decideReopening(const FoldedRecord& record, const Hash& conflict);

} // namespace onedoor
