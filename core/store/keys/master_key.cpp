// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys/master_key.h"

#include <sodium.h>

namespace onedoor {

static_assert(crypto_kdf_KEYBYTES == secretKeySize);

SecretKey MasterKey::derive(KeyPurpose purpose) const
{
    constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "OneDoor1"; // part of every derivation: never change
    SecretKey derived;
    crypto_kdf_derive_from_key(derived.writableBytes().data(), secretKeySize, std::uint64_t(purpose), context,
                               m_key.bytes().data());
    return derived;
}

} // namespace onedoor
