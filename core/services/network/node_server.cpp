// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/node_server.h"

#include "core/base/json_text.h"
#include "core/services/api/nodes.h"
#include "core/services/catalogue.h"
#include "core/services/network/answer.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t claimsRemembered = 512;
constexpr std::uint32_t enoughNumbers = 10; ///< a PC that has so many left gets no more

/// What may be claimed from afar; everything else is done where it is asked.
bool isClaim(const QString& name)
{
    const CatalogueEntry* entry = findCatalogueEntry(name);
    return entry != nullptr && entry->isClaim;
}

HttpAnswer jsonAnswer(const QByteArray& body)
{
    HttpAnswer answer;
    answer.body = body;
    answer.contentType = QByteArrayLiteral("application/json");
    return answer;
}

HttpAnswer textAnswer(const QByteArray& body)
{
    HttpAnswer answer;
    answer.body = body;
    answer.contentType = QByteArrayLiteral("text/plain; version=0.0.4; charset=utf-8");
    return answer;
}

HttpAnswer bytes(QByteArray body)
{
    HttpAnswer answer;
    answer.body = std::move(body);
    return answer;
}

Error unknownPath()
{
    return {ErrorKind::NotFound, u"sync.noSuchPath"_s, {}, {}};
}

} // namespace

NodeServer::NodeServer(Setup setup)
    : m_setup(std::move(setup)), m_responder(m_setup.log, m_setup.gateway.setup().clock, m_setup.software),
      m_pairing(m_setup.gateway.setup().clock, m_setup.gateway.setup().random), m_snapshots(m_setup.gateway)
{
}

NodeServer::~NodeServer()
{
    *m_alive = false;
}

Result<std::uint16_t> NodeServer::start(std::uint16_t port)
{
    refreshAdmitted();
    ServerHandlers handlers;
    handlers.request = [this](HttpRequest request, HttpReply reply) {
        auto shared = std::make_shared<std::pair<HttpRequest, HttpReply>>(std::move(request), std::move(reply));
        m_setup.thread.post([this, shared] { route(shared->first, std::move(shared->second)); });
    };
    handlers.admits = [this](const NodeKey& key) {
        const std::lock_guard lock(m_admission);
        return m_admitted.contains(key);
    };
    handlers.live.opened = [this](const LiveConnectionPtr& connection) {
        m_setup.thread.post([this, connection] {
            m_listeners.push_back(connection);
            m_contacts[m_setup.log.membership().nodeWithKey(connection->peer().toBytes())].isConnected = true;
            tellAll(connection);
        });
    };
    handlers.live.message = [](const LiveConnectionPtr&, const QByteArray&) {};
    handlers.live.closed = [this](const LiveConnectionPtr& connection, const Error&) {
        m_setup.thread.post([this, connection] {
            std::erase(m_listeners, connection);
            if (connection)
                m_contacts[m_setup.log.membership().nodeWithKey(connection->peer().toBytes())].isConnected = false;
        });
    };
    ServerSettings settings;
    settings.address = QString(); // every one of this computer
    settings.port = port;
    m_server = std::make_unique<HttpsServer>(std::move(settings), m_setup.identity, std::move(handlers));
    return m_server->start();
}

void NodeServer::stop()
{
    if (m_server)
        m_server->stop();
}

void NodeServer::refreshAdmitted()
{
    const sync::Membership& membership = m_setup.log.membership();
    if (m_membersSeen == membership.generation() && !m_admitted.empty())
        return;
    m_membersSeen = membership.generation();
    std::set<NodeKey> admitted;
    for (const QByteArray& bytes : membership.admittedKeys()) {
        if (const Result<NodeKey> key = NodeKey::fromBytes(bytes))
            admitted.insert(*key);
    }
    std::vector<NodeKey> gone;
    {
        const std::lock_guard lock(m_admission);
        std::set_difference(m_admitted.begin(), m_admitted.end(), admitted.begin(), admitted.end(), std::back_inserter(gone));
        m_admitted = std::move(admitted);
    }
    for (const NodeKey& key : gone) {
        if (m_server)
            m_server->closeConnectionsOf(key);
    }
}

