// SPDX-License-Identifier: GPL-3.0-or-later
// What an authorised person says about two events that did not know of each other. Record: the one that the rivals belong to, of
// whatever kind. The fold carries it out (core/journal/fold.h): a record's state has nothing to evolve, its past is judged anew.
#pragma once

#include "core/base/fields.h"
#include "core/domain/event_meta.h"

namespace onedoor {

struct ConflictResolved {
    static constexpr const char* type = "conflict.resolved";
    static constexpr std::uint32_t version = 1;
    std::vector<StreamId> streams;        ///< of the two rivals
    std::vector<std::uint64_t> sequences; ///< and their places there
    std::uint32_t stands = 0; ///< which of them, counted from 1; 0: an earlier decision is taken back

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("streams").atMost(2), self.streams);
        visit(field("sequences").atMost(2), self.sequences);
        visit(field("stands"), self.stands);
    }
};

} // namespace onedoor
