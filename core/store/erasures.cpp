// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/erasures.h"

#include "core/journal/cbor.h"
#include "core/store/keys/node_signature.h"

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
    erased.signature = signedBy(select.blob(1), erasureToSign(centre, person));
    return erased;
}

} // namespace onedoor
