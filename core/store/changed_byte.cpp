// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changed_byte.h"

#include <sodium.h>

namespace onedoor {

namespace {

/// The hash with another byte at `offset`; `before` has taken everything in front of it.
Hash hashWith(const crypto_hash_sha256_state& before, unsigned char byte, QByteArrayView after)
{
    crypto_hash_sha256_state state = before;
    Hash hash;
    crypto_hash_sha256_update(&state, &byte, 1);
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(after.data()), static_cast<unsigned long long>(after.size()));
    crypto_hash_sha256_final(&state, hash.data());
    return hash;
}

} // namespace

std::optional<ChangedByte> findChangedByte(QByteArrayView bytes, const Hash& wanted, std::uint64_t budget)
{
    constexpr std::uint64_t alternatives = 255;
    const auto size = std::uint64_t(bytes.size());
    const bool everyByte = size * size / 2 * alternatives <= budget; // else only single bits, as a failing disk flips them
    if (!everyByte && size * size / 2 * 8 > budget)
        return std::nullopt;
    crypto_hash_sha256_state before;
    crypto_hash_sha256_init(&before);
    for (qsizetype offset = 0; offset < bytes.size(); ++offset) {
        const auto found = static_cast<unsigned char>(bytes[offset]);
        const QByteArrayView after = bytes.sliced(offset + 1);
        for (unsigned difference = 1; difference <= alternatives; difference = everyByte ? difference + 1 : difference << 1) {
            const auto tried = static_cast<unsigned char>(found ^ difference);
            if (hashWith(before, tried, after) == wanted)
                return ChangedByte{offset, tried};
        }
        crypto_hash_sha256_update(&before, &found, 1);
    }
    return std::nullopt;
}

} // namespace onedoor
