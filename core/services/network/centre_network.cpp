// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/centre_network.h"

#include "core/services/api/nodes.h"
#include "core/services/network/host_search.h"
#include "core/services/network/local_address.h"
#include "core/store/store_opening.h"
#include "core/sync/transport/network_thread.h"
#include "core/store/views/node_queries.h"

#include <algorithm>
#include <semaphore>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

Result<TlsIdentity> identityOf(const NodeIdentity& node, Random& random)
{
    constexpr std::size_t size = TlsIdentity::seedSize;
    if (std::size_t(node.signingSeed.size()) != size)
        return fail(ErrorKind::Internal, u"sync.identity"_s);
    return TlsIdentity::fromSeed(std::span<const unsigned char, size>(reinterpret_cast<const unsigned char*>(node.signingSeed.constData()), size),
                                 random);
}

bool sameContacts(const NetworkStatus& one, const NetworkStatus& other)
{
    return std::equal(one.contacts.begin(), one.contacts.end(), other.contacts.begin(), other.contacts.end(), [](const auto& a, const auto& b) {
        return a.first == b.first && a.second.isConnected == b.second.isConnected && a.second.backlog == b.second.backlog;
    });
}

bool sameStatus(const NetworkStatus& one, const NetworkStatus& other)
{
    return one.role == other.role && one.port == other.port && one.serveError == other.serveError && one.peer == other.peer
        && one.link.phase == other.link.phase && one.link.error == other.link.error && one.link.waiting == other.link.waiting
        && one.link.brokenSince == other.link.brokenSince && one.link.refusals.size() == other.link.refusals.size()
        && one.link.forks.size() == other.link.forks.size() && one.isCutOff == other.isCutOff && one.hub == other.hub
        && one.hubLink.phase == other.hubLink.phase && one.hubLink.error == other.hubLink.error && one.hubLink.waiting == other.hubLink.waiting
        && one.hubLink.brokenSince == other.hubLink.brokenSince && sameContacts(one, other);
}

/// Also while it greets anew.
sync::LinkState shownStateOf(const NodeLink& link)
{
    sync::LinkState state = link.state();
    if (link.isFollowing())
        state.phase = sync::LinkState::Phase::Following;
    return state;
}

} // namespace

CentreNetwork::CentreNetwork(LocalGateway& gateway, QString software, TlsIdentity identity)
    : m_gateway(gateway), m_software(std::move(software)), m_identity(std::move(identity))
{
}

Result<std::unique_ptr<CentreNetwork>> CentreNetwork::start(LocalGateway& gateway, const QString& software)
{
    NodeIdentity node;
    gateway.onWriter([&](CommandRunner& runner) { node = runner.store().identity; });
    ONEDOOR_ASSIGN(TlsIdentity identity, identityOf(node, gateway.setup().random));
    ONEDOOR_ASSIGN(const NetworkSettings settings, NetworkSettings::read(gateway.paths()));
    std::unique_ptr<CentreNetwork> network(new CentreNetwork(gateway, software, std::move(identity)));
    ONEDOOR_TRY(network->open());
    network->m_thread.start([network = network.get()] { return network->turn(); });
    connect(&gateway, &Gateway::changed, network.get(), [network = network.get()](const ChangeSet& changes) {
        // A large batch does not say what is in it.
        const bool mayNameHost = changes.nodes || changes.records.empty();
        network->m_thread.post([network, mayNameHost] { network->grew(mayNameHost); });
    },
            Qt::DirectConnection);
    gateway.setForwarder([network = network.get()](const Session& session, const char* name, const QJsonObject& parameters,
                                                   std::function<void(Result<QJsonObject>)> done) {
        return network->forward(session, name, parameters, std::move(done));
    });
    gateway.setForerunner([network = network.get()](LocalGateway::Ahead ahead) {
        network->m_thread.post([network, ahead] {
            if (ahead == LocalGateway::Ahead::DiskIsAwaited)
                network->willGrow();
            else
                network->grew(false); // what the views show of it does not concern other PCs
        });
    });
    ONEDOOR_TRY(network->begin(settings));
    return network;
}

CentreNetwork::~CentreNetwork()
{
    m_gateway.setForwarder({});
    m_gateway.setForerunner({});
    disconnect(&m_gateway, nullptr, this, nullptr);
    if (m_log)
        end();
    m_thread.stop();
    if (m_log)
        m_gateway.setCutOff(hostOf(m_host, m_founder) != m_log->ownNode());
}

