// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/call/staff_call_state.h"

#include <tuple>

namespace onedoor {

namespace {

/// The earlier one counts, in whatever order they become known.
bool isEarlier(const EventMeta& meta, Instant known, AccountId actor)
{
    return !known || std::tie(meta.at, meta.actor) < std::tie(known, actor);
}

} // namespace

void evolve(StaffCallState& state, const StaffCalled& event, const EventMeta& meta)
{
    state.id = StaffCallId(meta.record);
    state.known = event;
    state.calledBy = meta.actor;
    state.calledAt = meta.at;
}

void evolve(StaffCallState& state, const StaffAnswered& event, const EventMeta& meta)
{
    if (!isEarlier(meta, state.answeredAt, state.answeredBy))
        return;
    state.answeredBy = meta.actor;
    state.answeredFrom = event.place;
    state.answeredAt = meta.at;
}

void evolve(StaffCallState& state, const StaffCleared&, const EventMeta& meta)
{
    if (!isEarlier(meta, state.clearedAt, state.clearedBy))
        return;
    state.clearedBy = meta.actor;
    state.clearedAt = meta.at;
}

} // namespace onedoor
