// SPDX-License-Identifier: GPL-3.0-or-later
// The measures of the product: one spacing scale, one set of radii, five type sizes. Logical pixels at text scale 1.0; scaled()
// in theme.h applies the reader's text scale. UI thread.
#pragma once

namespace onedoor {

namespace space {
inline constexpr int hair = 2;
inline constexpr int tight = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int page = 24;
inline constexpr int section = 32;
} // namespace space

namespace radius {
inline constexpr int chip = 5;
inline constexpr int control = 6;
inline constexpr int card = 10;
} // namespace radius

inline constexpr int focusWidth = 2;
inline constexpr int controlHeight = 34;
inline constexpr int rowHeight = 38;

/// The only five sizes of the desk: 12, 14, 16, 20 and 28 px.
enum class Type { Caption, Body, Lead, Title, Display };

constexpr int basePixels(Type type)
{
    switch (type) {
    case Type::Caption: return 12;
    case Type::Body: return 14;
    case Type::Lead: return 16;
    case Type::Title: return 20;
    case Type::Display: return 28;
    }
    return 14;
}

} // namespace onedoor
