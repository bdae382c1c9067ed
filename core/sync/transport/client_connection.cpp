// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/client_connection.h"

#include "core/sync/transport/http_words.h"
#include "core/sync/transport/name_lookup.h"
#include "core/sync/transport/tls_context.h"
#include "core/sync/transport/zstd_body.h"

#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <openssl/sslerr.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace http = beast::http;
using asio::ip::tcp;

namespace {

constexpr std::size_t readStep = std::size_t(64) * 1024;
constexpr std::uint32_t longestHeader = 16 * 1024;

bool isPinRefusal(beast::error_code error)
{
    return error.category() == asio::error::get_ssl_category()
           && ERR_GET_REASON(static_cast<unsigned long>(error.value())) == SSL_R_CERTIFICATE_VERIFY_FAILED;
}

} // namespace

Error ClientShared::failure(ErrorKind kind, const QString& code) const
{
    return {kind, code, {}, {{u"host"_s, settings.host}, {u"port"_s, settings.port}}};
}

ClientConnection::ClientConnection(std::shared_ptr<ClientShared> shared)
    : m_shared(std::move(shared)),
      m_stream(beast::tcp_stream(*m_shared->io), m_shared->context),
      m_lookUpTimer(*m_shared->io)
{
}

void ClientConnection::open(Opened opened)
{
    m_opened = std::move(opened);
    m_lookUpTimer.expires_after(m_shared->settings.lookUpTimeout);
    m_lookUpTimer.async_wait([self = shared_from_this()](beast::error_code error) {
        if (!error)
            self->opened(self->m_shared->failure(ErrorKind::Io, u"sync.timeout"_s));
    });
    lookUp(m_shared->io, m_shared->settings.host, m_shared->settings.port,
           [weak = weak_from_this()](const Endpoints& endpoints) {
               if (const auto self = weak.lock())
                   self->connectTo(endpoints);
           });
}

void ClientConnection::connectTo(const Endpoints& endpoints)
{
    if (m_closed || !m_opened)
        return;
    m_lookUpTimer.cancel();
    if (endpoints.empty())
        return opened(m_shared->failure(ErrorKind::Io, u"sync.unreachable"_s));
    tcp().expires_after(m_shared->settings.connectTimeout);
    tcp().async_connect(endpoints, [self = shared_from_this()](beast::error_code error, const tcp::endpoint&) {
        if (self->m_closed)
            return;
        if (error)
            return self->opened(self->m_shared->failure(
                ErrorKind::Io, error == beast::error::timeout ? u"sync.timeout"_s : u"sync.unreachable"_s));
        beast::error_code ignored;
        self->tcp().socket().set_option(tcp::no_delay(true), ignored);
        self->handshake();
    });
}

void ClientConnection::handshake()
{
    tcp().expires_after(m_shared->settings.handshakeTimeout);
    m_stream.async_handshake(asio::ssl::stream_base::client, [self = shared_from_this()](beast::error_code error) {
        if (self->m_closed)
            return;
        self->tcp().expires_never();
        const std::optional<NodeKey> server = error ? std::nullopt : peerKey(self->m_stream.native_handle());
        if (server) {
            self->m_server = *server;
            self->m_lastUse = std::chrono::steady_clock::now();
            return self->opened(std::nullopt);
        }
        if (isPinRefusal(error))
            return self->opened(self->m_shared->failure(ErrorKind::Forbidden, u"sync.wrongPeer"_s));
        if (error == beast::error::timeout)
            return self->opened(self->m_shared->failure(ErrorKind::Io, u"sync.timeout"_s));
        const bool isTls = error.category() == asio::error::get_ssl_category();
        self->opened(isTls ? self->m_shared->failure(ErrorKind::Corrupt, u"sync.badResponse"_s)
                           : self->m_shared->failure(ErrorKind::Io, u"sync.closed"_s));
    });
}

void ClientConnection::opened(const std::optional<Error>& error)
{
    if (m_closed || !m_opened)
        return;
    const Opened tell = std::exchange(m_opened, nullptr);
    if (error)
        close();
    tell(error);
}

bool ClientConnection::isUsable()
{
    if (m_closed || !m_keptAlive || std::chrono::steady_clock::now() - m_lastUse > m_shared->settings.idle)
        return false;
    // Between exchanges the server has nothing to say: a readable socket is one that it closed.
    beast::error_code error;
    tcp::socket& socket = tcp().socket();
    socket.non_blocking(true, error);
    char byte = 0;
    socket.receive(asio::buffer(&byte, 1), tcp::socket::message_peek, error);
    return error == asio::error::would_block;
}

