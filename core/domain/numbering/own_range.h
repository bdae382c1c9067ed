// SPDX-License-Identifier: GPL-3.0-or-later
// The lettered range of one PC, for the time when it is cut off from the hall host. Its first half is for the stream that begins the day
// on this PC: that one knows every number it printed. Once a disk was lost on the same day, nobody there knows which numbers were
// printed, and a second loss forgets what was done about the first. So a stream that follows a loss gives itself nothing; what it prints
// comes from the second half, which the hall host gives out, to each stream other numbers. Pure functions, any thread.
#pragma once

#include "core/domain/numbering/numbering_state.h"

namespace onedoor {

/// The next number of the own range. Conflict "numbering.noBlock": this stream follows a loss, and the hall host has given it none yet.
Result<NumberDecision> decideOwnNumber(const NumberingState& state, const NumberingRule& rule, const DecideContext& context);

/// What the hall host grants of another PC's range to a stream that follows a loss. Errors as of decideGrant.
Result<std::vector<NumbersGranted>> decideOwnGrant(const NumberingState& state, const NumberingRule& rule, const DecideContext& context,
                                                   StreamId holder, std::uint32_t enough);

} // namespace onedoor
