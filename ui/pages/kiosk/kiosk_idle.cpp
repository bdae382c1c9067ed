// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_idle.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int lookMilliseconds = 250;

} // namespace

KioskIdle::KioskIdle(const Clock& clock, int idleSeconds, int warningSeconds, QObject* parent)
    : QObject(parent), m_clock(clock), m_idleSeconds(idleSeconds), m_warningSeconds(warningSeconds), m_touchedAt(clock.now())
{
    connect(&m_timer, &QTimer::timeout, this, &KioskIdle::tick);
    m_timer.start(lookMilliseconds);
    QCoreApplication::instance()->installEventFilter(this);
}

void KioskIdle::touch()
{
    m_touchedAt = m_clock.now();
    m_warning = false;
}

void KioskIdle::setPaused(bool paused)
{
    if (m_paused != paused)
        touch();
    m_paused = paused;
}

int KioskIdle::secondsLeft() const
{
    const std::int64_t gone = m_clock.now().secondsSince(m_touchedAt);
    return int(std::clamp<std::int64_t>(m_idleSeconds + m_warningSeconds - gone, 0, m_warningSeconds));
}

void KioskIdle::tick()
{
    if (m_paused)
        return;
    const std::int64_t gone = m_clock.now().secondsSince(m_touchedAt);
    if (gone < 0) // the clock was set back
        return touch();
    if (gone >= m_idleSeconds + m_warningSeconds) {
        m_warning = false;
        m_touchedAt = m_clock.now();
        Q_EMIT expired();
    } else if (gone >= m_idleSeconds) {
        if (!std::exchange(m_warning, true))
            Q_EMIT warned();
        Q_EMIT secondsChanged(secondsLeft());
    }
}

bool KioskIdle::eventFilter(QObject*, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        if (!m_warning) // once warned, only an answer to the question counts
            m_touchedAt = m_clock.now();
        break;
    default: break;
    }
    return false;
}

} // namespace onedoor

#include "moc_kiosk_idle.cpp"
