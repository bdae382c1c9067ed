// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/host_search.h"

#include <algorithm>

namespace onedoor {

using sync::Steady;

namespace {

constexpr Steady look{100};

} // namespace

/// Whether it is the next one's turn.
bool HostSearch::isDone(Steady now, const Pace& pace)
{
    if (m_link->isFollowing()) {
        if (m_answered == Steady(0))
            m_answered = now;
        return m_candidates.size() > 1 && now - m_answered >= pace.talk;
    }
    return m_link->state().error.has_value() || now - m_asked >= pace.each;
}

void HostSearch::askNext(Steady now)
{
    if (m_next == 0)
        m_roundBegan = now;
    m_link = m_connect(m_candidates[m_next]);
    m_asked = now;
    m_answered = Steady(0);
    ++m_next;
}

Steady HostSearch::turn(Steady now, const std::vector<PeerAddress>& candidates, const Pace& pace)
{
    if (candidates != m_candidates) { // somebody told a new address, or came
        m_candidates = candidates;
        m_next = 0;
        m_roundBegan = Steady(0);
        m_link.reset();
    }
    if (m_link && isDone(now, pace))
        m_link.reset();
    if (!m_link) {
        if (m_next >= candidates.size())
            m_next = 0;
        if (candidates.empty() || (m_next == 0 && m_roundBegan != Steady(0) && now - m_roundBegan < pace.round))
            return pace.round;
        askNext(now);
    }
    return m_link ? std::min(m_link->turn(now), look) : look;
}

} // namespace onedoor
