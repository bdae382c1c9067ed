// SPDX-License-Identifier: GPL-3.0-or-later
// Which PC this one follows: the hall host, wherever it is. Each PC tells the others where it is reached (node.addressed), before anybody needs
// it; so when another one becomes host its address is known already, and when the host is silent the others can be asked whether it has
// changed. All on the sync thread.
#include "core/services/api/nodes.h"
#include "core/services/network/answer.h"
#include "core/services/network/centre_network.h"
#include "core/services/network/host_search.h"
#include "core/services/network/local_address.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;
using sync::Steady;

namespace {

constexpr Steady betweenAddressLooks{30'000};
constexpr Steady hostRound{10'000}; ///< of a host that others are connected to: it only looks for those that are not

/// The program's own act: nobody gave an order.
Session everything(const Gateway& gateway)
{
    Session session;
    const std::shared_ptr<const CentreDefinition> centre = gateway.centreNow();
    for (const Role& role : centre->roles)
        session.roles << role.key;
    return session;
}

bool hasKey(const sync::Membership& members, const NodeId& node, const NodeKey& key)
{
    const std::vector<QByteArray> keys = members.keysOfNode(node);
    return std::find(keys.begin(), keys.end(), key.toBytes()) != keys.end();
}

} // namespace

NodeId CentreNetwork::hostNow() const
{
    return hostOf(m_host, m_founder);
}

/// Where a PC said that it is, with the key that it has to show there.
std::optional<PeerAddress> CentreNetwork::addressOf(const NodeId& node) const
{
    const sync::Membership& members = m_log->membership();
    const std::optional<sync::Membership::Address> address = members.addressOf(node);
    const std::vector<QByteArray> keys = members.keysOfNode(node);
    if (!address || keys.empty())
        return std::nullopt;
    const Result<NodeKey> key = NodeKey::fromBytes(keys.back());
    return key ? std::optional(PeerAddress{address->host, address->port, *key}) : std::nullopt;
}

/// A session that may do anything sends the acts that the program owes the others.
template <typename Command>
void CentreNetwork::actAlone(const Command& command, const Flag& isOnItsWay)
{
    *isOnItsWay = true;
    whenAnswered(m_gateway.send(everything(m_gateway), command), [isOnItsWay](const auto&) { *isOnItsWay = false; }); // may outlive this
}

/// A host that comes back and learns that another one took over says so, once: from then on its numbers are all known.
void CentreNetwork::yieldIfReplaced()
{
    if (m_host.mayStillGrant == m_log->ownNode() && !*m_yielding)
        actAlone(HostYield{}, m_yielding);
}

/// Tells the others where this PC is reached, or would be if it became host, whenever that has changed.
void CentreNetwork::tellAddress(Steady now)
{
    const sync::Membership& members = m_log->membership();
    if (m_membersSeen == members.generation() && now < m_addressLookAt)
        return;
    m_membersSeen = members.generation();
    m_addressLookAt = now + betweenAddressLooks;
    const NodeId own = m_log->ownNode();
    if (*m_tellingAddress || members.isRevoked(own) || members.members().size() < 2)
        return;
    const NetworkSettings settings = this->settings();
    const QString found = settings.advertisedHost.isEmpty() ? localAddress() : settings.advertisedHost;
    if (settings.advertisedHost.isEmpty() && found == u"127.0.0.1") // without a network there is nothing to tell
        return;
    const sync::Membership::Address address{found, m_port != 0 ? m_port : settings.port};
    if (members.addressOf(own) != address)
        actAlone(NodeTellAddress{address.host, address.port}, m_tellingAddress);
}

/// Keeps what was found out, for the next start. Nothing is lost when the disk refuses: then it is found out again.
void CentreNetwork::keepHost(const std::optional<PeerAddress>& host)
{
    NetworkSettings settings;
    {
        const std::lock_guard lock(m_mutex);
        m_settings.host = host;
        settings = m_settings;
    }
    (void)settings.write(m_gateway.paths());
}

void CentreNetwork::followAt(const PeerAddress& host)
{
    m_link.reset();
    if (Result<std::unique_ptr<NodeLink>> link = makeLink(host, NodeLink::Setup::To::Host))
        m_link = std::move(*link);
    keepHost(host);
}

/// Whoever has just become host serves, whoever named it; nobody could find it otherwise.
void CentreNetwork::serveAsHost()
{
    {
        const std::lock_guard lock(m_mutex);
        m_settings.serves = true;
    }
    const NetworkSettings settings = this->settings();
    (void)settings.write(m_gateway.paths());
    startServer(settings.port);
}

Steady CentreNetwork::seekHost(Steady now)
{
    tellAddress(now);
    const bool isHost = hostNow() == m_log->ownNode();
    if (isHost && !std::exchange(m_wasHost, true) && !m_server && m_log->membership().members().size() > 1)
        serveAsHost();
    m_wasHost = isHost;
    return isHost ? seekAsHost(now) : seekAsDesk(now);
}

/// A host follows nobody; but until the one before it is connected here it goes on to it, and it looks for those that are not connected:
/// they may not know of it, or it may have been replaced while it was away.
Steady CentreNetwork::seekAsHost(Steady now)
{
    const auto isConnected = [this](const NodeId& node) {
        if (!m_server)
            return false;
        const auto contact = m_server->contacts().find(node);
        return contact != m_server->contacts().end() && contact->second.isConnected;
    };
    if (m_link && isConnected(m_log->membership().nodeWithKey(m_link->peer().key.toBytes()))) {
        m_link.reset();
        keepHost(std::nullopt);
    }
    std::vector<PeerAddress> others;
    bool isAlone = true;
    for (const NodeId& node : m_log->membership().members()) {
        if (node == m_log->ownNode())
            continue;
        isAlone = isAlone && !isConnected(node);
        const std::optional<PeerAddress> address = addressOf(node);
        if (address && !isConnected(node) && !(m_link && m_link->peer().key == address->key))
            others.push_back(*address);
    }
    HostSearch::Pace pace;
    if (!isAlone)
        pace.round = hostRound;
    return m_search->turn(now, others, pace);
}

Steady CentreNetwork::seekAsDesk(Steady now)
{
    const sync::Membership& members = m_log->membership();
    const NodeId host = hostNow();
    const std::optional<PeerAddress> told = addressOf(host);
    const bool isToHost = m_link && hasKey(members, host, m_link->peer().key);
    if (!isToHost && told)
        followAt(*told); // it has changed
    if (m_link && m_link->isFollowing() && hasKey(members, host, m_link->peer().key))
        return m_search->turn(now, {}, {});
    const NodeLink* found = m_search->link();
    if (found != nullptr && found->isFollowing() && hasKey(members, host, found->peer().key)) {
        const PeerAddress address = found->peer(); // it moved
        m_search->end();
        followAt(address);
        return Steady(0);
    }
    if (m_link && !m_link->state().error)
        return m_search->turn(now, {}, {}); // it is being reached
    std::vector<PeerAddress> candidates;
    if (told && !(m_link && m_link->peer() == *told))
        candidates.push_back(*told);
    for (const NodeId& node : members.members()) {
        const std::optional<PeerAddress> address = addressOf(node);
        if (address && node != m_log->ownNode() && node != host && !(m_link && m_link->peer().key == address->key))
            candidates.push_back(*address);
    }
    return m_search->turn(now, candidates, {});
}

} // namespace onedoor
