// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/visit/visit_state.h"

namespace onedoor {

void evolve(VisitState& state, const VisitRegistered& event, const EventMeta& meta)
{
    state.id = VisitId(meta.record);
    state.known = event;
    state.receiver = meta.actor;
}

void evolve(VisitState& state, const VisitNeedsRecorded& event, const EventMeta&)
{
    state.needs = event;
}

void evolve(VisitState& state, const VisitHelperRecorded& event, const EventMeta&)
{
    state.helper = event;
}

void evolve(MatterState& state, const MatterRecorded& event, const EventMeta& meta)
{
    state.id = MatterId(meta.record);
    state.known = event;
    state.recordedAt = meta.at;
}

} // namespace onedoor