void ClientConnection::exchange(const HttpRequestOut& request, Answered answered)
{
    m_answered = std::move(answered);
    m_answerBegan = false;
    m_timeout = request.timeout;
    m_maxResponse = request.maxResponse;
    m_body = request.body;
    m_request.emplace(http_words::verb(request.method), http_words::view(request.target), 11U);
    m_request->set(http::field::host, m_shared->settings.host.toStdString());
    m_request->set(http::field::accept_encoding, "zstd");
    if (m_body.size() > smallestCompressed && isPacked(request.packing, tcp())) {
        QByteArray packed = zstdCompressed(m_body);
        if (!packed.isEmpty()) {
            m_body = std::move(packed);
            m_request->set(http::field::content_encoding, "zstd");
        }
    }
    if (!m_body.isEmpty())
        m_request->set(http::field::content_type, http_words::view(request.contentType));
    m_request->body() = {m_body.constData(), std::size_t(m_body.size())};
    m_request->prepare_payload();
    m_serializer.emplace(*m_request);
    m_progress.start(tcp(), m_timeout);
    write();
}

void ClientConnection::write()
{
    http::async_write_some(m_stream, *m_serializer,
                           [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                               if (self->m_closed)
                                   return;
                               if (error)
                                   return self->failed(error);
                               self->m_progress.moved(self->tcp(), bytes);
                               if (!self->m_serializer->is_done())
                                   return self->write();
                               self->m_parser.emplace();
                               self->m_parser->eager(true);
                               self->m_parser->header_limit(longestHeader);
                               self->m_parser->body_limit(std::uint64_t(self->m_maxResponse));
                               self->m_buffer.reserve(readStep);
                               self->m_progress.start(self->tcp(), self->m_timeout);
                               self->read();
                           });
}

void ClientConnection::read()
{
    http::async_read_some(m_stream, m_buffer, *m_parser,
                          [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                              if (!self->m_closed)
                                  self->received(error, bytes);
                          });
}

void ClientConnection::received(beast::error_code error, std::size_t bytes)
{
    m_answerBegan = m_answerBegan || bytes > 0;
    if (error)
        return failed(error);
    m_progress.moved(tcp(), bytes);
    if (!m_parser->is_done())
        return read();
    tcp().expires_never();
    m_lastUse = std::chrono::steady_clock::now();
    m_keptAlive = m_parser->keep_alive() && m_buffer.size() == 0;
    answered(response());
}

Result<HttpResponseIn> ClientConnection::response()
{
    auto message = m_parser->release();
    HttpResponseIn in;
    in.status = int(message.result_int());
    in.server = m_server;
    in.contentType = http_words::bytes(message[http::field::content_type]);
    const auto encoding = message[http::field::content_encoding];
    if (encoding.empty()) {
        in.body = std::move(message.body());
        return in;
    }
    if (!beast::iequals(encoding, "zstd"))
        return Unexpected(m_shared->failure(ErrorKind::Corrupt, u"sync.badResponse"_s));
    Result<QByteArray> body = zstdUnpacked(message.body().constData(), std::size_t(message.body().size()), m_maxResponse);
    if (!body)
        return Unexpected(m_shared->failure(ErrorKind::Corrupt, u"sync.badResponse"_s));
    in.body = *std::move(body);
    return in;
}

void ClientConnection::failed(beast::error_code error)
{
    if (error == beast::error::timeout)
        return answered(Unexpected(m_shared->failure(ErrorKind::Io, u"sync.timeout"_s)));
    const bool isHttp = error.category() == http::make_error_code(http::error::bad_method).category()
                        && error != http::error::end_of_stream && error != http::error::partial_message;
    answered(Unexpected(isHttp ? m_shared->failure(ErrorKind::Corrupt, u"sync.badResponse"_s)
                               : m_shared->failure(ErrorKind::Io, u"sync.closed"_s)));
}

void ClientConnection::answered(Result<HttpResponseIn> result)
{
    m_serializer.reset();
    m_request.reset();
    m_parser.reset();
    m_body.clear();
    const Answered tell = std::exchange(m_answered, nullptr);
    if (!result)
        close();
    tell(std::move(result));
}

void ClientConnection::close()
{
    if (m_closed)
        return;
    m_closed = true;
    m_opened = nullptr; // they hold whoever waits for them
    m_answered = nullptr;
    m_lookUpTimer.cancel();
    tcp().close();
}

} // namespace onedoor
