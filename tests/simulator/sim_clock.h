// SPDX-License-Identifier: GPL-3.0-or-later
// The wall clock of one PC: the world's time, and by how much this PC is wrong. Milliseconds; one thread.
#pragma once

#include "core/base/clock.h"

namespace onedoor::simulator {

/// Milliseconds since the world began.
using WorldTime = std::int64_t;

inline constexpr std::int64_t worldBegins = 1'772'413'200'000; ///< 2026-03-02T09:00:00+08:00

class SimClock final : public Clock {
public:
    explicit SimClock(const WorldTime& world) : m_world(world) {}
    Instant now() const override { return {worldBegins + m_world + m_offset}; }
    void setOffset(std::int64_t milliseconds) { m_offset = milliseconds; }
    std::int64_t offset() const { return m_offset; }

private:
    const WorldTime& m_world;
    std::int64_t m_offset = 0;
};

} // namespace onedoor::simulator
