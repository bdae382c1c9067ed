// SPDX-License-Identifier: GPL-3.0-or-later
// The witness: a small file beside the journal that says how far the journal had come. A journal file put back from an old copy
// knows nothing of its own past; the witness, which stays where it is, gives it away. Written after every commit without waiting
// for the disk; so it may lag behind a crash or be lost to a power cut, and its absence proves nothing. One record of one disk
// sector, overwritten in place in one call: the death of the program can't tear it, and replacing a file by name, which makes
// ext4 flush, would cost ten times the commit it follows. Any thread, one at a time.
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <functional>
#include <optional>

namespace onedoor {

/// A point in a stream: its last event's sequence (0: none yet) and chain hash.
struct Witness {
    RawId stream;
    std::uint64_t sequence = 0;
    QByteArray hash;

    friend bool operator==(const Witness&, const Witness&) = default;
};

enum class WitnessVerdict {
    Fresh,       ///< there is no readable witness
    Matches,     ///< store and witness stand at the same event
    StoreAhead,  ///< the store went on: a crash came before the witness was written
    StoreBehind, ///< the store was rolled back, or rolled back and written on: it needs its lost tail and a new incarnation
    OtherStream, ///< the witness belongs to another stream: a copied or reinstalled store
};

Result<void> writeWitness(const QString& path, const Witness& witness);

/// Nothing when the file is missing, torn or not a witness.
std::optional<Witness> readWitness(const QString& path);

/// `storeHashAt` gives the store's own chain hash at a sequence up to its head; asked at most once.
WitnessVerdict compareWitness(const std::optional<Witness>& witness, const RawId& storeStream, std::uint64_t storeSequence,
                              const std::function<QByteArray(std::uint64_t)>& storeHashAt);

} // namespace onedoor
