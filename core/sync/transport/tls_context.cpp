// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/tls_context.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

/// A node's certificate takes about 300 bytes; nobody has to send us chains.
constexpr long longestCertificateList = 8L * 1024;

std::optional<NodeKey> keyOf(X509* certificate)
{
    EVP_PKEY* key = certificate ? X509_get0_pubkey(certificate) : nullptr;
    if (!key || EVP_PKEY_get_id(key) != EVP_PKEY_ED25519)
        return std::nullopt;
    NodeKey nodeKey;
    std::size_t length = nodeKey.bytes.size();
    if (EVP_PKEY_get_raw_public_key(key, nodeKey.bytes.data(), &length) != 1 || length != nodeKey.bytes.size())
        return std::nullopt;
    return nodeKey;
}

int verdict(X509_STORE_CTX* store, bool accepted)
{
    X509_STORE_CTX_set_error(store, accepted ? X509_V_OK : X509_V_ERR_CERT_REJECTED);
    return accepted ? 1 : 0;
}

// Both take the place of OpenSSL's own walk along the chain. That the other side holds the private key is proved by the
// handshake itself (CertificateVerify), not by the certificate's signature.
int acceptAnyNode(X509_STORE_CTX* store, void*)
{
    return verdict(store, keyOf(X509_STORE_CTX_get0_cert(store)).has_value());
}

int acceptPinned(X509_STORE_CTX* store, void* pin)
{
    const std::optional<NodeKey> key = keyOf(X509_STORE_CTX_get0_cert(store));
    return verdict(store, key && static_cast<const ServerPin*>(pin)->accepts(*key));
}

Result<OpenSsl<SSL_CTX>> makeContext(const SSL_METHOD* method, const TlsIdentity& identity)
{
    ERR_clear_error();
    OpenSsl<SSL_CTX> context(SSL_CTX_new(method));
    if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION) != 1
        || SSL_CTX_set1_sigalgs_list(context.get(), "ed25519") != 1
        || SSL_CTX_use_certificate(context.get(), identity.parts().certificate.get()) != 1
        || SSL_CTX_use_PrivateKey(context.get(), identity.parts().key.get()) != 1)
        return fail(ErrorKind::Internal, u"sync.identity"_s);
    SSL_CTX_set_max_cert_list(context.get(), longestCertificateList);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context.get(), 0);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS); // idle connections hold no record buffers
    return context;
}

} // namespace

Result<OpenSsl<SSL_CTX>> makeServerContext(const TlsIdentity& identity)
{
    auto context = makeContext(TLS_server_method(), identity);
    if (context) {
        SSL_CTX_set_verify(context->get(), SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_cert_verify_callback(context->get(), acceptAnyNode, nullptr);
    }
    return context;
}

Result<OpenSsl<SSL_CTX>> makeClientContext(const TlsIdentity& identity, const ServerPin& pin)
{
    auto context = makeContext(TLS_client_method(), identity);
    if (context) {
        SSL_CTX_set_verify(context->get(), SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_cert_verify_callback(context->get(), acceptPinned, const_cast<ServerPin*>(&pin));
    }
    return context;
}

std::optional<NodeKey> peerKey(const SSL* connection)
{
    const OpenSsl<X509> certificate(SSL_get1_peer_certificate(connection));
    return keyOf(certificate.get());
}

} // namespace onedoor
