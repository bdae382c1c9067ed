// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk_network.h"

#include "app/desk/store_names.h"
#include "core/services/api/nodes.h"
#include "ui/models/when_ready.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtConcurrent>
#include <chrono>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr auto betweenLooks = std::chrono::seconds(1);

NetworkView::Link linkOf(const NetworkStatus& status)
{
    using Phase = sync::LinkState::Phase;
    if (!status.peer)
        return NetworkView::Link::None;
    if (status.link.phase == Phase::Following)
        return NetworkView::Link::Following;
    return status.link.phase == Phase::Resting && status.link.error ? NetworkView::Link::Broken : NetworkView::Link::Connecting;
}

NetworkView viewOf(const NetworkStatus& status)
{
    NetworkView view;
    view.role = status.role == NetworkStatus::Role::Host ? NetworkView::Role::Host
        : status.role == NetworkStatus::Role::Desk       ? NetworkView::Role::Desk
                                                         : NetworkView::Role::Alone;
    view.port = status.port;
    view.serveError = status.serveError;
    view.isCutOff = status.isCutOff;
    view.link = linkOf(status);
    if (status.peer)
        view.host = status.peer->host;
    view.linkError = status.link.error;
    view.lastContact = status.link.lastContact;
    view.brokenSince = status.link.brokenSince;
    view.clockOffset = status.link.clockOffset;
    view.waiting = status.link.waiting;
    view.isFetching = status.link.pulling;
    view.refusals = int(status.link.refusals.size());
    view.forks = int(status.link.forks.size());
    view.beganAnew = status.link.beganAnew;
    if (status.hub) {
        view.hub = status.hub->host;
        view.hubKey = status.hub->key.toBytes();
        view.hubLastContact = status.hubLink.lastContact;
        view.hubFollows = status.hubLink.phase == sync::LinkState::Phase::Following;
        view.hubError = status.hubLink.error;
        view.hubBrokenSince = status.hubLink.brokenSince;
        view.hubWaiting = status.hubLink.waiting;
    }
    for (const auto& [node, contact] : status.contacts)
        view.contacts.push_back({node, contact.lastContact, contact.software, contact.clockOffset, contact.backlog, contact.isConnected});
    return view;
}

} // namespace

DeskNetwork::DeskNetwork(QThreadPool& pool, const Clock& clock) : m_pool(pool), m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &DeskNetwork::look);
    m_timer.start(betweenLooks);
}

DeskNetwork::~DeskNetwork() = default;

std::shared_ptr<CentreNetwork> DeskNetwork::attach(const std::shared_ptr<LocalGateway>& gateway)
{
    Result<std::unique_ptr<CentreNetwork>> started = CentreNetwork::start(*gateway, softwareName());
    Running running;
    if (started) {
        (*started)->moveToThread(QCoreApplication::instance()->thread());
        // The gateway goes after the network, whoever is the last to let go of it.
        running = Running(started->release(), [gateway](CentreNetwork* network) { delete network; });
        connect(running.get(), &CentreNetwork::changed, this, &DeskNetwork::look, Qt::QueuedConnection);
    } else if (QFileInfo::exists(gateway->paths().network())) {
        gateway->setCutOff(true); // there are others whom it can't ask
    }
    {
        const QMutexLocker guard(&m_mutex);
        m_running = running;
        m_gateway = gateway;
        m_fault = started ? std::nullopt : std::optional(started.error());
    }
    connect(gateway.get(), &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.nodes)
            askOwnLetter();
    });
    QMetaObject::invokeMethod(this, &DeskNetwork::askOwnLetter, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &DeskNetwork::look, Qt::QueuedConnection);
    return running;
}

DeskNetwork::Running DeskNetwork::running() const
{
    const QMutexLocker guard(&m_mutex);
    return m_running.lock();
}

