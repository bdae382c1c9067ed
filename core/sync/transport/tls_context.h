// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSSL as the transport uses it, on both sides: TLS 1.3 and nothing older, Ed25519 certificates only, no certificate authority,
// no session tickets (each connection proves its key anew, so that a revoked node can't resume). Inside core/sync/transport only.
#pragma once

#include "core/sync/transport/tls_identity.h"

#include <openssl/ssl.h>
#include <optional>

namespace onedoor {

struct OpenSslDelete {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(BIGNUM* number) const { BN_free(number); }
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
template <typename T>
using OpenSsl = std::unique_ptr<T, OpenSslDelete>;

struct TlsIdentity::Parts {
    OpenSsl<EVP_PKEY> key;
    OpenSsl<X509> certificate;
};

/// Asks for a client certificate, takes any Ed25519 one, and goes on without. Internal "sync.identity".
Result<OpenSsl<SSL_CTX>> makeServerContext(const TlsIdentity& identity);

/// Fails the handshake with X509 verification unless the server holds the key of `pin`, which must outlive the context.
Result<OpenSsl<SSL_CTX>> makeClientContext(const TlsIdentity& identity, const ServerPin& pin);

/// The key that the other side proved in the handshake; nothing when it showed no certificate.
std::optional<NodeKey> peerKey(const SSL* connection);

} // namespace onedoor
