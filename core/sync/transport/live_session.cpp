// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/live_session.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/beast/websocket/error.hpp>
#include <boost/beast/websocket/ssl.hpp>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace websocket = beast::websocket;

namespace {

constexpr std::chrono::milliseconds handshakeTime = std::chrono::seconds(10); ///< of the start and of the end

Error closedError()
{
    return {ErrorKind::Io, u"sync.closed"_s, {}, {}};
}

QByteArray bytesOf(beast::flat_buffer& buffer)
{
    const auto data = buffer.cdata();
    return {static_cast<const char*>(data.data()), qsizetype(data.size())};
}

} // namespace

bool LiveHandle::send(const QByteArray& message)
{
    if (!m_open || message.size() > largestMessage)
        return false;
    const qsizetype bytes = m_waitingBytes += message.size();
    if (++m_waiting > mostQueued || bytes > longestQueue) {
        end({ErrorKind::Io, u"sync.slowReader"_s, {}, {}});
        return false;
    }
    return m_gate->pass([&] {
        if (const auto session = m_session.lock())
            asio::post(session->m_socket.get_executor(), [session, message] { session->enqueue(message); });
    });
}

void LiveHandle::close()
{
    end(closedError());
}

void LiveHandle::end(const Error& error)
{
    if (!m_open.exchange(false))
        return;
    m_gate->pass([&] {
        if (const auto session = m_session.lock())
            asio::post(session->m_socket.get_executor(), [session, error] { session->finish(error); });
    });
}

LiveSession::LiveSession(TlsStream&& stream, const NodeKey& peer, LiveEvents events, Surroundings surroundings)
    : m_socket(std::move(stream)),
      m_incoming(std::size_t(LiveConnection::largestMessage) * 2),
      m_events(std::move(events)),
      m_surroundings(std::move(surroundings)),
      m_peer(peer)
{
}

void LiveSession::configure()
{
    beast::get_lowest_layer(m_socket).expires_never(); // the WebSocket has timers of its own
    m_socket.set_option(
        websocket::stream_base::timeout{std::min(handshakeTime, m_surroundings.silence), m_surroundings.silence, true});
    m_socket.read_message_max(std::size_t(LiveConnection::largestMessage));
    m_socket.auto_fragment(false);
    m_socket.binary(true);
}

void LiveSession::accept(const beast::http::request<beast::http::string_body>& request)
{
    configure();
    m_socket.async_accept(request, [self = shared_from_this()](beast::error_code error) {
        if (error)
            self->failed(error);
        else
            self->open();
    });
}

void LiveSession::connect(const std::string& host, const std::string& target, Refused refused)
{
    m_refused = std::move(refused);
    configure();
    m_socket.async_handshake(m_upgradeAnswer, host, target, [self = shared_from_this()](beast::error_code error) {
        if (error)
            self->failed(error);
        else
            self->open();
    });
}

void LiveSession::cut()
{
    asio::post(m_socket.get_executor(), [self = shared_from_this()] { self->finish(closedError()); });
}

void LiveSession::open()
{
    if (m_finished)
        return;
    m_refused = nullptr;
    m_handle = std::make_shared<LiveHandle>(weak_from_this(), m_surroundings.gate, m_peer);
    if (m_events.opened)
        m_events.opened(m_handle);
    read();
}

void LiveSession::read()
{
    m_socket.async_read(m_incoming,
                        [self = shared_from_this()](beast::error_code error, std::size_t) { self->received(error); });
}

void LiveSession::received(beast::error_code error)
{
    if (m_finished)
        return;
    if (error)
        return failed(error);
    const QByteArray message = bytesOf(m_incoming);
    m_incoming.consume(m_incoming.size());
    if (m_events.message)
        m_events.message(m_handle, message);
    if (!m_finished)
        read();
}

void LiveSession::enqueue(const QByteArray& message)
{
    if (m_finished)
        return;
    m_outgoing.push_back(message);
    if (m_outgoing.size() == 1)
        write();
}

void LiveSession::write()
{
    const QByteArray& first = m_outgoing.front();
    m_socket.async_write(asio::buffer(first.constData(), std::size_t(first.size())),
                         [self = shared_from_this()](beast::error_code error, std::size_t) {
                             if (self->m_finished)
                                 return;
                             if (error)
                                 return self->failed(error);
                             self->m_handle->m_waitingBytes -= self->m_outgoing.front().size();
                             --self->m_handle->m_waiting;
                             self->m_outgoing.pop_front();
                             if (!self->m_outgoing.empty())
                                 self->write();
                         });
}

void LiveSession::failed(beast::error_code error)
{
    if (error == beast::error::timeout)
        return finish({ErrorKind::Io, u"sync.timeout"_s, {}, {}});
    if (error != websocket::error::upgrade_declined)
        return finish(closedError());
    HttpResponseIn answer;
    answer.status = int(m_upgradeAnswer.result_int());
    answer.body = QByteArray::fromStdString(m_upgradeAnswer.body());
    finish(answer.error().value_or(Error{ErrorKind::Corrupt, u"sync.badResponse"_s, {}, {}}));
}

void LiveSession::finish(const Error& error)
{
    if (m_finished)
        return;
    m_finished = true;
    beast::get_lowest_layer(m_socket).close();
    if (m_handle) {
        m_handle->m_open = false;
        if (m_events.closed)
            m_events.closed(m_handle, error);
    } else if (m_refused) {
        m_refused(error);
    }
    m_refused = nullptr;
}

} // namespace onedoor
