// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secret_key.h"

#include <algorithm>
#include <new>
#include <sodium.h>

namespace onedoor {

void wipe(QString& secret)
{
    if (!secret.isEmpty())
        sodium_memzero(secret.data(), std::size_t(secret.size()) * sizeof(QChar));
    secret.clear();
}

void wipe(QByteArray& secret)
{
    if (!secret.isEmpty())
        sodium_memzero(secret.data(), std::size_t(secret.size()));
    secret.clear();
}

void SecretKey::Free::operator()(unsigned char* memory) const
{
    sodium_free(memory); // wipes before it returns the page
}

SecretKey::SecretKey()
{
    if (sodium_init() < 0)
        qFatal("libsodium could not be initialised");
    m_memory.reset(static_cast<unsigned char*>(sodium_malloc(secretKeySize)));
    if (!m_memory)
        qFatal("no memory for a key");
    sodium_memzero(m_memory.get(), secretKeySize);
}

SecretKey SecretKey::generate(Random& random)
{
    SecretKey key;
    random.fill(key.writableBytes());
    return key;
}

std::optional<SecretKey> SecretKey::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != qsizetype(secretKeySize))
        return std::nullopt;
    SecretKey key;
    std::copy(bytes.begin(), bytes.end(), key.writableBytes().begin());
    return key;
}

SecretKey SecretKey::copy() const
{
    SecretKey other;
    std::ranges::copy(bytes(), other.writableBytes().begin());
    return other;
}

std::span<const unsigned char, secretKeySize> SecretKey::bytes() const
{
    return std::span<const unsigned char, secretKeySize>(m_memory.get(), secretKeySize);
}

std::span<unsigned char, secretKeySize> SecretKey::writableBytes()
{
    return std::span<unsigned char, secretKeySize>(m_memory.get(), secretKeySize);
}

bool SecretKey::equals(const SecretKey& other) const
{
    return sodium_memcmp(m_memory.get(), other.m_memory.get(), secretKeySize) == 0;
}

KeyBytes::~KeyBytes()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

KeyBytes::KeyBytes(KeyBytes&& other) noexcept : m_bytes(other.m_bytes)
{
    sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
}

KeyBytes& KeyBytes::operator=(KeyBytes&& other) noexcept
{
    if (this != &other) {
        m_bytes = other.m_bytes;
        sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
    }
    return *this;
}

KeyBytes KeyBytes::generate(Random& random)
{
    KeyBytes key;
    random.fill(key.m_bytes);
    return key;
}

KeyBytes KeyBytes::copy() const
{
    KeyBytes other;
    other.m_bytes = m_bytes;
    return other;
}

} // namespace onedoor
