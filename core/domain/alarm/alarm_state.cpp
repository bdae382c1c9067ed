// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/alarm/alarm_state.h"

#include <algorithm>
#include <tuple>

namespace onedoor {

void evolve(AlarmState& state, const AlarmRaised& event, const EventMeta& meta)
{
    state.id = AlarmId(meta.record);
    state.known = event;
    state.raisedBy = meta.actor;
    state.raisedAt = meta.at;
}

void evolve(AlarmState& state, const AlarmAnswered& event, const EventMeta& meta)
{
    // In whatever order they become known, the list is the same.
    const AlarmState::Answer answer{meta.actor, event.place, meta.at};
    const auto earlier = [](const AlarmState::Answer& one, const AlarmState::Answer& other) {
        return std::tie(one.at, one.account) < std::tie(other.at, other.account);
    };
    const auto same = std::find_if(state.answers.begin(), state.answers.end(), [&](const AlarmState::Answer& each) { return each.account == answer.account; });
    if (same != state.answers.end() && same->at <= answer.at)
        return;
    if (same != state.answers.end())
        state.answers.erase(same);
    state.answers.insert(std::lower_bound(state.answers.begin(), state.answers.end(), answer, earlier), answer);
}

void evolve(AlarmState& state, const AlarmCleared& event, const EventMeta& meta)
{
    if (state.clearedAt && std::tie(state.clearedAt, state.clearedBy) <= std::tie(meta.at, meta.actor))
        return;
    state.clearedBy = meta.actor;
    state.clearedAt = meta.at;
    state.falseAlarm = event.falseAlarm;
    state.note = event.note;
}

} // namespace onedoor
