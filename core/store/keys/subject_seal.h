// SPDX-License-Identifier: GPL-3.0-or-later
// Seals the personal fields of one person under that person's own key, so that deleting the key erases the person from
// every copy of the journal while the hash chain, made over the sealed bytes, still verifies. XChaCha20-Poly1305.
// Layout: algorithm (1 byte) | nonce (24) | ciphertext | tag (16). Additional data (event id, field) is bound but not stored.
// Stateless; any thread. Errors: Corrupt "seal.damaged", WrongKey "seal.wrongKey", Unsupported "seal.algorithm".
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/store/secret_key.h"

namespace onedoor {

using SubjectKey = KeyBytes;

class SubjectSeal {
public:
    static constexpr qsizetype overhead = 1 + 24 + 16; ///< bytes added to what is sealed

    /// Appends to `sealed`, which a caller with many fields keeps and reuses. Never refuses.
    static void seal(const SubjectKey& key, QByteArrayView plain, QByteArrayView additional, Random& random,
                     QByteArray& sealed);
    static QByteArray seal(const SubjectKey& key, QByteArrayView plain, QByteArrayView additional, Random& random);
    /// Another key, other additional data and damage can't be told apart: all are "seal.damaged".
    static Result<QByteArray> open(const SubjectKey& key, QByteArrayView sealed, QByteArrayView additional);

    /// For the key table; bound to the person, so that rows can't be swapped.
    static QByteArray wrap(const SecretKey& wrappingKey, const SubjectKey& key, const RawId& subject, Random& random);
    static Result<SubjectKey> unwrap(const SecretKey& wrappingKey, QByteArrayView wrapped, const RawId& subject);
};

} // namespace onedoor
