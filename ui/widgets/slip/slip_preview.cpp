// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/slip_preview.h"

#include "ui/widgets/slip/slip_painter.h"
#include "ui/widgets/theme/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QPainter>

namespace onedoor {

SlipPreview::SlipPreview(QWidget* parent) : QFrame(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(scaled(220), scaled(320));
    setAccessibleName(tr("Preview of the slip"));
}

void SlipPreview::setSlip(const SlipContent& slip, SlipPaper paper, const SlipLayout& layout)
{
    m_picture = SlipPainter(slip, paper, layout).image();
    setAccessibleDescription(slip.number);
    update();
}

QSize SlipPreview::sizeHint() const
{
    return {scaled(320), scaled(460)};
}

void SlipPreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().sunken);
    painter.drawRoundedRect(rect(), radius::card, radius::card);
    if (m_picture.isNull())
        return;
    const QSize room = rect().marginsRemoved(QMargins(space::large, space::large, space::large, space::large)).size();
    const QSize largest = m_picture.size().scaled(room, Qt::KeepAspectRatio).boundedTo(m_picture.size());
    QRect paper({}, largest);
    paper.moveCenter(rect().center());
    painter.setPen(tokens().line);
    painter.drawRect(paper.adjusted(-1, -1, 0, 0));
    // Scaled at the screen's own resolution: a picture shrunk while it is drawn loses its thin lines.
    const qreal ratio = devicePixelRatioF();
    QImage shown = m_picture.scaled((QSizeF(largest) * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(ratio);
    painter.drawImage(paper.topLeft(), shown);
}

} // namespace onedoor

#include "moc_slip_preview.cpp"
