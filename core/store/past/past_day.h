// SPDX-License-Identifier: GPL-3.0-or-later
// One day of the hall, so that any moment of it can be looked up without asking the disk: per ticket and per place what it was after each
// of its events, in order of their hybrid time. What an act brought is there from the act on, also when it was taken back later; what
// rivals of PCs that did not know of each other came to is judged by what had happened until then (fold.h), not by what people decided
// afterwards. Events count where they happened, not when they arrived here: a PC that was cut off shows in the hours in which it worked
// on alone, as soon as its events are here.
// Holds nothing personal: what is sealed stays sealed. Plain values, any thread.
#pragma once

#include "core/base/kept_hash.h"
#include "core/journal/fold.h"

#include <algorithm>
#include <unordered_map>

namespace onedoor {

template <typename State>
struct Timeline {
    struct Moment {
        Instant at;
        State state; ///< from then on
    };
    std::vector<Moment> moments; ///< ascending; several may stand at one time, of which the last counts

    /// Null: not there yet.
    const State* at(Instant time) const
    {
        const auto later = std::upper_bound(moments.begin(), moments.end(), time, [](Instant wanted, const Moment& each) { return wanted < each.at; });
        return later == moments.begin() ? nullptr : &std::prev(later)->state;
    }
};

struct PastDay {
    QDate date;
    Instant begin; ///< local midnight
    Instant end;   ///< the next one
    std::unordered_map<RawId, Timeline<TicketState>, KeptHash> tickets; ///< those of the day, and those that were left open before; undo is left out
    std::unordered_map<RawId, Timeline<PlaceState>, KeptHash> places;
};

/// `events`: all of one record, or its last ones, in any order. Empty when the record is of another kind.
template <typename State>
Timeline<State> timelineOf(std::vector<FoldInput> events);
extern template Timeline<TicketState> timelineOf(std::vector<FoldInput> events);
extern template Timeline<PlaceState> timelineOf(std::vector<FoldInput> events);

} // namespace onedoor
