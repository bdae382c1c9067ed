// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_paragraph.h"

#include "ui/pages/kiosk/kiosk_measure.h"
#include "ui/widgets/theme/theme.h"

#include <QFontMetrics>
#include <QTextLayout>
#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace onedoor::kioskparagraph {

namespace {

int pitchOf(int pixels)
{
    return int(std::ceil(pixels * KioskMeasure::lineSpacing));
}

struct Laid {
    std::vector<std::unique_ptr<QTextLayout>> paragraphs;
    int height = 0;
};

Laid layOut(const QString& text, int pixels, bool strong, int width, Qt::Alignment alignment)
{
    Laid laid;
    QTextOption option(alignment & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    for (const QString& line : text.split(u'\n')) {
        auto& layout = laid.paragraphs.emplace_back(std::make_unique<QTextLayout>(line, fontOf(pixels, strong)));
        layout->setTextOption(option);
        layout->beginLayout();
        for (QTextLine row = layout->createLine(); row.isValid(); row = layout->createLine()) {
            row.setLineWidth(std::max(width, 1));
            row.setPosition({0, laid.height + (pitchOf(pixels) - row.height()) / 2});
            laid.height += pitchOf(pixels);
        }
        layout->endLayout();
    }
    return laid;
}

} // namespace

QFont fontOf(int pixels, bool strong)
{
    QFont font = typeFont(Type::Body, strong);
    font.setPixelSize(std::max(pixels, 1));
    return font;
}

int heightFor(const QString& text, int pixels, bool strong, int width)
{
    return layOut(text, pixels, strong, width, Qt::AlignLeft).height;
}

int naturalWidth(const QString& text, int pixels, bool strong)
{
    const QFontMetrics metrics(fontOf(pixels, strong));
    int widest = 0;
    for (const QString& line : text.split(u'\n'))
        widest = std::max(widest, metrics.horizontalAdvance(line) + 1);
    return widest;
}

int leastWidth(const QString& text, int pixels, bool strong)
{
    const QFontMetrics metrics(fontOf(pixels, strong));
    int widest = pixels;
    QString word;
    for (const QChar letter : text) {
        if (letter.isSpace() || letter.unicode() > 0x2E7F) // Han and its punctuation break anywhere
            word.clear();
        else
            word += letter;
        widest = std::max(widest, metrics.horizontalAdvance(word) + 1);
    }
    return widest;
}

void paint(QPainter& painter, const QRect& place, const QString& text, int pixels, bool strong, Qt::Alignment alignment)
{
    const Laid laid = layOut(text, pixels, strong, place.width(), alignment);
    int top = place.top();
    if (alignment & Qt::AlignVCenter)
        top += (place.height() - laid.height) / 2;
    for (const auto& layout : laid.paragraphs)
        layout->draw(&painter, QPointF(place.left(), top));
}

} // namespace onedoor::kioskparagraph
