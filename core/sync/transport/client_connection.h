// SPDX-License-Identifier: GPL-3.0-or-later
// One connection of a client to its server: look-up, connect, TLS with the pin, then one exchange after another.
// Everything runs on the network thread. Each call answers once, unless close() came first: then never.
#pragma once

#include "core/sync/transport/byte_array_body.h"
#include "core/sync/transport/http_message.h"
#include "core/sync/transport/https_client.h"
#include "core/sync/transport/tls_stream.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/span_body.hpp>
#include <functional>
#include <memory>

namespace onedoor {

/// What the connections of one client share. Owner: HttpsClient, and its connections.
struct ClientShared {
    ClientShared(ClientSettings given, std::shared_ptr<asio::io_context> network)
        : settings(std::move(given)), io(std::move(network)), context(asio::ssl::context::tls_client)
    {
    }

    Error failure(ErrorKind kind, const QString& code) const;

    const ClientSettings settings;
    const std::shared_ptr<asio::io_context> io;
    asio::ssl::context context;
};

class ClientConnection : public std::enable_shared_from_this<ClientConnection> {
public:
    using Opened = std::function<void(const std::optional<Error>&)>;
    using Answered = std::function<void(Result<HttpResponseIn>)>;

    explicit ClientConnection(std::shared_ptr<ClientShared> shared);

    void open(Opened opened);
    /// On an open connection, when no other exchange runs.
    void exchange(const HttpRequestOut& request, Answered answered);
    void close();

    /// False when the server ended it meanwhile, or it idled for too long.
    bool isUsable();
    /// After a failed exchange: no byte of an answer had come.
    bool wasUnanswered() const { return !m_answerBegan; }
    const NodeKey& server() const { return m_server; }
    TlsStream& stream() { return m_stream; }
    beast::tcp_stream& tcp() { return beast::get_lowest_layer(m_stream); }

private:
    using Request = beast::http::request<beast::http::span_body<const char>>;

    void connectTo(const std::vector<asio::ip::tcp::endpoint>& endpoints);
    void handshake();
    void opened(const std::optional<Error>& error);
    void write();
    void read();
    void received(beast::error_code error, std::size_t bytes);
    void failed(beast::error_code error);
    Result<HttpResponseIn> response();
    void answered(Result<HttpResponseIn> result);

    const std::shared_ptr<ClientShared> m_shared;
    TlsStream m_stream;
    asio::steady_timer m_lookUpTimer;
    NodeKey m_server;
    Opened m_opened;
    Answered m_answered;
    ProgressWindow m_progress;
    std::chrono::milliseconds m_timeout{};
    qsizetype m_maxResponse = 0;
    QByteArray m_body; ///< what m_request spans
    std::optional<Request> m_request;
    std::optional<beast::http::request_serializer<Request::body_type>> m_serializer;
    beast::flat_buffer m_buffer;
    std::optional<beast::http::response_parser<ByteArrayBody>> m_parser;
    std::chrono::steady_clock::time_point m_lastUse;
    bool m_answerBegan = false;
    bool m_keptAlive = true;
    bool m_closed = false;
};

} // namespace onedoor
