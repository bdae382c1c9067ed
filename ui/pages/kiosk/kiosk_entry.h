// SPDX-License-Identifier: GPL-3.0-or-later
// Where a number is put together, from the keypad on the screen, from a keyboard or from a card reader that types. Not a text field: there
// is no caret to be lost, no selection and no clipboard. Full-width digits are taken as digits. What it holds is personal: clear() or the
// end of the screen forgets it. Child of a screen; UI thread.
#pragma once

#include "ui/pages/kiosk/kiosk_measure.h"

#include <QWidget>

namespace onedoor {

class KioskEntry final : public QWidget {
    Q_OBJECT
public:
    enum class Holds {
        Document, ///< digits and X, in groups of 6, 8 and 4
        Phone,    ///< digits, in groups of 3, 4 and 4
        Login,    ///< letters, digits and dots
        Secret,   ///< anything, shown as dots
    };
    KioskEntry(const KioskMeasure& measure, Holds holds, const QString& label, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);
    /// False when it is no character of such an entry, or there is no more room.
    bool put(QChar character);
    void erase();
    void clear();
    QString shown() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void changed();
    void submitted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void tell();

    KioskMeasure m_measure;
    Holds m_holds;
    QString m_label;
    QString m_text;
};

} // namespace onedoor
