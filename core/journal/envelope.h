// SPDX-License-Identifier: GPL-3.0-or-later
// The envelope: one event as the bytes that are hashed, stored and forwarded, for ever. Format 1 is a canonical CBOR array:
//   [ 1, stream (16 bytes), sequence, hash of the predecessor (32 bytes), record (16 bytes), parents, type, version,
//     actor (16 bytes), hybrid time, wall time (ms), compartment, [subject (16 bytes)…], {clear fields}, [sealed bytes…] ]
// parents: the heads of the record that the author saw, ascending by stream and sequence; an integer for one of the same stream (always
// an earlier one), [stream, sequence] for another.
// sealed: one per subject, in the same order; plain bytes are the CBOR map of personal fields; sealed to stream, sequence, record, type
// and version. type: printable ASCII; version: from 1.
// Hash: BLAKE2b with 256 bits (RFC 7693) over exactly these bytes. Nothing is ever encoded again: chains are checked over stored bytes. Pure, any thread.
// One envelope has one encoding; whatever encodeEnvelope gives, decodeEnvelope and readEvent take.
#pragma once

#include "core/base/error.h"
#include "core/domain/compartment.h"
#include "core/domain/event.h"
#include "core/journal/hybrid_clock.h"
#include "core/journal/sealer.h"

#include <array>

namespace onedoor {

using Hash = std::array<unsigned char, 32>;
inline QByteArrayView viewOf(const Hash& hash) { return {reinterpret_cast<const char*>(hash.data()), qsizetype(hash.size())}; }
Hash hashOf(QByteArrayView bytes);

inline constexpr std::uint64_t envelopeFormat = 1;
inline constexpr qsizetype envelopeLimit = 2 << 20; ///< bytes; more is refused unread

struct EnvelopeHeader {
    EventRef ref;
    Hash previous{};
    RawId record;
    std::vector<EventRef> parents;
    QByteArray type;
    std::uint32_t version = 0;
    AccountId actor;
    HybridTime time;
    Instant wall;
    QByteArray compartment = hallCompartment;
    std::vector<PersonId> subjects;
};

/// A decoded envelope; the views, and the header's type and compartment, point into the bytes it was decoded from.
struct Envelope : EnvelopeHeader {
    QByteArrayView body;
    std::vector<QByteArrayView> sealed;
};

/// Appends the whole envelope's bytes to `out`. The header's type, version and subjects are set from the event.
/// Internal "envelope.unwritable" with the part in facts, and nothing appended, for what could never be read again.
Result<void> encodeEnvelope(QByteArray& out, EnvelopeHeader& header, const Event& event, PersonId subject, Sealer& sealer);
/// Corrupt "envelope.malformed" with the reason in facts for anything that is not exactly a format 1 envelope.
Result<Envelope> decodeEnvelope(QByteArrayView bytes);
/// The same for one that passed decodeEnvelope when it was stored: its body is not walked before readEvent does.
Result<Envelope> decodeStoredEnvelope(QByteArrayView bytes);

/// How a decoded event came out.
enum class Reading {
    Whole,
    Erased,  ///< the subject's key is gone: personal fields are empty
    Sealed,  ///< read without opening: personal fields are empty
    Damaged, ///< the key is there and does not open the sealed bytes, or can't be read now: personal fields are empty
    Unknown, ///< written by a newer program, or not as its type demands
};
struct ReadEvent {
    Event event;
    Reading reading = Reading::Whole;
};
/// The typed event of an envelope. `sealer` may be null: then personal fields stay closed.
ReadEvent readEvent(const Envelope& envelope, Sealer* sealer);
/// The same where the event is to stand.
Reading readInto(Event& event, const Envelope& envelope, Sealer* sealer);

/// What is sealed in an envelope, opened and not read any further; empty without a sealed part. Errors: those of the sealer.
Result<QByteArray> openSealed(const Envelope& envelope, Sealer& sealer);
/// Whether this program has a type of that name and version.
bool isKnownType(const EnvelopeHeader& header);

inline EventMeta metaOf(const Envelope& envelope)
{
    return {envelope.ref, envelope.record, envelope.actor, envelope.time.instant()};
}

} // namespace onedoor
