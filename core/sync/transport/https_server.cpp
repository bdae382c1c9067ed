// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/https_server.h"

#include "core/sync/transport/server_connection.h"
#include "core/sync/transport/tls_context.h"

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <thread>

using namespace Qt::StringLiterals;

namespace onedoor {

using asio::ip::tcp;

namespace {

/// After a failure to accept, such as no free descriptors.
constexpr auto pauseAfterFailure = std::chrono::milliseconds(100);
constexpr std::size_t networkPrefix = 8; ///< bytes of an IPv6 address that name the network

asio::ip::address plain(const asio::ip::address& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return address;
}

/// What counts as one address.
QByteArray countedAs(const asio::ip::address& address)
{
    if (address.is_v4())
        return QByteArray::fromStdString(address.to_string());
    const auto bytes = address.to_v6().to_bytes();
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(networkPrefix)};
}

} // namespace

struct HttpsServer::Private {
    Private(ServerSettings given, TlsIdentity shown, ServerHandlers served)
        : settings(std::move(given)), identity(std::move(shown)), handlers(std::move(served))
    {
    }

    Result<void> listen();
    beast::error_code bindTo(const tcp::endpoint& endpoint);
    void acceptNext();
    void admit(tcp::socket socket);
    void run() const;

    ServerSettings settings;
    TlsIdentity identity;
    ServerHandlers handlers;
    std::unique_ptr<ServerShared> shared;  ///< from start() on
    std::optional<tcp::acceptor> acceptor; ///< on its own strand
    std::optional<asio::steady_timer> pause;
    std::vector<std::thread> threads;
    bool stopped = false;
};

HttpsServer::HttpsServer(ServerSettings settings, TlsIdentity identity, ServerHandlers handlers)
    : m(std::make_unique<Private>(std::move(settings), std::move(identity), std::move(handlers)))
{
}

HttpsServer::~HttpsServer()
{
    stop();
}

Result<std::uint16_t> HttpsServer::start()
{
    ONEDOOR_ASSIGN(auto context, makeServerContext(m->identity));
    try {
        m->shared = std::make_unique<ServerShared>(m->settings, m->handlers, context.release());
        ONEDOOR_TRY(m->listen());
        const std::uint16_t port = m->acceptor->local_endpoint().port();
        m->acceptNext();
        for (int each = 0; each < m->settings.threads; ++each)
            m->threads.emplace_back([this] { m->run(); });
        return port;
    } catch (const std::exception&) {
        return fail(ErrorKind::Io, u"sync.cannotListen"_s, {},
                    {{u"address"_s, m->settings.address}, {u"port"_s, m->settings.port}});
    }
}

void HttpsServer::stop()
{
    if (!m->shared || m->stopped)
        return;
    m->stopped = true;
    m->shared->gate->close();
    m->shared->table.close();
    if (m->acceptor) {
        asio::post(m->acceptor->get_executor(), [this] {
            beast::error_code ignored;
            m->acceptor->close(ignored);
            m->pause->cancel();
        });
    }
    for (std::thread& each : m->threads)
        each.join(); // every connection is closed, so they run out of work
}

void HttpsServer::closeConnectionsOf(const NodeKey& peer)
{
    if (m->shared)
        m->shared->table.cutPeer(peer);
}

int HttpsServer::connectionCount() const
{
    return m->shared ? m->shared->table.size() : 0;
}

void HttpsServer::Private::run() const
{
    while (true) {
        try {
            shared->io.run();
            return;
        } catch (...) { // NOLINT: out of memory in one connection is not the end of the others
        }
    }
}

Result<void> HttpsServer::Private::listen()
{
    const QVariantMap facts = {{u"address"_s, settings.address}, {u"port"_s, settings.port}};
    acceptor.emplace(asio::make_strand(shared->io));
    pause.emplace(acceptor->get_executor());
    beast::error_code error;
    if (settings.address.isEmpty()) {
        error = bindTo({asio::ip::address_v6::any(), settings.port});
        if (error && error != asio::error::address_in_use) // a computer without IPv6
            error = bindTo({asio::ip::address_v4::any(), settings.port});
    } else {
        const auto address = asio::ip::make_address(settings.address.toStdString(), error);
        if (!error)
            error = bindTo({address, settings.port});
    }
    if (error == asio::error::address_in_use)
        return fail(ErrorKind::Io, u"sync.portInUse"_s, {}, facts);
    if (error)
        return fail(ErrorKind::Io, u"sync.cannotListen"_s, {}, facts);
    return {};
}

beast::error_code HttpsServer::Private::bindTo(const tcp::endpoint& endpoint)
{
    beast::error_code error;
    acceptor->close(error);
    acceptor->open(endpoint.protocol(), error);
    if (error)
        return error;
    beast::error_code ignored;
    if (endpoint.address().is_v6())
        acceptor->set_option(asio::ip::v6_only(false), ignored);
#ifndef _WIN32 // there it would let another program take the port
    acceptor->set_option(tcp::acceptor::reuse_address(true), ignored);
#endif
    acceptor->bind(endpoint, error);
    if (!error)
        acceptor->listen(tcp::acceptor::max_listen_connections, error);
    return error;
}

void HttpsServer::Private::acceptNext()
{
    acceptor->async_accept(asio::make_strand(shared->io), [this](beast::error_code error, tcp::socket socket) {
        if (!acceptor->is_open())
            return;
        if (!error) {
            admit(std::move(socket));
            return acceptNext();
        }
        pause->expires_after(pauseAfterFailure);
        pause->async_wait([this](beast::error_code) {
            if (acceptor->is_open())
                acceptNext();
        });
    });
}

void HttpsServer::Private::admit(tcp::socket socket)
{
    beast::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error)
        return;
    const asio::ip::address address = plain(endpoint.address());
    std::shared_ptr<ConnectionTable::Seat> seat = shared->table.admit(countedAs(address));
    if (!seat)
        return; // closed by its destructor
    socket.set_option(tcp::no_delay(true), error);
    std::make_shared<ServerConnection>(std::move(socket), QString::fromStdString(address.to_string()), std::move(seat),
                                       *shared)
        ->start();
}

} // namespace onedoor
