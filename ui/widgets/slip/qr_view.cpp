// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/qr_view.h"

#include "ui/widgets/theme/paper_colours.h"
#include "ui/widgets/theme/theme.h"

#include <QPainter>

namespace onedoor {

namespace {

constexpr int edge = 240;

} // namespace

QrView::QrView(QWidget* parent) : QFrame(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("QR code"));
}

void QrView::setText(const QString& text)
{
    m_matrix = text.isEmpty() ? QrMatrix{} : qrMatrix(text);
    update();
}

QSize QrView::sizeHint() const
{
    return {scaled(edge), scaled(edge)};
}

void QrView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), paperColour());
    if (m_matrix.size == 0)
        return;
    // Whole pixels a module: a reader wants edges, not greys.
    const int module = std::max(1, std::min(width(), height()) / (m_matrix.size + 2 * qrQuietModules));
    const int left = (width() - module * m_matrix.size) / 2;
    const int top = (height() - module * m_matrix.size) / 2;
    for (int row = 0; row < m_matrix.size; ++row)
        for (int column = 0; column < m_matrix.size; ++column)
            if (m_matrix.isDark(column, row))
                painter.fillRect(left + column * module, top + row * module, module, module, inkColour());
}

} // namespace onedoor

#include "moc_qr_view.cpp"
