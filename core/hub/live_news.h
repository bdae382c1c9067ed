// SPDX-License-Identifier: GPL-3.0-or-later
// Who listens for news, and what each centre's listeners were told last. News is a hint: who misses one asks a little later anyway. Any
// thread.
#pragma once

#include "core/hub/key_index.h"
#include "core/sync/messages.h"
#include "core/sync/transport/live_connection.h"

namespace onedoor::hub {

class LiveNews {
public:
    explicit LiveNews(const KeyIndex& keys) : m_keys(keys) {}

    void opened(const LiveConnectionPtr& connection);
    void closed(const LiveConnectionPtr& connection);
    /// Streams of the centre that go at least this far; tells those that nobody was told of.
    void announce(const CentreId& centre, const sync::Frontier& heads);
    /// Centres that somebody listens for.
    std::set<CentreId> centres() const;
    std::size_t listenersOf(const CentreId& centre) const;

private:
    const KeyIndex& m_keys;
    mutable std::mutex m_mutex;
    std::vector<LiveConnectionPtr> m_listeners;    ///< guarded by m_mutex
    std::map<CentreId, sync::Frontier> m_told;     ///< guarded by m_mutex
};

} // namespace onedoor::hub
