// SPDX-License-Identifier: GPL-3.0-or-later
// One client's connection to the server: handshake, then request after request, or its change into a live connection.
// Keeps itself alive through its pending operations and, while a handler works, through m_self. All on its own strand.
#pragma once

#include "core/sync/transport/connection_table.h"
#include "core/sync/transport/gate.h"
#include "core/sync/transport/https_server.h"
#include "core/sync/transport/tls_stream.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>

namespace onedoor {

/// What all connections of a server share. Owner: HttpsServer; outlives them.
struct ServerShared {
    ServerShared(ServerSettings given, ServerHandlers served, SSL_CTX* ownedContext)
        : settings(std::move(given)),
          handlers(std::move(served)),
          context(ownedContext),
          table(settings.limits.connections, settings.limits.connectionsPerAddress)
    {
    }

    const ServerSettings settings;
    const ServerHandlers handlers;
    asio::io_context io;
    asio::ssl::context context;
    ConnectionTable table;
    const std::shared_ptr<Gate> gate = std::make_shared<Gate>();
    std::atomic<int> pending{0};
};

class ServerConnection final : public Cuttable, public std::enable_shared_from_this<ServerConnection> {
public:
    ServerConnection(asio::ip::tcp::socket&& socket, QString address, std::shared_ptr<ConnectionTable::Seat> seat,
                     ServerShared& shared);
    ~ServerConnection() override;

    void start();
    void cut() override;
    /// Any thread, behind the gate.
    void postAnswer(HttpAnswer answer);

private:
    using Request = beast::http::request<beast::http::string_body>;
    using Response = beast::http::response<beast::http::span_body<const char>>;

    void handshake();
    void awaitRequest();
    void readHeader();
    void headerRead(beast::error_code error);
    void readBody();
    void dispatch();
    void becomeLive(const Request& request);
    bool isUpgrade(const Request& request) const;
    bool peerIsAdmitted() const;
    Result<HttpRequest> understood(Request& request) const;
    void hand(HttpRequest request);
    void refuse(int status, const Error& error);
    void refuseReading(beast::error_code error);
    void answer(HttpAnswer answer);
    void write();
    void written();
    void linger(std::size_t discarded);
    void close();
    beast::tcp_stream& tcp() { return beast::get_lowest_layer(m_stream); }

    ServerShared& m_shared;
    const ServerLimits& m_limits;
    const QString m_address;
    std::shared_ptr<ConnectionTable::Seat> m_seat;
    TlsStream m_stream;
    std::optional<NodeKey> m_peer;
    ProgressWindow m_progress;
    beast::flat_buffer m_buffer;
    std::optional<beast::http::request_parser<beast::http::string_body>> m_parser;
    QByteArray m_answerBody; ///< what m_response spans
    std::optional<Response> m_response;
    std::optional<beast::http::response_serializer<Response::body_type>> m_serializer;
    std::shared_ptr<ServerConnection> m_self; ///< while an answer is awaited
    int m_requests = 0;
    bool m_keepAlive = false;
    bool m_takesZstd = false;
    bool m_closed = false;
};

} // namespace onedoor
