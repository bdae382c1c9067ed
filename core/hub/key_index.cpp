// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/key_index.h"

namespace onedoor::hub {

Result<std::vector<NodeKey>> KeyIndex::refresh(postgres::Connection& connection, MemberCache& cache)
{
    ONEDOOR_ASSIGN(const std::vector<CentreRow> rows, centres(connection));
    std::map<CentreId, Known> changed;
    for (const CentreRow& row : rows) {
        {
            const std::lock_guard lock(m_mutex);
            const auto known = m_centres.find(row.centre);
            if (known != m_centres.end() && known->second.members >= row.members)
                continue;
        }
        ONEDOOR_ASSIGN(const MembersPtr members, cache.get(connection, row.centre, row.members));
        Known now{members->counter, {}};
        for (const QByteArray& bytes : members->membership.admittedKeys()) {
            if (const Result<NodeKey> key = NodeKey::fromBytes(bytes))
                now.keys.push_back(*key);
        }
        changed.emplace(row.centre, std::move(now));
    }
    std::vector<NodeKey> gone;
    const std::lock_guard lock(m_mutex);
    for (auto& [centre, now] : changed) {
        Known& known = m_centres[centre];
        if (known.members >= now.members)
            continue; // another thread was quicker, with something newer
        const std::vector<NodeKey> before = std::exchange(known, std::move(now)).keys;
        for (const NodeKey& key : before)
            m_keys[key].erase(centre);
        for (const NodeKey& key : known.keys)
            m_keys[key].insert(centre);
        for (const NodeKey& key : before) {
            if (const auto found = m_keys.find(key); found != m_keys.end() && found->second.empty()) {
                m_keys.erase(found);
                gone.push_back(key);
            }
        }
    }
    return gone;
}

bool KeyIndex::contains(const NodeKey& key) const
{
    const std::lock_guard lock(m_mutex);
    return m_keys.contains(key);
}

std::vector<CentreId> KeyIndex::centresOf(const NodeKey& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_keys.find(key);
    return found == m_keys.end() ? std::vector<CentreId>() : std::vector<CentreId>(found->second.begin(), found->second.end());
}

} // namespace onedoor::hub
