// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of the table that tools/pinyin_table.cpp writes at build time; only pinyin.cpp reads it. Constant data, any thread.
#pragma once

#include <cstddef>
#include <cstdint>

namespace onedoor::pinyin_table {

/// "zhuang1" and its terminator: ASCII, ü as v, tone 1…4 or 5 for the neutral tone.
using Syllable = char[8];

/// A surname whose reading or length is special. `second` is 0 for surnames of one character. Sorted by first, second.
struct Surname {
    char32_t first;
    char32_t second;
    std::uint16_t firstSet;
    std::uint16_t secondSet;
};

/// A set number is an index into `sets`, where a count and that many syllable numbers stand, likeliest first; 0 is the empty set.
extern const Syllable syllables[];
extern const std::uint16_t sets[];
/// Two stages: pages[pageOf[character >> 8]][character & 0xFF] is the character's set.
extern const std::uint16_t pageOf[];
extern const std::size_t pageOfCount;
extern const std::uint16_t pages[][256];
extern const Surname surnames[];
extern const std::size_t surnameCount;

} // namespace onedoor::pinyin_table
