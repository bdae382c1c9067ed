// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/hub_server.h"

#include "core/base/json_text.h"
#include "core/hub/migrations/schema.h"
#include "core/sync/responder.h"

namespace onedoor::hub {

using namespace Qt::StringLiterals;
using postgres::Connection;
using postgres::Rows;

namespace {

constexpr std::chrono::milliseconds betweenLooks{200}; ///< for what other processes stored
constexpr int wrongSecretsAMinute = 30;                ///< of 2^40 in a day that a code is good for

Unexpected badMessage()
{
    return fail(ErrorKind::Corrupt, u"sync.badMessage"_s, {}, {{u"message"_s, u"admit"_s}});
}

Unexpected unknownNode()
{
    return fail(ErrorKind::Forbidden, u"node.unknown"_s);
}

HttpAnswer jsonAnswer(const QJsonObject& object)
{
    HttpAnswer answer;
    answer.body = toJsonLine(object);
    answer.contentType = QByteArrayLiteral("application/json");
    return answer;
}

HttpAnswer bytesAnswer(QByteArray body)
{
    HttpAnswer answer;
    answer.body = std::move(body);
    return answer;
}

std::optional<Applicant> applicantFrom(const QJsonObject& object, const NodeKey& key)
{
    const auto centre = CentreId::fromString(object.value(u"centre"_s).toString());
    const auto node = NodeId::fromString(object.value(u"node"_s).toString());
    const auto founder = NodeId::fromString(object.value(u"founder"_s).toString());
    const Result<NodeKey> founderKey = NodeKey::fromBytes(QByteArray::fromHex(object.value(u"founderKey"_s).toString().toLatin1()));
    if (!centre || !node || !founder || !founderKey || centre->isNull() || node->isNull())
        return std::nullopt;
    return Applicant{.centre = *centre, .name = object.value(u"name"_s).toString().left(200), .node = *node, .key = key.toBytes(), .founder = *founder,
                     .founderKey = founderKey->toBytes()};
}

} // namespace

HubServer::HubServer(Setup setup) : m_setup(std::move(setup)) {}

Result<std::unique_ptr<HubServer>> HubServer::start(Setup setup)
{
    std::unique_ptr<HubServer> server(new HubServer(std::move(setup)));
    ONEDOOR_ASSIGN(const std::unique_ptr<Connection> connection, Connection::open(server->m_setup.uri));
    ONEDOOR_TRY(bringSchemaUpToDate(*connection));
    ONEDOOR_TRY(checkKey(*connection, server->m_setup.identity));
    ONEDOOR_TRY(server->m_keys.refresh(*connection, server->m_cache));
    server->m_workers = std::make_unique<WorkerPool>(server->m_setup.uri, server->m_setup.workers);
    ONEDOOR_TRY(server->listen());
    server->m_watcher = std::thread([server = server.get()] { server->watch(); });
    return server;
}

HubServer::~HubServer()
{
    {
        const std::lock_guard lock(m_stopping);
        m_isStopping = true;
    }
    m_stop.notify_all();
    if (m_watcher.joinable())
        m_watcher.join();
    if (m_server)
        m_server->stop();
    if (m_workers)
        m_workers->stop();
}

Result<void> HubServer::listen()
{
    ServerHandlers handlers;
    handlers.request = [this](HttpRequest request, HttpReply reply) { take(std::move(request), std::move(reply)); };
    handlers.admits = [this](const NodeKey& key) { return m_keys.contains(key); };
    handlers.live.opened = [this](const LiveConnectionPtr& connection) { m_news.opened(connection); };
    handlers.live.message = [](const LiveConnectionPtr&, const QByteArray&) {};
    handlers.live.closed = [this](const LiveConnectionPtr& connection, const Error&) {
        if (connection)
            m_news.closed(connection);
    };
    m_server = std::make_unique<HttpsServer>(m_setup.server, m_setup.identity.certificate, std::move(handlers));
    ONEDOOR_ASSIGN(m_port, m_server->start());
    return {};
}

/// Network threads hand on; the database is waited for elsewhere.
void HubServer::take(HttpRequest request, HttpReply reply)
{
    auto shared = std::make_shared<std::pair<HttpRequest, HttpReply>>(std::move(request), std::move(reply));
    m_workers->post([this, shared](Result<Connection*> connection) {
        Answer given = connection ? answer(**connection, shared->first) : Answer(Unexpected(connection.error()));
        if (given)
            shared->second.send(std::move(*given));
        else if (given.error().code == u"hub.unreachable" || given.error().kind == ErrorKind::Busy)
            shared->second.refuse(503, given.error());
        else
            shared->second.refuse(given.error());
    });
}

HubServer::Answer HubServer::answer(Connection& connection, const HttpRequest& request)
{
    if (request.path == u"/healthz") {
        ONEDOOR_TRY(connection.query("SELECT step FROM onedoor.schema_step"));
        return jsonAnswer({{u"status"_s, u"ok"_s}});
    }
    if (request.path == u"/metrics")
        return answerMetrics(connection);
    if (request.path == u"/v1/admit")
        return answerAdmit(connection, request);
    return answerNode(connection, request);
}

bool HubServer::mayTrySecret()
{
    const std::int64_t minute = m_setup.clock.now().milliseconds / 60'000;
    const std::lock_guard lock(m_secrets);
    if (minute != m_wrongMinute) {
        m_wrongMinute = minute;
        m_wrongSecrets = 0;
    }
    return m_wrongSecrets < wrongSecretsAMinute;
}

/// A centre's host says the secret that it was told, who it is, and who founded the centre.
HubServer::Answer HubServer::answerAdmit(Connection& connection, const HttpRequest& request)
{
    const Result<QJsonObject> object = parseJsonObject(request.body);
    const std::optional<Applicant> applicant = object && request.peer ? applicantFrom(*object, *request.peer) : std::nullopt;
    if (!applicant)
        return badMessage();
    if (!mayTrySecret())
        return fail(ErrorKind::Forbidden, u"pairing.tooManyTries"_s, u"secret"_s);
    const Result<void> admitted = admit(connection, m_cache, m_setup.identity, object->value(u"secret"_s).toString().left(100), *applicant, m_setup.clock.now());
    if (!admitted) {
        if (admitted.error().code == u"pairing.expired") {
            const std::lock_guard lock(m_secrets);
            ++m_wrongSecrets;
        }
        m_metrics.refusedStranger();
        return Unexpected(admitted.error());
    }
    refreshKeys(connection);
    return jsonAnswer({{u"node"_s, m_setup.identity.node.toString()}, {u"name"_s, m_setup.name}});
}

/// Which centre is meant stands in the request; whether the key that was proven belongs to it, in that centre's events. Who belongs to
/// another centre hears nothing, not even whether this one is served.
HubServer::Answer HubServer::answerNode(Connection& connection, const HttpRequest& request)
{
    const auto begin = std::chrono::steady_clock::now();
    const std::optional<CentreId> centre = CentreId::fromString(request.queryValue(u"centre"));
    if (!centre || !request.peer) {
        m_metrics.refusedStranger();
        return unknownNode();
    }
    const Result<std::unique_ptr<HubLog>> log = HubLog::open(connection, m_cache, m_setup.identity.node, *centre,
                                                               [&key = m_setup.identity.certificate](QByteArrayView message) { return key.sign(message); });
    if (!log && log.error().code != u"hub.centreUnknown")
        return Unexpected(log.error());
    const NodeId peer = log ? (*log)->membership().nodeWithKey(request.peer->toBytes()) : NodeId();
    if (peer.isNull()) {
        m_metrics.refusedStranger();
        return unknownNode();
    }
    Answer answer = (*log)->membership().isRevoked(peer) ? Answer(fail(ErrorKind::Forbidden, u"node.revoked"_s)) : answerSync(**log, peer, *centre, request);
    m_metrics.answered(*centre, std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin), !answer);
    return answer;
}

