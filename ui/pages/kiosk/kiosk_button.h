// SPDX-License-Identifier: GPL-3.0-or-later
// Something to be pressed on the kiosk: at least 20 mm on each side, pressed by a touch, by Enter or by the space bar; nothing depends on
// hovering or on how long it is held.. Child of a screen; UI thread.
#pragma once

#include "ui/pages/kiosk/kiosk_measure.h"
#include "ui/widgets/icons/icon.h"

#include <QPushButton>
#include <optional>

namespace onedoor {

class KioskButton final : public QPushButton {
    Q_OBJECT
public:
    enum class Kind { Plain, Primary, Quiet };
    KioskButton(const KioskMeasure& measure, const QString& text, Kind kind = Kind::Plain, QWidget* parent = nullptr);

    void setPicture(Icons picture);
    /// A second line under the text.
    void setDetail(const QString& detail);
    QString detail() const { return m_detail; }
    /// The text stays whole at this width.
    int heightFor(int width) const;
    int pixels() const { return m_measure.body(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return heightFor(width); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect textArea(int width, int height) const;
    int pictureSize() const;

    KioskMeasure m_measure;
    Kind m_kind;
    std::optional<Icons> m_picture;
    QString m_detail;
};

} // namespace onedoor
