// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/connection_table.h"

namespace onedoor {

void ConnectionTable::Seat::setConnection(const std::weak_ptr<Cuttable>& connection)
{
    bool late = false;
    {
        const std::lock_guard lock(m_table.m_mutex);
        m_table.m_entries.at(m_id).connection = connection;
        late = m_table.m_closed;
    }
    // Whoever sat down while the table was being closed was not yet there to be cut.
    if (const auto sitting = late ? connection.lock() : nullptr)
        sitting->cut();
}

void ConnectionTable::Seat::setPeer(const NodeKey& peer)
{
    const std::lock_guard lock(m_table.m_mutex);
    m_table.m_entries.at(m_id).peer = peer;
}

std::unique_ptr<ConnectionTable::Seat> ConnectionTable::admit(const QByteArray& address)
{
    const std::lock_guard lock(m_mutex);
    int& count = m_counts[address];
    if (m_closed || count >= m_perAddress || int(m_entries.size()) >= m_overall) {
        if (count == 0)
            m_counts.erase(address);
        return nullptr;
    }
    ++count;
    m_entries.emplace(++m_lastId, Entry{address, std::nullopt, {}});
    return std::make_unique<Seat>(*this, m_lastId);
}

template <typename Wanted>
std::vector<std::shared_ptr<Cuttable>> ConnectionTable::connections(Wanted wanted) const
{
    // Handed out to be used without the lock: the last holder of a connection gives its seat back.
    std::vector<std::shared_ptr<Cuttable>> found;
    const std::lock_guard lock(m_mutex);
    for (const auto& [id, entry] : m_entries) {
        auto connection = wanted(entry) ? entry.connection.lock() : nullptr;
        if (connection)
            found.push_back(std::move(connection));
    }
    return found;
}

void ConnectionTable::cutPeer(const NodeKey& peer)
{
    for (const auto& each : connections([&](const Entry& entry) { return entry.peer == peer; }))
        each->cut();
}

void ConnectionTable::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    for (const auto& each : connections([](const Entry&) { return true; }))
        each->cut();
}

int ConnectionTable::size() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_entries.size());
}

void ConnectionTable::release(std::uint64_t id)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = m_entries.find(id);
    const auto count = m_counts.find(entry->second.address);
    if (--count->second == 0)
        m_counts.erase(count);
    m_entries.erase(entry);
}

} // namespace onedoor
