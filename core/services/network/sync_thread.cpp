// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/sync_thread.h"

namespace onedoor {

namespace {

constexpr std::size_t tasksPerTurn = 64;
constexpr std::chrono::milliseconds longestRest{500};

} // namespace

void SyncThread::start(Turn turn)
{
    m_turn = std::move(turn);
    m_thread = std::thread([this] { work(); });
}

void SyncThread::stop()
{
    m_tasks.close();
    if (m_thread.joinable())
        m_thread.join();
}

void SyncThread::work()
{
    std::chrono::milliseconds rest{0};
    while (!m_tasks.isFinished()) {
        for (const std::function<void()>& task : m_tasks.take(tasksPerTurn, std::min(rest, longestRest)))
            task();
        rest = m_turn();
    }
}

} // namespace onedoor
