// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/node_link.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;
using sync::Ask;
using sync::Outgoing;
using sync::Steady;

namespace {

constexpr Steady liveRetry{1'000};
constexpr Steady betweenNumbers{1'000};
constexpr Steady claimShown{2'000};  ///< an answer waits so long for its events
constexpr Steady waiterLook{20};
constexpr auto claimTimeout = std::chrono::seconds(3);
constexpr int claimAttempts = 2;

QByteArray pathOf(Ask ask)
{
    switch (ask) {
    case Ask::Hello:
        return QByteArrayLiteral("/v1/hello");
    case Ask::Hashes:
        return QByteArrayLiteral("/v1/hashes");
    case Ask::Pull:
        return QByteArrayLiteral("/v1/pull");
    case Ask::Push:
        return QByteArrayLiteral("/v1/push");
    case Ask::Receipt:
        return QByteArrayLiteral("/v1/receipt");
    }
    return {};
}

HttpRequestOut requestTo(const QByteArray& path, QByteArray body)
{
    HttpRequestOut request;
    request.method = HttpMethod::Post;
    request.target = path;
    request.body = std::move(body);
    request.repeatable = true; // events are taken once, and a claim carries its name
    return request;
}

} // namespace

Steady steadyNow()
{
    return std::chrono::duration_cast<Steady>(std::chrono::steady_clock::now().time_since_epoch());
}

Result<std::unique_ptr<NodeLink>> NodeLink::make(Setup setup)
{
    ClientSettings settings{.host = setup.peer.host, .port = setup.peer.port, .pin = setup.peer.key};
    ONEDOOR_ASSIGN(std::unique_ptr<HttpsClient> client, HttpsClient::make(std::move(settings), setup.identity, setup.network));
    return std::unique_ptr<NodeLink>(new NodeLink(std::move(setup), std::move(client)));
}

NodeLink::NodeLink(Setup setup, std::unique_ptr<HttpsClient> client)
    : m_setup(std::move(setup)), m_replicator(m_setup.log, m_setup.clock, m_setup.random, m_setup.software), m_client(std::move(client))
{
}

NodeLink::~NodeLink()
{
    *m_alive = false;
    for (Waiter& waiter : m_waiters)
        waiter.done();
}

void NodeLink::post(Lane lane, HttpRequestOut request, std::function<void(Result<HttpResponseIn>)> done)
{
    m_client->request(lane, std::move(request), [&thread = m_setup.thread, alive = m_alive, done = std::move(done)](Result<HttpResponseIn> response) {
        thread.post([alive, done, response = std::move(response)]() mutable {
            if (!*alive) {
                done(fail(ErrorKind::Io, u"sync.closed"_s));
                return;
            }
            if (response && !response->isSuccess())
                response = Unexpected(response->error().value_or(Error{ErrorKind::Corrupt, u"sync.badResponse"_s, {}, {}}));
            done(std::move(response));
        });
    });
}

void NodeLink::send(const Outgoing& outgoing)
{
    const Lane lane = outgoing.ask == Ask::Push ? Lane::Upload : Lane::Download;
    QByteArray path = pathOf(outgoing.ask);
    if (m_setup.to == Setup::To::Hub)
        path += "?centre=" + m_setup.log.membership().centre().toString().toLatin1();
    HttpRequestOut request = requestTo(path, outgoing.body);
    post(lane, std::move(request), [this, alive = m_alive, id = outgoing.id](Result<HttpResponseIn> response) {
        if (!*alive)
            return;
        if (response)
            m_replicator.answered(id, response->body, steadyNow());
        else
            m_replicator.failed(id, response.error(), steadyNow());
    });
}

Steady NodeLink::turn(Steady now)
{
    do {
        for (const Outgoing& outgoing : m_replicator.next(now))
            send(outgoing);
    } while (m_replicator.takeIn(now));
    if (isFollowing()) {
        openLive(now);
        if (m_setup.to == Setup::To::Host)
            wantNumbers(now);
    }
    tellWaiters(now);
    const Steady wake = m_replicator.wakeAt() > now ? m_replicator.wakeAt() - now : Steady(0);
    return m_waiters.empty() ? wake : std::min(wake, waiterLook);
}

void NodeLink::openLive(Steady now)
{
    if (m_isLive || m_isOpening || now < m_liveAgainAt)
        return;
    m_isOpening = true;
    m_liveAgainAt = now + liveRetry;
    const auto onThread = [&thread = m_setup.thread, alive = m_alive](std::function<void()> task) {
        thread.post([alive, task = std::move(task)] {
            if (*alive)
                task();
        });
    };
    LiveEvents events;
    events.opened = [this, onThread](const LiveConnectionPtr&) {
        onThread([this] {
            m_isLive = true;
            m_isOpening = false;
            m_replicator.lost(); // what was written since the last pull was told to nobody
        });
    };
    events.message = [this, onThread](const LiveConnectionPtr&, const QByteArray& news) {
        onThread([this, news] { m_replicator.heard(news); });
    };
    events.closed = [this, onThread](const LiveConnectionPtr&, const Error&) {
        onThread([this] {
            m_isLive = false;
            m_isOpening = false;
            m_replicator.lost();
        });
    };
    m_client->openLive(QByteArrayLiteral("/v1/live"), std::move(events));
}

void NodeLink::wantNumbers(Steady now)
{
    if (m_numbersOnTheirWay || now < m_numbersAt)
        return;
    m_numbersAt = now + betweenNumbers;
    m_numbersOnTheirWay = true;
    post(Lane::Upload, requestTo(QByteArrayLiteral("/v1/numbers"), {}), [this, alive = m_alive](const Result<HttpResponseIn>&) {
        if (*alive)
            m_numbersOnTheirWay = false; // without numbers of the host's there are the own lettered ones
    });
}

void NodeLink::claim(ClaimRequest request, std::function<void(Result<QJsonObject>)> done)
{
    sendClaim(request, 1, std::move(done));
}

void NodeLink::sendClaim(const ClaimRequest& request, int attempt, std::function<void(Result<QJsonObject>)> done)
{
    HttpRequestOut out = requestTo(QByteArrayLiteral("/v1/claim"), toBytes(request));
    out.contentType = QByteArrayLiteral("application/json");
    out.timeout = claimTimeout;
    post(Lane::Download, std::move(out), [this, alive = m_alive, request, attempt, done = std::move(done)](const Result<HttpResponseIn>& response) {
        if (response) {
            claimAnswered(response->body, done);
            return;
        }
        if (*alive && attempt < claimAttempts && response.error().kind == ErrorKind::Io) {
            sendClaim(request, attempt + 1, done);
            return;
        }
        const bool isSilence = response.error().kind == ErrorKind::Io;
        done(Unexpected(isSilence ? Error{ErrorKind::Io, u"host.silent"_s, {}, {}} : response.error()));
    });
}

void NodeLink::claimAnswered(const QByteArray& body, std::function<void(Result<QJsonObject>)> done)
{
    Result<ClaimAnswer> answer = claimAnswerFrom(body);
    if (!answer) {
        done(Unexpected(answer.error()));
        return;
    }
    m_replicator.heard(encode(sync::News{{{answer->until.stream, answer->until.sequence}}}));
    m_waiters.push_back({answer->until, steadyNow() + claimShown, [done = std::move(done), reply = std::move(answer->reply)] { done(reply); }});
}

/// An answer is told when the events that it speaks of are here, so that the page that asked shows what it was told.
void NodeLink::tellWaiters(Steady now)
{
    if (m_waiters.empty())
        return;
    const Result<sync::Heads> heads = m_setup.log.heads();
    const auto isDue = [&](const Waiter& waiter) {
        if (now >= waiter.deadline || !heads)
            return true;
        const auto head = heads->find(waiter.until.stream);
        return head != heads->end() && head->second.sequence >= waiter.until.sequence;
    };
    const auto due = std::stable_partition(m_waiters.begin(), m_waiters.end(), [&](const Waiter& each) { return !isDue(each); });
    std::vector<Waiter> ready(std::make_move_iterator(due), std::make_move_iterator(m_waiters.end()));
    m_waiters.erase(due, m_waiters.end());
    for (Waiter& waiter : ready)
        waiter.done();
}

} // namespace onedoor
