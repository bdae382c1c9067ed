// SPDX-License-Identifier: GPL-3.0-or-later
// The way up: a centre begins to be served by a hub.
#include "core/services/network/centre_network.h"

#include "core/services/account_rules.h"
#include "core/services/api/nodes.h"
#include "core/services/network/hub_admission.h"
#include "core/sync/transport/network_thread.h"

namespace onedoor {

Result<QString> CentreNetwork::joinHub(const PairingCode& code, const Session& administrator)
{
    ONEDOOR_TRY(checkRight(m_gateway.centre(), administrator, NodeEnrol::name)); // before the code is used up
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
    ONEDOOR_ASSIGN(const ServingHub hub, askToBeServed(code, word, m_identity, m_network));
    QFuture<Result<NodeReply>> enrolled = m_gateway.send(administrator, NodeEnrol{hub.node, hub.name, hub.key.toBytes()});
    enrolled.waitForFinished();
    ONEDOOR_TRY(enrolled.takeResult());
    NetworkSettings wanted = settings();
    wanted.hub = PeerAddress{code.host, code.port, hub.key};
    ONEDOOR_TRY(apply(wanted));
    return hub.name;
}

} // namespace onedoor
