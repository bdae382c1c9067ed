// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that each have a connection to the database, and do what they are given, whoever is free. A connection that broke is made anew
// before the next task; while that fails, tasks are told so. Owner: HubServer; post() from any thread.
#pragma once

#include "core/base/task_queue.h"
#include "core/hub/postgres/connection.h"

#include <functional>
#include <thread>

namespace onedoor::hub {

class WorkerPool {
public:
    using Task = std::function<void(Result<postgres::Connection*>)>;

    WorkerPool(QString uri, int threads);
    ~WorkerPool() { stop(); }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    void post(Task task) { m_tasks.put(std::move(task)); }
    /// Does what was posted so far, and then nothing more.
    void stop();

private:
    void work();
    const QString m_uri;
    TaskQueue<Task> m_tasks;
    std::vector<std::thread> m_threads;
};

} // namespace onedoor::hub
