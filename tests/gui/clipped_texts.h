// SPDX-License-Identifier: GPL-3.0-or-later
// What of the words on a screen can't be read whole: said in fewer points than it needs, or by a widget that sticks out of the one around it.
// Words that were shortened on purpose say all of it in their tool tip. GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

namespace onedoor {

enum class Scrolling {
    Down, ///< across, everything must be in sight
    Both  ///< for the largest type on the smallest screen: across one may scroll too
};

/// One line each: class, words, points wanted and there.
QStringList clippedTexts(const QWidget* root, Scrolling scrolling = Scrolling::Down);

} // namespace onedoor
