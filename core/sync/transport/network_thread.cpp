// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/network_thread.h"

#include "core/sync/transport/network_thread_parts.h"

#include <boost/asio/post.hpp>
#include <future>

namespace onedoor {

NetworkThread::NetworkThread() : m_parts(std::make_unique<Parts>())
{
    m_parts->thread = std::thread([io = m_parts->io] {
        while (true) {
            try {
                io->run();
                return;
            } catch (...) { // NOLINT: what failed was one task
            }
        }
    });
}

NetworkThread::~NetworkThread()
{
    m_parts->work.reset();
    if (isCurrent())
        m_parts->thread.detach(); // the last client was given up in a callback; the thread ends when it returns
    else
        m_parts->thread.join();
}

bool NetworkThread::isCurrent() const
{
    return std::this_thread::get_id() == m_parts->thread.get_id();
}

void NetworkThread::post(std::function<void()> task)
{
    boost::asio::post(*m_parts->io, std::move(task));
}

void NetworkThread::runAndWait(const std::function<void()>& task)
{
    if (isCurrent())
        return task();
    std::promise<void> done;
    post([&] {
        task();
        done.set_value();
    });
    done.get_future().wait();
}

} // namespace onedoor
