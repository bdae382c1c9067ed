// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_keys.h"

#include <sodium.h>

namespace onedoor::simulator {

using namespace Qt::StringLiterals;

namespace {

const unsigned char* bytesOf(QByteArrayView view) { return reinterpret_cast<const unsigned char*>(view.data()); }
unsigned char* bytesOf(QByteArray& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

} // namespace

KeyPair KeyPair::fromSeed(QByteArrayView seed)
{
    KeyPair pair{QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'), QByteArray(crypto_sign_SECRETKEYBYTES, '\0')};
    crypto_sign_seed_keypair(bytesOf(pair.publicKey), bytesOf(pair.secretKey), bytesOf(seed));
    return pair;
}

QByteArray KeyPair::sign(QByteArrayView message) const
{
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(bytesOf(signature), nullptr, bytesOf(message), std::size_t(message.size()), bytesOf(QByteArrayView(secretKey)));
    return signature;
}

Result<QByteArray> SimKeys::seal(PersonId subject, QByteArrayView plain, QByteArrayView context)
{
    auto key = m_keys.find(subject);
    if (key == m_keys.end()) {
        key = m_keys.emplace(subject, SubjectKey::generate(m_random)).first;
        m_new.push_back(subject);
    }
    return SubjectSeal::seal(key->second, plain, context, m_random);
}

Result<QByteArray> SimKeys::open(PersonId subject, QByteArrayView sealed, QByteArrayView context)
{
    const auto key = m_keys.find(subject);
    if (key == m_keys.end())
        return fail(ErrorKind::NotFound, u"subject.erased"_s);
    return SubjectSeal::open(key->second, sealed, context);
}

QByteArray SimKeys::wrapped(PersonId subject) const
{
    const auto key = m_keys.find(subject);
    if (key == m_keys.end())
        return {};
    const auto bytes = key->second.bytes();
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

void SimKeys::put(PersonId subject, QByteArrayView wrapped)
{
    SubjectKey key;
    std::copy_n(bytesOf(wrapped), std::min<std::size_t>(std::size_t(wrapped.size()), key.writableBytes().size()), key.writableBytes().begin());
    m_keys.emplace(subject, std::move(key));
}

} // namespace onedoor::simulator
