// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <cstring>
#include <QtGlobal>
#include <algorithm>
#include <sodium.h>

namespace onedoor {

std::uint64_t Random::next()
{
    std::uint64_t value = 0;
    fill({reinterpret_cast<unsigned char*>(&value), sizeof value});
    return value;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    // Rejection keeps it uniform: values past the last whole multiple of bound are drawn again.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    std::uint64_t value = next();
    while (value >= limit)
        value = next();
    return value % bound;
}

SystemRandom::SystemRandom()
{
    if (sodium_init() < 0)
        qFatal("libsodium could not be initialised");
}

void SystemRandom::fill(std::span<unsigned char> bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

void SeededRandom::fill(std::span<unsigned char> bytes)
{
    const std::lock_guard lock(m_mutex);
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
        const std::uint64_t value = m_engine();
        std::memcpy(bytes.data() + at, &value, std::min(sizeof value, bytes.size() - at));
    }
}

} // namespace onedoor
