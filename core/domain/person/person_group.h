// SPDX-License-Identifier: GPL-3.0-or-later
// Which records of people belong together, from the merges that stand. Every merge points from the record that was folded in to the one
// that was kept. Two PCs that know nothing of each other may merge in a ring (A into B here, B into A there): of a ring the record that
// was registered first is kept, on every PC, whatever arrived first. Taking a merge back takes one arrow away, so everything is as before.
// Pure functions over a look-up that is handed in, on its thread.
#pragma once

#include "core/base/error.h"
#include "core/domain/ids.h"

#include <algorithm>
#include <vector>

namespace onedoor {

/// `keptDirectly(person)`: Result<PersonId>, null when that person was not merged, or only into somebody who is erased.
template <typename KeptDirectly>
Result<PersonId> keptOf(PersonId person, const KeptDirectly& keptDirectly)
{
    std::vector<PersonId> way{person};
    for (;;) {
        ONEDOOR_ASSIGN(const PersonId next, keptDirectly(way.back()));
        if (next.isNull())
            return way.back();
        const auto ring = std::find(way.begin(), way.end(), next);
        if (ring != way.end())
            return *std::min_element(ring, way.end()); // ids made earlier are smaller
        way.push_back(next);
    }
}

/// The kept person and all that are folded into it, directly or over others; the kept one first.
/// `mergedDirectly(person)`: Result<std::vector<PersonId>>.
template <typename MergedDirectly>
Result<std::vector<PersonId>> groupUnder(PersonId kept, const MergedDirectly& mergedDirectly)
{
    std::vector<PersonId> group{kept};
    for (std::size_t at = 0; at < group.size(); ++at) {
        ONEDOOR_ASSIGN(const std::vector<PersonId> merged, mergedDirectly(group[at]));
        for (const PersonId& each : merged) {
            if (std::find(group.begin(), group.end(), each) == group.end())
                group.push_back(each);
        }
    }
    return group;
}

} // namespace onedoor