NetworkView DeskNetwork::view() const
{
    const Running network = running();
    NetworkView view = network ? viewOf(network->status()) : NetworkView{};
    view.ownLetter = m_ownLetter;
    const QMutexLocker guard(&m_mutex);
    view.fault = m_fault;
    return view;
}

/// The program's own question, for everybody who looks at the window: the list of the PCs is the administrator's.
void DeskNetwork::askOwnLetter()
{
    std::shared_ptr<LocalGateway> gateway;
    {
        const QMutexLocker guard(&m_mutex);
        gateway = m_gateway.lock();
    }
    m_ownLetter.clear();
    if (!gateway)
        return;
    Session everything;
    const std::shared_ptr<const CentreDefinition> centre = gateway->centreNow();
    for (const Role& role : centre->roles)
        everything.roles << role.key;
    whenReady(gateway->ask(everything, NodeList{}), this, [this](const Result<NodeListReply>& reply) {
        if (!reply)
            return;
        bool hasOthers = false;
        for (const NodeRow& row : reply->nodes) {
            if (row.node == reply->self)
                m_ownLetter = row.letter;
            else if (!row.revokedAt)
                hasOthers = true;
        }
        if (hasOthers && reply->host == reply->self)
            (void)serve(); // whoever named it the host: the others have to reach it
        look();
    });
}

void DeskNetwork::look()
{
    NetworkView now = view();
    if (now == m_shown)
        return;
    m_shown = std::move(now);
    Q_EMIT changed();
}

QFuture<Result<PairingOffer>> DeskNetwork::openPairing(const Session& administrator, const std::vector<QString>& compartments)
{
    return QtConcurrent::run(&m_pool, [this, administrator, compartments]() -> Result<PairingOffer> {
        const Running network = running();
        if (!network)
            return fail(ErrorKind::NotFound, u"store.missing"_s);
        const Instant until = m_clock.now().plusSeconds(PairingRegister::validSeconds);
        ONEDOOR_ASSIGN(const PairingCode code, network->openPairing(administrator, compartments));
        return PairingOffer{code.toText(), until};
    });
}

QFuture<Result<void>> DeskNetwork::change(const std::function<Result<void>(NetworkSettings&)>& change)
{
    return QtConcurrent::run(&m_pool, [this, change]() -> Result<void> {
        const Running network = running();
        if (!network)
            return fail(ErrorKind::NotFound, u"store.missing"_s);
        const NetworkSettings before = network->settings();
        NetworkSettings wanted = before;
        ONEDOOR_TRY(change(wanted));
        return wanted == before ? Result<void>() : network->apply(wanted);
    });
}

QFuture<Result<void>> DeskNetwork::serve()
{
    return change([](NetworkSettings& settings) -> Result<void> {
        settings.serves = true;
        return {};
    });
}

QFuture<Result<void>> DeskNetwork::follow(const NodeAddress& host)
{
    return change([host](NetworkSettings& settings) -> Result<void> {
        ONEDOOR_ASSIGN(const NodeKey key, NodeKey::fromBytes(host.publicKey));
        settings.host = PeerAddress{host.host, host.port, key};
        return {};
    });
}

QFuture<Result<QString>> DeskNetwork::joinHub(const Session& administrator, const QString& code)
{
    return QtConcurrent::run(&m_pool, [this, administrator, code]() -> Result<QString> {
        const Running network = running();
        if (!network)
            return fail(ErrorKind::NotFound, u"store.missing"_s);
        ONEDOOR_ASSIGN(const PairingCode parsed, PairingCode::parse(code));
        return network->joinHub(parsed, administrator);
    });
}

void DeskNetwork::retryNow()
{
    if (const Running network = running())
        network->retryNow();
}

bool DeskNetwork::takeAnewNotice()
{
    const Running network = running();
    if (!network || !network->status().link.beganAnew || m_toldOf.lock() == network)
        return false;
    m_toldOf = network;
    return true;
}

} // namespace onedoor

#include "moc_desk_network.cpp"
