// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/link_button.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int arrowSize = 16;
constexpr int narrowest = 160;
constexpr int tall = 10'000;

} // namespace

LinkButton::LinkButton(const QString& sentence, QWidget* parent)
    : Button(QString(sentence).replace(u'&', u"&&"_s), Variant::Quiet, parent), m_sentence(sentence)
{
    setAccessibleName(sentence);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int LinkButton::textLeft() const
{
    return scaled(arrowSize + 2 * space::tight);
}

QSize LinkButton::sizeHint() const
{
    const int width = textLeft() + fontMetrics().horizontalAdvance(m_sentence) + scaled(space::small);
    return {width, heightForWidth(width)};
}

QSize LinkButton::minimumSizeHint() const
{
    return {scaled(narrowest), fontMetrics().height() + 2 * scaled(space::tight)};
}

int LinkButton::heightForWidth(int width) const
{
    const QRect room(0, 0, qMax(1, width - textLeft() - scaled(space::tight)), tall);
    return fontMetrics().boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, m_sentence).height() + 2 * scaled(space::tight);
}

void LinkButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    if (hasFocus())
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    const int arrow = scaled(arrowSize);
    const int top = scaled(space::tight);
    painter.drawPixmap(QRect(scaled(space::tight), top + (fontMetrics().height() - arrow) / 2, arrow, arrow),
                       iconPixmap(Icons::ChevronRight, arrow, tokens().ink(Tone::Muted), devicePixelRatioF()));
    painter.setFont(font());
    painter.setPen(tokens().text);
    painter.drawText(rect().adjusted(textLeft(), top, -scaled(space::tight), -top), Qt::AlignLeft | Qt::TextWordWrap, m_sentence);
}

} // namespace onedoor

#include "moc_link_button.cpp"
