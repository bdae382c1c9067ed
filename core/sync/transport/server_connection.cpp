// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/server_connection.h"

#include "core/sync/transport/http_reply_route.h"
#include "core/sync/transport/http_words.h"
#include "core/sync/transport/live_session.h"
#include "core/sync/transport/tls_context.h"
#include "core/sync/transport/zstd_body.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace http = beast::http;

namespace {

constexpr std::size_t readStep = std::size_t(16) * 1024;
/// How long and how much we go on listening to somebody whom we have just refused, so that the answer reaches him.
constexpr auto lingerTime = std::chrono::seconds(2);
constexpr std::size_t lingerBytes = std::size_t(16) * 1024 * 1024;

class ConnectionRoute final : public HttpReply::Route {
public:
    ConnectionRoute(std::weak_ptr<ServerConnection> connection, std::shared_ptr<Gate> gate)
        : m_connection(std::move(connection)), m_gate(std::move(gate))
    {
    }

    void send(HttpAnswer answer) override
    {
        m_gate->pass([&] {
            if (const auto connection = m_connection.lock())
                connection->postAnswer(std::move(answer));
        });
    }

private:
    const std::weak_ptr<ServerConnection> m_connection;
    const std::shared_ptr<Gate> m_gate;
};

} // namespace

ServerConnection::ServerConnection(asio::ip::tcp::socket&& socket, QString address,
                                   std::shared_ptr<ConnectionTable::Seat> seat, ServerShared& shared)
    : m_shared(shared),
      m_limits(shared.settings.limits),
      m_address(std::move(address)),
      m_seat(std::move(seat)),
      m_stream(beast::tcp_stream(std::move(socket)), shared.context)
{
}

ServerConnection::~ServerConnection() = default;

void ServerConnection::start()
{
    m_seat->setConnection(weak_from_this());
    asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->handshake(); });
}

void ServerConnection::cut()
{
    asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->close(); });
}

void ServerConnection::postAnswer(HttpAnswer answer)
{
    asio::post(m_stream.get_executor(), [self = shared_from_this(), answer = std::move(answer)]() mutable {
        if (!self->m_self)
            return; // cut off meanwhile
        self->m_self.reset();
        --self->m_shared.pending;
        self->answer(std::move(answer));
    });
}

void ServerConnection::close()
{
    if (m_self) {
        m_self.reset();
        --m_shared.pending;
    }
    m_closed = true;
    if (m_seat) // otherwise the stream has moved into a live session
        tcp().close();
}

void ServerConnection::handshake()
{
    if (m_closed)
        return;
    tcp().expires_after(m_limits.handshake);
    m_stream.async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](beast::error_code error) {
        if (error || self->m_closed)
            return self->close();
        self->m_peer = peerKey(self->m_stream.native_handle());
        if (self->m_peer)
            self->m_seat->setPeer(*self->m_peer);
        self->m_buffer.reserve(readStep);
        self->awaitRequest();
    });
}

void ServerConnection::awaitRequest()
{
    if (m_closed)
        return;
    if (m_buffer.size() > 0) // the next request came with the one before
        return readHeader();
    tcp().expires_after(m_requests == 0 ? m_limits.header : m_limits.idle);
    m_stream.async_read_some(m_buffer.prepare(readStep),
                             [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                                 if (error || self->m_closed)
                                     return self->close();
                                 self->m_buffer.commit(bytes);
                                 self->readHeader();
                             });
}

void ServerConnection::readHeader()
{
    ++m_requests;
    m_parser.emplace();
    m_parser->header_limit(m_limits.headerBytes);
    m_parser->body_limit(std::uint64_t(peerIsAdmitted() ? m_limits.bodyBytes : m_limits.strangerBodyBytes));
    m_parser->eager(true);
    // Most requests came in one piece: they are taken out of it without another way through the system.
    beast::error_code soFar;
    m_buffer.consume(m_parser->put(m_buffer.data(), soFar));
    const bool isShort = soFar == http::error::need_more;
    if (m_parser->is_header_done() || (soFar && !isShort))
        return headerRead(isShort ? beast::error_code() : soFar);
    tcp().expires_after(m_limits.header);
    http::async_read_header(
        m_stream, m_buffer, *m_parser,
        [self = shared_from_this()](beast::error_code error, std::size_t) { self->headerRead(error); });
}

void ServerConnection::headerRead(beast::error_code error)
{
    if (m_closed)
        return;
    if (error)
        return refuseReading(error);
    m_keepAlive = m_parser->keep_alive() && m_requests < m_limits.requestsPerConnection;
    m_takesZstd = http_words::lists(m_parser->get()[http::field::accept_encoding], "zstd");
    m_progress.start(tcp(), m_limits.body);
    if (!beast::iequals(m_parser->get()[http::field::expect], "100-continue"))
        return readBody();
    static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_stream, asio::buffer(goOn),
                      [self = shared_from_this()](beast::error_code failure, std::size_t) {
                          if (failure || self->m_closed)
                              return self->close();
                          self->readBody();
                      });
}

void ServerConnection::readBody()
{
    if (m_parser->is_done())
        return dispatch();
    http::async_read_some(m_stream, m_buffer, *m_parser,
                          [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                              if (self->m_closed)
                                  return;
                              if (error)
                                  return self->refuseReading(error);
                              self->m_progress.moved(self->tcp(), bytes);
                              self->readBody();
                          });
}

void ServerConnection::refuseReading(beast::error_code error)
{
    if (error == http::error::body_limit)
        return refuse(413, {ErrorKind::Invalid, u"sync.tooLarge"_s, {}, {}});
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return refuse(431, {ErrorKind::Invalid, u"sync.tooLarge"_s, {}, {}});
    const bool malformed = error.category() == http::make_error_code(http::error::bad_method).category()
                           && error != http::error::end_of_stream && error != http::error::partial_message;
    if (malformed)
        return refuse(400, {ErrorKind::Invalid, u"sync.badRequest"_s, {}, {}});
    close();
}

