// SPDX-License-Identifier: GPL-3.0-or-later
// A queue between many threads that put and one or more that take. Closing lets the takers finish what is in it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace onedoor {

template <typename Task>
class TaskQueue {
public:
    void put(Task task)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_tasks.push_back(std::move(task));
        }
        m_ready.notify_one();
    }

    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_ready.notify_all();
    }

    /// Up to `atMost` tasks; empty after `idle` without any, and isFinished() then tells whether to stop.
    std::vector<Task> take(std::size_t atMost, std::chrono::milliseconds idle)
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait_for(lock, idle, [&] { return m_closed || !m_tasks.empty(); });
        std::vector<Task> taken;
        while (!m_tasks.empty() && taken.size() < atMost) {
            taken.push_back(std::move(m_tasks.front()));
            m_tasks.pop_front();
        }
        return taken;
    }

    bool isFinished()
    {
        const std::lock_guard lock(m_mutex);
        return m_closed && m_tasks.empty();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::deque<Task> m_tasks;
    bool m_closed = false;
};

} // namespace onedoor
