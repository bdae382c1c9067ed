// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/slip_painter.h"

#include "ui/widgets/slip/slip_flow.h"
#include "ui/widgets/theme/paper_colours.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr double largestScale = 1.3; ///< of a slip on a page that has room to spare

constexpr double tagSize = 3; ///< of the words on a zone's tag
constexpr double tagGap = 1.6;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::Slip)
};

/// White words on a black tag, as high as the line beside it.
void tag(SlipFlow& flow, const QRectF& box, const QString& words)
{
    if (!flow.painter())
        return;
    flow.painter()->save();
    flow.painter()->setPen(Qt::NoPen);
    flow.painter()->setBrush(inkColour());
    flow.painter()->drawRoundedRect(box, flow.dots(0.6), flow.dots(0.6));
    flow.painter()->setPen(paperColour());
    flow.painter()->setFont(flow.font(tagSize, true));
    flow.painter()->drawText(box, Qt::AlignCenter, words);
    flow.painter()->restore();
}

QString betweenPlaces()
{
    return Words::tr(", ", "between places");
}

/// The label with no place to break inside, when it fits a line whole.
QString unbroken(const SlipFlow& flow, const QString& label, double size)
{
    constexpr QChar wordJoiner(0x2060);
    if (flow.widthOf(label + betweenPlaces(), size, true) > flow.width())
        return label;
    QString joined;
    for (const QChar character : label) {
        // Never inside a pair of surrogates.
        if (!joined.isEmpty() && !character.isLowSurrogate())
            joined += wordJoiner;
        joined += character == u' ' ? QChar(QChar::Nbsp) : character;
    }
    return joined;
}

void placeNames(SlipFlow& flow, const QStringList& places, double size)
{
    QStringList names;
    for (const QString& place : places)
        names.append(unbroken(flow, place, size));
    flow.text({names.join(betweenPlaces()), size, true});
}

QString labelOf(SlipParticular particular)
{
    switch (particular) {
    case SlipParticular::Code: return {};
    case SlipParticular::Issued: return Words::tr("Issued");
    case SlipParticular::Reprinted: return Words::tr("Printed again");
    case SlipParticular::VisitNumber: return Words::tr("Visit number");
    case SlipParticular::Visitor: return Words::tr("Visitor");
    }
    return {};
}

double millimetres(std::uint32_t micrometres)
{
    return micrometres / 1'000.0;
}

double tagWidth(const SlipFlow& flow, const QString& zone)
{
    return flow.widthOf(zone, tagSize, true) + flow.dots(2);
}

double longestLabel(const SlipFlow& flow, const SlipStop& stop, double size)
{
    double longest = 0;
    for (const QString& place : stop.places)
        longest = std::max(longest, flow.widthOf(place + betweenPlaces(), size, true));
    return longest;
}

} // namespace

SlipPainter::SlipPainter(SlipContent content, SlipPaper paper, const SlipLayout& layout)
    : m_content(std::move(content)), m_paper(paper), m_size(sizeOf(paper)), m_code(qrMatrix(m_content.code)),
      m_font(QGuiApplication::font()), m_blocks(layout.blocksFor(paper))
{
    m_font.setHintingPreference(QFont::PreferFullHinting);
}

SlipPainter SlipPainter::laidOut(const SlipLayout& layout) const
{
    SlipPainter other = *this;
    other.m_blocks = layout.blocksFor(m_paper);
    return other;
}

double SlipPainter::scaleFor(const QPaintDevice& device) const
{
    if (m_size.height <= 0)
        return 1;
    constexpr double smallest = 0.4;
    const double height = m_size.height * device.logicalDpiY() / millimetresPerInch;
    double scale = largestScale;
    for (; scale > smallest; scale *= 0.95) {
        SlipFlow flow(m_font, device, nullptr, scale);
        if (fill(flow) <= height)
            break;
    }
    return scale;
}

QSizeF SlipPainter::pageSize(const QPaintDevice& device) const
{
    if (m_size.height > 0)
        return {m_size.width, m_size.height};
    SlipFlow flow(m_font, device, nullptr, 1);
    // Half a millimetre more than the text, because page sizes are rounded to points.
    return {m_size.width, std::ceil(2 * (fill(flow) * millimetresPerInch / device.logicalDpiY() + 0.5)) / 2};
}

