// SPDX-License-Identifier: GPL-3.0-or-later
// Centres and a hub over loopback TLS: a host passes everything on to one process of the hub, a desk that the host is out of reach for gets it
// from another one, and centres do not meet.
#include "core/hub/hub_server.h"
#include "core/hub/migrations/schema.h"
#include "core/services/api/hub.h"
#include "core/services/api/nodes.h"
#include "core/services/catalogue.h"
#include "tests/support/hall_pc.h"
#include "tests/support/must.h"
#include "tests/support/postgres_server.h"

#include <QTest>
#include <semaphore>

using namespace onedoor;
using namespace onedoor::hall;
using namespace Qt::StringLiterals;
using hub::HubIdentity;
using hub::HubServer;

namespace {

constexpr int patience = 20'000; // milliseconds

/// A client with a key of its own, or with one that somebody stole.
class Visitor {
public:
    Visitor(const HubIdentity& hub, std::uint16_t port, const QByteArray& seed) : m_network(std::make_shared<NetworkThread>())
    {
        SystemRandom random;
        const TlsIdentity identity = must(
            TlsIdentity::fromSeed(std::span<const unsigned char, 32>(reinterpret_cast<const unsigned char*>(seed.constData()), 32), random));
        m_client = must(HttpsClient::make({.host = u"127.0.0.1"_s, .port = port, .pin = hub.key()}, identity, m_network));
    }
    HttpResponseIn ask(HttpMethod method, const QByteArray& target, const QByteArray& body = {})
    {
        std::binary_semaphore done{0};
        Result<HttpResponseIn> response;
        HttpRequestOut request;
        request.method = method;
        request.target = target;
        request.body = body;
        m_client->request(Lane::Download, std::move(request), [&](Result<HttpResponseIn> answer) {
            response = std::move(answer);
            done.release();
        });
        done.acquire();
        return must(std::move(response));
    }
    QString refusal(HttpMethod method, const QByteArray& target, const QByteArray& body = {})
    {
        const auto error = ask(method, target, body).error();
        return error ? error->code : QString();
    }

private:
    std::shared_ptr<NetworkThread> m_network;
    std::unique_ptr<HttpsClient> m_client;
};

bool hubFollows(Pc& pc)
{
    const NetworkStatus status = pc.network->status();
    return status.hub && status.hubLink.phase == sync::LinkState::Phase::Following;
}

bool hubHasAll(Pc& pc)
{
    return hubFollows(pc) && pc.network->status().hubLink.waiting == 0;
}

} // namespace

class TestHubServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aCentreIsLetInWithACode();
    void anotherProcessServesWhatThisOneTook();
    void centresDoNotMeet();
    void newsComesFromOtherProcesses();
    void strangersLearnNothing();
    void itSpeaksOfItsHealth();
    void itGoesOnWhenTheDatabaseWasAway();
    void aHubThatWasPutBackGetsTheRestAgain();
    void whoeverIsHostPassesEverythingOn();
    void aHubIsLeft();
    void whoIsShutOutIsShutOutEverywhere();
    void cleanupTestCase();

private:
    std::unique_ptr<HubServer> serve();
    PairingCode code();
    PeerAddress at(const HubServer& server) const { return {u"127.0.0.1"_s, server.port(), m_identity->key()}; }

    PostgresServer m_postgres;
    QString m_uri;
    SystemClock m_clock;
    SystemRandom m_random;
    std::optional<HubIdentity> m_identity;
    std::unique_ptr<HubServer> m_first;
    std::unique_ptr<HubServer> m_second;
    Pc m_host;
    Pc m_desk;
    Pc m_elsewhere;
};

std::unique_ptr<HubServer> TestHubServer::serve()
{
    return must(HubServer::start({.uri = m_uri, .identity = *m_identity, .name = u"区级平台"_s, .software = software, .clock = m_clock, .server = {}, .workers = 3}));
}