HubServer::Answer HubServer::answerSync(HubLog& log, const NodeId& peer, const CentreId& centre, const HttpRequest& request)
{
    sync::Responder responder(log, m_setup.clock, m_setup.software);
    Result<QByteArray> body = fail(ErrorKind::NotFound, u"sync.noSuchPath"_s);
    if (request.path == u"/v1/push")
        return answerPush(log, peer, centre, request);
    if (request.path == u"/v1/hello")
        body = log.inSnapshot([&] { return responder.hello(peer, request.body); });
    else if (request.path == u"/v1/hashes")
        body = log.inSnapshot([&] { return responder.hashes(peer, request.body); });
    else if (request.path == u"/v1/pull")
        body = log.inSnapshot([&] {
            noteBacklog(log, peer, centre, request.body);
            return responder.pull(peer, request.body);
        });
    else if (request.path == u"/v1/receipt")
        body = log.inSnapshot([&] { return responder.receipt(peer, request.body); });
    if (!body)
        return Unexpected(body.error());
    return bytesAnswer(std::move(*body));
}

HubServer::Answer HubServer::answerPush(HubLog& log, const NodeId& peer, const CentreId& centre, const HttpRequest& request)
{
    sync::Responder responder(log, m_setup.clock, m_setup.software);
    const std::uint64_t members = log.membership().generation();
    ONEDOOR_ASSIGN(QByteArray body, responder.push(peer, request.body));
    if (log.storedEvents() != 0) {
        m_metrics.took(centre, log.storedEvents());
        if (const Result<sync::PushReply> reply = sync::decode<sync::PushReply>(body))
            m_news.announce(centre, reply->have);
    }
    if (log.membership().generation() != members)
        refreshKeys(log.connection());
    return bytesAnswer(std::move(body));
}

