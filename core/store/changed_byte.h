// SPDX-License-Identifier: GPL-3.0-or-later
// Which byte was changed: when the bytes of an event no longer give its hash and exactly one byte is at fault, there is one way back to
// the hash, and trying them all finds it. Proves where the change was made and what had been written. Pure, any thread; the search
// stops at `budget` hashed bytes (about three seconds per gigabyte).
#pragma once

#include "core/journal/envelope.h"

#include <optional>

namespace onedoor {

struct ChangedByte {
    qsizetype offset = 0;
    unsigned char written = 0; ///< what stood there when the hash was made
};

inline constexpr std::uint64_t changedByteBudget = std::uint64_t(1) << 30;

/// Nothing when more than one byte differs, or the search would cost more than the budget.
std::optional<ChangedByte> findChangedByte(QByteArrayView bytes, const Hash& wanted, std::uint64_t budget = changedByteBudget);

} // namespace onedoor
