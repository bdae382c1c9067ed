// SPDX-License-Identifier: GPL-3.0-or-later
// The thread on which clients wait for the network and call back. One is enough for many clients.
// Owner: shared by its clients; the last one ends it. Any thread.
#pragma once

#include <functional>
#include <memory>

namespace onedoor {

class NetworkThread {
public:
    /// Throws std::system_error when the system gives no thread: at start-up only.
    NetworkThread();
    ~NetworkThread();
    NetworkThread(const NetworkThread&) = delete;
    NetworkThread& operator=(const NetworkThread&) = delete;

    bool isCurrent() const;
    void post(std::function<void()> task);
    /// Runs `task` there and waits for it; at once when called there.
    void runAndWait(const std::function<void()>& task);

    struct Parts; ///< network_thread_parts.h
    Parts& parts() { return *m_parts; }

private:
    std::unique_ptr<Parts> m_parts;
};

} // namespace onedoor
