// SPDX-License-Identifier: GPL-3.0-or-later
// How a matter ends that is served and finished in one act: at a place, or while it is registered. Writer thread.
#pragma once

#include "core/services/scopes.h"

namespace onedoor {

/// `key` empty: the centre's outcome for such matters. Invalid "outcome.unknown".
Result<const Outcome*> quickOutcome(const CommandScope& scope, const QString& key);

} // namespace onedoor
