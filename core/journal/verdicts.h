// SPDX-License-Identifier: GPL-3.0-or-later
// What people said about a record's conflicts (ConflictResolved), read before the record is folded, because a verdict changes the past:
// which rival stands counts from where the rivals stand in causal order, and whatever came after builds upon it.
//
// A verdict counts when its author knew both rivals, and they not one another. A later one about the same two takes the place of those
// that its author knew. Of several that did not know of each other the first in causal order counts, and if they differ the conflict is
// open again. Verdicts that go round in a circle (a over b, b over c, c over a) can't all count: the oldest is passed over. Refers to
// the events and the order that it is given; any thread.
#pragma once

#include "core/journal/fold.h"

#include <map>

namespace onedoor {

class Verdicts {
public:
    struct Loss {
        std::size_t winner; ///< index of the rival that stands
        std::vector<Verdict> given;
    };

    Verdicts(const std::vector<FoldInput>& events, const CausalOrder& order);
    bool isEmpty() const { return m_pairs.empty(); }
    /// The rivals to which an event loses by verdict.
    const std::vector<Loss>& lossesOf(std::size_t at) const;
    /// What was said about the two, taken back or not.
    std::vector<Verdict> about(std::size_t one, std::size_t other) const;
    /// The event that stands in the end where `winner` stood against another.
    std::size_t lastWinner(std::size_t winner) const;

private:
    struct Said {
        std::size_t at; ///< index of the ConflictResolved
        Verdict verdict;
    };
    using Pair = std::pair<std::size_t, std::size_t>; ///< indexes, the smaller first

    void take(std::size_t at, const ConflictResolved& resolved);
    void settle();
    bool loses(std::size_t one, std::size_t to) const;

    const std::vector<FoldInput>& m_events;
    const CausalOrder& m_order;
    std::map<EventRef, std::size_t> m_indexes;
    std::map<Pair, std::vector<Said>> m_pairs;
    std::map<std::size_t, std::vector<Loss>> m_losses;
};

} // namespace onedoor
