// SPDX-License-Identifier: GPL-3.0-or-later
// A visit and its matter as known now. Both are written once in this version; corrections come as further events.
#pragma once

#include "core/domain/event_meta.h"
#include "core/domain/visit/visit_events.h"
#include "core/domain/visit/visit_needs_events.h"

namespace onedoor {

struct VisitState {
    VisitId id;
    VisitRegistered known;
    AccountId receiver; ///< the first receiver; never changes
    VisitNeedsRecorded needs;
    std::optional<VisitHelperRecorded> helper; ///< who came for the visit's person
    bool needsUpdate = false;

    bool exists() const { return known.arrivedAt.milliseconds != 0; }
};
void evolve(VisitState& state, const VisitRegistered& event, const EventMeta& meta);
void evolve(VisitState& state, const VisitNeedsRecorded& event, const EventMeta& meta);
void evolve(VisitState& state, const VisitHelperRecorded& event, const EventMeta& meta);

struct MatterState {
    MatterId id;
    MatterRecorded known;
    Instant recordedAt;
    bool needsUpdate = false;

    bool exists() const { return recordedAt.milliseconds != 0; }
};
void evolve(MatterState& state, const MatterRecorded& event, const EventMeta& meta);

} // namespace onedoor
