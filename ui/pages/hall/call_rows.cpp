// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hall/call_rows.h"

#include "ui/models/local_name.h"
#include "ui/pages/hall/hall_text.h"
#include "ui/widgets/theme/paint.h"
#include "ui/widgets/theme/tokens.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace onedoor {

namespace {

constexpr int mostLines = 7;
constexpr int captionPixels = 40;
constexpr int numberPixels = 60;
constexpr int namePixels = 40;
constexpr int placePixels = 44;

} // namespace

CallRows::CallRows(const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent), m_centre(centre), m_caption(new HallText(HallText::Ink::Muted))
{
    m_caption->setText(tr("Called before"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_caption);
    for (int line = 0; line < mostLines; ++line) {
        m_lines.push_back(makeLine());
        column->addWidget(m_lines.back().whole, 1);
    }
    column->addStretch(1);
    setUnit(1);
    showRows({});
}

CallRows::Line CallRows::makeLine()
{
    Line line{.whole = new QWidget,
              .number = new HallText(HallText::Ink::Plain),
              .name = new HallText(HallText::Ink::Muted),
              .place = new HallText(HallText::Ink::Strong, Qt::AlignRight | Qt::AlignVCenter),
              .awaited = new HallText(HallText::Ink::Muted, Qt::AlignRight | Qt::AlignVCenter)};
    line.awaited->setText(tr("please come"));
    auto* grid = new QGridLayout(line.whole);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    grid->addWidget(line.number, 0, 0);
    grid->addWidget(line.place, 0, 1);
    grid->addWidget(line.name, 1, 0);
    grid->addWidget(line.awaited, 1, 1);
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 5);
    return line;
}

void CallRows::setUnit(double unit)
{
    m_unit = unit;
    const auto sized = [unit](int pixels) { return static_cast<int>(pixels * unit); };
    layout()->setContentsMargins(sized(40), sized(32), sized(40), sized(24));
    layout()->setSpacing(sized(10));
    m_caption->setPixels(sized(captionPixels), true);
    for (const Line& line : m_lines) {
        line.number->setPixels(sized(numberPixels), true);
        line.name->setPixels(sized(namePixels));
        line.place->setPixels(sized(placePixels), true);
        line.awaited->setPixels(sized(namePixels));
    }
}

void CallRows::showRows(const std::vector<HallRow>& rows)
{
    m_shown = 0;
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        const Line& line = m_lines[at];
        const bool isUsed = at < rows.size();
        line.whole->setVisible(isUsed);
        if (!isUsed)
            continue;
        ++m_shown;
        const DisplayCall& call = rows[at].call;
        const Place* place = m_centre.findPlace(call.place);
        line.number->setText(call.number);
        line.name->setText(call.maskedName);
        line.place->setText(place ? localShortLabel(*place) : call.place);
        line.awaited->setText(rows[at].isOpen ? tr("please come") : QString());
        line.whole->setAccessibleName(tr("%1, %2").arg(call.number, line.place->text()));
    }
    update();
}

void CallRows::paintEvent(QPaintEvent*)
{
    static const Tokens hall = hallTokens();
    QPainter painter(this);
    constexpr int corner = 24;
    paint::panel(painter, rect(), hall.surface, hall.surface, corner * m_unit, 0);
    for (int at = 1; at < m_shown; ++at) {
        const QRect line = m_lines[std::size_t(at)].whole->geometry();
        painter.fillRect(QRect(line.left(), line.top() - layout()->spacing() / 2, line.width(), qMax(1, int(2 * m_unit))), hall.line);
    }
}

} // namespace onedoor

#include "moc_call_rows.cpp"