void NodeServer::grew()
{
    refreshAdmitted();
    // What is told too early is asked for in vain, and not told again.
    const Result<sync::Heads> heads = sync::sharedHeads(m_setup.log);
    if (!heads)
        return;
    sync::News news;
    for (const auto& [stream, head] : *heads) {
        const auto told = m_told.find(stream);
        if (told == m_told.end() || told->second.sequence < head.sequence)
            news.heads.emplace(stream, head.sequence);
    }
    m_told = *heads;
    if (news.heads.empty() || m_listeners.empty())
        return;
    for (const LiveConnectionPtr& listener : m_listeners) {
        const QByteArray message = newsFor(m_setup.log.membership().nodeWithKey(listener->peer().toBytes()), news);
        if (!message.isEmpty())
            (void)listener->send(message);
    }
}

/// What grew before this connection was listened to was told to nobody, and its PC may have asked before that.
void NodeServer::tellAll(const LiveConnectionPtr& listener) const
{
    sync::News news;
    if (const Result<sync::Heads> heads = sync::sharedHeads(m_setup.log)) {
        for (const auto& [stream, head] : *heads)
            news.heads.emplace(stream, head.sequence);
    }
    if (!news.heads.empty())
        (void)listener->send(encode(news));
}

/// Whoever pushed has the answer to that, and needs no news of it; empty if there is nothing else.
QByteArray NodeServer::newsFor(const NodeId& peer, const sync::News& news) const
{
    const auto answered = m_answered.find(peer);
    if (answered == m_answered.end())
        return encode(news);
    sync::News others;
    for (const auto& [stream, sequence] : news.heads) {
        const auto known = answered->second.find(stream);
        if (known == answered->second.end() || known->second < sequence)
            others.heads.emplace(stream, sequence);
    }
    return others.heads.empty() ? QByteArray() : encode(others);
}

void NodeServer::noteContact(const HttpRequest& request, const NodeId& peer)
{
    PeerContact& contact = m_contacts[peer];
    const Instant now = m_setup.gateway.setup().clock.now();
    contact.lastContact = now;
    if (request.path == u"/v1/hello") {
        if (const Result<sync::Hello> hello = sync::decode<sync::Hello>(request.body)) {
            contact.software = hello->software;
            contact.clockOffset = hello->wall.milliseconds - now.milliseconds;
        }
    } else if (request.path == u"/v1/pull") {
        const Result<sync::PullRequest> pull = sync::decode<sync::PullRequest>(request.body);
        const Result<sync::Heads> heads = m_setup.log.heads();
        if (!pull || !heads)
            return;
        contact.backlog = 0;
        for (const auto& [stream, head] : *heads) {
            const auto has = pull->have.find(stream);
            const std::uint64_t known = has == pull->have.end() ? 0 : has->second;
            contact.backlog += head.sequence > known ? head.sequence - known : 0;
        }
    }
}

void NodeServer::route(const HttpRequest& request, HttpReply reply)
{
    ++m_requests;
    if (request.path == u"/healthz")
        return answerHealth(std::move(reply));
    if (request.path == u"/metrics")
        return answerMetrics(std::move(reply));
    if (request.path == u"/v1/pair")
        return answerPair(request, std::move(reply));
    const NodeId peer = request.peer ? m_setup.log.membership().nodeWithKey(request.peer->toBytes()) : NodeId();
    if (peer.isNull() || m_setup.log.membership().isKeptOut(peer)) {
        ++m_refused;
        reply.refuse(Error{ErrorKind::Forbidden, peer.isNull() ? u"node.unknown"_s : u"node.revoked"_s, {}, {}});
        return;
    }
    noteContact(request, peer);
    if (request.path == u"/v1/claim")
        return answerClaim(request, std::move(reply));
    if (request.path == u"/v1/numbers")
        return answerNumbers(request, peer, std::move(reply));
    if (request.path == u"/v1/snapshot")
        return answerSnapshot(request, peer, std::move(reply));
    answerSync(request, peer, std::move(reply));
}

void NodeServer::answerSync(const HttpRequest& request, const NodeId& peer, HttpReply reply)
{
    Answer answer = Unexpected(unknownPath());
    if (request.path == u"/v1/hello") {
        m_snapshots.hasJoined(peer);
        m_answered.erase(peer); // its disk may have been put back
    }
    if (request.path == u"/v1/hello")
        answer = m_responder.hello(peer, request.body);
    else if (request.path == u"/v1/hashes")
        answer = m_responder.hashes(peer, request.body);
    else if (request.path == u"/v1/pull")
        answer = m_responder.pull(peer, request.body);
    else if (request.path == u"/v1/push")
        answer = pushed(peer, request.body);
    else if (request.path == u"/v1/receipt")
        answer = m_responder.receipt(peer, request.body);
    if (!answer) {
        ++m_refused;
        reply.refuse(answer.error());
        return;
    }
    reply.send(bytes(std::move(*answer)));
}

