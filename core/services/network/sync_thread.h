// SPDX-License-Identifier: GPL-3.0-or-later
// The thread on which sync thinks: one task after the other, and a turn after each batch of them, which says how long nothing needs to
// happen. Owner: CentreNetwork. post() from any thread; stop() from the owner's, after which no task runs.
#pragma once

#include "core/base/task_queue.h"

#include <chrono>
#include <functional>
#include <thread>

namespace onedoor {

class SyncThread {
public:
    using Turn = std::function<std::chrono::milliseconds()>;

    SyncThread() = default;
    ~SyncThread() { stop(); }
    SyncThread(const SyncThread&) = delete;
    SyncThread& operator=(const SyncThread&) = delete;

    void start(Turn turn);
    void post(std::function<void()> task) { m_tasks.put(std::move(task)); }
    /// Runs what was posted so far, and then nothing more.
    void stop();
    bool isCurrent() const { return std::this_thread::get_id() == m_thread.get_id(); }

private:
    void work();

    Turn m_turn;
    TaskQueue<std::function<void()>> m_tasks;
    std::thread m_thread;
};

} // namespace onedoor
