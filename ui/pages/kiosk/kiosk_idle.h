// SPDX-License-Identifier: GPL-3.0-or-later
// Notices that nobody touches the kiosk any more: after the idle time it warns, and after the time of the warning it is over. The clock is
// handed in; a timer only looks at it. Hears keys, touches and the pointer of the whole program. Owned by the display; UI thread.
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

namespace onedoor {

class KioskIdle final : public QObject {
    Q_OBJECT
public:
    KioskIdle(const Clock& clock, int idleSeconds, int warningSeconds, QObject* parent = nullptr);

    /// Somebody did something, or something new is shown.
    void touch();
    /// While it waits for the store, or shows nothing of anybody, no time passes.
    void setPaused(bool paused);
    bool isWarning() const { return m_warning; }
    int secondsLeft() const;
    /// One look at the clock; the timer calls it.
    void tick();

Q_SIGNALS:
    void warned();
    void secondsChanged(int left);
    void expired();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Clock& m_clock;
    int m_idleSeconds;
    int m_warningSeconds;
    Instant m_touchedAt;
    QTimer m_timer;
    bool m_warning = false;
    bool m_paused = true;
};

} // namespace onedoor
