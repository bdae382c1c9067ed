// SPDX-License-Identifier: GPL-3.0-or-later
// The stream that server and client share, and the measures of progress on it. Only .cpp files of this folder include it: Beast
// takes long to compile.
#pragma once

#include "core/sync/transport/http_message.h"
#include "core/sync/transport/wire_speed.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <chrono>

namespace onedoor {

namespace asio = boost::asio;
namespace beast = boost::beast;

using TlsStream = beast::ssl_stream<beast::tcp_stream>;

/// A deadline that moves on as long as enough does: an honest slow line passes, a dribble does not.
class ProgressWindow {
public:
    static constexpr std::size_t enough = std::size_t(64) * 1024;

    void start(beast::tcp_stream& stream, std::chrono::milliseconds window)
    {
        m_window = window;
        m_moved = 0;
        stream.expires_after(window);
    }

    void moved(beast::tcp_stream& stream, std::size_t bytes)
    {
        m_moved += bytes;
        if (m_moved >= enough)
            start(stream, m_window);
    }

private:
    std::chrono::milliseconds m_window{};
    std::size_t m_moved = 0;
};

inline bool isPacked(Packing packing, beast::tcp_stream& stream)
{
    return packing == Packing::Always || (packing == Packing::WherePays && isPackingWorthWhile(wireSpeed(stream.socket().native_handle())));
}

} // namespace onedoor
