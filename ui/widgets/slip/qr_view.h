// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code on the screen, black on white whatever the look, for another device to scan. Owned by its parent; UI thread.
#pragma once

#include "ui/widgets/slip/qr_matrix.h"

#include <QFrame>

namespace onedoor {

class QrView final : public QFrame {
    Q_OBJECT
public:
    explicit QrView(QWidget* parent = nullptr);
    /// Empty: no code.
    void setText(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QrMatrix m_matrix;
};

} // namespace onedoor
