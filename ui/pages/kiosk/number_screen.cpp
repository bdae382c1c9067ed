// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/number_screen.h"

#include <QHBoxLayout>

namespace onedoor {

NumberScreen::NumberScreen(const KioskMeasure& measure, const NumberQuestion& question)
    : KioskScreen(measure, {}), m_entry(new KioskEntry(measure, question.holds, question.label)), m_others(new QHBoxLayout)
{
    setAccessibleName(question.heading);
    m_others->setSpacing(measure.gap());
    auto* keypad = new KioskKeypad(measure, question.keys, m_entry);
    if (question.keys == KioskKeypad::Keys::Letters)
        layOutLetters(question, keypad);
    else
        layOutDigits(question, keypad);
    m_entry->setText(question.typed);
    connect(m_entry, &KioskEntry::changed, this, [this] { Q_EMIT typing(m_entry->text()); });
    connect(m_entry, &KioskEntry::submitted, this, &NumberScreen::submit);
    beginAt(m_entry);
}

NumberScreen::~NumberScreen()
{
    const QSignalBlocker quiet(m_entry);
    m_entry->clear();
}

void NumberScreen::addQuestion(const NumberQuestion& question)
{
    const bool hasFault = !question.fault.isEmpty();
    if (!hasFault || measure().textSize() == KioskText::Usual) // a long fault in large type needs its room
        addText(question.heading, Tone::Text, KioskLabel::Size::Heading);
    if (hasFault || !question.explanation.isEmpty())
        addText(hasFault ? question.fault : question.explanation, hasFault ? Tone::Danger : Tone::Muted);
}

/// The question at one side, the keypad with what it ends in at the other; one under the other on a high screen.
void NumberScreen::layOutDigits(const NumberQuestion& question, KioskKeypad* keypad)
{
    split();
    half()->addStretch(1);
    addQuestion(question);
    half()->addWidget(m_entry);
    if (measure().isWide()) {
        half()->addStretch(1);
        half()->addLayout(m_others);
    }
    otherHalf()->addStretch(1);
    otherHalf()->addWidget(keypad);
    m_giveAt = otherHalf();
}

/// Ten keys in a row need the whole width; what is answered stands beside the entry.
void NumberScreen::layOutLetters(const NumberQuestion& question, KioskKeypad* keypad)
{
    const bool hasFault = !question.fault.isEmpty(); // one line: the letters need the height
    addText(hasFault ? question.fault : question.heading, hasFault ? Tone::Danger : Tone::Text);
    auto* row = new QHBoxLayout;
    row->setSpacing(measure().gap());
    row->addWidget(m_entry, 2);
    row->addLayout(m_others, 1);
    column()->addLayout(row);
    column()->addWidget(keypad);
    column()->addStretch(1);
    m_giveAt = m_others;
}

KioskButton* NumberScreen::addOther(const QString& text, const std::function<void()>& answer)
{
    KioskButton* button = makeAnswer(text, KioskButton::Kind::Plain);
    connect(button, &QPushButton::clicked, this, answer);
    m_others->addWidget(button, 1);
    return button;
}

void NumberScreen::addGive(const QString& text)
{
    KioskButton* give = makeAnswer(text, KioskButton::Kind::Primary);
    const auto follow = [this, give] { give->setEnabled(!m_entry->text().isEmpty()); };
    connect(m_entry, &KioskEntry::changed, give, follow);
    connect(give, &QPushButton::clicked, this, &NumberScreen::submit);
    follow();
    m_giveAt->addWidget(give);
    if (m_giveAt != otherHalf())
        return;
    if (!measure().isWide())
        otherHalf()->addLayout(m_others);
    otherHalf()->addStretch(1);
}

bool NumberScreen::takeKey(QChar character)
{
    if (!m_entry->put(character))
        return false;
    m_entry->setFocus(Qt::OtherFocusReason); // so that Enter gives the number, not what had the focus
    return true;
}

void NumberScreen::submit()
{
    if (!m_entry->text().isEmpty())
        Q_EMIT given(m_entry->text());
}

} // namespace onedoor

#include "moc_number_screen.cpp"
