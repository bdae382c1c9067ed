// SPDX-License-Identifier: GPL-3.0-or-later
// One text of the public screen: as large as it was told, smaller only where its width would cut it off; digits of equal width, so
// that numbers do not jump. A label, so that its text is there for assistive technology and tests. Child of the display; UI thread.
#pragma once

#include <QLabel>

namespace onedoor {

class HallText final : public QLabel {
    Q_OBJECT
public:
    enum class Ink { Plain, Muted, Strong, Warning };

    explicit HallText(Ink ink, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter, QWidget* parent = nullptr);
    /// Height of the type in pixels of the screen.
    void setPixels(int pixels, bool bold = false);
    int pixels() const { return m_pixels; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont fontOf(int pixels) const;

    Ink m_ink;
    int m_pixels = 24;
    bool m_bold = false;
};

} // namespace onedoor
