// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changed_byte.h"

#include <sodium.h>

namespace onedoor {

namespace {

/// hashOf in steps, so that what stands before a byte is taken in only once. Must stay the same function as hashOf.
class SteppedHash {
public:
    SteppedHash() { crypto_generichash_init(&m_state, nullptr, 0, sizeof(Hash)); }
    void add(QByteArrayView bytes)
    {
        crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned long long>(bytes.size()));
    }
    /// With another byte and all that follows; this hash itself stays as it is.
    Hash finishedWith(unsigned char byte, QByteArrayView after) const
    {
        SteppedHash copy = *this;
        copy.add({&byte, 1});
        copy.add(after);
        Hash hash;
        crypto_generichash_final(&copy.m_state, hash.data(), hash.size());
        return hash;
    }

private:
    crypto_generichash_state m_state;
};

} // namespace

std::optional<ChangedByte> findChangedByte(QByteArrayView bytes, const Hash& wanted, std::uint64_t budget)
{
    constexpr std::uint64_t alternatives = 255;
    const auto size = std::uint64_t(bytes.size());
    const bool everyByte = size * size / 2 * alternatives <= budget; // else only single bits, as a failing disk flips them
    if (!everyByte && size * size / 2 * 8 > budget)
        return std::nullopt;
    SteppedHash before;
    for (qsizetype offset = 0; offset < bytes.size(); ++offset) {
        const auto found = static_cast<unsigned char>(bytes[offset]);
        const QByteArrayView after = bytes.sliced(offset + 1);
        for (unsigned difference = 1; difference <= alternatives; difference = everyByte ? difference + 1 : difference << 1) {
            const auto tried = static_cast<unsigned char>(found ^ difference);
            if (before.finishedWith(tried, after) == wanted)
                return ChangedByte{offset, tried};
        }
        before.add(bytes.sliced(offset, 1));
    }
    return std::nullopt;
}

} // namespace onedoor
