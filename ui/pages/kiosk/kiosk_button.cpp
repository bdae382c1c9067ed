// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_button.h"

#include "ui/pages/kiosk/kiosk_paragraph.h"
#include "ui/widgets/button.h"
#include "ui/widgets/theme/kiosk_tokens.h"
#include "ui/widgets/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int corner = 12;
constexpr int ring = 4;      ///< thickness of the focus ring
constexpr int ringSpace = 3; ///< between ring and edge, so that it is seen on dark buttons too

const Tokens& colours()
{
    static const Tokens all = kioskTokens();
    return all;
}

} // namespace

KioskButton::KioskButton(const KioskMeasure& measure, const QString& text, Kind kind, QWidget* parent)
    : QPushButton(text, parent), m_measure(measure), m_kind(kind)
{
    setAutoDefault(false);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(text);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void KioskButton::setPicture(Icons picture)
{
    m_picture = picture;
    updateGeometry();
    update();
}

void KioskButton::setDetail(const QString& detail)
{
    m_detail = detail;
    setAccessibleDescription(detail);
    updateGeometry();
    update();
}

int KioskButton::pictureSize() const
{
    return m_picture ? m_measure.body() * 5 / 4 : 0;
}

QRect KioskButton::textArea(int width, int height) const
{
    const int beside = ring + ringSpace + m_measure.body() / 3;
    const int above = ring + ringSpace + m_measure.body() / 10; // the pitch of the lines leaves room already
    QRect area(beside, above, width - 2 * beside, height - 2 * above);
    if (m_picture)
        area.setLeft(area.left() + pictureSize() + m_measure.body() / 3);
    return area;
}

int KioskButton::heightFor(int width) const
{
    const QRect area = textArea(width, 0);
    int height = kioskparagraph::heightFor(text(), pixels(), m_kind != Kind::Quiet, area.width());
    if (!m_detail.isEmpty())
        height += kioskparagraph::heightFor(m_detail, pixels(), false, area.width());
    return std::max(height + 2 * area.top(), m_measure.target());
}

QSize KioskButton::sizeHint() const
{
    const int wanted = std::max(kioskparagraph::naturalWidth(text(), pixels(), true), kioskparagraph::naturalWidth(m_detail, pixels(), false));
    const int width = std::max(wanted + (textArea(1000, 0).left() + 1000 - textArea(1000, 0).right()), m_measure.target());
    return {width, heightFor(width)};
}

QSize KioskButton::minimumSizeHint() const
{
    const int word = std::max(kioskparagraph::leastWidth(text(), pixels(), true), kioskparagraph::leastWidth(m_detail, pixels(), false));
    const int width = std::max(word + (textArea(1000, 0).left() + 1000 - textArea(1000, 0).right()), m_measure.target());
    return {width, m_measure.target()};
}

void KioskButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = colours();
    QColor fill = m_kind == Kind::Primary ? t.accent : m_kind == Kind::Quiet ? t.window : t.surface;
    QColor ink = m_kind == Kind::Primary ? t.onAccent : m_kind == Kind::Quiet ? t.accentText : t.text;
    if (isDown())
        fill = m_kind == Kind::Primary ? t.accentHover : t.accentSoft;
    if (!isEnabled()) {
        fill = t.sunken;
        ink = t.muted;
    }
    const int inset = ring + ringSpace;
    const QRectF body = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    paint::panel(painter, body, fill, m_kind == Kind::Primary ? fill : t.control, corner, 2);
    if (hasFocus()) {
        painter.setPen(QPen(t.focus, ring));
        painter.setBrush(Qt::NoBrush);
        const double half = ring / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), corner + inset, corner + inset);
    }
    const QRect area = textArea(width(), height());
    if (m_picture) {
        const int size = pictureSize();
        const QPixmap picture = iconPixmap(*m_picture, size, ink, devicePixelRatioF());
        painter.drawPixmap(area.left() - size - m_measure.body() / 3, (height() - size) / 2, picture);
    }
    painter.setPen(ink);
    const Qt::Alignment alignment = (m_picture ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter;
    const bool strong = m_kind != Kind::Quiet;
    if (m_detail.isEmpty())
        return kioskparagraph::paint(painter, area, text(), pixels(), strong, alignment);
    const int upper = kioskparagraph::heightFor(text(), pixels(), strong, area.width());
    const int lower = kioskparagraph::heightFor(m_detail, pixels(), false, area.width());
    const int top = area.top() + std::max(0, (area.height() - upper - lower) / 2);
    kioskparagraph::paint(painter, QRect(area.left(), top, area.width(), upper), text(), pixels(), strong, alignment);
    if (m_kind != Kind::Primary && isEnabled())
        painter.setPen(t.muted);
    kioskparagraph::paint(painter, QRect(area.left(), top + upper, area.width(), lower), m_detail, pixels(), false, alignment);
}

void KioskButton::keyPressEvent(QKeyEvent* event)
{
    if (isPlainEnter(event))
        return click();
    if (event->isAutoRepeat()) // a key that is held is one press
        return event->accept();
    QPushButton::keyPressEvent(event);
}

} // namespace onedoor

#include "moc_kiosk_button.cpp"