NodeServer::Answer NodeServer::pushed(const NodeId& peer, QByteArrayView batch)
{
    Answer answer = m_responder.push(peer, batch);
    if (!answer)
        return answer;
    if (Result<sync::PushReply> reply = sync::decode<sync::PushReply>(*answer))
        m_answered[peer] = std::move(reply->have);
    return answer;
}

/// A new PC says the secret that it was told, its name and the key that it has just proven to own.
void NodeServer::answerPair(const HttpRequest& request, HttpReply reply)
{
    const Result<QJsonObject> object = parseJsonObject(request.body);
    const std::optional<NodeId> node = object ? NodeId::fromString(object->value(u"node"_s).toString()) : std::nullopt;
    if (!node || !request.peer) {
        reply.refuse(Error{ErrorKind::Corrupt, u"sync.badMessage"_s, {}, {{u"message"_s, u"pair"_s}}});
        return;
    }
    const Result<Invitation> invitation = m_pairing.redeem(object->value(u"secret"_s).toString().left(100));
    if (!invitation) {
        ++m_refused;
        reply.refuse(invitation.error());
        return;
    }
    const NodeEnrol enrol{*node, object->value(u"name"_s).toString().left(60), request.peer->toBytes(), invitation->compartments};
    auto shared = std::make_shared<HttpReply>(std::move(reply));
    const QString centre = m_setup.gateway.centreNow()->name;
    whenAnswered(m_setup.gateway.send(invitation->administrator, enrol), [this, alive = m_alive, &thread = m_setup.thread, centre, shared](Result<NodeReply> answer) {
        if (!answer) {
            shared->refuse(answer.error());
            return;
        }
        const QByteArray body = toJsonLine({{u"letter"_s, answer->letter}, {u"centre"_s, centre}});
        thread.post([this, alive, shared, body] {
            if (!*alive)
                return;
            (void)m_setup.log.ownGrew(); // from here on the new PC is known
            refreshAdmitted();
            shared->send(jsonAnswer(body));
        });
    });
}

void NodeServer::runClaim(const ClaimRequest& claim, std::function<void(Result<QJsonObject>)> done)
{
    const auto act = [&gateway = m_setup.gateway, claim, done](Result<Session> session) {
        if (!session)
            return done(Unexpected(session.error()));
        session->place = claim.place;
        whenAnswered(runByName(gateway, *session, claim.name, claim.parameters), done);
    };
    whenAnswered(m_setup.gateway.sessionOf(claim.login), act);
}

void NodeServer::answerClaim(const HttpRequest& request, HttpReply reply)
{
    const Result<ClaimRequest> claim = claimRequestFrom(request.body);
    if (!claim || !isClaim(claim->name)) {
        reply.refuse(claim ? unknownPath() : claim.error());
        return;
    }
    const auto before = std::find_if(m_claims.begin(), m_claims.end(), [&](const auto& each) { return each.first == claim->id; });
    if (before != m_claims.end()) {
        reply.send(jsonAnswer(before->second));
        return;
    }
    auto& waiting = m_running[claim->id];
    waiting.push_back(std::make_shared<HttpReply>(std::move(reply)));
    if (waiting.size() > 1)
        return; // asked again before it was done
    runClaim(*claim, [this, alive = m_alive, &thread = m_setup.thread, id = claim->id](Result<QJsonObject> outcome) {
        thread.post([this, alive, id, outcome = std::move(outcome)]() mutable {
            if (*alive)
                claimDone(id, std::move(outcome));
        });
    });
}

void NodeServer::claimDone(const QString& id, Result<QJsonObject> outcome)
{
    ClaimAnswer answer{std::move(outcome), {m_setup.log.ownStream(), 0}};
    const Result<sync::Heads> heads = m_setup.log.heads();
    if (heads && heads->contains(answer.until.stream))
        answer.until.sequence = heads->at(answer.until.stream).sequence;
    const QByteArray body = toBytes(answer);
    m_claims.emplace_back(id, body);
    if (m_claims.size() > claimsRemembered)
        m_claims.erase(m_claims.begin());
    for (const std::shared_ptr<HttpReply>& waiting : m_running[id])
        waiting->send(jsonAnswer(body));
    m_running.erase(id);
}

