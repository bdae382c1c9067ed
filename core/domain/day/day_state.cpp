// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/day/day_state.h"

namespace onedoor {

void evolve(DayState& state, const DayClosed& event, const EventMeta& meta)
{
    state.last = event;
    state.closedBy = meta.actor;
    state.closedAt = meta.at;
    state.reopenedAt = {};
}

void evolve(DayState& state, const DayReopened&, const EventMeta& meta)
{
    if (state.closedAt)
        state.reopenedAt = meta.at;
}

} // namespace onedoor
