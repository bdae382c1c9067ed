// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wait_label.h"

#include "ui/widgets/theme/theme.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshMilliseconds = 10'000;

} // namespace

WaitLabel::WaitLabel(const Clock& clock, QWidget* parent) : QLabel(parent), m_clock(clock)
{
    m_timer.setInterval(refreshMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &WaitLabel::refresh);
}

void WaitLabel::setSince(Instant since)
{
    m_since = since;
    if (since)
        m_timer.start();
    else
        m_timer.stop();
    refresh();
}

void WaitLabel::setLimitMinutes(int minutes)
{
    m_limit = minutes;
    refresh();
}

void WaitLabel::refresh()
{
    if (!m_since)
        return clear();
    const qint64 seconds = m_clock.now().secondsSince(m_since);
    const bool over = m_limit > 0 && seconds >= qint64(m_limit) * 60;
    const QString text = over ? tr("%1, over the limit").arg(durationText(seconds)) : durationText(seconds);
    if (text == QLabel::text())
        return;
    setText(text);
    setTone(this, over ? Tone::Warning : Tone::Text);
}

QString WaitLabel::durationText(qint64 seconds)
{
    const qint64 minutes = qMax<qint64>(0, seconds) / 60;
    const qint64 hours = minutes / 60;
    if (minutes < 1)
        return tr("< 1 min");
    if (hours < 1)
        return tr("%1 min").arg(minutes);
    if (hours < 24)
        return tr("%1 h %2 min").arg(hours).arg(minutes % 60, 2, 10, QChar(u'0'));
    return tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

} // namespace onedoor

#include "moc_wait_label.cpp"
