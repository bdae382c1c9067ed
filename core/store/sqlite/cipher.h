// SPDX-License-Identifier: GPL-3.0-or-later
// Which cipher guards a store file, and its raw key. The choice is made once, when the store is created, and kept in
// keyslots.json. Authenticated ciphers only: a changed bit on the disk must be noticed, not decrypted into nonsense.
#pragma once

#include "core/store/secret_key.h"

#include <QLatin1String>
#include <QStringView>
#include <optional>

namespace onedoor::sqlite {

enum class Cipher {
    None,       ///< plain file, for tests and exports that must be readable elsewhere
    Aegis256,   ///< one lane; stores begun before Aegis256x2
    Aegis256x2, ///< two lanes, so that the processor's AES units are kept busy
    ChaCha20,   ///< ChaCha20-Poly1305, for every other processor
};

/// The word for a header: "none", "aegis256", "aegis256x2", "chacha20".
QLatin1String cipherName(Cipher cipher);
std::optional<Cipher> cipherFromName(QStringView name);

/// AEGIS-256X2 (draft-irtf-cfrg-aegis-aead) where this processor has AES instructions, else ChaCha20.
Cipher preferredCipher();

struct CipherKey {
    Cipher cipher = Cipher::None;
    SecretKey key; ///< unused when the cipher is None
};

} // namespace onedoor::sqlite
