// SPDX-License-Identifier: GPL-3.0-or-later
// A text of the kiosk: wraps, never cuts off, and is a QLabel so that assistive technology reads it. Child of a screen; UI thread.
#pragma once

#include "ui/pages/kiosk/kiosk_measure.h"
#include "ui/widgets/theme/tokens.h"

#include <QLabel>

namespace onedoor {

class KioskLabel final : public QLabel {
    Q_OBJECT
public:
    enum class Size { Body, Heading, Figure };
    KioskLabel(const KioskMeasure& measure, Size size, const QString& text = {}, Tone tone = Tone::Text, QWidget* parent = nullptr);
    void setTone(Tone tone);
    /// Height of the type; a number that is too wide is made smaller, everything else is broken into lines.
    int pixels(int width) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int wantedPixels() const;
    bool isStrong() const { return m_size != Size::Body; }

    KioskMeasure m_measure;
    Size m_size;
    Tone m_tone;
};

} // namespace onedoor
