// SPDX-License-Identifier: GPL-3.0-or-later
// Events of other nodes that were judged (core/sync/admission) and may be stored, and what travels with them. Plain values, any thread.
#pragma once

#include "core/journal/envelope.h"

#include <vector>

namespace onedoor {

struct ForeignEvent {
    EventRef ref;
    RawId record;     ///< null for a withheld event
    Hash hash{};
    HybridTime time;  ///< its author's clock
    QByteArray bytes; ///< the envelope; empty: withheld
    bool erases = false; ///< it is a PersonErased
};

/// That a person was erased, as it goes ahead of the event: proven by the node that decided it.
struct Erasure {
    PersonId person;
    EventRef at; ///< of the PersonErased
    NodeId node;
    QByteArray signature; ///< Ed25519, 64 bytes; empty: nobody else can be convinced by it

    friend bool operator==(const Erasure&, const Erasure&) = default;
};

/// What the node signs.
QByteArray erasureToSign(const CentreId& centre, const PersonId& person);
/// The erasure that an event says; nothing of other events.
std::optional<Erasure> erasureOf(const Envelope& envelope);

/// A person's key as the key table holds it, wrapped for the centre: the ways of a key are the ways of the events that need it.
struct WrappedKey {
    PersonId subject;
    QByteArray wrapped;
};

/// An author's word for where its stream stands.
struct SignedHead {
    std::uint64_t sequence = 0; ///< 0: not signed
    QByteArray signature;       ///< Ed25519, 64 bytes

    friend bool operator==(const SignedHead&, const SignedHead&) = default;
};

struct ForeignBatch {
    std::vector<ForeignEvent> events; ///< of each stream in order, following what is there
    std::vector<WrappedKey> keys;
    std::vector<std::pair<StreamId, SignedHead>> signedHeads;
    /// Of streams of nodes that are shut out now: what is here after these events is put aside, whoever brought it before.
    /// A node that learns that itself is shut out leaves its own streams alone.
    std::vector<EventRef> cutOffs;
};

} // namespace onedoor
