// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys/aead.h"

#include <sodium.h>

namespace onedoor::aead {

using namespace Qt::StringLiterals;

static_assert(keySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(nonceSize == qsizetype(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES));
static_assert(tagSize == qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES));

namespace {

constexpr char algorithm = 1; // XChaCha20-Poly1305

const unsigned char* unsignedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

void seal(std::span<const unsigned char, keySize> key, QByteArrayView plain, QByteArrayView additional, Random& random,
          QByteArray& box)
{
    const qsizetype start = box.size();
    box.resize(start + overhead + plain.size());
    auto* const out = reinterpret_cast<unsigned char*>(box.data()) + start;
    out[0] = static_cast<unsigned char>(algorithm);
    random.fill({out + 1, std::size_t(nonceSize)});
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + 1 + nonceSize, nullptr, unsignedBytes(plain),
                                               std::uint64_t(plain.size()), unsignedBytes(additional),
                                               std::uint64_t(additional.size()), nullptr, out + 1, key.data());
}

Result<void> open(std::span<const unsigned char, keySize> key, QByteArrayView box, QByteArrayView additional,
                  std::span<unsigned char> plain)
{
    if (box.size() < overhead || qsizetype(plain.size()) != box.size() - overhead)
        return fail(ErrorKind::Corrupt, u"seal.damaged"_s);
    if (box[0] != algorithm)
        return fail(ErrorKind::Unsupported, u"seal.algorithm"_s, {}, {{u"found"_s, int(box[0])}});
    const unsigned char* const in = unsignedBytes(box);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, in + 1 + nonceSize,
                                                   std::uint64_t(box.size() - 1 - nonceSize), unsignedBytes(additional),
                                                   std::uint64_t(additional.size()), in + 1, key.data())
        != 0)
        return fail(ErrorKind::Corrupt, u"seal.damaged"_s);
    return {};
}

} // namespace onedoor::aead
