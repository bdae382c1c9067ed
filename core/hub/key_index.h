// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys belong to nodes of which centres: asked by the network threads for each request, brought up to date by whoever learns of a
// change. A key may stand in several centres, each of which has let it in by its own members. Any thread.
#pragma once

#include "core/hub/centres.h"

#include <mutex>
#include <set>

namespace onedoor::hub {

class KeyIndex {
public:
    /// Reads who belongs to the centres that changed; gives the keys that belong nowhere any more. The connection's thread.
    Result<std::vector<NodeKey>> refresh(postgres::Connection& connection, MemberCache& cache);
    bool contains(const NodeKey& key) const;
    std::vector<CentreId> centresOf(const NodeKey& key) const;

private:
    struct Known {
        std::int64_t members = -1; ///< the counter of the centre's row
        std::vector<NodeKey> keys;
    };
    mutable std::mutex m_mutex;
    std::map<CentreId, Known> m_centres;            ///< guarded by m_mutex
    std::map<NodeKey, std::set<CentreId>> m_keys;   ///< guarded by m_mutex
};

} // namespace onedoor::hub
