// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/day_keeper.h"

#include "ui/models/when_ready.h"

namespace onedoor {

namespace {

constexpr int lookEvery = 60'000; ///< milliseconds

} // namespace

DayKeeper::DayKeeper(Gateway& gateway, const Session& session, const Clock& clock, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session), m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &DayKeeper::look);
    m_timer.start(lookEvery);
    QTimer::singleShot(0, this, &DayKeeper::look);
}

void DayKeeper::look()
{
    const QDate today = m_clock.now().dateAt(m_gateway.centre().offsetMinutes);
    if (today == m_opened)
        return;
    m_opened = today;
    whenReady(m_gateway.send(m_session, DayOpen{}), this, [this](const Result<DayOpening>& reply) {
        if (!reply)
            m_opened = {}; // cut off from the host for now: asked again
        else if (reply->closedByRule > 0)
            Q_EMIT closedByRule(int(reply->closedByRule));
    });
}

} // namespace onedoor

#include "moc_day_keeper.cpp"
