// SPDX-License-Identifier: GPL-3.0-or-later
// Small painting moves shared by the style and by widgets that paint themselves. UI thread, inside a paint event.
#pragma once

#include <QColor>
#include <QPainter>
#include <QPixmap>
#include <QRectF>

namespace onedoor::paint {

/// A filled rounded rectangle with an optional edge, crisp on the pixel grid.
void panel(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& edge, double corner, double edgeWidth = 1);
/// The focus ring: two pixels along the inside of rect.
void focusRing(QPainter& painter, const QRectF& rect, double corner);
/// The same alpha, another colour.
QPixmap tinted(const QPixmap& pixmap, const QColor& ink);
/// Soft drop shadow around a raised panel; nothing in high contrast, where the edge does the work.
void shadow(QPainter& painter, const QRectF& rect, double corner);

enum class Arrow { Up, Down };
void chevron(QPainter& painter, const QRectF& rect, Arrow arrow, const QColor& ink);
void tick(QPainter& painter, const QRectF& rect, const QColor& ink);

} // namespace onedoor::paint
