// SPDX-License-Identifier: GPL-3.0-or-later
// The way up: a centre begins to be served by a hub, its host passes everything on, whichever PC that is, and the centre leaves the hub again.
#include "core/services/network/centre_network.h"

#include "core/services/account_rules.h"
#include "core/services/api/hub.h"
#include "core/services/api/nodes.h"
#include "core/services/network/hub_admission.h"
#include "core/sync/transport/network_thread.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// A hub does not tell strangers what is wrong with a code; what it does tell, it tells of its own codes, not of a host's.
Error inWordsOfAHub(Error error)
{
    if (error.code == u"pairing.expired" || error.code == u"pairing.wrongSecret")
        error.code = u"hub.codeRefused"_s;
    else if (error.code == u"pairing.tooManyTries")
        error.code = u"hub.tooManyTries"_s;
    return error;
}

} // namespace

Result<QString> CentreNetwork::joinHub(const PairingCode& code, const Session& administrator)
{
    for (const char* right : {HubJoin::name, NodeEnrol::name}) // before the code is used up
        ONEDOOR_TRY(checkRight(m_gateway.centre(), administrator, right));
    std::optional<PeerAddress> serving;
    CentreWord word;
    word.name = m_gateway.centre().name;
    onSyncThread([&] {
        serving = hubNow();
        const sync::Membership& members = m_log->membership();
        word.centre = members.centre();
        word.node = m_log->ownNode();
        word.founder = m_founder;
        for (const StreamId& stream : members.streamsOf(m_founder))
            word.founderKey = members.keyOf(stream);
    });
    // The hub that serves it may have moved; another one can be joined once this one is left.
    const bool hasMoved = serving && ServerPin(code.fingerprint).accepts(serving->key) && (serving->host != code.host || serving->port != code.port);
    if (serving && !hasMoved)
        return fail(ErrorKind::Conflict, u"hub.already"_s, {}, {{u"host"_s, serving->host}});
    const Result<ServingHub> asked = askToBeServed(code, word, m_identity, m_network);
    if (!asked)
        return Unexpected(inWordsOfAHub(asked.error()));
    const ServingHub& hub = *asked;
    QFuture<Result<NodeReply>> enrolled = m_gateway.send(administrator, NodeEnrol{hub.node, hub.name, hub.key.toBytes()});
    enrolled.waitForFinished();
    ONEDOOR_TRY(enrolled.takeResult());
    QFuture<Result<HubJoinReply>> told = m_gateway.send(administrator, HubTellAddress{hub.node, code.host, code.port});
    told.waitForFinished();
    ONEDOOR_TRY(told.takeResult());
    onSyncThread([&] { passOnTo(PeerAddress{code.host, code.port, hub.key}); });
    return hub.name;
}

/// Where the hub that serves the centre is reached, by what the PCs say.
std::optional<PeerAddress> CentreNetwork::hubNow() const
{
    const std::optional<sync::Membership::Hub> hub = m_log->membership().hub();
    if (!hub)
        return std::nullopt;
    const Result<NodeKey> key = NodeKey::fromBytes(m_log->membership().keysOfNode(hub->node).back());
    return key ? std::optional(PeerAddress{hub->address.host, hub->address.port, *key}) : std::nullopt;
}

void CentreNetwork::passOnTo(const std::optional<PeerAddress>& hub)
{
    m_hubLink.reset();
    if (hub) {
        if (Result<std::unique_ptr<NodeLink>> link = makeLink(*hub, NodeLink::Setup::To::Hub))
            m_hubLink = std::move(*link);
    }
    NetworkSettings settings;
    {
        const std::lock_guard lock(m_mutex);
        m_settings.hub = hub;
        settings = m_settings;
    }
    (void)settings.write(m_gateway.paths()); // nothing is lost when the disk refuses: the journal says it too
}

/// A hub that the centre has left, or shut out, gets nothing more from any PC. The host passes everything on to the one that serves the centre;
/// it may have become host since, or the hub may have moved: a connection that stands is left alone, it may be another door of the same hub.
void CentreNetwork::followHub()
{
    const sync::Membership& members = m_log->membership();
    if (m_hubLink) {
        const NodeId node = members.nodeWithKey(m_hubLink->peer().key.toBytes());
        if (members.isKeptOut(node))
            passOnTo(std::nullopt);
    }
    if (hostNow() != m_log->ownNode() || (m_hubLink && !m_hubLink->state().error))
        return;
    const std::optional<PeerAddress> told = hubNow();
    if (told && !(m_hubLink && m_hubLink->peer() == *told))
        passOnTo(told);
}

Result<HubJoinReply> carryOut(LocalGateway& gateway, const Session& session, const HubJoin& act)
{
    ONEDOOR_TRY(checkRight(*gateway.centreNow(), session, HubJoin::name));
    ONEDOOR_ASSIGN(const PairingCode code, PairingCode::parse(act.code));
    ONEDOOR_ASSIGN(const std::unique_ptr<CentreNetwork> network, CentreNetwork::start(gateway, gateway.setup().software));
    ONEDOOR_ASSIGN(const QString name, network->joinHub(code, session));
    return HubJoinReply{name, code.host, code.port};
}

} // namespace onedoor
