// SPDX-License-Identifier: GPL-3.0-or-later
// XChaCha20-Poly1305 in the one layout that everything in core/store/keys uses: algorithm (1 byte) | nonce | ciphertext | tag. The
// first byte leaves room for other algorithms where rules ask for them. Stateless, any thread.
#pragma once

#include "core/base/error.h"
#include "core/base/random.h"

#include <QByteArray>
#include <QByteArrayView>
#include <span>

namespace onedoor::aead {

inline constexpr std::size_t keySize = 32;
inline constexpr qsizetype nonceSize = 24;
inline constexpr qsizetype tagSize = 16;
inline constexpr qsizetype overhead = 1 + nonceSize + tagSize;

/// Appends to `box`.
void seal(std::span<const unsigned char, keySize> key, QByteArrayView plain, QByteArrayView additional, Random& random,
          QByteArray& box);

/// Fills `plain`, which must be exactly overhead bytes shorter than the box. Unsupported "seal.algorithm", Corrupt "seal.damaged".
Result<void> open(std::span<const unsigned char, keySize> key, QByteArrayView box, QByteArrayView additional,
                  std::span<unsigned char> plain);

} // namespace onedoor::aead
