// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's time of day: set by hand while the invented morning is made, then running on from there. Safe from any thread.
#pragma once

#include "core/base/clock.h"

#include <QElapsedTimer>

namespace onedoor {

class DemoClock final : public Clock {
public:
    DemoClock() { m_since.start(); }
    Instant now() const override { return {m_base.load() + (m_runs.load() ? m_since.elapsed() - m_begun.load() : 0)}; }
    void set(Instant instant) { m_base.store(instant.milliseconds); }
    void run()
    {
        m_begun.store(m_since.elapsed());
        m_runs.store(true);
    }

private:
    QElapsedTimer m_since;
    std::atomic<std::int64_t> m_base{0};
    std::atomic<std::int64_t> m_begun{0};
    std::atomic<bool> m_runs{false};
};

} // namespace onedoor
