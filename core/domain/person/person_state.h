// SPDX-License-Identifier: GPL-3.0-or-later
// A person as known now.
#pragma once

#include "core/domain/event_meta.h"
#include "core/domain/person/person_events.h"

namespace onedoor {

struct PersonState {
    PersonId id;
    PersonRegistered known; ///< the newest value of each field
    Instant registeredAt;
    bool needsUpdate = false;

    bool exists() const { return registeredAt.milliseconds != 0; }
};

void evolve(PersonState& state, const PersonRegistered& event, const EventMeta& meta);
void evolve(PersonState& state, const PersonCorrected& event, const EventMeta& meta);

} // namespace onedoor
