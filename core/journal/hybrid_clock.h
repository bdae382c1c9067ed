// SPDX-License-Identifier: GPL-3.0-or-later
// Hybrid logical clock (Kulkarni et al. 2014): 48 bits of milliseconds, 16 bits of counter. Always moves forward on this node even when
// the wall clock is set back. Used for ordering among concurrent events and for display, never for legality. Writer thread only.
#pragma once

#include "core/base/clock.h"

#include <cstdint>

namespace onedoor {

struct HybridTime {
    std::uint64_t value = 0;

    friend auto operator<=>(const HybridTime&, const HybridTime&) = default;
    Instant instant() const { return {static_cast<std::int64_t>(value >> 16)}; }
    static HybridTime at(Instant instant) { return {static_cast<std::uint64_t>(instant.milliseconds) << 16}; }
};

class HybridClock {
public:
    /// Continues after what the journal already holds.
    explicit HybridClock(HybridTime last = {}) : m_last(last) {}

    /// The stamp of an event that happens at wall time `now`.
    HybridTime tick(Instant now)
    {
        const HybridTime wall = HybridTime::at(now);
        m_last = wall > m_last ? wall : HybridTime{m_last.value + 1};
        return m_last;
    }
    HybridTime last() const { return m_last; }

private:
    HybridTime m_last;
};

} // namespace onedoor
