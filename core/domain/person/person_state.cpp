// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person/person_state.h"

namespace onedoor {

void evolve(PersonState& state, const PersonRegistered& event, const EventMeta& meta)
{
    state.id = PersonId(meta.record);
    state.known = event;
    state.registeredAt = meta.at;
}

void evolve(PersonState& state, const PersonCorrected& event, const EventMeta&)
{
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

} // namespace onedoor
