// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/choice_button.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int pictureSize = 28;
constexpr int arrowSize = 18;
constexpr int narrowest = 420;

} // namespace

ChoiceButton::ChoiceButton(Icons name, const QString& title, const QString& explanation, QWidget* parent)
    : Button(title, Variant::Secondary, parent), m_icon(name), m_explanation(explanation)
{
    setAccessibleDescription(explanation);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ChoiceButton::sizeHint() const
{
    const int lines = QFontMetrics(typeFont(Type::Lead, true)).height() + 2 * QFontMetrics(typeFont()).height();
    return {scaled(narrowest), lines + scaled(2 * space::large + space::tight)};
}

void ChoiceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    if (hasFocus())
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);

    const qreal ratio = devicePixelRatioF();
    const int side = scaled(space::page);
    const int large = scaled(pictureSize);
    painter.drawPixmap(QRect(side, (height() - large) / 2, large, large),
                       iconPixmap(m_icon, large, tokens().ink(Tone::Accent), ratio));
    const int small = scaled(arrowSize);
    painter.drawPixmap(QRect(width() - side - small, (height() - small) / 2, small, small),
                       iconPixmap(Icons::ArrowRight, small, tokens().ink(Tone::Muted), ratio));

    const int left = side + large + scaled(space::large);
    QRect area(left, scaled(space::large), width() - left - side - small - scaled(space::medium), height() - 2 * scaled(space::large));
    const QFont titleFont = typeFont(Type::Lead, true);
    const int titleHeight = QFontMetrics(titleFont).height();
    const int explanationTop = titleHeight + scaled(space::tight);
    const int explanationHeight
        = QFontMetrics(typeFont()).boundingRect(area.adjusted(0, explanationTop, 0, 0), Qt::TextWordWrap, m_explanation).height();
    area.setTop(area.top() + std::max(0, (area.height() - explanationTop - explanationHeight) / 2)); // there is room for two lines
    painter.setFont(titleFont);
    painter.setPen(tokens().text);
    painter.drawText(QRect(area.topLeft(), QSize(area.width(), titleHeight)), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic,
                     text());
    painter.setFont(typeFont());
    painter.setPen(tokens().ink(Tone::Muted));
    painter.drawText(area.adjusted(0, explanationTop, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     m_explanation);
}

} // namespace onedoor

#include "moc_choice_button.cpp"
