// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the foot of the window. StatusPiece says one state as icon and words and can be pressed for details; StatusLine
// lays pieces out left and right. Owned by their parent; UI thread.
#pragma once

#include "ui/widgets/icons/icon.h"

#include <QToolButton>

class QHBoxLayout;

namespace onedoor {

class StatusPiece : public QToolButton {
    Q_OBJECT
public:
    StatusPiece(Icons name, const QString& text, Tone tone = Tone::Muted, QWidget* parent = nullptr);
    void setState(Icons name, const QString& text, Tone tone);
};

class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void addLeft(QWidget* piece);
    void addRight(QWidget* piece);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
};

} // namespace onedoor
