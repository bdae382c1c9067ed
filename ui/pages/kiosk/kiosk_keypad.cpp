// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_keypad.h"

#include "ui/pages/kiosk/kiosk_button.h"

#include <QGridLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QStringList rowsOf(KioskKeypad::Keys keys)
{
    switch (keys) {
    case KioskKeypad::Keys::Digits: return {u"123"_s, u"456"_s, u"789"_s, u" 0<"_s};
    case KioskKeypad::Keys::DigitsAndX: return {u"123"_s, u"456"_s, u"789"_s, u"X0<"_s};
    case KioskKeypad::Keys::Letters: return {u"1234567890"_s, u"qwertyuiop"_s, u"asdfghjkl."_s, u"zxcvbnm-_<"_s};
    }
    return {};
}

} // namespace

KioskKeypad::KioskKeypad(const KioskMeasure& measure, Keys keys, KioskEntry* entry, QWidget* parent) : QWidget(parent), m_entry(entry)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(measure.gap());
    const QStringList rows = rowsOf(keys);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column) {
            const QChar key = rows[row][column];
            if (key == u' ')
                continue;
            const bool erases = key == u'<';
            auto* button = new KioskButton(measure, erases ? u"⌫"_s : QString(key));
            button->setAccessibleName(erases ? tr("Delete the last character") : QString(key));
            button->setMinimumSize(measure.target(), measure.target());
            button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
            connect(button, &QPushButton::clicked, m_entry, [this, key, erases] {
                if (erases)
                    m_entry->erase();
                else
                    m_entry->put(key);
            });
            grid->addWidget(button, row, column);
        }
    }
}

} // namespace onedoor

#include "moc_kiosk_keypad.cpp"
