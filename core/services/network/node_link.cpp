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
constexpr Steady claimPatience{3'000}; ///< of somebody at a counter; also behind what waits in the same lane
constexpr Steady livesIfHeard{2'000};  ///< a host that said something so lately is busy, not gone: it is asked for a number each second
constexpr Steady failsQuickly{1'000};  ///< a connection that ended before; the next one may stand
constexpr int claimAttempts = 2;
constexpr auto claimTimeout = claimPatience * claimAttempts;
constexpr auto helloTimeout = std::chrono::seconds(15); ///< it is all that a host which comes back waits for

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

Unexpected silence()
{
    return fail(ErrorKind::Io, u"host.silent"_s);
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
    for (const auto& each : m_claims)
        each.second.done(silence());
    for (Waiter& waiter : m_waiters)
        waiter.done();
}

void NodeLink::post(Lane lane, HttpRequestOut request, std::function<void(Result<HttpResponseIn>)> done)
{
    m_client->request(lane, std::move(request), [this, &thread = m_setup.thread, alive = m_alive, done = std::move(done)](Result<HttpResponseIn> response) {
        thread.post([this, alive, done, response = std::move(response)]() mutable {
            if (!*alive) {
                done(fail(ErrorKind::Io, u"sync.closed"_s));
                return;
            }
            if (response)
                m_heardAt = steadyNow();
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
    if (outgoing.ask == Ask::Hello)
        request.timeout = helloTimeout;
    post(lane, std::move(request), [this, alive = m_alive, id = outgoing.id](Result<HttpResponseIn> response) {
        if (!*alive)
            return;
        if (response)
            m_replicator.answered(id, response->body, steadyNow());
        else
            failed(id, response.error());
    });
}

/// Where one connection is dead the others are too, which would be noticed of each by itself, half a minute after the other.
void NodeLink::failed(std::uint64_t id, const Error& error)
{
    m_replicator.failed(id, error, steadyNow());
    if (error.code == u"sync.timeout")
        m_client->cancelAll();
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
    lookAtClaims(now);
    Steady wake = m_replicator.wakeAt() > now ? m_replicator.wakeAt() - now : Steady(0);
    for (const auto& each : m_claims)
        wake = std::min(wake, std::max(each.second.waitsSince + claimPatience - now, waiterLook));
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
        onThread([this, news] {
            m_heardAt = steadyNow();
            m_replicator.heard(news);
        });
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
    if (!isFollowing()) { // it fell silent since the claim was made
        done(silence());
        return;
    }
    m_claims.emplace(++m_lastClaim, PendingClaim{std::move(request), 0, {}, std::move(done)});
    sendClaim(m_lastClaim);
}

void NodeLink::sendClaim(std::uint64_t id)
{
    PendingClaim& claim = m_claims.at(id);
    ++claim.attempts;
    claim.waitsSince = steadyNow();
    HttpRequestOut out = requestTo(QByteArrayLiteral("/v1/claim"), toBytes(claim.request));
    out.contentType = QByteArrayLiteral("application/json");
    out.timeout = claimTimeout;
    post(Lane::Download, std::move(out), [this, alive = m_alive, id](const Result<HttpResponseIn>& response) {
        if (*alive)
            claimReturned(id, response);
    });
}

void NodeLink::claimReturned(std::uint64_t id, const Result<HttpResponseIn>& response)
{
    const auto claim = m_claims.find(id);
    if (claim == m_claims.end())
        return; // given up; what the host decided comes as events
    if (response || response.error().kind != ErrorKind::Io) {
        const auto done = std::move(claim->second.done);
        m_claims.erase(claim);
        if (response)
            claimAnswered(response->body, done);
        else
            done(Unexpected(response.error()));
        return;
    }
    const Steady now = steadyNow();
    if (claim->second.attempts < claimAttempts && now - claim->second.waitsSince < failsQuickly && isFollowing())
        sendClaim(id);
    else
        hostIsSilent(now);
}

void NodeLink::lookAtClaims(Steady now)
{
    for (auto& each : m_claims) {
        PendingClaim& claim = each.second;
        if (now - claim.waitsSince < claimPatience)
            continue;
        if (claim.attempts >= claimAttempts || now - m_heardAt >= livesIfHeard) {
            hostIsSilent(now);
            return;
        }
        ++claim.attempts; // busy: it is waited for once more
        claim.waitsSince = now;
    }
}

/// Whoever waits is told, and nobody is let wait again. Connections that may be dead are given up: a new one stands as soon as the cable does.
void NodeLink::hostIsSilent(Steady now)
{
    m_replicator.silent(Error{ErrorKind::Io, u"sync.timeout"_s, {}, {{u"host"_s, m_setup.peer.host}, {u"port"_s, int(m_setup.peer.port)}}}, now);
    m_client->cancelAll();
    for (const auto& each : std::exchange(m_claims, {}))
        each.second.done(silence());
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
