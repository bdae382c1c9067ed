// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that both halves of ThemeStyle ask: what it paints and how large it makes things. Private to the style.
#pragma once

class QWidget;

namespace onedoor {

inline constexpr int largeHeight = 48;

/// A frame within a combo box or spin box is not an input of its own.
bool isInner(const QWidget* widget);
void giveSpinBoxRoom(QWidget* widget);

} // namespace onedoor