/// Numbers of today for a PC that has few left: it asks again and again, long before it needs them.
void NodeServer::answerNumbers(const HttpRequest&, const NodeId& peer, HttpReply reply)
{
    const std::vector<StreamId> streams = m_setup.log.membership().streamsOf(peer);
    if (streams.empty()) {
        reply.refuse(Error{ErrorKind::NotFound, u"node.unknown"_s, {}, {}});
        return;
    }
    Session everything; // the host's own act: nobody gave an order
    const std::shared_ptr<const CentreDefinition> definition = m_setup.gateway.centreNow();
    for (const Role& role : definition->roles)
        everything.roles << role.key;
    auto shared = std::make_shared<HttpReply>(std::move(reply));
    const NumbersGrant grant{m_setup.log.membership().newestStreamOf(peer), {}, enoughNumbers};
    whenAnswered(m_setup.gateway.send(everything, grant), [shared](Result<NumbersGrantReply> answer) {
        if (answer)
            shared->send(jsonAnswer(toJsonLine({{u"blocks"_s, qint64(answer->blocks)}})));
        else
            shared->refuse(answer.error());
    });
}

/// Whether this PC holds all that the other may hold.
bool NodeServer::seesAsMuch(const NodeId& peer) const
{
    const sync::Membership& membership = m_setup.log.membership();
    const std::vector<QByteArray> own = membership.compartmentsOf(m_setup.log.ownNode());
    const std::vector<QByteArray> others = membership.compartmentsOf(peer);
    return std::all_of(others.begin(), others.end(), [&](const QByteArray& each) { return std::find(own.begin(), own.end(), each) != own.end(); });
}

void NodeServer::answerSnapshot(const HttpRequest& request, const NodeId& peer, HttpReply reply)
{
    if (!seesAsMuch(peer)) {
        reply.refuse(Error{ErrorKind::Conflict, u"host.limited"_s, {}, {}});
        return;
    }
    const QString file = request.queryValue(u"file");
    if (file.isEmpty()) {
        const Result<QJsonObject> offer = m_snapshots.offer(peer, m_setup.log.membership(), request.queryValue(u"proves") == u"1");
        if (offer)
            reply.send(jsonAnswer(toJsonLine(*offer)));
        else
            reply.refuse(offer.error());
        return;
    }
    Result<QByteArray> piece = m_snapshots.piece(peer, file, request.queryValue(u"offset").toLongLong());
    if (!piece) {
        reply.refuse(piece.error());
        return;
    }
    HttpAnswer answer = bytes(std::move(*piece));
    answer.packing = Packing::Never; // encrypted already
    reply.send(std::move(answer));
}

void NodeServer::answerHealth(HttpReply reply)
{
    const Result<sync::Heads> heads = m_setup.log.heads();
    if (heads)
        reply.send(jsonAnswer(toJsonLine({{u"status"_s, u"ok"_s}})));
    else
        reply.refuse(503, heads.error());
}

void NodeServer::answerMetrics(HttpReply reply)
{
    std::uint64_t events = 0;
    if (const Result<sync::Heads> heads = m_setup.log.heads()) {
        for (const auto& each : *heads)
            events += each.second.sequence;
    }
    std::uint64_t backlog = 0;
    for (const auto& each : m_contacts)
        backlog += each.second.backlog;
    const QByteArray text = "# TYPE onedoor_events_total counter\nonedoor_events_total " + QByteArray::number(qulonglong(events))
        + "\n# TYPE onedoor_requests_total counter\nonedoor_requests_total " + QByteArray::number(qulonglong(m_requests))
        + "\n# TYPE onedoor_refused_total counter\nonedoor_refused_total " + QByteArray::number(qulonglong(m_refused))
        + "\n# TYPE onedoor_connections gauge\nonedoor_connections " + QByteArray::number(m_server ? m_server->connectionCount() : 0)
        + "\n# TYPE onedoor_listeners gauge\nonedoor_listeners " + QByteArray::number(qulonglong(m_listeners.size()))
        + "\n# TYPE onedoor_backlog_events gauge\nonedoor_backlog_events " + QByteArray::number(qulonglong(backlog)) + "\n";
    reply.send(textAnswer(text));
}

} // namespace onedoor
