// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_screen.h"

namespace onedoor {

KioskScreen::KioskScreen(const KioskMeasure& measure, const QString& question)
    : m_measure(measure), m_column(new QVBoxLayout(this)), m_half(m_column)
{
    setAccessibleName(question);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(measure.gap());
    if (!question.isEmpty())
        addText(question, Tone::Text, KioskLabel::Size::Heading);
}

void KioskScreen::split()
{
    auto* halves = m_measure.isWide() ? static_cast<QBoxLayout*>(new QHBoxLayout) : new QVBoxLayout;
    halves->setSpacing(m_measure.isWide() ? 2 * m_measure.gap() : m_measure.gap());
    m_half = new QVBoxLayout;
    m_otherHalf = new QVBoxLayout;
    for (QVBoxLayout* half : {m_half, m_otherHalf}) {
        half->setSpacing(m_measure.gap());
        halves->addLayout(half, 1);
    }
    m_column->addLayout(halves, 1);
}

KioskLabel* KioskScreen::addText(const QString& text, Tone tone, KioskLabel::Size size)
{
    auto* label = new KioskLabel(m_measure, size, text, tone);
    m_half->addWidget(label);
    return label;
}

KioskButton* KioskScreen::makeAnswer(const QString& text, KioskButton::Kind kind) const
{
    auto* button = new KioskButton(m_measure, text, kind);
    button->setMinimumSize(button->minimumSizeHint());
    return button;
}

KioskButton* KioskScreen::addAnswer(const QString& text, KioskButton::Kind kind)
{
    if (!m_answers) {
        m_answers = new QHBoxLayout;
        m_answers->setSpacing(m_measure.gap());
        m_column->addLayout(m_answers);
    }
    KioskButton* button = makeAnswer(text, kind);
    m_answers->addWidget(button, 1);
    return button;
}

} // namespace onedoor

#include "moc_kiosk_screen.cpp"