PairingCode TestHubServer::code()
{
    const auto connection = must(postgres::Connection::open(m_uri));
    return {u"127.0.0.1"_s, m_first->port(), NodeFingerprint::of(m_identity->key()), must(hub::invite(*connection, m_clock, m_random))};
}

void TestHubServer::initTestCase()
{
    if (!m_postgres.runs())
        QSKIP(qPrintable(m_postgres.reason()));
    m_uri = m_postgres.newDatabase();
    const SecretKey seed = SecretKey::generate(m_random);
    m_identity = must(HubIdentity::fromSeed(seed.bytes(), m_random));
    m_first = serve();
    m_second = serve();
    m_host.found();
    m_elsewhere.found();
}

void TestHubServer::aCentreIsLetInWithACode()
{
    const VisitReply before = m_host.visit(u"张伟"_s);
    PairingCode wrong = code();
    wrong.secret = wrong.secret == u"00000000" ? u"00000001"_s : u"00000000"_s;
    QCOMPARE(m_host.network->joinHub(wrong, m_host.session("admin")).error().code, u"hub.codeRefused"_s);
    QVERIFY(!m_host.network->joinHub(code(), m_host.session("wang.fang")).has_value());
    QVERIFY(!m_host.network->status().hub);
    const Result<QString> joined = m_host.network->joinHub(must(PairingCode::parse(code().toText())), m_host.session("admin"));
    QVERIFY2(joined.has_value(), joined ? "" : qPrintable(joined.error().code));
    QCOMPARE(*joined, u"区级平台"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hubHasAll(m_host), patience);
    QVERIFY(m_host.network->status().hubLink.refusals.empty());
    QVERIFY(m_host.ticket(before.ticket).has_value());
    QVERIFY(!m_host.network->status().isCutOff); // the hub is no hall host, and changes nothing about who decides
}

