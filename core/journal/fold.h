// SPDX-License-Identifier: GPL-3.0-or-later
// A record as the fold of its events in causal order, with the merge table judging those that did not know of each other, and people
// judging what the table can't. The same set of events gives the same state, heads and conflicts on every node, in whatever order they
// arrived. Any thread.
#pragma once

#include "core/domain/event_traits.h"
#include "core/journal/causal_order.h"
#include "core/journal/envelope.h"

namespace onedoor {

/// What a person said of a conflict (ConflictResolved).
struct Verdict {
    EventRef ref;
    EventRef stands; ///< null: an earlier verdict is taken back
    AccountId actor;
    Instant at;

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// Two events that the merge table can't simply let stand together. The id is the same on every node.
struct Conflict {
    Hash id{};                     ///< BLAKE2b-256 over the rivals' streams and sequences, sorted
    std::vector<EventRef> rivals;  ///< the one that stands first
    MergeRule rule = MergeRule::FirstClaimWins;
    std::vector<EventRef> followers; ///< acts upon the rival that does not stand, made without knowing of the other: they fall with it
    std::vector<Verdict> verdicts;   ///< the newest, in causal order; several when their authors did not know of each other
    Instant at;                      ///< of the later rival

    /// Waits for a person: nobody has judged yet, or two have and differ (then the first verdict counts meanwhile).
    bool isOpen() const;

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

/// Adds one event that knew all the heads; false, and nothing done, when it did not, when an event before it waits for its stream, or
/// when it judges the past (ConflictResolved): then the record must be folded anew. Events of one stream are handed in in their order.
bool extendRecord(FoldedRecord& record, const FoldInput& input);

Hash conflictId(std::vector<EventRef> rivals);

} // namespace onedoor
