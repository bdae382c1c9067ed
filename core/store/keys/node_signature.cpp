// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys/node_signature.h"

#include <sodium.h>

namespace onedoor {

namespace {

static_assert(nodeSeedBytes == crypto_sign_SEEDBYTES && nodeSignatureBytes == crypto_sign_BYTES);

const unsigned char* read(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* written(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

} // namespace

QByteArray publicKeyOf(QByteArrayView seed)
{
    if (seed.size() != nodeSeedBytes)
        return {};
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    unsigned char secretKey[crypto_sign_SECRETKEYBYTES];
    crypto_sign_seed_keypair(written(publicKey), secretKey, read(seed));
    sodium_memzero(secretKey, sizeof secretKey);
    return publicKey;
}

QByteArray signedBy(QByteArrayView seed, QByteArrayView message)
{
    if (seed.size() != nodeSeedBytes)
        return {};
    unsigned char publicKey[crypto_sign_PUBLICKEYBYTES];
    unsigned char secretKey[crypto_sign_SECRETKEYBYTES];
    crypto_sign_seed_keypair(publicKey, secretKey, read(seed));
    QByteArray signature(nodeSignatureBytes, '\0');
    crypto_sign_detached(written(signature), nullptr, read(message), std::size_t(message.size()), secretKey);
    sodium_memzero(secretKey, sizeof secretKey);
    return signature;
}

bool isSignedBy(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == nodeSignatureBytes
        && crypto_sign_verify_detached(read(signature), read(message), std::size_t(message.size()), read(publicKey)) == 0;
}

} // namespace onedoor
