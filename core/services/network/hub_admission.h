// SPDX-License-Identifier: GPL-3.0-or-later
// A centre's host asks a hub to serve its centre: says the code's secret to the one hub whose key the code names, who it is, and who founded
// the centre. Blocks: not on the UI thread. May be repeated after a failure of the network: the hub knows its own centre again.
// Errors: Io "sync.unreachable" and the like; Forbidden "sync.wrongPeer", "pairing.expired", "pairing.tooManyTries", "hub.centreKnown";
// NotFound "sync.noSuchPath" from what is no hub; Corrupt "sync.badMessage".
#pragma once

#include "core/domain/ids.h"
#include "core/services/network/pairing.h"
#include "core/sync/transport/https_client.h"

namespace onedoor {

struct CentreWord {
    CentreId centre;
    QString name;
    NodeId node;
    NodeId founder;
    QByteArray founderKey; ///< of the stream that founded the centre
};

struct ServingHub {
    NodeId node;
    QString name;
    NodeKey key;
};

Result<ServingHub> askToBeServed(const PairingCode& code, const CentreWord& word, const TlsIdentity& identity, std::shared_ptr<NetworkThread> network);

} // namespace onedoor
