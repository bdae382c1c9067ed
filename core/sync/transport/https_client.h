// SPDX-License-Identifier: GPL-3.0-or-later
// The asking side of sync: one server, known by its key. No certificate authority is asked, and a server with another key is
// never told anything. Requests run on two lanes, each over one kept-alive connection, so that an upload holds up no download.
// Owner: whoever talks to that node; functions are for any thread. Callbacks come on the network thread, once per request: they
// must not block or throw, and may destroy the client. The destructor answers what is pending with Io "sync.closed" and
// returns when no callback can come any more; it must not be called while holding what a callback waits for.
// Errors: Io "sync.unreachable", "sync.timeout", "sync.closed"; Forbidden "sync.wrongPeer"; Corrupt "sync.badResponse";
// Busy "sync.busy" when a lane has 1,024 requests waiting. Facts host and port. A refusal by the server is an answer, not an error.
#pragma once

#include "core/sync/transport/http_message.h"
#include "core/sync/transport/live_connection.h"
#include "core/sync/transport/network_thread.h"
#include "core/sync/transport/tls_identity.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace onedoor {

struct ClientSettings {
    QString host; ///< a name or an address
    std::uint16_t port = 0;
    ServerPin pin;
    std::chrono::milliseconds lookUpTimeout = std::chrono::seconds(5);
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(5);
    std::chrono::milliseconds handshakeTimeout = std::chrono::seconds(5);
    std::chrono::milliseconds idle = std::chrono::seconds(45); ///< shorter than the server's, so that we close first
    std::chrono::milliseconds liveSilence =
        std::chrono::seconds(30); ///< a live connection is pinged after half of it, dead after all
};

enum class Lane { Download, Upload };

class HttpsClient {
public:
    using Answered = std::function<void(Result<HttpResponseIn>)>;

    /// Internal "sync.identity".
    static Result<std::unique_ptr<HttpsClient>> make(ClientSettings settings, const TlsIdentity& identity,
                                                     std::shared_ptr<NetworkThread> network);
    ~HttpsClient();
    HttpsClient(const HttpsClient&) = delete;
    HttpsClient& operator=(const HttpsClient&) = delete;

    void request(Lane lane, HttpRequestOut request, Answered answered);
    /// A WebSocket at `target`, on a connection of its own. Without success only `closed` comes, with an empty connection and the
    /// error, for example what the server refused with. It is not opened again by itself.
    void openLive(const QByteArray& target, LiveEvents events);
    /// Requests are answered with Io "sync.closed", live connections are closed. Connections are made anew when needed.
    void cancelAll();

private:
    struct Private;
    explicit HttpsClient(std::shared_ptr<Private> parts);
    std::shared_ptr<Private> m; ///< shared with what is posted
};

} // namespace onedoor
