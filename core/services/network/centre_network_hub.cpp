// SPDX-License-Identifier: GPL-3.0-or-later
// The way up: a centre begins to be served by a hub.
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
    NetworkSettings wanted = settings();
    // The hub that serves it may have moved; to leave it for another one is not foreseen.
    const bool isElsewhere = wanted.hub && ServerPin(code.fingerprint).accepts(wanted.hub->key) && (wanted.hub->host != code.host || wanted.hub->port != code.port);
    if (wanted.hub && !isElsewhere)
        return fail(ErrorKind::Conflict, u"hub.already"_s, {}, {{u"host"_s, wanted.hub->host}});
    CentreWord word;
    word.name = m_gateway.centre().name;
    onSyncThread([&] {
        const sync::Membership& members = m_log->membership();
        word.centre = members.centre();
        word.node = m_log->ownNode();
        word.founder = m_founder;
        for (const StreamId& stream : members.streamsOf(m_founder))
            word.founderKey = members.keyOf(stream);
    });
    const Result<ServingHub> asked = askToBeServed(code, word, m_identity, m_network);
    if (!asked)
        return Unexpected(inWordsOfAHub(asked.error()));
    const ServingHub& hub = *asked;
    QFuture<Result<NodeReply>> enrolled = m_gateway.send(administrator, NodeEnrol{hub.node, hub.name, hub.key.toBytes()});
    enrolled.waitForFinished();
    ONEDOOR_TRY(enrolled.takeResult());
    wanted = settings();
    wanted.hub = PeerAddress{code.host, code.port, hub.key};
    ONEDOOR_TRY(apply(wanted));
    return hub.name;
}

Result<HubJoinReply> carryOut(LocalGateway& gateway, const Session& session, const HubJoin& act)
{
    ONEDOOR_TRY(checkRight(gateway.centre(), session, HubJoin::name));
    ONEDOOR_ASSIGN(const PairingCode code, PairingCode::parse(act.code));
    ONEDOOR_ASSIGN(const std::unique_ptr<CentreNetwork> network, CentreNetwork::start(gateway, gateway.setup().software));
    ONEDOOR_ASSIGN(const QString name, network->joinHub(code, session));
    return HubJoinReply{name, code.host, code.port};
}

} // namespace onedoor
