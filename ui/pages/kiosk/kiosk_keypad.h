// SPDX-License-Identifier: GPL-3.0-or-later
// The keys on the screen: digits for numbers, letters for the sign-in of staff. They type into an entry. Child of a screen; UI thread.
#pragma once

#include "ui/pages/kiosk/kiosk_entry.h"

namespace onedoor {

class KioskKeypad final : public QWidget {
    Q_OBJECT
public:
    enum class Keys {
        Digits,        ///< three in a row
        DigitsAndX,    ///< with the check character of identity numbers
        Letters,       ///< with digits above them
    };
    KioskKeypad(const KioskMeasure& measure, Keys keys, KioskEntry* entry, QWidget* parent = nullptr);

private:
    KioskEntry* m_entry;
};

} // namespace onedoor
