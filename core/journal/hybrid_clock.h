// SPDX-License-Identifier: GPL-3.0-or-later
// Hybrid logical clock (Kulkarni et al. 2014): 48 bits of milliseconds, 16 bits of counter. Always moves forward on this node even when
// the wall clock is set back. Used for ordering among concurrent events and for display, never for legality. Writer thread only.
#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <cstdint>

namespace onedoor {

struct HybridTime {
    std::uint64_t value = 0;

    friend auto operator<=>(const HybridTime&, const HybridTime&) = default;
    Instant instant() const { return {static_cast<std::int64_t>(value >> 16)}; }
    /// Clamped to what 48 bits hold: a wall clock before 1970 stands at the beginning.
    static HybridTime at(Instant instant)
    {
        constexpr std::int64_t limit = (std::int64_t(1) << 48) - 1;
        return {static_cast<std::uint64_t>(std::clamp<std::int64_t>(instant.milliseconds, 0, limit)) << 16};
    }
};

class HybridClock {
public:
    /// Continues after what the journal already holds.
    explicit HybridClock(HybridTime last = {}) : m_last(last) {}

    /// The stamp of an event that happens at wall time `now`.
    HybridTime tick(Instant now)
    {
        const HybridTime wall = HybridTime::at(now);
        if (wall > m_last)
            m_last = wall;
        else if (m_last.value != UINT64_MAX) // a forged stamp may stand at the very end
            ++m_last.value;
        return m_last;
    }
    /// Another node's stamp was seen: own ones come after it, unless that clock is further ahead of ours than clocks that are kept
    /// right ever are. A poisoned clock must not spread.
    void observe(HybridTime seen, Instant now)
    {
        if (seen > m_last && seen <= HybridTime::at({now.milliseconds + believedAhead}))
            m_last = seen;
    }
    static constexpr std::int64_t believedAhead = 120'000; ///< milliseconds
    HybridTime last() const { return m_last; }

private:
    HybridTime m_last;
};

} // namespace onedoor
