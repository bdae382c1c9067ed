// SPDX-License-Identifier: GPL-3.0-or-later
// The two versions of a record between which a conflict stands, and what both began from: each as if the other rival had never been.
// For people to compare; decides nothing. Pure function, any thread.
#pragma once

#include "core/journal/fold.h"

#include <array>

namespace onedoor {

struct ConflictSide {
    std::size_t rival = 0;         ///< index into the events
    RecordState state;             ///< the record as those knew it who built upon this rival alone
    std::vector<std::size_t> acts; ///< that led there from the base, the rival among them, in causal order
};

struct ConflictSides {
    RecordState base;                  ///< what both authors knew
    std::array<ConflictSide, 2> sides; ///< in the order of the conflict's rivals
};

/// Nothing when one of the rivals is not among the events.
std::optional<ConflictSides> sidesOf(const std::vector<FoldInput>& events, const Conflict& conflict);

} // namespace onedoor
