// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/name_lookup.h"

#include <boost/asio/post.hpp>
#include <system_error>
#include <thread>

namespace onedoor {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

Endpoints addressesOf(const std::string& host, std::uint16_t port)
{
    asio::io_context alone;
    boost::system::error_code error;
    Endpoints endpoints;
    for (const auto& each : tcp::resolver(alone).resolve(host, std::to_string(port), error))
        endpoints.push_back(each.endpoint());
    return error ? Endpoints{} : endpoints;
}

void deliver(const std::weak_ptr<asio::io_context>& waiting, const std::function<void(const Endpoints&)>& found,
             Endpoints endpoints)
{
    if (const auto io = waiting.lock())
        asio::post(*io, [found, endpoints = std::move(endpoints)] { found(endpoints); });
}

} // namespace

void lookUp(const std::shared_ptr<asio::io_context>& io, const QString& host, std::uint16_t port,
            std::function<void(const Endpoints&)> found)
{
    const std::string name = host.toStdString();
    boost::system::error_code error;
    const auto number = asio::ip::make_address(name, error);
    if (!error)
        return deliver(io, found, {tcp::endpoint(number, port)});
    const std::weak_ptr<asio::io_context> waiting = io;
    try {
        std::thread([name, port, waiting, found] {
            try {
                deliver(waiting, found, addressesOf(name, port));
            } catch (...) { // NOLINT: out of memory; the timeout speaks
            }
        }).detach();
    } catch (const std::system_error&) {
        deliver(waiting, found, {});
    }
}

} // namespace onedoor