/// The log, with who belongs to the centre.
Result<void> CentreNetwork::open()
{
    const GatewaySetup& setup = m_gateway.setup();
    sync::JournalLog::Setup log{.identity = {}, .stream = {}, .onWriter = {}, .onStored = {}, .beginAnew = {}, .nodes = {}, .clock = setup.clock};
    Result<void> outcome;
    CommandRunner* ofGateway = nullptr;
    m_gateway.onWriter([&](CommandRunner& runner) {
        ofGateway = &runner; // there as long as the gateway is
        log.identity = runner.store().identity;
        log.stream = runner.writer().stream();
        const Result<std::vector<NodeRow>> nodes = queries::nodes(runner.writer().views());
        if (!nodes) {
            outcome = Unexpected(nodes.error());
            return;
        }
        for (const NodeRow& row : *nodes)
            log.nodes.push_back(row.node);
    });
    ONEDOOR_TRY(outcome);
    log.onWriter = [&gateway = m_gateway](sync::JournalLog::WriterTask task, const std::function<void()>& beside) {
        gateway.besideWriter([task = std::move(task)](CommandRunner& runner, const LocalGateway::Answered& answered) { task(runner.writer(), answered); }, beside);
        return true;
    };
    log.onStored = [&gateway = m_gateway, runner = ofGateway](const Committed& committed) {
        if (runner->writer().viewsAreBehind())
            runner->noteLargeBatch();
        ChangeSet changes = runner->changesOf(committed);
        changes.origin = ChangeSet::Origin::Sync;
        gateway.publish(changes);
    };
    log.beginAnew = [&gateway = m_gateway](OpeningReason reason, std::uint64_t lastShared) -> Result<StreamId> {
        const GatewaySetup& with = gateway.setup();
        Result<StreamId> stream = fail(ErrorKind::Busy, u"store.closing"_s);
        gateway.onWriter([&](CommandRunner& runner) {
            const StoreAccess access{.paths = with.paths, .key = with.key, .cipher = with.cipher, .nodeName = with.nodeName, .software = with.software};
            Result<Committed> restarted = restartStream(runner.store(), reason, lastShared, access, with.clock.now(), with.random);
            if (!restarted) {
                stream = Unexpected(restarted.error());
                return;
            }
            runner.identityChanged();
            gateway.publish(runner.changesOf(std::move(*restarted)));
            stream = runner.writer().stream();
        });
        return stream;
    };
    ONEDOOR_ASSIGN(JournalStore reader, JournalStore::open(setup.paths.journal(), {.mode = sqlite::OpenMode::ReadOnly,
                                                                                    .key = {setup.cipher, setup.key.derive(KeyPurpose::JournalFile)}}));
    ONEDOOR_ASSIGN(m_log, sync::JournalLog::open(std::move(reader), std::move(log)));
    ONEDOOR_ASSIGN(m_founder, m_log->founder());
    ONEDOOR_ASSIGN(m_host, m_log->host());
    m_wasHost = hostNow() == m_log->ownNode();
    m_network = std::make_shared<NetworkThread>();
    m_search = std::make_unique<HostSearch>([this](const PeerAddress& peer) {
        Result<std::unique_ptr<NodeLink>> link = makeLink(peer, NodeLink::Setup::To::Neighbour);
        return link ? std::move(*link) : nullptr;
    });
    return {};
}

void CentreNetwork::onSyncThread(const std::function<void()>& task)
{
    std::binary_semaphore done{0};
    m_thread.post([&] {
        task();
        done.release();
    });
    done.acquire();
}

Result<void> CentreNetwork::apply(const NetworkSettings& settings)
{
    Result<void> kept;
    onSyncThread([&] { kept = settings.write(m_gateway.paths()); }); // which writes them too
    ONEDOOR_TRY(kept);
    return begin(settings);
}

Result<std::unique_ptr<NodeLink>> CentreNetwork::makeLink(const PeerAddress& peer, NodeLink::Setup::To to)
{
    const GatewaySetup& setup = m_gateway.setup();
    return NodeLink::make({*m_log, m_thread, setup.clock, setup.random, m_software, m_identity, peer, m_network, to});
}

void CentreNetwork::startServer(std::uint16_t port)
{
    m_server = std::make_unique<NodeServer>(NodeServer::Setup{m_gateway, *m_log, m_thread, m_software, m_identity});
    const Result<std::uint16_t> bound = m_server->start(port);
    if (bound)
        m_port = *bound;
    else
        m_serveError = bound.error();
}

/// Ends what runs under other settings and begins anew.
Result<void> CentreNetwork::begin(const NetworkSettings& settings)
{
    end();
    {
        const std::lock_guard lock(m_mutex);
        m_settings = settings;
    }
    Result<void> outcome;
    onSyncThread([&] {
        m_serveError.reset();
        m_port = 0;
        if (settings.serves)
            startServer(settings.port);
        const auto linkTo = [&](const std::optional<PeerAddress>& peer, NodeLink::Setup::To to, std::unique_ptr<NodeLink>& made) {
            if (!peer)
                return;
            Result<std::unique_ptr<NodeLink>> link = makeLink(*peer, to);
            if (link)
                made = std::move(*link);
            else
                outcome = Unexpected(link.error());
        };
        linkTo(settings.host, NodeLink::Setup::To::Host, m_link);
        linkTo(settings.hub, NodeLink::Setup::To::Hub, m_hubLink);
        m_addressLookAt = sync::Steady(0);
        m_isRunning = true;
        judgeRole();
        publish();
    });
    return outcome;
}