void TestHubServer::anotherProcessServesWhatThisOneTook()
{
    QVERIFY(m_host.network->apply([&] {
        NetworkSettings settings = serving();
        settings.hub = m_host.network->settings().hub;
        return settings;
    }()).has_value());
    const Result<PairingCode> forDesk = m_host.network->openPairing(m_host.session("admin"));
    QVERIFY(join(m_desk, *forDesk).has_value());
    m_desk.open();
    m_desk.connect();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.follows(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(hubHasAll(m_host), patience);
    // The hall's own network is gone; both still reach the hub, by different processes of it.
    NetworkSettings alone;
    alone.hub = m_host.network->settings().hub;
    QVERIFY(m_host.network->apply(alone).has_value());
    alone.hub = at(*m_second);
    QVERIFY(m_desk.network->apply(alone).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(hubHasAll(m_desk), patience);
    const VisitReply atHost = m_host.visit(u"刘洋"_s);
    const VisitReply atDesk = m_desk.visit(u"陈静"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.sees(atHost.ticket, TicketStatus::Waiting), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_host.sees(atDesk.ticket, TicketStatus::Waiting), patience);
    QCOMPARE(m_desk.ticket(atHost.ticket)->name, u"刘洋"_s); // the hub passed the key on and could not open it
}

void TestHubServer::centresDoNotMeet()
{
    // By the command line: no network runs there meanwhile.
    m_elsewhere.network.reset();
    const auto join = [this](const QString& text, const char* login) {
        return outcome(runByName(*m_elsewhere.gateway, m_elsewhere.session(login), u"hub.join"_s, {{u"code"_s, text}}));
    };
    QCOMPARE(join(u"nonsense"_s, "admin").error().code, u"pairing.shape"_s);
    QVERIFY(!join(code().toText(), "wang.fang").has_value());
    PairingCode nowhere = code();
    nowhere.port = 1;
    QCOMPARE(join(nowhere.toText(), "admin").error().code, u"sync.unreachable"_s);
    PairingCode counterfeit = code();
    counterfeit.fingerprint.bytes[0] ^= 1;
    QCOMPARE(join(counterfeit.toText(), "admin").error().code, u"sync.wrongPeer"_s);
    const Result<QJsonObject> joined = join(code().toText(), "admin");
    QVERIFY2(joined.has_value(), joined ? "" : qPrintable(joined.error().code));
    QCOMPARE(joined->value(u"name"_s).toString(), u"区级平台"_s);
    QCOMPARE(join(code().toText(), "admin").error().code, u"hub.already"_s);
    m_elsewhere.connect();
    m_elsewhere.visit(u"赵敏"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hubHasAll(m_elsewhere), patience);
    const auto connection = must(postgres::Connection::open(m_uri));
    const auto centres = must(hub::centres(*connection));
    QCOMPARE(centres.size(), std::size_t(2));
    hub::MemberCache cache;
    std::set<StreamId> seen;
    std::size_t streams = 0;
    for (const hub::CentreRow& row : centres) {
        for (const auto& each : must(must(hub::HubLog::open(*connection, cache, m_identity->node, row.centre))->heads())) {
            seen.insert(each.first);
            ++streams;
        }
    }
    QCOMPARE(seen.size(), streams); // no stream stands in both
    QVERIFY(streams >= 3);
    // A node of one centre asks for the other one.
    NodeIdentity node;
    m_elsewhere.gateway->onWriter([&](CommandRunner& runner) { node = runner.store().identity; });
    NodeIdentity other;
    m_host.gateway->onWriter([&](CommandRunner& runner) { other = runner.store().identity; });
    Visitor intruder(*m_identity, m_first->port(), node.signingSeed);
    const QByteArray pull = encode(sync::PullRequest{});
    QCOMPARE(intruder.refusal(HttpMethod::Post, "/v1/pull?centre=" + other.centre.toString().toLatin1(), pull), u"node.unknown"_s);
    const HttpResponseIn own = intruder.ask(HttpMethod::Post, "/v1/pull?centre=" + node.centre.toString().toLatin1(), pull);
    QVERIFY(own.isSuccess());
    const sync::PullReply reply = must(sync::decode<sync::PullReply>(own.body));
    for (const sync::StreamPart& part : reply.batch.parts) {
        for (const sync::Item& item : part.items)
            QVERIFY(!item.envelope.contains(other.centre.raw.view().toByteArray()));
    }
}

void TestHubServer::newsComesFromOtherProcesses()
{
    // Without news the desk would ask every fifteen seconds. A busy disk may hold up one act, hardly each of them.
    qint64 quickest = patience;
    for (int at = 0; at < 3; ++at) {
        QElapsedTimer since;
        since.start();
        const VisitReply visit = m_host.visit(u"孙丽"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.sees(visit.ticket, TicketStatus::Waiting), patience);
        quickest = std::min(quickest, since.elapsed());
    }
    QVERIFY2(quickest < 3'000, qPrintable(QString::number(quickest)));
}

void TestHubServer::strangersLearnNothing()
{
    Visitor stranger(*m_identity, m_first->port(), QByteArray(32, 'x'));
    NodeIdentity node;
    m_host.gateway->onWriter([&](CommandRunner& runner) { node = runner.store().identity; });
    const QByteArray served = node.centre.toString().toLatin1();
    const QByteArray unserved(32, 'a');
    const QByteArray pull = encode(sync::PullRequest{});
    QCOMPARE(stranger.refusal(HttpMethod::Post, "/v1/pull?centre=" + served, pull), u"node.unknown"_s);
    QCOMPARE(stranger.refusal(HttpMethod::Post, "/v1/pull?centre=" + unserved, pull), u"node.unknown"_s);
    QCOMPARE(stranger.refusal(HttpMethod::Post, "/v1/pull", pull), u"node.unknown"_s);
    QCOMPARE(stranger.refusal(HttpMethod::Post, "/v1/admit", "{}"), u"sync.badMessage"_s);
    const QByteArray guess = R"({"secret":"00000000","centre":"0123456789abcdef0123456789abcdef","node":"0123456789abcdef0123456789abcdef",)"
                             R"("founder":"0123456789abcdef0123456789abcdef","founderKey":")"
        + QByteArray(64, 'a') + R"(","name":"x"})";
    QStringList answers;
    for (int at = 0; at < 40; ++at)
        answers << stranger.refusal(HttpMethod::Post, "/v1/admit", guess);
    QCOMPARE(answers.first(), u"pairing.expired"_s);
    QVERIFY(answers.contains(u"pairing.tooManyTries"_s)); // who tries secrets is slowed down to nothing
}

