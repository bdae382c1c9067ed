// SPDX-License-Identifier: GPL-3.0-or-later
// A text broken into lines of one pitch, whichever fallback fonts its characters came from; nothing is ever cut off. Used by the labels
// and buttons of the kiosk to measure and to paint, so that both agree. Plain functions; UI thread.
#pragma once

#include <QFont>
#include <QPainter>

namespace onedoor::kioskparagraph {

QFont fontOf(int pixels, bool strong);
/// Height of the text in a column of this width.
int heightFor(const QString& text, int pixels, bool strong, int width);
/// Width of its longest line when nothing has to be broken.
int naturalWidth(const QString& text, int pixels, bool strong);
/// Width of what can't be broken: the longest word, or one Han character.
int leastWidth(const QString& text, int pixels, bool strong);
/// Into the rectangle, centred vertically.
void paint(QPainter& painter, const QRect& place, const QString& text, int pixels, bool strong, Qt::Alignment alignment);

} // namespace onedoor::kioskparagraph
