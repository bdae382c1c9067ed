// SPDX-License-Identifier: GPL-3.0-or-later
// Between handles that users may keep for ever and the network objects behind them: what passes the gate finds the network
// alive, and after close() nobody passes. Shared by both sides, any thread.
#pragma once

#include <mutex>
#include <shared_mutex>

namespace onedoor {

class Gate {
public:
    /// Runs `act`, which must not block or close the gate; false when it is closed.
    template <typename Act>
    bool pass(Act act)
    {
        const std::shared_lock lock(m_mutex);
        if (m_open)
            act();
        return m_open;
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
    }

private:
    std::shared_mutex m_mutex;
    bool m_open = true; ///< guarded by m_mutex
};

} // namespace onedoor
