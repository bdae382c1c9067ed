// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/errand.h"

#include <utility>

namespace onedoor {

Errand::Errand() : m_thread([this] { work(); }) {}

Errand::~Errand()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Errand::start(std::function<void()> job)
{
    wait();
    {
        const std::lock_guard lock(m_mutex);
        m_job = std::move(job);
        m_busy = true;
    }
    m_changed.notify_all();
}

void Errand::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_busy; });
}

void Errand::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || m_job; });
        if (!m_job)
            return;
        const std::function<void()> job = std::exchange(m_job, nullptr);
        lock.unlock();
        job();
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

} // namespace onedoor
