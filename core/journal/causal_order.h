// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the events of one record into an order that every node finds alike, whatever order they arrived in: parents first, and among
// events that did not know of each other the earlier hybrid time, then the stream, then the sequence. Pure function, any thread.
// An author knows the events of its own stream: each counts as a parent of the next, named or not. So a record has at most one head per
// stream, and what an event knew is one number per stream (a vector clock), not a list of events: memory and time grow with events
// times streams, not with the square of the events.
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

class CausalOrder {
public:
    /// Indexes into the input, first event first; an event that was given twice stands once.
    const std::vector<std::size_t>& order() const { return m_order; }
    /// Events that no other event knew, sorted: what the next event will name as its parents.
    const std::vector<EventRef>& heads() const { return m_heads; }
    /// Parents that were named and have not arrived, sorted.
    const std::vector<EventRef>& awaited() const { return m_awaited; }
    /// Whether the author of `later` knew of `earlier`, directly or through others; both are indexes into the input.
    bool knew(std::size_t later, std::size_t earlier) const;
    /// Whether the author knew of every event before it in the order: so it has no rivals there.
    bool knewAllBefore(std::size_t at) const { return m_knewAll[at]; }

private:
    friend class CausalSorter;
    /// The newest event of one stream that an event knew, itself included.
    struct Known {
        std::uint32_t stream; ///< number of the stream within this record
        std::uint64_t sequence;
    };
    std::vector<std::size_t> m_order;
    std::vector<EventRef> m_heads;
    std::vector<EventRef> m_awaited;
    std::vector<std::vector<Known>> m_known; ///< per input index, ascending by stream
    std::vector<Known> m_self;               ///< per input index
    std::vector<bool> m_knewAll;             ///< per input index
};

/// A parent that has not arrived yet is represented by the newest event before it of the same stream, which its author knew too.
/// Events that name each other in a circle are forged: the circle is opened at its earliest event, and honest events that
/// build upon them keep their effect.
CausalOrder causalOrder(std::span<const CausalNode> nodes);

} // namespace onedoor