void HubServer::noteBacklog(HubLog& log, const NodeId& peer, const CentreId& centre, const QByteArray& request)
{
    const Result<sync::PullRequest> pull = sync::decode<sync::PullRequest>(request);
    const Result<sync::Heads> heads = log.heads();
    if (!pull || !heads)
        return;
    std::uint64_t backlog = 0;
    for (const auto& [stream, head] : *heads) {
        const auto has = pull->have.find(stream);
        const std::uint64_t known = has == pull->have.end() ? 0 : has->second;
        backlog += head.sequence > known ? head.sequence - known : 0;
    }
    m_metrics.backlogOf(centre, peer, backlog);
}

HubServer::Answer HubServer::answerMetrics(Connection& connection)
{
    ONEDOOR_ASSIGN(const Rows rows, connection.query("SELECT centre, coalesce(sum(sequence), 0)::bigint, count(*) FROM onedoor.head WHERE sequence > 0 GROUP BY centre"));
    std::vector<HubMetrics::Held> held;
    for (int row = 0; row < rows.count(); ++row) {
        const CentreId centre(rows.id(row, 0));
        held.push_back({centre, std::uint64_t(rows.number(row, 1)), std::uint64_t(rows.number(row, 2)), m_news.listenersOf(centre)});
    }
    HttpAnswer answer;
    answer.body = m_metrics.text(held, m_server->connectionCount());
    answer.contentType = QByteArrayLiteral("text/plain; version=0.0.4; charset=utf-8");
    return answer;
}

void HubServer::refreshKeys(Connection& connection)
{
    const Result<std::vector<NodeKey>> gone = m_keys.refresh(connection, m_cache);
    if (!gone)
        return; // the watcher comes by soon
    for (const NodeKey& key : *gone)
        m_server->closeConnectionsOf(key);
}

/// What other processes stored: news, members that came or went. A poll and no LISTEN, which does not pass through a pooler.
void HubServer::watch()
{
    std::unique_ptr<Connection> connection;
    std::unique_lock lock(m_stopping);
    while (!m_stop.wait_for(lock, betweenLooks, [this] { return m_isStopping; })) {
        lock.unlock();
        if (!connection || !connection->isAlive()) {
            Result<std::unique_ptr<Connection>> opened = Connection::open(m_setup.uri);
            connection = opened ? std::move(*opened) : nullptr;
        }
        if (connection)
            look(*connection);
        lock.lock();
    }
}

void HubServer::look(Connection& connection)
{
    refreshKeys(connection);
    for (const CentreId& centre : m_news.centres()) {
        const Result<Rows> rows = connection.query("SELECT stream, sequence FROM onedoor.head WHERE centre = $1 AND sequence > 0", postgres::Parameters().id(centre));
        if (!rows)
            return;
        sync::Frontier heads;
        for (int row = 0; row < rows->count(); ++row)
            heads.emplace(StreamId(rows->id(row, 0)), std::uint64_t(rows->number(row, 1)));
        m_news.announce(centre, heads);
    }
}

} // namespace onedoor::hub