void TestHubServer::itSpeaksOfItsHealth()
{
    Visitor anybody(*m_identity, m_second->port(), QByteArray(32, 'y'));
    QCOMPARE(anybody.ask(HttpMethod::Get, "/healthz").body, QByteArray("{\"status\":\"ok\"}"));
    const QByteArray metrics = anybody.ask(HttpMethod::Get, "/metrics").body;
    NodeIdentity node;
    m_host.gateway->onWriter([&](CommandRunner& runner) { node = runner.store().identity; });
    const QByteArray label = "{centre=\"" + node.centre.toString().toLatin1() + "\"";
    for (const char* name : {"onedoor_events_total", "onedoor_streams", "onedoor_listeners", "onedoor_requests_total", "onedoor_refused_total",
                             "onedoor_taken_events_total", "onedoor_backlog_events", "onedoor_request_seconds_bucket", "onedoor_request_seconds_count"})
        QVERIFY2(metrics.contains(QByteArray(name + label)), metrics.constData());
    QVERIFY(!metrics.contains("dongxihu"));
}

void TestHubServer::itGoesOnWhenTheDatabaseWasAway()
{
    const auto connection = must(postgres::Connection::open(m_uri));
    must(connection->query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    const VisitReply visit = m_host.visit(u"周强"_s);
    m_host.network->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.sees(visit.ticket, TicketStatus::Waiting), patience);
    // A process that starts anew knows all that the one before knew.
    m_second.reset();
    m_second = serve();
    NetworkSettings settings;
    settings.hub = at(*m_second);
    QVERIFY(m_desk.network->apply(settings).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(hubHasAll(m_desk), patience);
}

void TestHubServer::aHubThatWasPutBackGetsTheRestAgain()
{
    const auto connection = must(postgres::Connection::open(m_uri));
    const char* const tables[] = {"centre", "trusted", "head", "event", "subject_key"};
    must(connection->execute("BEGIN ISOLATION LEVEL REPEATABLE READ; CREATE SCHEMA backup"));
    for (const char* table : tables)
        must(connection->execute(QByteArray("CREATE TABLE backup.") + table + " AS TABLE onedoor." + table));
    must(connection->execute("COMMIT"));
    const VisitReply visit = m_host.visit(u"吴磊"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.sees(visit.ticket, TicketStatus::Waiting), patience);
    const auto events = [&] { return must(connection->query("SELECT count(*) FROM onedoor.event")).number(0, 0); };
    const std::int64_t before = events();
    m_first.reset();
    m_second.reset();
    for (const char* table : tables)
        must(connection->execute(QByteArray("TRUNCATE onedoor.") + table + "; INSERT INTO onedoor." + table + " SELECT * FROM backup." + table));
    QVERIFY(events() < before);
    m_second = serve();
    NetworkSettings settings = m_host.network->settings();
    settings.hub = at(*m_second);
    QVERIFY(m_host.network->apply(settings).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(events(), before, patience);
    settings = {};
    settings.hub = at(*m_second);
    QVERIFY(m_desk.network->apply(settings).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(hubHasAll(m_desk), patience);
}

void TestHubServer::whoeverIsHostPassesEverythingOn()
{
    // The hub was joined at the first process; the one that is left says where it is.
    const NodeListReply before = must(m_host.gateway->ask(m_host.session("admin"), NodeList{}).result());
    QCOMPARE(before.hub, m_identity->node);
    const HubTellAddress elsewhere{m_identity->node, u"127.0.0.1"_s, m_second->port()};
    QVERIFY(must(m_host.gateway->send(m_host.session("admin"), elsewhere).result()).name == u"区级平台");
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.network->status().hubLink.waiting == 0 && hubHasAll(m_host), patience);
    QTRY_COMPARE_WITH_TIMEOUT(must(m_desk.gateway->ask(m_desk.session("admin"), NodeList{}).result()).hubPort, m_second->port(), patience);
    // A desk is told of no hub of its own, and takes over: the host before is switched off.
    QVERIFY(m_desk.network->apply({}).has_value());
    const NodeId former = before.self;
    const NodeId desk = must(m_desk.gateway->ask(m_desk.session("admin"), NodeList{}).result()).self;
    m_host.network.reset();
    QVERIFY(!m_desk.network->status().hub);
    QCOMPARE(m_desk.gateway->send(m_desk.session("admin"), HostName{m_identity->node}).result().error().code, u"host.isHub"_s);
    QVERIFY(m_desk.gateway->send(m_desk.session("admin"), HostName{}).result().has_value());
    QTRY_VERIFY_WITH_TIMEOUT(hubHasAll(m_desk), patience);
    const VisitReply visit = m_desk.visit(u"郑凯"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hubHasAll(m_desk), patience);
    // The former host comes back and learns it from the hub.
    m_host.connect();
    QTRY_VERIFY_WITH_TIMEOUT(m_host.sees(visit.ticket, TicketStatus::Waiting), patience);
    QTRY_COMPARE_WITH_TIMEOUT(must(m_host.gateway->ask(m_host.session("admin"), NodeList{}).result()).host, desk, patience);
    QVERIFY(m_desk.gateway->send(m_desk.session("admin"), HostName{former}).result().has_value());
    QTRY_COMPARE_WITH_TIMEOUT(must(m_host.gateway->ask(m_host.session("admin"), NodeList{}).result()).host, former, patience);
}

void TestHubServer::aHubIsLeft()
{
    const auto leave = [this](const char* login) { return m_elsewhere.gateway->send(m_elsewhere.session(login), HubLeave{}).result(); };
    QVERIFY(!leave("wang.fang").has_value());
    QCOMPARE(must(leave("admin")).name, u"区级平台"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_elsewhere.network->status().hub, patience);
    QVERIFY(!m_elsewhere.network->settings().hub);
    QVERIFY(must(m_elsewhere.gateway->ask(m_elsewhere.session("admin"), NodeList{}).result()).hub.isNull());
    QCOMPARE(leave("admin").error().code, u"hub.none"_s);
    m_elsewhere.network.reset();
    m_elsewhere.connect();
    m_elsewhere.visit(u"赵敏"_s);
    QVERIFY(!m_elsewhere.network->status().hub); // also after a new start
    m_first = serve();
    QVERIFY(m_elsewhere.network->joinHub(code(), m_elsewhere.session("admin")).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(hubHasAll(m_elsewhere), patience);
}

void TestHubServer::whoIsShutOutIsShutOutEverywhere()
{
    NodeIdentity node;
    m_desk.gateway->onWriter([&](CommandRunner& runner) { node = runner.store().identity; });
    wait(m_host.gateway->send(m_host.session("admin"), NodeRevoke{node.node, u"遗失"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(hubHasAll(m_host), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!hubFollows(m_desk), patience);
    Visitor thief(*m_identity, m_second->port(), node.signingSeed);
    QCOMPARE(thief.refusal(HttpMethod::Post, "/v1/pull?centre=" + node.centre.toString().toLatin1(), encode(sync::PullRequest{})), u"node.revoked"_s);
}

void TestHubServer::cleanupTestCase()
{
    for (Pc* pc : {&m_desk, &m_host, &m_elsewhere})
        pc->close();
    m_second.reset();
    m_first.reset();
}

QTEST_GUILESS_MAIN(TestHubServer)
#include "tst_hub_server.moc"
