// SPDX-License-Identifier: GPL-3.0-or-later
// Which hub serves the centre, and where it is reached.
#include "core/services/api/hub.h"

#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/nodes.h"
#include "core/services/scopes.h"
#include "core/store/views/node_queries.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// More than one, if two PCs joined one each without knowing of the other.
Result<std::vector<NodeState>> servingHubs(CommandScope& scope)
{
    std::vector<NodeState> serving;
    ONEDOOR_ASSIGN(const std::vector<NodeRow> rows, queries::nodes(scope.views()));
    for (const NodeRow& row : rows) {
        ONEDOOR_ASSIGN(NodeState node, scope.state<NodeState>(row.node.raw));
        if (isServingHub(node))
            serving.push_back(std::move(node));
    }
    return serving;
}

} // namespace

Result<HubJoinReply> handle(CommandScope& scope, const HubTellAddress& raw)
{
    HubTellAddress command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_TRY(checkNetworkAddress(command.host, command.port));
    ONEDOOR_ASSIGN(const NodeState known, scope.state<NodeState>(command.node.raw));
    if (!known.isEnrolled())
        return fail(ErrorKind::NotFound, u"node.unknown"_s, u"node"_s);
    if (known.isRevoked())
        return fail(ErrorKind::Forbidden, u"node.revoked"_s, u"node"_s, {{u"name"_s, known.known.name}});
    ONEDOOR_ASSIGN(const HostState host, scope.host());
    for (const NodeId& desk : {scope.node().self, scope.node().founder, hostOf(host, scope.node().founder)}) {
        if (command.node == desk)
            return fail(ErrorKind::Conflict, u"hub.isDesk"_s, u"node"_s, {{u"name"_s, known.known.name}});
    }
    ONEDOOR_ASSIGN(const std::vector<NodeState> serving, servingHubs(scope));
    for (const NodeState& other : serving) {
        if (other.id != command.node)
            return fail(ErrorKind::Conflict, u"hub.already"_s, {}, {{u"host"_s, other.hub.host}});
    }
    if (known.hub.host != command.host || known.hub.port != command.port)
        ONEDOOR_TRY(scope.append({{command.node.raw, HubAddressed{command.host, command.port}, {}}}));
    return HubJoinReply{known.known.name, command.host, command.port};
}

Result<HubJoinReply> handle(CommandScope& scope, const HubLeave&)
{
    ONEDOOR_ASSIGN(const std::vector<NodeState> serving, servingHubs(scope));
    if (serving.empty())
        return fail(ErrorKind::NotFound, u"hub.none"_s);
    for (const NodeState& hub : serving)
        ONEDOOR_TRY(scope.append({{hub.id.raw, HubAddressed{}, {}}}));
    const NodeState& named = serving.back(); // the one that the list of the PCs names
    return HubJoinReply{named.known.name, named.hub.host, named.hub.port};
}

template QFuture<Result<HubTellAddress::Reply>> Gateway::send(const Session&, HubTellAddress);
template QFuture<Result<HubLeave::Reply>> Gateway::send(const Session&, HubLeave);

} // namespace onedoor
