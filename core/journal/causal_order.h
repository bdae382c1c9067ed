// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the events of one record into an order that every node finds alike, whatever order they arrived in: parents first, and among
// events that did not know of each other the earlier hybrid time, then the stream, then the sequence. Pure function, any thread.
#pragma once

#include "core/domain/event_meta.h"
#include "core/journal/hybrid_clock.h"

#include <span>
#include <vector>

namespace onedoor {

struct CausalNode {
    EventRef ref;
    std::vector<EventRef> parents;
    HybridTime time;
};

struct CausalOrder {
    std::vector<std::size_t> order; ///< indexes into the input, first event first
    /// For each input index: the inputs earlier in the order that neither reach it nor are reached by it.
    std::vector<std::vector<std::size_t>> rivals;
    std::vector<EventRef> heads; ///< events that no other event names as parent, sorted
};

/// Parents that are not among the nodes have not arrived yet and are ignored.
CausalOrder causalOrder(std::span<const CausalNode> nodes);

} // namespace onedoor
