// SPDX-License-Identifier: GPL-3.0-or-later
// The acts by which a centre comes to be served by a hub of its district or city, and leaves it. Joining needs the network and no event decides
// it, so it runs beside the writer; a program that runs the centre's network asks that instead (CentreNetwork::joinHub). The others are commands
// like any other. Needs an administrator's rights.
#pragma once

#include "core/base/error.h"
#include "core/base/fields.h"
#include "core/domain/ids.h"
#include "core/services/session.h"

namespace onedoor {

struct HubJoinReply {
    QString name; ///< what the hub calls itself
    QString host;
    std::uint32_t port = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("name"), self.name);
        visit(field("host"), self.host);
        visit(field("port"), self.port);
    }
};

/// Errors: pairing.shape (host, fingerprint, secret), hub.codeRefused, hub.already, pairing.tooManyTries, sync.unreachable, sync.wrongPeer.
struct HubJoin {
    static constexpr const char* name = "hub.join";
    using Reply = HubJoinReply;
    QString code; ///< address, fingerprint and secret, as the hub's administrator shows them

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("code").required().atMost(400), self.code);
    }
};

/// Says where the hub is reached that serves the centre: whoever is or becomes hall host connects there. The same again changes nothing.
/// Errors: node.unknown, node.revoked, node.badAddress (host, port), hub.isDesk for a PC that desks work at, hub.already while another one serves
/// the centre.
struct HubTellAddress {
    static constexpr const char* name = "hub.tellAddress";
    using Reply = HubJoinReply;
    NodeId node;  ///< the hub, which has been let in
    QString host; ///< name or address
    std::uint32_t port = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node").required(), self.node);
        visit(field("host").required().atMost(255), self.host);
        visit(field("port").required(), self.port);
    }
};

/// Nothing more goes to the hub, from whichever PC. What it holds it keeps; with a new code it can be joined again. Errors: hub.none.
struct HubLeave {
    static constexpr const char* name = "hub.leave";
    using Reply = HubJoinReply;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

class CommandScope;
Result<HubJoinReply> handle(CommandScope& scope, const HubTellAddress& command);
Result<HubJoinReply> handle(CommandScope& scope, const HubLeave& command);

class LocalGateway;
/// Slow: connects to the hub, and begins to be served. Only where no CentreNetwork runs on the gateway.
Result<HubJoinReply> carryOut(LocalGateway& gateway, const Session& session, const HubJoin& act);

} // namespace onedoor
