// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/erasures.h"

#include "core/journal/cbor.h"

#include <sodium.h>

namespace onedoor {

using namespace Qt::StringLiterals;

QByteArray erasureToSign(const CentreId& centre, const PersonId& person)
{
    QByteArray bytes("onedoor erasure 1:");
    CborWriter out(bytes);
    out.bytes(centre.raw.view());
    out.bytes(person.raw.view());
    return bytes;
}

std::optional<Erasure> erasureOf(const Envelope& envelope)
{
    if (envelope.type != PersonErased::type)
        return std::nullopt;
    const ReadEvent read = readEvent(envelope, nullptr);
    const auto* erased = std::get_if<PersonErased>(&read.event);
    if (erased == nullptr)
        return std::nullopt;
    return Erasure{PersonId(envelope.record), envelope.ref, erased->node, erased->signature};
}

Result<PersonErased> signedErasure(JournalStore& journal, const CentreId& centre, const PersonId& person, ErasureReason reason)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, journal.database().cached("SELECT node, signing_seed FROM own"));
    ONEDOOR_ASSIGN(const bool found, select.step());
    PersonErased erased{.reason = reason, .node = {}, .signature = {}};
    if (!found)
        return erased;
    erased.node = NodeId(select.id(0));
    const QByteArray seed = select.blob(1).toByteArray();
    if (seed.size() != crypto_sign_SEEDBYTES)
        return erased;
    unsigned char publicKey[crypto_sign_PUBLICKEYBYTES];
    unsigned char secretKey[crypto_sign_SECRETKEYBYTES];
    crypto_sign_seed_keypair(publicKey, secretKey, reinterpret_cast<const unsigned char*>(seed.constData()));
    const QByteArray message = erasureToSign(centre, person);
    erased.signature = QByteArray(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(erased.signature.data()), nullptr,
                         reinterpret_cast<const unsigned char*>(message.constData()), std::size_t(message.size()), secretKey);
    sodium_memzero(secretKey, sizeof secretKey);
    return erased;
}

} // namespace onedoor
