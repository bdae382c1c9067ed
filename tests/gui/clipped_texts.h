// SPDX-License-Identifier: GPL-3.0-or-later
// What of the words on a screen can't be read whole: said in fewer points than it needs, or by a widget that sticks out of the one around it.
// Words that were shortened on purpose say all of it in their tool tip. GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

namespace onedoor {

/// One line each: class, words, points wanted and there. Of what scrolls, only across: down one may scroll.
QStringList clippedTexts(const QWidget* root);

} // namespace onedoor
