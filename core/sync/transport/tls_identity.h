// SPDX-License-Identifier: GPL-3.0-or-later
// What a node shows in a TLS handshake: a self-signed X.509 certificate around its Ed25519 key, made in memory from the node's
// seed. The certificate says nothing that matters (peers pin the key), so a new one is made at each start and it never expires:
// a node with a wrong clock must still be reached. Cheap to copy, any thread; the key is wiped with the last copy.
#pragma once

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/sync/transport/node_key.h"

#include <memory>
#include <span>

namespace onedoor {

class TlsIdentity {
public:
    static constexpr std::size_t seedSize = 32;

    /// The key pair is the one that libsodium makes of the same seed. `random` gives the serial number.
    /// Internal "sync.identity" when OpenSSL refuses.
    static Result<TlsIdentity> fromSeed(std::span<const unsigned char, seedSize> seed, Random& random);

    const NodeKey& nodeKey() const { return m_nodeKey; }
    /// DER
    QByteArray certificate() const;
    /// Ed25519, 64 bytes; empty when OpenSSL refuses.
    QByteArray sign(QByteArrayView message) const;

    struct Parts; ///< tls_context.h
    const Parts& parts() const { return *m_parts; }

private:
    TlsIdentity(std::shared_ptr<const Parts> parts, const NodeKey& key) : m_parts(std::move(parts)), m_nodeKey(key) {}

    std::shared_ptr<const Parts> m_parts;
    NodeKey m_nodeKey;
};

} // namespace onedoor
