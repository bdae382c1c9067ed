// SPDX-License-Identifier: GPL-3.0-or-later
// The serving side of sync: HTTPS and a WebSocket on one port. TLS 1.3 with the node's own certificate; a client may show one too,
// and the request then carries the key that it proved. Whether that key may do anything is the handler's business.
// Every byte, connection and second that a stranger can cost us has a limit below.
// Owner: whoever serves (host, hub). start, stop and destructor belong to the owner's thread and not into a handler;
// everything else is for any thread. Handlers run on network threads: long work goes elsewhere, with the reply.
// Bodies are never logged, and no exception leaves.
#pragma once

#include "core/sync/transport/http_message.h"
#include "core/sync/transport/live_connection.h"
#include "core/sync/transport/tls_identity.h"

#include <QString>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace onedoor {

struct ServerLimits {
    qsizetype bodyBytes = qsizetype(8) * 1024 * 1024;   ///< packed and unpacked; 413 above
    qsizetype strangerBodyBytes = qsizetype(64) * 1024; ///< the same for peers that are not admitted
    std::uint32_t headerBytes = 8 * 1024;               ///< 431 above
    int connections = 1024;                             ///< overall; one more is closed at once
    int connectionsPerAddress = 64;                     ///< an IPv6 /64 counts as one
    int pendingRequests = 512;          ///< handed to the handler and not answered yet, overall; 503 above
    int requestsPerConnection = 100000; ///< then the connection ends in good order
    std::chrono::milliseconds handshake = std::chrono::seconds(10);
    std::chrono::milliseconds header = std::chrono::seconds(10); ///< from first to last byte
    std::chrono::milliseconds body = std::chrono::seconds(30);   ///< for each 64 KiB, either way, or what is left
    std::chrono::milliseconds idle = std::chrono::seconds(60);   ///< between two requests
    std::chrono::milliseconds liveSilence =
        std::chrono::seconds(30); ///< a live connection is pinged after half of it, dead after all
};

struct ServerSettings {
    QString address = QStringLiteral("127.0.0.1"); ///< empty: every one of this computer
    std::uint16_t port = 0;                        ///< 0: a free one
    int threads = 2;
    QString livePath = QStringLiteral("/v1/live");
    ServerLimits limits;
};

/// The right and the duty to answer one request, once, from any thread. Dropped unanswered it answers 500; answered after
/// the connection or the server ended, nothing happens.
class HttpReply {
public:
    class Route;
    explicit HttpReply(std::unique_ptr<Route> route);
    ~HttpReply();
    HttpReply(HttpReply&&) noexcept;
    HttpReply& operator=(HttpReply&&) noexcept;
    HttpReply(const HttpReply&) = delete;
    HttpReply& operator=(const HttpReply&) = delete;

    void send(HttpAnswer answer);
    void refuse(const Error& error) { send(HttpAnswer::refusal(error)); }
    void refuse(int status, const Error& error) { send(HttpAnswer::refusal(status, error)); }

private:
    std::unique_ptr<Route> m_route; ///< empty once answered
};

struct ServerHandlers {
    std::function<void(HttpRequest, HttpReply)> request;
    /// Whether a key belongs to an enrolled node: gives it the large body limit and the live path. Called per request, so fast.
    std::function<bool(const NodeKey&)> admits;
    LiveEvents live;
};

class HttpsServer {
public:
    HttpsServer(ServerSettings settings, TlsIdentity identity, ServerHandlers handlers);
    ~HttpsServer();
    HttpsServer(const HttpsServer&) = delete;
    HttpsServer& operator=(const HttpsServer&) = delete;

    /// The port. Io "sync.portInUse" or "sync.cannotListen" (facts address, port), Internal "sync.identity". Once per object.
    Result<std::uint16_t> start();
    /// Ends every connection, pending requests included, and waits for the threads: well below a second unless a handler
    /// blocks. No handler runs afterwards.
    void stop();

    /// Cuts off a node at once, for example when it is revoked. Let `admits` refuse it first.
    void closeConnectionsOf(const NodeKey& peer);
    int connectionCount() const;

private:
    struct Private;
    std::unique_ptr<Private> m;
};

} // namespace onedoor
