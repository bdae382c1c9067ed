// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/https_client.h"

#include "core/sync/transport/client_connection.h"
#include "core/sync/transport/client_lane.h"
#include "core/sync/transport/live_session.h"
#include "core/sync/transport/network_thread_parts.h"
#include "core/sync/transport/tls_context.h"

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

/// One live connection from its first step on.
struct Live {
    LiveEvents events;
    std::shared_ptr<ClientConnection> connection; ///< until TLS stands
    std::weak_ptr<LiveSession> session;           ///< then
    bool over = false;
};

} // namespace

struct HttpsClient::Private : std::enable_shared_from_this<HttpsClient::Private> {
    Private(std::shared_ptr<ClientShared> common, std::shared_ptr<NetworkThread> thread)
        : shared(std::move(common)),
          network(std::move(thread)),
          lanes{std::make_shared<ClientLane>(shared), std::make_shared<ClientLane>(shared)}
    {
    }

    void openLive(const QByteArray& target, LiveEvents events);
    void becomeLive(const std::shared_ptr<Live>& live, const QByteArray& target);
    void cancelAll();
    static void refuse(const std::shared_ptr<Live>& live, const Error& error);

    const std::shared_ptr<ClientShared> shared;
    const std::shared_ptr<NetworkThread> network;
    const std::array<std::shared_ptr<ClientLane>, 2> lanes;
    const std::shared_ptr<Gate> gate = std::make_shared<Gate>();
    std::vector<std::shared_ptr<Live>> lives; ///< on the network thread
    bool ended = false;                       ///< on the network thread
};

Result<std::unique_ptr<HttpsClient>> HttpsClient::make(ClientSettings settings, const TlsIdentity& identity,
                                                       std::shared_ptr<NetworkThread> network)
{
    try {
        auto shared = std::make_shared<ClientShared>(std::move(settings), network->parts().io);
        ONEDOOR_ASSIGN(auto context, makeClientContext(identity, shared->settings.pin));
        shared->context = asio::ssl::context(context.release());
        auto parts = std::make_shared<Private>(std::move(shared), std::move(network));
        return std::unique_ptr<HttpsClient>(new HttpsClient(std::move(parts)));
    } catch (const std::exception&) {
        return fail(ErrorKind::Internal, u"sync.identity"_s);
    }
}

HttpsClient::HttpsClient(std::shared_ptr<Private> parts) : m(std::move(parts)) {}

HttpsClient::~HttpsClient()
{
    m->gate->close();
    const auto parts = m;
    parts->network->runAndWait([&] {
        parts->ended = true;
        parts->cancelAll();
    });
}

void HttpsClient::request(Lane lane, HttpRequestOut request, Answered answered)
{
    m->network->post([parts = m, lane, request = std::move(request), answered = std::move(answered)]() mutable {
        if (parts->ended)
            answered(Unexpected(parts->shared->failure(ErrorKind::Io, u"sync.closed"_s)));
        else
            parts->lanes.at(std::size_t(lane))->add(std::move(request), std::move(answered));
    });
}

void HttpsClient::openLive(const QByteArray& target, LiveEvents events)
{
    m->network->post(
        [parts = m, target, events = std::move(events)]() mutable { parts->openLive(target, std::move(events)); });
}

void HttpsClient::cancelAll()
{
    m->network->post([parts = m] { parts->cancelAll(); });
}

void HttpsClient::Private::refuse(const std::shared_ptr<Live>& live, const Error& error)
{
    if (live->over)
        return;
    live->over = true;
    live->connection.reset();
    if (live->events.closed)
        live->events.closed(nullptr, error);
}

void HttpsClient::Private::openLive(const QByteArray& target, LiveEvents events)
{
    const auto live = std::make_shared<Live>();
    live->events = std::move(events);
    if (ended)
        return refuse(live, shared->failure(ErrorKind::Io, u"sync.closed"_s));
    std::erase_if(lives, [](const auto& each) { return each->over || (!each->connection && each->session.expired()); });
    lives.push_back(live);
    live->connection = std::make_shared<ClientConnection>(shared);
    live->connection->open([weak = weak_from_this(), live, target](const std::optional<Error>& error) {
        const auto self = weak.lock();
        if (error)
            refuse(live, *error);
        else if (self)
            self->becomeLive(live, target);
    });
}

void HttpsClient::Private::becomeLive(const std::shared_ptr<Live>& live, const QByteArray& target)
{
    const auto connection = std::move(live->connection);
    const auto session =
        std::make_shared<LiveSession>(std::move(connection->stream()), connection->server(), live->events,
                                      LiveSession::Surroundings{gate, shared, shared->settings.liveSilence});
    live->session = session;
    session->connect(shared->settings.host.toStdString(), target.toStdString(),
                     [live](const Error& error) { refuse(live, error); });
}

void HttpsClient::Private::cancelAll()
{
    for (const auto& each : lanes)
        each->cancelAll();
    const auto ending = std::move(lives);
    lives.clear();
    const Error error = shared->failure(ErrorKind::Io, u"sync.closed"_s);
    for (const auto& each : ending) {
        if (each->connection) {
            each->connection->close();
            refuse(each, error);
        } else if (const auto session = each->session.lock()) {
            session->finish(error);
        }
    }
}

} // namespace onedoor
