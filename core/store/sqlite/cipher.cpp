// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/cipher.h"

#include <sodium.h>

namespace onedoor::sqlite {

QLatin1String cipherName(Cipher cipher)
{
    switch (cipher) {
    case Cipher::None: return QLatin1String("none");
    case Cipher::Aegis256: return QLatin1String("aegis256");
    case Cipher::Aegis256x2: return QLatin1String("aegis256x2");
    case Cipher::ChaCha20: return QLatin1String("chacha20");
    }
    return QLatin1String("none");
}

std::optional<Cipher> cipherFromName(QStringView name)
{
    for (const Cipher cipher : {Cipher::None, Cipher::Aegis256, Cipher::Aegis256x2, Cipher::ChaCha20}) {
        if (name == cipherName(cipher))
            return cipher;
    }
    return std::nullopt;
}

Cipher preferredCipher()
{
    // libsodium offers AES-256-GCM only where the processor has AES instructions, which is the very question.
    if (sodium_init() < 0)
        return Cipher::ChaCha20;
    return crypto_aead_aes256gcm_is_available() != 0 ? Cipher::Aegis256x2 : Cipher::ChaCha20;
}

} // namespace onedoor::sqlite
