// SPDX-License-Identifier: GPL-3.0-or-later
// The act by which a centre comes to be served by a hub of its district or city. It needs the network and no event decides it, so it runs
// beside the writer; a program that runs the centre's network asks that instead (CentreNetwork::joinHub).
#pragma once

#include "core/base/error.h"
#include "core/base/fields.h"
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

class LocalGateway;
/// Slow: connects to the hub, and begins to be served. Only where no CentreNetwork runs on the gateway.
Result<HubJoinReply> carryOut(LocalGateway& gateway, const Session& session, const HubJoin& act);

} // namespace onedoor