void SlipPainter::paint(QPainter& painter) const
{
    painter.save();
    painter.setPen(inkColour());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    SlipFlow flow(m_font, *painter.device(), &painter, scaleFor(*painter.device()));
    fill(flow);
    painter.restore();
}

QImage SlipPainter::image(int dpi) const
{
    QImage probe(1, 1, QImage::Format_RGB32);
    const int dotsPerMetre = int(std::lround(dpi / millimetresPerInch * 1000));
    probe.setDotsPerMeterX(dotsPerMetre);
    probe.setDotsPerMeterY(dotsPerMetre);
    const QSizeF dots = pageSize(probe) * (dpi / millimetresPerInch);
    QImage picture(dots.toSize(), QImage::Format_RGB32);
    picture.setDotsPerMeterX(dotsPerMetre);
    picture.setDotsPerMeterY(dotsPerMetre);
    picture.fill(paperColour());
    QPainter painter(&picture);
    paint(painter);
    return picture;
}

/// The bottom of the slip, in dots.
double SlipPainter::fill(SlipFlow& flow) const
{
    flow.setColumn(flow.paperDots(m_size.sideMargin), flow.paperDots(m_size.printableWidth()));
    flow.gap(m_size.topMargin);
    for (const SlipBlock& block : m_blocks)
        draw(flow, block);
    flow.gap(m_size.bottomMargin);
    return flow.top();
}

void SlipPainter::draw(SlipFlow& flow, const SlipBlock& block) const
{
    switch (block.part) {
    case SlipPart::House: return text(flow, block, m_content.header, true);
    case SlipPart::Number: return number(flow, block);
    case SlipPart::Service: return text(flow, block, m_content.service, true);
    case SlipPart::Ahead:
        if (m_content.ahead)
            text(flow, block, *m_content.ahead == 0 ? Words::tr("Nobody is waiting before you") : Words::tr("Waiting before you: %1").arg(*m_content.ahead), false);
        return;
    case SlipPart::Wait:
        if (m_content.ahead)
            text(flow, block, m_content.wait, true);
        return;
    case SlipPart::Places: return places(flow, block);
    case SlipPart::Afterwards:
        if (!m_content.afterwards.isEmpty()) {
            flow.gap(millimetres(block.before));
            flow.text({Words::tr("Then, with the same number: %1").arg(m_content.afterwards.join(u" → "_s)), millimetres(block.sizes.front()), true});
        }
        return;
    case SlipPart::Particulars: return particulars(flow, block);
    case SlipPart::Footer: return text(flow, block, m_content.footer, false, 1.35);
    case SlipPart::Rule:
    case SlipPart::Dashes:
        flow.gap(millimetres(block.before));
        return flow.rule(block.part == SlipPart::Dashes);
    case SlipPart::Gap: return flow.gap(millimetres(block.before));
    }
}

/// In the middle of the paper, if there is anything to say.
void SlipPainter::text(SlipFlow& flow, const SlipBlock& block, const QString& words, bool strong, double lineHeight) const
{
    if (words.isEmpty())
        return;
    flow.gap(millimetres(block.before));
    std::vector<double> sizes;
    for (const std::uint32_t size : block.sizes)
        sizes.push_back(millimetres(size));
    flow.fitted({words, 0, strong, Qt::AlignHCenter, lineHeight}, sizes, int(block.lines));
}

void SlipPainter::number(SlipFlow& flow, const SlipBlock& block) const
{
    flow.gap(millimetres(block.before));
    flow.figure(m_content.number, millimetres(block.sizes.front()));
}