bool ServerConnection::peerIsAdmitted() const
{
    return m_peer && m_shared.handlers.admits && m_shared.handlers.admits(*m_peer);
}

bool ServerConnection::isUpgrade(const Request& request) const
{
    return beast::websocket::is_upgrade(request)
           && http_words::path({request.target().data(), request.target().size()}) == m_shared.settings.livePath;
}

void ServerConnection::dispatch()
{
    tcp().expires_never();
    Request request = m_parser->release();
    m_parser.reset();
    if (isUpgrade(request))
        return becomeLive(request);
    Result<HttpRequest> asked = understood(request);
    if (!asked)
        return refuse(asked.error().facts.value(u"status"_s).toInt(), asked.error());
    hand(*std::move(asked));
}

Result<HttpRequest> ServerConnection::understood(Request& request) const
{
    const auto refused = [](int status, const QString& code) {
        return fail(ErrorKind::Invalid, code, {}, {{u"status"_s, status}});
    };
    HttpRequest asked;
    const std::optional<HttpMethod> method = http_words::method(request.method());
    if (!method)
        return refused(405, u"sync.method"_s);
    asked.method = *method;
    const std::string_view target(request.target().data(), request.target().size());
    if (!target.starts_with('/'))
        return refused(400, u"sync.badRequest"_s);
    asked.path = http_words::path(target);
    asked.query = http_words::query(target);
    asked.peer = m_peer;
    asked.remoteAddress = m_address;
    asked.contentType = http_words::bytes(request[http::field::content_type]);
    const auto encoding = request[http::field::content_encoding];
    if (encoding.empty() || beast::iequals(encoding, "identity")) {
        asked.body = QByteArray::fromStdString(request.body());
        return asked;
    }
    if (!beast::iequals(encoding, "zstd"))
        return refused(415, u"sync.encoding"_s);
    Result<QByteArray> body = zstdUnpacked(request.body().data(), request.body().size(),
                                           peerIsAdmitted() ? m_limits.bodyBytes : m_limits.strangerBodyBytes);
    if (!body)
        return refused(body.error().code == u"sync.tooLarge" ? 413 : 400, body.error().code);
    asked.body = *std::move(body);
    return asked;
}

void ServerConnection::hand(HttpRequest request)
{
    if (++m_shared.pending > m_limits.pendingRequests) {
        --m_shared.pending;
        return refuse(503, {ErrorKind::Busy, u"sync.busy"_s, {}, {}});
    }
    m_self = shared_from_this();
    HttpReply reply(std::make_unique<ConnectionRoute>(weak_from_this(), m_shared.gate));
    try {
        m_shared.handlers.request(std::move(request), std::move(reply));
    } catch (...) { // NOLINT: the reply has answered 500 on its way out
    }
}

void ServerConnection::becomeLive(const Request& request)
{
    if (!peerIsAdmitted() || m_buffer.size() > 0)
        return refuse(403, {ErrorKind::Forbidden, u"sync.notAdmitted"_s, {}, {}});
    const auto seat = std::move(m_seat);
    const auto session =
        std::make_shared<LiveSession>(std::move(m_stream), *m_peer, m_shared.handlers.live,
                                      LiveSession::Surroundings{m_shared.gate, seat, m_limits.liveSilence});
    seat->setConnection(session);
    session->accept(request);
}

void ServerConnection::refuse(int status, const Error& error)
{
    m_keepAlive = false;
    answer(HttpAnswer::refusal(status, error));
}

void ServerConnection::answer(HttpAnswer answer)
{
    m_answerBody = std::move(answer.body);
    m_response.emplace(http::status(unsigned(answer.status)), 11U);
    if (m_takesZstd && m_answerBody.size() > smallestCompressed && isPacked(answer.packing, tcp())) {
        QByteArray packed = zstdCompressed(m_answerBody);
        if (!packed.isEmpty()) {
            m_answerBody = std::move(packed);
            m_response->set(http::field::content_encoding, "zstd");
        }
    }
    m_response->set(http::field::content_type, http_words::view(answer.contentType));
    m_response->body() = {m_answerBody.constData(), std::size_t(m_answerBody.size())};
    m_response->keep_alive(m_keepAlive);
    m_response->prepare_payload();
    m_serializer.emplace(*m_response);
    m_progress.start(tcp(), m_limits.body);
    write();
}

void ServerConnection::write()
{
    http::async_write_some(m_stream, *m_serializer,
                           [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                               if (error || self->m_closed)
                                   return self->close();
                               self->m_progress.moved(self->tcp(), bytes);
                               if (self->m_serializer->is_done())
                                   self->written();
                               else
                                   self->write();
                           });
}

void ServerConnection::written()
{
    m_serializer.reset();
    m_response.reset();
    m_answerBody.clear();
    if (m_keepAlive)
        return awaitRequest();
    // Closing with unread bytes would make the system reset the connection and with it the answer.
    beast::error_code ignored;
    tcp().socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    tcp().expires_after(lingerTime);
    m_buffer.clear();
    linger(0);
}

void ServerConnection::linger(std::size_t discarded)
{
    tcp().async_read_some(m_buffer.prepare(readStep),
                          [self = shared_from_this(), discarded](beast::error_code error, std::size_t bytes) {
                              if (error || self->m_closed || discarded + bytes > lingerBytes)
                                  return self->close();
                              self->linger(discarded + bytes);
                          });
}

} // namespace onedoor
