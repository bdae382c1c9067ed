// SPDX-License-Identifier: GPL-3.0-or-later
// The papers a slip can be printed on. Rolls are as long as the slip; their margins are what a thermal head can't reach (72 mm of
// 80, 48 mm of 58). Millimetres. Plain values, any thread.
#pragma once

#include "core/base/fields.h"

#include <QSizeF>

namespace onedoor {

enum class SlipPaper { Roll80, Roll58, A6 };
template <>
struct EnumWords<SlipPaper> {
    static constexpr std::array values{std::pair{SlipPaper::Roll80, "roll80"}, std::pair{SlipPaper::Roll58, "roll58"}, std::pair{SlipPaper::A6, "a6"}};
};

struct SlipPaperSize {
    double width = 0;
    double height = 0; ///< 0: continuous
    double sideMargin = 0;
    double topMargin = 0;
    double bottomMargin = 0;

    double printableWidth() const { return width - 2 * sideMargin; }
};

constexpr SlipPaperSize sizeOf(SlipPaper paper)
{
    switch (paper) {
    case SlipPaper::Roll80: return {80, 0, 4, 3, 5};
    case SlipPaper::Roll58: return {58, 0, 5, 3, 5};
    case SlipPaper::A6: return {105, 148, 12, 10, 8};
    }
    return {80, 0, 4, 3, 5};
}

/// Dots an inch of nearly every thermal head: eight a millimetre.
inline constexpr int thermalDpi = 203;

} // namespace onedoor