SlipPainter::StopLook SlipPainter::stopLook(const SlipFlow& flow, const SlipBlock& block) const
{
    StopLook look{millimetres(block.sizes.front()), true};
    for (const SlipStop& stop : m_content.stops) {
        while (look.size > millimetres(block.sizes.back()) && longestLabel(flow, stop, look.size) > flow.width())
            look.size -= 0.2;
    }
    // All stops alike: places beside their zone, or below it when one of them has no room there.
    for (const SlipStop& stop : m_content.stops)
        look.beside = look.beside && !stop.zone.isEmpty()
            && tagWidth(flow, stop.zone) + flow.dots(tagGap) + longestLabel(flow, stop, look.size) <= flow.width();
    return look;
}

void SlipPainter::places(SlipFlow& flow, const SlipBlock& block) const
{
    flow.gap(millimetres(block.before));
    if (m_content.stops.isEmpty())
        return;
    flow.rule(true);
    flow.gap(2);
    if (block.labels != 0)
        flow.text({Words::tr("When your number is called, please go to"), millimetres(block.labels)});
    flow.gap(1);
    const StopLook look = stopLook(flow, block);
    for (const SlipStop& each : m_content.stops) {
        stop(flow, each, look);
        flow.gap(1.2);
    }
}

void SlipPainter::stop(SlipFlow& flow, const SlipStop& stop, const StopLook& look) const
{
    const double left = flow.left();
    const double width = flow.width();
    const double tagged = tagWidth(flow, stop.zone);
    const double height = flow.dots(tagSize * 1.5);
    if (look.beside) {
        const double line = flow.dots(look.size * 1.25);
        tag(flow, QRectF(left, flow.top() + std::round((line - height) / 2), tagged, height), stop.zone);
        flow.setColumn(left + tagged + flow.dots(tagGap), width - tagged - flow.dots(tagGap));
    } else if (tagged <= width && !stop.zone.isEmpty()) {
        tag(flow, QRectF(left, flow.top(), tagged, height), stop.zone);
        flow.setTop(flow.top() + height + flow.dots(0.6));
    } else {
        flow.text({stop.zone, tagSize, true});
    }
    placeNames(flow, stop.places, look.size);
    flow.setColumn(left, width);
}

QString SlipPainter::valueOf(SlipParticular particular) const
{
    switch (particular) {
    case SlipParticular::Code: return {};
    case SlipParticular::Issued: return m_content.issued;
    case SlipParticular::Reprinted: return m_content.reprinted;
    case SlipParticular::VisitNumber: return m_content.visitNumber;
    case SlipParticular::Visitor: return m_content.name;
    }
    return {};
}

void SlipPainter::particulars(SlipFlow& flow, const SlipBlock& block) const
{
    flow.gap(millimetres(block.before));
    flow.rule(true);
    flow.gap(2);
    const double left = flow.left();
    const double width = flow.width();
    const double top = flow.top();
    const bool hasCode = m_code.size > 0 && std::find(block.show.begin(), block.show.end(), SlipParticular::Code) != block.show.end();
    const double module = flow.dots(millimetres(block.module));
    const double edge = hasCode ? m_code.size * module : 0;
    if (hasCode) {
        code(flow, left + width - edge, top, module);
        flow.setColumn(left, width - edge - qrQuietModules * module);
    }
    for (const SlipParticular particular : block.show) {
        const QString value = valueOf(particular);
        if (value.isEmpty())
            continue;
        if (block.labels != 0)
            flow.text({labelOf(particular), millimetres(block.labels), false, Qt::AlignLeft, 1.2});
        flow.text({value, millimetres(block.sizes.front()), true, Qt::AlignLeft, 1.2});
        flow.gap(0.8);
    }
    flow.setColumn(left, width);
    flow.setTop(std::max(flow.top(), top + edge));
}

void SlipPainter::code(SlipFlow& flow, double left, double top, double module) const
{
    if (!flow.painter())
        return;
    for (int row = 0; row < m_code.size; ++row) {
        // Neighbours in one stroke: a seam between two modules is what smoothing would leave.
        for (int column = 0; column < m_code.size;) {
            int end = column;
            while (end < m_code.size && m_code.isDark(end, row))
                ++end;
            if (end > column)
                flow.painter()->fillRect(QRectF(left + column * module, top + row * module, (end - column) * module, module), inkColour());
            column = std::max(end, column + 1);
        }
    }
}

} // namespace onedoor
