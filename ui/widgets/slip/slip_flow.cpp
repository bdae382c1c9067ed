// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/slip_flow.h"

#include "ui/widgets/theme/paper_colours.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace onedoor {

namespace {

constexpr double millimetresPerInch = 25.4;

} // namespace

SlipFlow::SlipFlow(const QFont& base, const QPaintDevice& device, QPainter* painter, double scale)
    : m_base(base), m_device(device), m_painter(painter), m_paperDotsPerMillimetre(device.logicalDpiX() / millimetresPerInch),
      m_dotsPerMillimetre(m_paperDotsPerMillimetre * scale)
{
}

void SlipFlow::setColumn(double left, double width)
{
    m_left = std::round(left);
    m_width = std::round(width);
}

double SlipFlow::dots(double millimetres) const
{
    return std::max(1.0, std::round(millimetres * m_dotsPerMillimetre));
}

double SlipFlow::paperDots(double millimetres) const
{
    return std::round(millimetres * m_paperDotsPerMillimetre);
}

QFont SlipFlow::font(double size, bool strong) const
{
    QFont font = m_base;
    font.setPixelSize(int(dots(size)));
    font.setWeight(strong ? QFont::Bold : QFont::Normal);
    return font;
}

double SlipFlow::widthOf(const QString& text, double size, bool strong) const
{
    return std::ceil(QFontMetricsF(font(size, strong), &m_device).horizontalAdvance(text));
}

int SlipFlow::layOut(QTextLayout& layout, const Text& text) const
{
    QTextOption option(text.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    const double step = dots(text.size * text.lineHeight);
    double top = 0;
    int lines = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(m_width);
        // The same pitch for every line, whichever fallback fonts its characters came from.
        line.setPosition({0, std::round(top + (step - line.height()) / 2)});
        top += step;
        ++lines;
    }
    layout.endLayout();
    return lines;
}

void SlipFlow::text(const Text& text)
{
    if (text.words.isEmpty())
        return;
    QTextLayout layout(text.words, font(text.size, text.strong), &m_device);
    const int lines = layOut(layout, text);
    if (m_painter)
        layout.draw(m_painter, {m_left, m_top});
    m_top += lines * dots(text.size * text.lineHeight);
}

void SlipFlow::fitted(Text text, const std::vector<double>& sizes, int lines)
{
    for (const double size : sizes) {
        text.size = size;
        QTextLayout layout(text.words, font(size, text.strong), &m_device);
        if (layOut(layout, text) <= lines)
            break;
    }
    this->text(text);
}

void SlipFlow::figure(const QString& words, double largest)
{
    QFont type = font(largest, true);
    const auto measured = [&] { return QFontMetricsF(type, &m_device); };
    while (type.pixelSize() > 4 && measured().horizontalAdvance(words) > m_width)
        type.setPixelSize(type.pixelSize() * 19 / 20);
    const QRectF ink = measured().tightBoundingRect(words);
    if (m_painter) {
        m_painter->setFont(type);
        const double left = m_left + (m_width - measured().horizontalAdvance(words)) / 2;
        m_painter->drawText(QPointF(std::round(left), std::round(m_top - ink.top())), words);
    }
    m_top += std::ceil(ink.height());
}

void SlipFlow::rule(bool dashed)
{
    const double thickness = dots(0.25);
    if (m_painter && !dashed)
        m_painter->fillRect(QRectF(m_left, m_top, m_width, thickness), inkColour());
    if (m_painter && dashed) {
        // As many dashes as gaps of the same length allow, with one at either end.
        const double dash = dots(1);
        const int count = std::max(2, int((m_width / dash + 1) / 2));
        for (int at = 0; at < count; ++at)
            m_painter->fillRect(QRectF(std::round(m_left + at * (m_width - dash) / (count - 1)), m_top, dash, thickness), inkColour());
    }
    m_top += thickness;
}

} // namespace onedoor
