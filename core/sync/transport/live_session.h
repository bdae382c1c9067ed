// SPDX-License-Identifier: GPL-3.0-or-later
// The network half of a LiveConnection: one WebSocket over TLS, the same code on both sides once the handshake is done.
// Keeps itself alive while it is open. Everything but cut() runs on the executor of its stream.
#pragma once

#include "core/sync/transport/connection_table.h"
#include "core/sync/transport/gate.h"
#include "core/sync/transport/http_message.h"
#include "core/sync/transport/live_connection.h"
#include "core/sync/transport/tls_stream.h"

#include <atomic>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>

namespace onedoor {

class LiveSession;

/// What users hold: counts what waits, and knows the session only as long as it lives.
class LiveHandle final : public LiveConnection, public std::enable_shared_from_this<LiveHandle> {
public:
    LiveHandle(std::weak_ptr<LiveSession> session, std::shared_ptr<Gate> gate, const NodeKey& peer)
        : m_session(std::move(session)), m_gate(std::move(gate)), m_peer(peer)
    {
    }

    bool send(const QByteArray& message) override;
    void close() override;
    const NodeKey& peer() const override { return m_peer; }

private:
    friend class LiveSession;
    void end(const Error& error);

    const std::weak_ptr<LiveSession> m_session;
    const std::shared_ptr<Gate> m_gate;
    const NodeKey m_peer;
    std::atomic<bool> m_open{true};
    std::atomic<qsizetype> m_waitingBytes{0};
    std::atomic<int> m_waiting{0};
};

class LiveSession final : public Cuttable, public std::enable_shared_from_this<LiveSession> {
public:
    using Refused = std::function<void(const Error&)>;

    struct Surroundings {
        std::shared_ptr<Gate> gate;
        std::shared_ptr<void> keep;        ///< lives as long as the session
        std::chrono::milliseconds silence; ///< pinged after half of it, dead after all
    };
    LiveSession(TlsStream&& stream, const NodeKey& peer, LiveEvents events, Surroundings surroundings);

    /// Server: answers the upgrade.
    void accept(const beast::http::request<beast::http::string_body>& request);
    /// Client: asks for it. `refused` instead of `opened` when there will be no connection.
    void connect(const std::string& host, const std::string& target, Refused refused);

    void cut() override;
    /// On the executor: tells `closed`, or `refused` when it was never open, and drops the stream.
    void finish(const Error& error);

private:
    friend class LiveHandle;
    void configure();
    void open();
    void read();
    void received(beast::error_code error);
    void enqueue(const QByteArray& message);
    void write();
    void failed(beast::error_code error);

    beast::websocket::stream<TlsStream> m_socket;
    beast::flat_buffer m_incoming;
    std::deque<QByteArray> m_outgoing; ///< the first is being written
    const LiveEvents m_events;
    const Surroundings m_surroundings;
    const NodeKey m_peer;
    std::shared_ptr<LiveHandle> m_handle; ///< from open() on
    beast::http::response<beast::http::string_body> m_upgradeAnswer;
    Refused m_refused;
    bool m_finished = false;
};

} // namespace onedoor
