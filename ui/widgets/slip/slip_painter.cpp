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
constexpr double moduleSize = 0.75; ///< of the QR code: six dots of a thermal head, for any telephone and any scanner
constexpr double moduleSizeNarrow = 0.625; ///< five dots
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

SlipPainter::SlipPainter(SlipContent content, SlipPaper paper)
    : m_content(std::move(content)), m_paper(paper), m_size(sizeOf(paper)), m_code(qrMatrix(m_content.code)),
      m_font(QGuiApplication::font()), m_narrow(m_size.printableWidth() < 60)
{
    m_font.setHintingPreference(QFont::PreferFullHinting);
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
    head(flow);
    waiting(flow);
    stops(flow);
    particulars(flow);
    flow.gap(m_size.bottomMargin);
    return flow.top();
}

void SlipPainter::head(SlipFlow& flow) const
{
    flow.fitted({m_content.header, 0, true, Qt::AlignHCenter}, {3.6, 3.2}, 1);
    flow.gap(1.6);
    flow.rule(false);
    flow.gap(m_narrow ? 4 : 5);
    flow.figure(m_content.number, m_narrow ? 19 : 25);
    flow.gap(m_narrow ? 3 : 3.6);
    flow.fitted({m_content.service, 0, true, Qt::AlignHCenter}, {m_narrow ? 4.8 : 5.6, 4.2, 3.6}, 2);
}

void SlipPainter::waiting(SlipFlow& flow) const
{
    if (!m_content.ahead)
        return;
    flow.gap(1.2);
    const QString words = *m_content.ahead == 0 ? Words::tr("Nobody is waiting before you") : Words::tr("Waiting before you: %1").arg(*m_content.ahead);
    flow.text({words, m_narrow ? 3.6 : 4, false, Qt::AlignHCenter});
    if (m_content.wait.isEmpty())
        return;
    flow.gap(0.6);
    flow.text({m_content.wait, m_narrow ? 3.6 : 4, true, Qt::AlignHCenter});
}

SlipPainter::StopLook SlipPainter::stopLook(const SlipFlow& flow) const
{
    StopLook look{m_narrow ? 4.2 : 4.8, true};
    for (const SlipStop& stop : m_content.stops) {
        while (look.size > 3.4 && longestLabel(flow, stop, look.size) > flow.width())
            look.size -= 0.2;
    }
    // All stops alike: places beside their zone, or below it when one of them has no room there.
    for (const SlipStop& stop : m_content.stops)
        look.beside = look.beside && !stop.zone.isEmpty()
            && tagWidth(flow, stop.zone) + flow.dots(tagGap) + longestLabel(flow, stop, look.size) <= flow.width();
    return look;
}

void SlipPainter::stops(SlipFlow& flow) const
{
    flow.gap(3);
    if (m_content.stops.isEmpty())
        return;
    flow.rule(true);
    flow.gap(2);
    flow.text({Words::tr("When your number is called, please go to"), 3});
    flow.gap(1);
    const StopLook look = stopLook(flow);
    for (const SlipStop& each : m_content.stops) {
        stop(flow, each, look);
        flow.gap(1.2);
    }
    if (!m_content.afterwards.isEmpty())
        flow.text({Words::tr("Then, with the same number: %1").arg(m_content.afterwards.join(u" → "_s)), 3.2, true});
    flow.gap(1);
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

void SlipPainter::particulars(SlipFlow& flow) const
{
    flow.rule(true);
    flow.gap(2);
    const double left = flow.left();
    const double width = flow.width();
    const double module = flow.dots(m_narrow ? moduleSizeNarrow : moduleSize);
    const double edge = m_code.size * module;
    const double top = flow.top();
    if (m_code.size > 0)
        code(flow, left + width - edge, top, module);
    flow.setColumn(left, width - edge - qrQuietModules * module);
    const auto particular = [&](const QString& label, const QString& value) {
        if (value.isEmpty())
            return;
        flow.text({label, 2.6, false, Qt::AlignLeft, 1.2});
        flow.text({value, m_narrow ? 3.2 : 3.6, true, Qt::AlignLeft, 1.2});
        flow.gap(0.8);
    };
    particular(Words::tr("Issued"), m_content.issued);
    particular(Words::tr("Printed again"), m_content.reprinted);
    particular(Words::tr("Visit number"), m_content.visitNumber);
    particular(Words::tr("Visitor"), m_content.name);
    flow.setColumn(left, width);
    flow.setTop(std::max(flow.top(), top + edge));
    flow.gap(2);
    flow.rule(false);
    flow.gap(1.6);
    flow.text({m_content.footer, 3, false, Qt::AlignHCenter, 1.35});
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
