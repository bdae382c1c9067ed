// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a host and port into addresses. The system's look-up can't be interrupted, so it runs on a thread of its own that nobody
// waits for: a broken name server delays no timeout and no destructor. Numbers need no look-up.
// Inside core/sync/transport only.
#pragma once

#include <QString>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace onedoor {

using Endpoints = std::vector<boost::asio::ip::tcp::endpoint>;

/// Calls `found` on `io`, with nothing when the name is unknown; never when `io` ended. `found` must not own network objects.
void lookUp(const std::shared_ptr<boost::asio::io_context>& io, const QString& host, std::uint16_t port,
            std::function<void(const Endpoints&)> found);

} // namespace onedoor
