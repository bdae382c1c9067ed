// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/past/past_board.h"

#include "ui/models/when_ready.h"

namespace onedoor {

namespace {

constexpr int soon = 300;         ///< milliseconds
constexpr int aMinute = 60'000;   ///< milliseconds
constexpr int minutesPerDay = 1440;
constexpr std::int64_t secondsPerMinute = 60;
constexpr std::int64_t millisecondsPerDay = 86'400'000;

} // namespace

PastBoard::PastBoard(Gateway& gateway, const Session& session, const Clock& clock, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session), m_clock(clock), m_day(today())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, &PastBoard::refresh);
    m_minutes.setInterval(aMinute);
    connect(&m_minutes, &QTimer::timeout, this, [this] {
        if (m_isNow)
            showNow();
    });
    m_minutes.start();
    // Of a past day too: what a PC did that was cut off may come in at any time.
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        const bool mayConcern = m_day == today() || changes.origin == ChangeSet::Origin::Sync;
        if ((changes.tickets || changes.places || changes.persons) && mayConcern && !m_soon.isActive())
            m_soon.start();
    });
}

QDate PastBoard::today() const
{
    return m_clock.now().dateAt(m_gateway.centre().offsetMinutes);
}

int PastBoard::minute() const
{
    return m_isNow ? nowMinute() : m_minute;
}

int PastBoard::nowMinute() const
{
    return m_clock.now().minuteOfDayAt(m_gateway.centre().offsetMinutes);
}

void PastBoard::showDay(QDate day)
{
    const int kept = minute();
    m_day = std::min(day, today());
    m_isNow = false;
    m_minute = kept;
    askOutline();
    ask();
}

void PastBoard::showMinute(int minute)
{
    m_minute = std::clamp(minute, 0, minutesPerDay - 1);
    m_isNow = false;
    ask();
}

void PastBoard::showNow()
{
    m_day = today();
    m_isNow = true;
    askOutline();
    ask();
}

void PastBoard::refresh()
{
    if (m_isNow)
        m_day = today();
    askOutline();
    ask();
}

void PastBoard::askOutline()
{
    const QDate wanted = m_day;
    whenReady(m_gateway.ask(m_session, HallOutline{wanted}), this, [this, wanted](const Result<HallDay>& reply) {
        if (wanted != m_day)
            return; // another day was chosen meanwhile
        if (!reply) {
            Q_EMIT failed(reply.error());
            return;
        }
        m_outline = *reply;
        Q_EMIT outlined();
    });
}

void PastBoard::ask()
{
    m_askAgain = m_asking;
    if (std::exchange(m_asking, true))
        return;
    HallAsOf query;
    if (!m_isNow) {
        const std::int64_t days = m_day.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
        const std::int64_t minutes = m_minute - m_gateway.centre().offsetMinutes;
        query.time = Instant{days * millisecondsPerDay}.plusSeconds(secondsPerMinute * minutes);
    }
    whenReady(m_gateway.ask(m_session, query), this, [this](const Result<PastHall>& reply) { onHall(reply); });
}

void PastBoard::onHall(const Result<PastHall>& reply)
{
    m_asking = false;
    if (!reply) {
        Q_EMIT failed(reply.error());
    } else if (reply->time.dateAt(m_gateway.centre().offsetMinutes) == m_day) {
        m_hall = *reply;
        Q_EMIT shown();
    }
    if (m_askAgain)
        ask();
}

} // namespace onedoor

#include "moc_past_board.cpp"
