// SPDX-License-Identifier: GPL-3.0-or-later
// Asks one PC of the hall after the other, at the addresses that they told, while the hall host is silent: for whoever is reached both sides
// learn what the other knows, and so who is the host now. Each is spoken to only under the key with which it was let in, so a wrong
// address does no harm. Owner: CentreNetwork; sync thread only.
#pragma once

#include "core/services/network/node_link.h"

namespace onedoor {

class HostSearch {
public:
    /// Begins to connect; null when that can't even begin.
    using Connect = std::function<std::unique_ptr<NodeLink>(const PeerAddress&)>;
    /// How long one may take to answer, and how long all together take at least.
    struct Pace {
        sync::Steady each{2'000};
        sync::Steady round{2'000};
        sync::Steady talk{10'000}; ///< with one that answers, before the next is asked
    };
    explicit HostSearch(Connect connect) : m_connect(std::move(connect)) {}

    /// Goes on; when to come again. No candidates: ends.
    sync::Steady turn(sync::Steady now, const std::vector<PeerAddress>& candidates, const Pace& pace);
    void grew()
    {
        if (m_link)
            m_link->grew();
    }
    void end() { m_link.reset(); }
    /// Who is being asked; null: nobody.
    const NodeLink* link() const { return m_link.get(); }

private:
    bool isDone(sync::Steady now, const Pace& pace);
    void askNext(sync::Steady now);

    Connect m_connect;
    std::unique_ptr<NodeLink> m_link;
    std::vector<PeerAddress> m_candidates;
    std::size_t m_next = 0;
    sync::Steady m_roundBegan{0};
    sync::Steady m_asked{0};
    sync::Steady m_answered{0}; ///< 0: not yet
};

} // namespace onedoor
