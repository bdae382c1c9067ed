// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_label.h"

#include "ui/pages/kiosk/kiosk_paragraph.h"
#include "ui/widgets/theme/kiosk_tokens.h"

#include <QPainter>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int widestWanted = 26; ///< characters in a line: longer ones are hard to follow

} // namespace

KioskLabel::KioskLabel(const KioskMeasure& measure, Size size, const QString& text, Tone tone, QWidget* parent)
    : QLabel(text, parent), m_measure(measure), m_size(size), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void KioskLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

int KioskLabel::wantedPixels() const
{
    switch (m_size) {
    case Size::Body: return m_measure.body();
    case Size::Heading: return m_measure.heading();
    case Size::Figure: return m_measure.figure();
    }
    return m_measure.body();
}

int KioskLabel::pixels(int width) const
{
    int pixels = wantedPixels();
    if (m_size == Size::Figure) {
        while (pixels > m_measure.heading() && kioskparagraph::naturalWidth(text(), pixels, true) > width)
            pixels -= 2;
    }
    return pixels;
}

int KioskLabel::heightForWidth(int width) const
{
    return kioskparagraph::heightFor(text(), pixels(width), isStrong(), width);
}

QSize KioskLabel::sizeHint() const
{
    const int width = std::min(kioskparagraph::naturalWidth(text(), wantedPixels(), isStrong()), wantedPixels() * widestWanted);
    return {width, heightForWidth(width)};
}

QSize KioskLabel::minimumSizeHint() const
{
    const int pixels = m_size == Size::Figure ? m_measure.heading() : wantedPixels();
    return {kioskparagraph::leastWidth(text(), pixels, isStrong()), int(pixels * KioskMeasure::lineSpacing)};
}

void KioskLabel::paintEvent(QPaintEvent*)
{
    static const Tokens colours = kioskTokens();
    QPainter painter(this);
    painter.setPen(colours.ink(m_tone));
    kioskparagraph::paint(painter, rect(), text(), pixels(width()), isStrong(), alignment());
}

} // namespace onedoor

#include "moc_kiosk_label.cpp"
