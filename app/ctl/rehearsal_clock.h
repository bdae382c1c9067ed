// SPDX-License-Identifier: GPL-3.0-or-later
// The computer's time until it is set, as only rehearsals do; then it stands still until it is set again.
// Safe from any thread.
#pragma once

#include "core/base/clock.h"

namespace onedoor {

class RehearsalClock final : public Clock {
public:
    Instant now() const override
    {
        const Instant fixed{m_fixed.load()};
        return fixed ? fixed : m_system.now();
    }
    void set(Instant now) { m_fixed.store(now.milliseconds); }

private:
    SystemClock m_system;
    std::atomic<std::int64_t> m_fixed{0};
};

} // namespace onedoor
