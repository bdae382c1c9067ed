// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hall_board.h"

#include "ui/models/when_ready.h"

#include <algorithm>
#include <numeric>

namespace onedoor {

namespace {

constexpr int togetherMilliseconds = 30;
constexpr int tickMilliseconds = 200;
constexpr int askEverySeconds = 2;
constexpr int waitsEverySeconds = 10; ///< a wait that changes faster is read as unsure
constexpr std::size_t mostRows = 7;

} // namespace

HallBoard::HallBoard(Gateway& gateway, const Session& session, const Clock& clock, const QString& zone, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session), m_clock(clock), m_zone(zone),
      m_announcements(gateway.centre().display.secondsPerCall), m_askedAt(clock.now()), m_answeredAt(clock.now())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(togetherMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &HallBoard::ask);
    connect(
        &gateway, &Gateway::changed, this,
        [this](const ChangeSet& changes) {
            if (changes.centre)
                m_announcements.setSecondsPerCall(m_gateway.centre().display.secondsPerCall);
            if ((changes.tickets || changes.centre) && !m_soon.isActive())
                m_soon.start();
        },
        Qt::QueuedConnection);
    connect(&m_tick, &QTimer::timeout, this, &HallBoard::tick);
    m_tick.start(tickMilliseconds);
    m_soon.start();
}

void HallBoard::tick()
{
    if (m_clock.now().secondsSince(m_askedAt) >= askEverySeconds && !m_asking)
        ask();
    advance();
    const bool isStale = staleSince().has_value();
    if (isStale != std::exchange(m_wasStale, isStale))
        Q_EMIT updated();
}

void HallBoard::ask()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_askedAt = m_clock.now();
    askWaits();
    whenReady(m_gateway.ask(m_session, DisplayShow{.zone = m_zone}), this, [this](const Result<DisplayBoard>& answer) {
        m_asking = false;
        take(answer);
        if (std::exchange(m_askAgain, false))
            ask();
    });
}

void HallBoard::askWaits()
{
    const Instant now = m_clock.now();
    if (m_waitsAskedAt <= now && now.secondsSince(m_waitsAskedAt) < waitsEverySeconds)
        return;
    m_waitsAskedAt = now;
    whenReady(m_gateway.ask(m_session, QueueEstimate{}), this, [this](const Result<EstimateList>& answer) {
        m_estimates = answer ? *answer : EstimateList{};
        Q_EMIT updated();
    });
}

std::optional<WaitEstimate> HallBoard::estimate(const QString& service) const
{
    if (m_wasStale)
        return std::nullopt;
    const auto found = std::find_if(m_estimates.estimates.begin(), m_estimates.estimates.end(),
                                    [&](const WaitEstimate& each) { return each.service == service; });
    return found == m_estimates.estimates.end() ? std::nullopt : std::optional(*found);
}

void HallBoard::take(const Result<DisplayBoard>& answer)
{
    // A refusal counts as silence: the screen keeps what it has and says since when.
    if (!answer)
        return;
    m_board = *answer;
    m_answeredAt = m_clock.now();
    m_wasStale = false;
    m_announcements.update(m_board, m_answeredAt);
    advance();
    Q_EMIT updated();
}

void HallBoard::advance()
{
    const bool hadCurrent = current().has_value();
    const auto begins = m_announcements.advance(m_clock.now());
    if (begins)
        Q_EMIT announced(*begins);
    if (begins || hadCurrent != current().has_value())
        Q_EMIT updated();
}

std::vector<HallRow> HallBoard::rows() const
{
    std::vector<HallRow> rows;
    const auto& settings = m_gateway.centre().display;
    const auto limit = std::min({mostRows, std::size_t(std::max(settings.recentCalls, 0)), std::size_t(std::max(settings.rowsMaximum, 0))});
    const auto add = [&](const std::vector<DisplayCall>& calls, bool isOpen) {
        for (const DisplayCall& call : calls) {
            const bool isLarge = current() && current()->number == call.number;
            if (!isLarge && rows.size() < limit)
                rows.push_back({call, isOpen});
        }
    };
    add(m_board.calling, true);
    add(m_board.recent, false);
    return rows;
}

std::vector<DisplayWaiting> HallBoard::waiting() const
{
    std::vector<DisplayWaiting> services;
    std::copy_if(m_board.waiting.begin(), m_board.waiting.end(), std::back_inserter(services),
                 [this](const DisplayWaiting& row) {
                     const Service* service = m_gateway.centre().findService(row.service);
                     // A hall must not read that somebody waits to report a crime or to see a counsellor.
                     return row.waiting > 0 && service && !service->has(ServiceFlag::Confidential);
                 });
    std::stable_sort(services.begin(), services.end(),
                     [](const DisplayWaiting& one, const DisplayWaiting& other) { return one.waiting > other.waiting; });
    return services;
}

std::uint32_t HallBoard::waitingInAll() const
{
    return std::accumulate(m_board.waiting.begin(), m_board.waiting.end(), 0U,
                           [](std::uint32_t sum, const DisplayWaiting& service) { return sum + service.waiting; });
}

std::optional<Instant> HallBoard::staleSince() const
{
    if (m_clock.now().milliseconds - m_answeredAt.milliseconds <= staleSeconds * 1000LL)
        return std::nullopt;
    return m_answeredAt;
}

} // namespace onedoor

#include "moc_hall_board.cpp"
