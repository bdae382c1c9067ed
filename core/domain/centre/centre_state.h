// SPDX-License-Identifier: GPL-3.0-or-later
// The centre as it is now: the definition it was founded with and every change since, in causal order. A change that would make the
// definition invalid where it stands has no effect, on every PC alike, and is kept as such for people to see.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/centre/centre_events.h"
#include "core/domain/event_meta.h"
#include "core/domain/node/node_events.h"

#include <memory>
#include <vector>

namespace onedoor {

/// One change as it came out.
struct ChangeStep {
    EventRef ref;
    AccountId actor;
    Instant at;
    QString section;
    QString key;
    QString before; ///< the item as it was, canonical JSON; empty: there was none
    QString after;  ///< and is from then on; empty: none any more
    EventRef undone;      ///< the step that this one takes back; null: none
    QString problem;      ///< code of what kept it from having an effect; empty: it has one
    QString problemField; ///< in the whole definition: "places[3].zone"
};

struct CentreState {
    CentreFounded known;
    Instant foundedAt;
    std::shared_ptr<const CentreDefinition> definition; ///< null: it was written by a newer program
    std::vector<ChangeStep> steps;
    bool needsUpdate = false;
};
void evolve(CentreState& state, const CentreFounded& event, const EventMeta& meta);
void evolve(CentreState& state, const CentreChanged& event, const EventMeta& meta);

} // namespace onedoor
