// SPDX-License-Identifier: GPL-3.0-or-later
// keyslots.json as text and back. Anybody who can reach the disk can forge the file, so reading trusts nothing: sizes, counts and
// costs are bounded before any of it is used. Private to core/store/keys. Stateless, any thread.
#pragma once

#include "core/store/keys/key_slots.h"

namespace onedoor {

inline constexpr qsizetype slotTagSize = 16;
inline constexpr qsizetype slotSaltSize = 16;

struct KeySlotsDocument {
    RawId storeId;
    sqlite::Cipher cipher = sqlite::Cipher::None;
    bool rehearsal = false;
    std::vector<KeySlot> slotList;
};

/// "password", "recovery", "device".
QLatin1String keySlotKindName(KeySlotKind kind);

Result<KeySlotsDocument> parseKeySlots(QByteArrayView json);
QByteArray writeKeySlots(const KeySlotsDocument& document);

} // namespace onedoor
