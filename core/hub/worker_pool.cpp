// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/worker_pool.h"

namespace onedoor::hub {

namespace {

constexpr std::chrono::milliseconds longestRest{500};

} // namespace

WorkerPool::WorkerPool(QString uri, int threads) : m_uri(std::move(uri))
{
    for (int at = 0; at < threads; ++at)
        m_threads.emplace_back([this] { work(); });
}

void WorkerPool::stop()
{
    m_tasks.close();
    for (std::thread& thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

void WorkerPool::work()
{
    std::unique_ptr<postgres::Connection> connection;
    while (!m_tasks.isFinished()) {
        for (const Task& task : m_tasks.take(1, longestRest)) {
            if (connection && !connection->isAlive())
                connection.reset();
            if (!connection) {
                Result<std::unique_ptr<postgres::Connection>> opened = postgres::Connection::open(m_uri);
                if (!opened) {
                    task(Unexpected(opened.error()));
                    continue;
                }
                connection = std::move(*opened);
            }
            task(connection.get());
        }
    }
}

} // namespace onedoor::hub
