// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hall/hall_text.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/theme/theme.h"

#include <QPainter>
#include <algorithm>

namespace onedoor {

namespace {

QColor colourOf(HallText::Ink ink)
{
    static const Tokens hall = hallTokens();
    switch (ink) {
    case HallText::Ink::Plain: return hall.text;
    case HallText::Ink::Muted: return hall.muted;
    case HallText::Ink::Strong: return hall.accentText;
    case HallText::Ink::Warning: return hall.warning;
    }
    return hall.text;
}

/// Room for descenders in a font made for Han characters.
constexpr double leading = 1.4;
constexpr double capitalLeading = 1.15;

/// Numbers and times only: nothing below the line, and no characters of two code units, which must not be taken apart.
bool isTabular(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() < 0x80 && !letter.isLower() && letter != u','; });
}

int widthOf(const QString& text, const QFont& font)
{
    return isTabular(text) ? tabularWidth(text, font) : QFontMetrics(font).horizontalAdvance(text);
}

} // namespace

HallText::HallText(Ink ink, Qt::Alignment alignment, QWidget* parent) : QLabel(parent), m_ink(ink)
{
    setAlignment(alignment);
    setTextFormat(Qt::PlainText);
}

void HallText::setPixels(int pixels, bool bold)
{
    m_pixels = qMax(pixels, 1);
    m_bold = bold;
    updateGeometry();
    update();
}

QFont HallText::fontOf(int pixels) const
{
    QFont font = typeFont(Type::Body, m_bold);
    font.setPixelSize(pixels);
    return font;
}

QSize HallText::sizeHint() const
{
    return {widthOf(text(), fontOf(m_pixels)) + 2, minimumSizeHint().height()};
}

QSize HallText::minimumSizeHint() const
{
    return {m_pixels, static_cast<int>(m_pixels * (isTabular(text()) ? capitalLeading : leading))};
}

void HallText::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::TextAntialiasing);
    int pixels = m_pixels;
    int wide = widthOf(text(), fontOf(pixels));
    if (wide > width()) {
        pixels = qMax(1, pixels * width() / wide);
        wide = widthOf(text(), fontOf(pixels));
    }
    QRect place = rect();
    if (alignment() & Qt::AlignRight)
        place.setLeft(place.right() - wide);
    else if (alignment() & Qt::AlignHCenter)
        place.setLeft(place.left() + (place.width() - wide) / 2);
    painter.setPen(colourOf(m_ink));
    if (isTabular(text()))
        return paintTabular(painter, place, text(), fontOf(pixels));
    painter.setFont(fontOf(pixels));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, text());
}

} // namespace onedoor

#include "moc_hall_text.cpp"
