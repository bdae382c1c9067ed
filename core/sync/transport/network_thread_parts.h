// SPDX-License-Identifier: GPL-3.0-or-later
// What a NetworkThread is made of. Inside core/sync/transport only.
#pragma once

#include "core/sync/transport/network_thread.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <thread>

namespace onedoor {

struct NetworkThread::Parts {
    /// Shared with a look-up of names that outlasts us.
    std::shared_ptr<boost::asio::io_context> io = std::make_shared<boost::asio::io_context>(1);
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{io->get_executor()};
    std::thread thread;
};

} // namespace onedoor
