// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/message_screen.h"

namespace onedoor {

MessageScreen::MessageScreen(const KioskMeasure& measure, const QString& heading, const QString& text, Tone tone)
    : KioskScreen(measure, {}), m_text(nullptr)
{
    setAccessibleName(heading);
    column()->addStretch(1);
    addText(heading, Tone::Text, KioskLabel::Size::Heading);
    m_text = addText(text, tone);
    m_text->setVisible(!text.isEmpty());
    column()->addStretch(1);
}

KioskButton* MessageScreen::offer(const QString& text, KioskButton::Kind kind, QObject* context, const std::function<void()>& answer)
{
    KioskButton* button = addAnswer(text, kind);
    connect(button, &QPushButton::clicked, context, answer);
    beginAt(button);
    return button;
}

void MessageScreen::setText(const QString& text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_text->updateGeometry();
}

} // namespace onedoor

#include "moc_message_screen.cpp"
