// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status_line.h"

#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace onedoor {

StatusPiece::StatusPiece(Icons name, const QString& text, Tone tone, QWidget* parent) : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setType(this, Type::Caption);
    setState(name, text, tone);
}

void StatusPiece::setState(Icons name, const QString& text, Tone tone)
{
    setIcon(onedoor::icon(name, tone));
    setText(text);
    setAccessibleName(text);
    setTone(this, tone);
}

StatusLine::StatusLine(QWidget* parent) : QWidget(parent), m_left(new QHBoxLayout), m_right(new QHBoxLayout)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::small, space::hair + 1, space::small, space::hair);
    for (QHBoxLayout* side : {m_left, m_right})
        side->setSpacing(space::tight);
    row->addLayout(m_left);
    row->addStretch(1);
    row->addLayout(m_right);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StatusLine::addLeft(QWidget* piece)
{
    m_left->addWidget(piece);
}

void StatusLine::addRight(QWidget* piece)
{
    m_right->addWidget(piece);
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), tokens().line);
}

} // namespace onedoor

#include "moc_status_line.cpp"
