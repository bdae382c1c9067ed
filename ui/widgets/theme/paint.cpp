// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/paint.h"

#include "ui/widgets/theme/theme.h"

namespace onedoor::paint {

void panel(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& edge, double corner, double edgeWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool edged = edge.isValid() && edge.alpha() > 0 && edgeWidth > 0;
    painter.setPen(edged ? QPen(edge, edgeWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double half = edged ? edgeWidth / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), corner - half, corner - half);
    painter.restore();
}

void focusRing(QPainter& painter, const QRectF& rect, double corner)
{
    panel(painter, rect, {}, tokens().focus, corner, focusWidth);
}

QPixmap tinted(const QPixmap& pixmap, const QColor& ink)
{
    QPixmap result = pixmap;
    QPainter painter(&result);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(result.rect(), ink);
    return result;
}

void shadow(QPainter& painter, const QRectF& rect, double corner)
{
    const QColor base = tokens().shadow;
    if (base.alpha() == 0)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    constexpr int layers = 8;
    for (int layer = layers; layer > 0; --layer) {
        QColor veil = base;
        veil.setAlpha(base.alpha() / (layers + layer / 2));
        painter.setBrush(veil);
        painter.drawRoundedRect(rect.adjusted(-layer, 2 - layer, layer, layer + 2), corner + layer, corner + layer);
    }
    painter.restore();
}

void chevron(QPainter& painter, const QRectF& rect, Arrow arrow, const QColor& ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double size = scaled(4);
    const double sign = arrow == Arrow::Down ? 1 : -1;
    const QPointF centre = rect.center();
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({centre + QPointF(-size, -sign * size / 2), centre + QPointF(0, sign * size / 2),
        centre + QPointF(size, -sign * size / 2)}));
    painter.restore();
}

void tick(QPainter& painter, const QRectF& rect, const QColor& ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, rect.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&rect](double x, double y) { return QPointF(rect.x() + rect.width() * x, rect.y() + rect.height() * y); };
    painter.drawPolyline(QPolygonF({at(0.24, 0.53), at(0.43, 0.71), at(0.77, 0.31)}));
    painter.restore();
}

} // namespace onedoor::paint
