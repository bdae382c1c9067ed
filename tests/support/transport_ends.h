// SPDX-License-Identifier: GPL-3.0-or-later
// Two nodes for tests of the transport: identities, a server whose handler echoes, a client that waits for its answer.
#pragma once

#include "core/sync/transport/https_client.h"
#include "core/sync/transport/https_server.h"

#include <QString>
#include <array>
#include <condition_variable>
#include <future>
#include <mutex>

namespace onedoor {

using Seed = std::array<unsigned char, TlsIdentity::seedSize>;

inline Seed seedOf(unsigned char number)
{
    Seed seed{};
    seed.fill(number);
    return seed;
}

inline TlsIdentity identityOf(unsigned char number)
{
    SystemRandom random;
    return TlsIdentity::fromSeed(seedOf(number), random).value();
}

inline constexpr unsigned char serverNumber = 1;
inline constexpr unsigned char clientNumber = 2;

/// Answers with what came: "echo", or by path; see the function.
inline void echo(HttpRequest request, HttpReply reply)
{
    using namespace Qt::StringLiterals;
    if (request.path == u"/echo")
        return reply.send({.body = request.body, .contentType = request.contentType});
    if (request.path == u"/who")
        return reply.send({.body = request.peer ? request.peer->toBytes().toHex() : QByteArray("nobody")});
    if (request.path == u"/throw")
        throw std::runtime_error("planted");
    if (request.path == u"/forget")
        return;
    reply.refuse({ErrorKind::NotFound, u"sync.notFound"_s, {}, {}});
}

inline ServerHandlers echoing()
{
    ServerHandlers handlers;
    handlers.request = echo;
    handlers.admits = [](const NodeKey& key) { return key == identityOf(clientNumber).nodeKey(); };
    return handlers;
}

inline std::unique_ptr<HttpsClient> clientOf(std::uint16_t port, unsigned char number = clientNumber)
{
    return HttpsClient::make(
               {.host = QStringLiteral("127.0.0.1"), .port = port, .pin = identityOf(serverNumber).nodeKey()},
               identityOf(number), std::make_shared<NetworkThread>())
        .value();
}

/// Sends and waits.
inline Result<HttpResponseIn> ask(HttpsClient& client, HttpRequestOut request, Lane lane = Lane::Download)
{
    const auto promise = std::make_shared<std::promise<Result<HttpResponseIn>>>();
    auto answer = promise->get_future();
    client.request(lane, std::move(request),
                   [promise](Result<HttpResponseIn> result) { promise->set_value(std::move(result)); });
    if (answer.wait_for(std::chrono::seconds(30)) != std::future_status::ready)
        return fail(ErrorKind::Internal, QStringLiteral("the test waited for an answer in vain"));
    return answer.get();
}

/// Counts what happens on a live connection, from any thread.
struct LiveLog {
    std::mutex mutex;
    std::condition_variable changed;
    LiveConnectionPtr connection;
    QList<QByteArray> messages;
    std::optional<Error> closed;

    LiveEvents events()
    {
        return {.opened = [this](const LiveConnectionPtr& opened) { note([&] { connection = opened; }); },
                .message = [this](const LiveConnectionPtr&,
                                  const QByteArray& message) { note([&] { messages.append(message); }); },
                .closed = [this](const LiveConnectionPtr&, const Error& error) { note([&] { closed = error; }); }};
    }

    template <typename Condition>
    bool waitFor(Condition condition, std::chrono::seconds atMost = std::chrono::seconds(20))
    {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, atMost, condition);
    }
    bool waitForOpen()
    {
        return waitFor([this] { return connection != nullptr; });
    }
    bool waitForClose()
    {
        return waitFor([this] { return closed.has_value(); });
    }
    bool waitForMessages(int count)
    {
        return waitFor([this, count] { return messages.size() >= count; });
    }

private:
    template <typename Change>
    void note(Change change)
    {
        const std::lock_guard lock(mutex);
        change();
        changed.notify_all();
    }
};

} // namespace onedoor
