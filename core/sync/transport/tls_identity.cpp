// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/tls_identity.h"

#include "core/sync/transport/tls_context.h"

#include <array>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

constexpr std::size_t serialSize = 16;

bool setSerial(X509* certificate, Random& random)
{
    std::array<unsigned char, serialSize> bytes{};
    random.fill(bytes);
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7FU) | 0x40U); // positive and of full length
    const OpenSsl<BIGNUM> number(BN_bin2bn(bytes.data(), int(bytes.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setName(X509* certificate)
{
    static constexpr std::array<unsigned char, 13> commonName = {"OneDoor node"};
    X509_NAME* name = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_ASC, commonName.data(), int(commonName.size()) - 1,
                                      -1, 0)
               == 1
           && X509_set_issuer_name(certificate, name) == 1;
}

bool setValidity(X509* certificate)
{
    // The last date is RFC 5280's "no well-defined end".
    return ASN1_TIME_set_string(X509_getm_notBefore(certificate), "20000101000000Z") == 1
           && ASN1_TIME_set_string(X509_getm_notAfter(certificate), "99991231235959Z") == 1;
}

OpenSsl<X509> selfSigned(EVP_PKEY* key, Random& random)
{
    OpenSsl<X509> certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1
        || !setSerial(certificate.get(), random) || !setName(certificate.get()) || !setValidity(certificate.get())
        || X509_set_pubkey(certificate.get(), key) != 1 || X509_sign(certificate.get(), key, nullptr) == 0)
        return nullptr;
    return certificate;
}

} // namespace

Result<TlsIdentity> TlsIdentity::fromSeed(std::span<const unsigned char, seedSize> seed, Random& random)
{
    auto parts = std::make_shared<Parts>();
    parts->key.reset(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    NodeKey nodeKey;
    std::size_t length = nodeKey.bytes.size();
    if (!parts->key || EVP_PKEY_get_raw_public_key(parts->key.get(), nodeKey.bytes.data(), &length) != 1)
        return fail(ErrorKind::Internal, u"sync.identity"_s);
    parts->certificate = selfSigned(parts->key.get(), random);
    if (!parts->certificate)
        return fail(ErrorKind::Internal, u"sync.identity"_s);
    return TlsIdentity(std::move(parts), nodeKey);
}

QByteArray TlsIdentity::certificate() const
{
    QByteArray der(i2d_X509(m_parts->certificate.get(), nullptr), Qt::Uninitialized);
    auto* to = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509(m_parts->certificate.get(), &to);
    return der;
}

QByteArray TlsIdentity::sign(QByteArrayView message) const
{
    constexpr std::size_t signatureSize = 64;
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    QByteArray signature(signatureSize, '\0');
    std::size_t length = signatureSize;
    const bool isSigned = context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_parts->key.get()) == 1
        && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length,
                          reinterpret_cast<const unsigned char*>(message.data()), std::size_t(message.size()))
            == 1;
    return isSigned && length == signatureSize ? signature : QByteArray();
}

} // namespace onedoor
