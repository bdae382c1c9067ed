// SPDX-License-Identifier: GPL-3.0-or-later
// Where a ticket's number comes from: the hall host's blocks, or this PC's own lettered range when it is cut off. Writer thread.
#pragma once

#include "core/domain/numbering/numbering_state.h"
#include "core/services/scopes.h"

namespace onedoor {

struct PrintedNumber {
    RawId record; ///< counts them
    NumberDecision decision;
    QString text;
};

/// The next number of this node's block; when it has none and the hall host has not given it another one, of its own lettered range.
Result<PrintedNumber> nextNumber(CommandScope& scope, const Series& series);

/// A host that lost its disk today and is about to yield can't know all that it granted: half of what is left is passed over, so that the
/// next host begins above it.
Result<void> passOverWhatMayBeLost(CommandScope& scope);

} // namespace onedoor
