// SPDX-License-Identifier: GPL-3.0-or-later
// One thread that does one job at a time beside its owner: start, do something else, wait. Owner's thread only; the destructor
// waits for the job.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace onedoor {

class Errand {
public:
    Errand();
    ~Errand();
    Errand(const Errand&) = delete;
    Errand& operator=(const Errand&) = delete;

    /// Waits for the job before, then hands over this one.
    void start(std::function<void()> job);
    void wait();

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<void()> m_job; ///< guarded by m_mutex
    bool m_stop = false;         ///< guarded by m_mutex
    bool m_busy = false;         ///< guarded by m_mutex
    std::thread m_thread;
};

} // namespace onedoor
