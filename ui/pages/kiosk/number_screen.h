// SPDX-License-Identifier: GPL-3.0-or-later
// A question that is answered with the keypad: identity number, telephone number, and the login and PIN of staff. UI thread.
#pragma once

#include "ui/pages/kiosk/kiosk_entry.h"
#include "ui/pages/kiosk/kiosk_keypad.h"
#include "ui/pages/kiosk/kiosk_screen.h"

#include <functional>

namespace onedoor {

struct NumberQuestion {
    QString heading;
    QString explanation;
    QString label; ///< of the entry
    KioskEntry::Holds holds = KioskEntry::Holds::Document;
    KioskKeypad::Keys keys = KioskKeypad::Keys::DigitsAndX;
    QString fault; ///< of the last answer
    QString typed; ///< what stood there when the language was changed
};

class NumberScreen final : public KioskScreen {
    Q_OBJECT
public:
    NumberScreen(const KioskMeasure& measure, const NumberQuestion& question);
    ~NumberScreen() override;

    /// One more way to answer, in the order in which they are added; addGive() comes after the last of them.
    KioskButton* addOther(const QString& text, const std::function<void()>& answer);
    void addGive(const QString& text);
    KioskEntry* entry() const { return m_entry; }
    bool takeKey(QChar character) override;

Q_SIGNALS:
    void given(const QString& number);
    void typing(const QString& typed);

private:
    void addQuestion(const NumberQuestion& question);
    void layOutDigits(const NumberQuestion& question, KioskKeypad* keypad);
    void layOutLetters(const NumberQuestion& question, KioskKeypad* keypad);
    void submit();

    KioskEntry* m_entry;
    QHBoxLayout* m_others;
    QBoxLayout* m_giveAt = nullptr;
};

} // namespace onedoor
