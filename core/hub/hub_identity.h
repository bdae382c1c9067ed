// SPDX-License-Identifier: GPL-3.0-or-later
// Who the hub is: one Ed25519 key for a whole deployment, in a file that every process of it gets a copy of, like the key of a web server.
// Not in the database: whoever gets hold of a backup of it must not be able to stand in for the hub. The node's id follows from the key, so
// there is nothing else to keep; the database remembers the key that each centre was shown, and a process with another one does not serve.
// Plain value, any thread. Errors: Corrupt "hub.keyFile" (fact path), and those of atomic_file.h.
#pragma once

#include "core/domain/ids.h"
#include "core/sync/transport/tls_identity.h"

namespace onedoor::hub {

struct HubIdentity {
    NodeId node;
    TlsIdentity certificate;

    NodeKey key() const { return certificate.nodeKey(); }

    /// Makes the file when there is none, readable for its owner alone.
    static Result<HubIdentity> fromFile(const QString& path, Random& random);
    static Result<HubIdentity> fromSeed(std::span<const unsigned char, TlsIdentity::seedSize> seed, Random& random);
};

} // namespace onedoor::hub
