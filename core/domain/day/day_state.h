// SPDX-License-Identifier: GPL-3.0-or-later
// A business day as far as it was closed: its last closing. Plain value, any thread.
#pragma once

#include "core/domain/day/day_events.h"

namespace onedoor {

struct DayState {
    DayClosed last;
    AccountId closedBy;
    Instant closedAt;   ///< 0: not yet
    Instant reopenedAt; ///< 0: the closing stands
    bool needsUpdate = false;

    bool isClosed() const { return closedAt && !reopenedAt; }
};
void evolve(DayState& state, const DayClosed& event, const EventMeta& meta);
void evolve(DayState& state, const DayReopened& event, const EventMeta& meta);

} // namespace onedoor
