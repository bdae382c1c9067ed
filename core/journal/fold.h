// SPDX-License-Identifier: GPL-3.0-or-later
// A record as the fold of its events in causal order, with the merge table judging those that did not know of each other.
// The same set of events gives the same state, heads and conflicts on every node, in whatever order they arrived. Any thread.
#pragma once

#include "core/domain/event_traits.h"
#include "core/journal/causal_order.h"
#include "core/journal/envelope.h"

namespace onedoor {

/// Two events that the merge table can't simply let stand together. The id is the same on every node.
struct Conflict {
    Hash id{};                     ///< BLAKE2b-256 over the rivals' streams and sequences, sorted
    std::vector<EventRef> rivals;  ///< the one that stands first
    MergeRule rule = MergeRule::FirstClaimWins;

    friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct FoldInput {
    CausalNode node;
    EventMeta meta;
    Event event;
};

struct FoldedRecord {
    RecordState state;
    std::vector<EventRef> heads; ///< what the next event will name as its parents
    std::vector<Conflict> conflicts;
    std::vector<EventRef> awaited; ///< parents that were named and have not arrived
};

FoldedRecord foldRecord(const std::vector<FoldInput>& events);

/// Adds one event that knew all the heads; false, and nothing done, when it did not, or when an event before it waits for its stream:
/// then the record must be folded anew. Events of one stream are handed in in their order.
bool extendRecord(FoldedRecord& record, const FoldInput& input);

} // namespace onedoor
