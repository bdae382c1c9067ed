// SPDX-License-Identifier: GPL-3.0-or-later
// One lane of a client: requests in the order given, one at a time, over one kept-alive connection that is made anew when
// needed. Everything runs on the network thread; callbacks may call back into the client.
#pragma once

#include "core/sync/transport/https_client.h"

#include <deque>
#include <memory>

namespace onedoor {

class ClientConnection;
struct ClientShared;

class ClientLane : public std::enable_shared_from_this<ClientLane> {
public:
    using Answered = HttpsClient::Answered;

    explicit ClientLane(std::shared_ptr<ClientShared> shared);

    void add(HttpRequestOut request, Answered answered);
    /// Answers everything that waits with Io "sync.closed" and drops the connection.
    void cancelAll();

private:
    struct Pending {
        HttpRequestOut request;
        Answered answered;
        bool repeated = false;
    };
    void next();
    void connect();
    void exchange();
    void finished(Result<HttpResponseIn> result);
    void tellFirst(Result<HttpResponseIn> result);

    const std::shared_ptr<ClientShared> m_shared;
    std::deque<Pending> m_waiting; ///< the first is under way when m_busy
    std::shared_ptr<ClientConnection> m_connection;
    bool m_busy = false;
    bool m_reused = false; ///< the exchange under way runs on a connection that had served before
};

} // namespace onedoor
