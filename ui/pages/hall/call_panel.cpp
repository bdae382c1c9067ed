// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hall/call_panel.h"

#include "ui/models/local_name.h"
#include "ui/pages/hall/hall_text.h"
#include "ui/widgets/theme/paint.h"
#include "ui/widgets/theme/tokens.h"

#include <QPainter>
#include <QVBoxLayout>

namespace onedoor {

namespace {

constexpr int flashes = 6;
constexpr int captionPixels = 44;
constexpr int numberPixels = 232; // capitals of 0.73 em: a twelfth of the screen's width and more
constexpr int namePixels = 84;
constexpr int placePixels = 120;
constexpr int welcomePixels = 64;
constexpr int corner = 24;
constexpr int margin = 56;

} // namespace

CallPanel::CallPanel(const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent), m_centre(centre), m_caption(new HallText(HallText::Ink::Muted)),
      m_number(new HallText(HallText::Ink::Plain, Qt::AlignCenter)), m_name(new HallText(HallText::Ink::Plain, Qt::AlignCenter)),
      m_invitation(new HallText(HallText::Ink::Muted, Qt::AlignCenter)), m_place(new HallText(HallText::Ink::Strong, Qt::AlignCenter))
{
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_caption);
    column->addStretch(1);
    column->addWidget(m_number);
    column->addWidget(m_name);
    column->addStretch(1);
    column->addWidget(m_invitation);
    column->addWidget(m_place);
    m_invitation->setText(tr("Please go to"));
    m_flash.setInterval(flashMilliseconds);
    connect(&m_flash, &QTimer::timeout, this, [this] {
        if (--m_flashesLeft <= 0)
            m_flash.stop();
        update();
    });
    setUnit(1);
    showCall(std::nullopt);
}

void CallPanel::setUnit(double unit)
{
    m_unit = unit;
    const auto sized = [unit](int pixels) { return static_cast<int>(pixels * unit); };
    const int edge = sized(margin);
    layout()->setContentsMargins(edge, sized(40), edge, sized(40));
    layout()->setSpacing(sized(4));
    m_caption->setPixels(sized(captionPixels), true);
    m_number->setPixels(sized(numberPixels), true);
    m_name->setPixels(sized(m_isEmpty ? welcomePixels : namePixels), true);
    m_invitation->setPixels(sized(captionPixels));
    m_place->setPixels(sized(placePixels), true);
}

void CallPanel::showCall(const std::optional<DisplayCall>& call)
{
    m_isEmpty = !call;
    m_caption->setText(call ? tr("Now calling") : tr("Welcome"));
    m_number->setText(call ? call->number : QString());
    m_name->setText(call ? call->maskedName : tr("Please take a seat and wait for your number."));
    const Place* place = call ? m_centre.findPlace(call->place) : nullptr;
    m_place->setText(place ? localShortLabel(*place) : call ? call->place : QString());
    m_number->setVisible(call.has_value());
    m_invitation->setVisible(call.has_value());
    m_place->setVisible(call.has_value());
    setAccessibleName(call ? tr("Now calling %1, %2").arg(m_number->text(), m_place->text()) : m_name->text());
    setUnit(m_unit);
    if (!call) {
        m_flash.stop();
        m_flashesLeft = 0;
    }
    update();
}

void CallPanel::highlight()
{
    m_flashesLeft = 2 * flashes;
    m_flash.start();
    update();
}

void CallPanel::paintEvent(QPaintEvent*)
{
    static const Tokens hall = hallTokens();
    QPainter painter(this);
    const bool isLit = m_flashesLeft % 2 == 1;
    const double edge = m_isEmpty ? 0 : 6 * m_unit;
    paint::panel(painter, rect(), isLit ? hall.raised : hall.surface, m_isEmpty ? hall.surface : hall.accent, corner * m_unit, edge);
}

} // namespace onedoor

#include "moc_call_panel.cpp"