void CentreNetwork::end()
{
    std::unique_ptr<NodeServer> server;
    onSyncThread([&] {
        server = std::move(m_server);
        m_link.reset();
        m_hubLink.reset();
        m_search->end();
        m_isRunning = false;
    });
    if (!server)
        return;
    server->stop();
    onSyncThread([&] { server.reset(); }); // after the last task that speaks of it
}

std::chrono::milliseconds CentreNetwork::turn()
{
    std::chrono::milliseconds rest{500};
    if (m_link)
        rest = std::min(rest, m_link->turn(steadyNow()));
    if (m_isRunning)
        followHub(); // first: a hub that was left gets nothing of what came since
    if (m_hubLink)
        rest = std::min(rest, m_hubLink->turn(steadyNow()));
    if (m_isRunning)
        rest = std::min(rest, seekHost(steadyNow()));
    judgeRole();
    publish();
    return rest;
}

/// While an own act is on its way to the disk: grew() follows, and finds all of it read, gathered and signed.
void CentreNetwork::willGrow()
{
    (void)m_log->ownGrew();
    if (m_link)
        m_link->willGrow();
}

/// After every commit, own or foreign.
void CentreNetwork::grew(bool mayNameHost)
{
    (void)m_log->ownGrew();
    if (m_link)
        m_link->grew();
    if (m_hubLink)
        m_hubLink->grew();
    m_search->grew();
    if (m_server)
        m_server->grew();
    if (!mayNameHost)
        return;
    if (const Result<HostState> host = m_log->host())
        m_host = *host;
}

/// Whether this PC is the host; and if not, whether claims can go to it.
void CentreNetwork::judgeRole()
{
    const bool isHost = hostOf(m_host, m_founder) == m_log->ownNode();
    const bool follows = m_link && m_link->isFollowing();
    const bool isAtHost = follows && m_link->state().peer == hostOf(m_host, m_founder);
    m_takesClaims = !isHost && isAtHost;
    m_gateway.setCutOff(!isHost && !isAtHost);
    if (!isHost && follows)
        yieldIfReplaced();
}

void CentreNetwork::publish()
{
    NetworkStatus status;
    const bool isHost = hostOf(m_host, m_founder) == m_log->ownNode();
    status.role = !isHost ? NetworkStatus::Role::Desk : (m_server ? NetworkStatus::Role::Host : NetworkStatus::Role::Alone);
    status.port = m_port;
    status.serveError = m_serveError;
    if (m_link) {
        status.peer = m_link->peer();
        status.link = shownStateOf(*m_link);
    }
    if (m_hubLink) {
        status.hub = m_hubLink->peer();
        status.hubLink = shownStateOf(*m_hubLink);
    }
    status.isCutOff = !isHost && !m_takesClaims;
    if (m_server)
        status.contacts.assign(m_server->contacts().begin(), m_server->contacts().end());
    bool isNews = false;
    {
        const std::lock_guard lock(m_mutex);
        isNews = !sameStatus(status, m_status);
        m_status = std::move(status);
    }
    if (isNews)
        Q_EMIT changed();
}

NetworkStatus CentreNetwork::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

NetworkSettings CentreNetwork::settings() const
{
    const std::lock_guard lock(m_mutex);
    return m_settings;
}

Result<PairingCode> CentreNetwork::openPairing(const Session& administrator, const std::vector<QString>& compartments)
{
    ONEDOOR_TRY(checkRight(m_gateway.centre(), administrator, NodeEnrol::name));
    NetworkSettings wanted = settings();
    if (!wanted.serves) {
        wanted.serves = true;
        ONEDOOR_TRY(apply(wanted));
    }
    PairingCode code;
    std::optional<Error> error;
    onSyncThread([&] {
        error = m_serveError;
        if (!error && m_server)
            code.secret = m_server->openPairing({administrator, compartments});
        code.port = m_port;
    });
    if (error)
        return Unexpected(*error);
    code.host = wanted.advertisedHost.isEmpty() ? localAddress() : wanted.advertisedHost;
    code.fingerprint = NodeFingerprint::of(m_identity.nodeKey());
    return code;
}

void CentreNetwork::retryNow()
{
    m_thread.post([this] {
        for (NodeLink* link : {m_link.get(), m_hubLink.get()}) {
            if (link != nullptr)
                link->retryNow();
        }
    });
}

bool CentreNetwork::forward(const Session& session, const char* name, const QJsonObject& parameters,
                            std::function<void(Result<QJsonObject>)> done)
{
    if (!m_takesClaims)
        return false;
    ClaimRequest request{session.login, session.place, QString::fromLatin1(name), RawId::make(m_gateway.setup().clock.now(), m_gateway.setup().random).toString(), parameters};
    m_thread.post([this, request = std::move(request), done = std::move(done)] {
        if (!m_link) {
            done(fail(ErrorKind::Io, u"host.silent"_s));
            return;
        }
        m_link->claim(request, [this, done](Result<QJsonObject> answer) {
            if (!answer && answer.error().kind == ErrorKind::Io)
                judgeRole(); // first: whoever presses again at once is to be served from this PC's own share
            done(std::move(answer));
        });
    });
    return true;
}

} // namespace onedoor

#include "moc_centre_network.cpp"
