// SPDX-License-Identifier: GPL-3.0-or-later
// What every event carries besides its own fields, as far as evolve may see it. Plain values, any thread.
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <cstdint>

namespace onedoor {

/// The place of an event in the world: its stream and its number there, counted from 1. Stands for identity in parents and undo.
struct EventRef {
    StreamId stream;
    std::uint64_t sequence = 0;

    friend auto operator<=>(const EventRef&, const EventRef&) = default;
    explicit operator bool() const { return sequence != 0; }
};

inline size_t qHash(const EventRef& ref, size_t seed = 0)
{
    return qHash(ref.stream, seed) ^ ::qHash(ref.sequence, seed);
}

struct EventMeta {
    EventRef ref;
    RawId record;
    AccountId actor;
    Instant at; ///< physical part of the hybrid logical clock: for display and ordering, never for legality
};

} // namespace onedoor
