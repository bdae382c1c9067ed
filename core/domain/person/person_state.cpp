// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person/person_state.h"

namespace onedoor {

void evolve(PersonState& state, const PersonRegistered& event, const EventMeta& meta)
{
    state.id = PersonId(meta.record);
    if (!state.isErased())
        state.known = event;
    state.registeredAt = meta.at;
}

void evolve(PersonState& state, const PersonCorrected& event, const EventMeta&)
{
    if (state.isErased())
        return;
    const auto take = [](auto& known, const auto& correction) {
        if (correction)
            known = *correction;
    };
    take(state.known.name, event.name);
    take(state.known.documentKind, event.documentKind);
    take(state.known.documentNumber, event.documentNumber);
    take(state.known.sex, event.sex);
    take(state.known.birth, event.birth);
    take(state.known.ethnicGroup, event.ethnicGroup);
    take(state.known.phone, event.phone);
    take(state.known.address, event.address);
    take(state.known.regionCode, event.regionCode);
    take(state.known.workUnit, event.workUnit);
    take(state.known.occupation, event.occupation);
}

/// Whoever erased first; a second erasure that did not know of it adds nothing.
void evolve(PersonState& state, const PersonErased& event, const EventMeta& meta)
{
    state.id = PersonId(meta.record);
    state.known = {};
    for (HoldState& hold : state.holds)
        hold.reason.clear();
    for (MergeState& merge : state.merges)
        merge.reason.clear();
    if (state.isErased())
        return;
    state.erasedAt = meta.at;
    state.erasedBy = meta.actor;
    state.erasedFor = event.reason;
}

void evolve(PersonState& state, const KeysDestroyed& event, const EventMeta& meta)
{
    state.id = PersonId(meta.record);
    if (!state.isDestroyedAt(event.node))
        state.destroyedAt.push_back(event.node);
}

void evolve(PersonState& state, const HoldPlaced& event, const EventMeta& meta)
{
    state.id = PersonId(meta.record);
    state.holds.push_back({event.hold, state.isErased() ? QString() : event.reason, event.until, meta.at, meta.actor, {}, {}});
}

void evolve(PersonState& state, const HoldLifted& event, const EventMeta& meta)
{
    for (HoldState& hold : state.holds) {
        if (hold.id != event.hold || hold.liftedAt.milliseconds != 0)
            continue;
        hold.liftedAt = meta.at;
        hold.liftedBy = meta.actor;
    }
}

void evolve(PersonState& state, const PersonMerged& event, const EventMeta& meta)
{
    if (event.kept && event.kept.raw != meta.record)
        state.merges.push_back({event.kept, state.isErased() ? QString() : event.reason, meta.at, meta.actor});
}

void evolve(PersonState& state, const PersonUnmerged& event, const EventMeta&)
{
    std::erase_if(state.merges, [&](const MergeState& merge) { return merge.kept == event.kept; });
}

const HoldState* PersonState::standingHold(QDate today) const
{
    const HoldState* longest = nullptr;
    for (const HoldState& hold : holds) {
        const bool isLonger = longest == nullptr || (longest->until.isValid() && (!hold.until.isValid() || hold.until > longest->until));
        if (hold.stands(today) && isLonger)
            longest = &hold;
    }
    return longest;
}

} // namespace onedoor
