// SPDX-License-Identifier: GPL-3.0-or-later
// One question of the kiosk: a heading, what helps to answer it, the answers. Made for one moment of one person's trip and deleted after
// it, so that nothing of theirs stays in any widget. Child of the display; UI thread.
#pragma once

#include "ui/pages/kiosk/kiosk_button.h"
#include "ui/pages/kiosk/kiosk_label.h"

#include <QVBoxLayout>
#include <QWidget>

namespace onedoor {

class KioskScreen : public QWidget {
    Q_OBJECT
public:
    KioskScreen(const KioskMeasure& measure, const QString& question);

    /// Where the keyboard begins; nullptr: nowhere.
    QWidget* beginning() const { return m_beginning; }
    /// A key that nothing on the screen has the focus for.
    virtual bool takeKey(QChar) { return false; }

protected:
    const KioskMeasure& measure() const { return m_measure; }
    QVBoxLayout* column() const { return m_column; }
    /// On a wide screen the second half of the room is for what goes beside the question.
    void split();
    /// Where texts go from now on: the column, or after split() its left half; the other half.
    QVBoxLayout* half() const { return m_half; }
    QVBoxLayout* otherHalf() const { return m_otherHalf; }
    KioskLabel* addText(const QString& text, Tone tone = Tone::Text, KioskLabel::Size size = KioskLabel::Size::Body);
    KioskLabel* makeText(const QString& text, Tone tone, KioskLabel::Size size) const { return new KioskLabel(m_measure, size, text, tone); }
    KioskButton* makeAnswer(const QString& text, KioskButton::Kind kind) const;
    /// In a row under the rest, the last one added at the right.
    KioskButton* addAnswer(const QString& text, KioskButton::Kind kind);
    void beginAt(QWidget* widget) { m_beginning = widget; }

private:
    KioskMeasure m_measure;
    QVBoxLayout* m_column;
    QVBoxLayout* m_half;
    QVBoxLayout* m_otherHalf = nullptr;
    QBoxLayout* m_answers = nullptr;
    QWidget* m_beginning = nullptr;
};

} // namespace onedoor
