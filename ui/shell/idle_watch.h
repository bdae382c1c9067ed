// SPDX-License-Identifier: GPL-3.0-or-later
// Notices that nobody has touched keyboard or pointer of this program for a while, so that a desk left alone locks itself.
// Owned by the Desk; UI thread.
#pragma once

#include <QObject>
#include <QTimer>

namespace onedoor {

class IdleWatch final : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(QObject* parent = nullptr);
    /// 0 switches it off.
    void setMinutes(int minutes);
    int minutes() const { return m_minutes; }

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_timer;
    int m_minutes = 0;
};

} // namespace onedoor
