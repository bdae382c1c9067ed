// SPDX-License-Identifier: GPL-3.0-or-later
// The minutes of one day, with the number of people waiting drawn over them. Arrow keys move a minute, page up and down a quarter of an
// hour, Home and End to the ends; a click or drag goes where the pointer is. Values are minutes since the centre's midnight. To a screen
// reader it is a slider whose value is the time and the number waiting. Nothing moves by itself. Owned by its parent; UI thread.
#pragma once

#include <QSlider>
#include <vector>

namespace onedoor {

/// What is drawn over the minutes.
struct WaitingCurve {
    std::vector<std::uint32_t> waiting; ///< at the beginning of each step, from midnight on
    int stepMinutes = 1;
    QList<std::pair<int, int>> open; ///< opening hours, first minute and the one after the last
};

class MinuteSlider final : public QSlider {
    Q_OBJECT
public:
    explicit MinuteSlider(QWidget* parent = nullptr);
    void setCurve(WaitingCurve curve);
    /// "10:32, 12 waiting".
    QString valueText() const;
    static QString timeText(int minute);
    /// Where a minute stands, in pixels from the left.
    int positionOf(int minute) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QRect field() const;
    int minuteAt(int position) const;
    std::uint32_t waitingAt(int minute) const;
    std::uint32_t most() const;
    void paintHours(QPainter& painter) const;
    void paintCurve(QPainter& painter) const;
    void paintHandle(QPainter& painter) const;

    WaitingCurve m_curve;
};

} // namespace onedoor
