// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/counter_board.h"

#include "ui/models/when_ready.h"

#include <algorithm>

namespace onedoor {

namespace {

constexpr int togetherMilliseconds = 30;
constexpr int countMilliseconds = 5000;

} // namespace

CounterBoard::CounterBoard(Gateway& gateway, const Session& session, const Clock& clock, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session), m_clock(clock), m_waiting(QueueModel::Kind::Waiting, gateway.centre()),
      m_held(QueueModel::Kind::Held, gateway.centre()), m_missed(QueueModel::Kind::Missed, gateway.centre()),
      m_done(QueueModel::Kind::Done, gateway.centre())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(togetherMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &CounterBoard::ask);
    connect(
        &gateway, &Gateway::changed, this,
        [this](const ChangeSet& changes) {
            if (changes.centre) {
                for (QueueModel* model : {&m_waiting, &m_held, &m_missed, &m_done})
                    model->reword();
            }
            if (changes.tickets || changes.places || changes.persons || changes.centre)
                refresh();
        },
        Qt::QueuedConnection);
    connect(&m_minute, &QTimer::timeout, this, &CounterBoard::tick);
    m_minute.start(countMilliseconds);
}

/// Nothing is recorded when a time is up, so nothing else would say that the lists look different now.
void CounterBoard::tick()
{
    const Instant now = m_clock.now();
    for (QueueModel* model : {&m_waiting, &m_held, &m_missed, &m_done})
        model->setNow(now);
    const auto isDue = [now](const TicketRow& row) { return row.returnsAt && row.returnsAt <= now; };
    if (std::any_of(m_board.held.begin(), m_board.held.end(), isDue) || std::any_of(m_board.missed.begin(), m_board.missed.end(), isDue))
        refresh();
}

void CounterBoard::setAlso(std::vector<QString> places)
{
    if (places == m_also)
        return;
    m_also = std::move(places);
    m_stale = m_asking;
    refresh();
}

void CounterBoard::bringForward(QString place) // a copy: the caller's may be the one that is overwritten here
{
    const auto found = std::find(m_also.begin(), m_also.end(), place);
    if (found == m_also.end())
        return;
    *found = m_place;
    m_stale = m_asking;
    setPlace(place);
}

std::vector<QString> CounterBoard::allPlaces() const
{
    std::vector<QString> all{m_place};
    all.insert(all.end(), m_also.begin(), m_also.end());
    return all;
}

/// What is there when the console opens is no news.
void CounterBoard::tellReturns(bool isNews)
{
    QSet<TicketId> back;
    for (const TicketRow& row : m_board.waiting) {
        if (row.returned == Returned::No)
            continue;
        back.insert(row.ticket);
        if (isNews && !m_back.contains(row.ticket))
            Q_EMIT cameBack(row);
    }
    m_back = back;
}

void CounterBoard::setPlace(const QString& place)
{
    if (place == m_place)
        return;
    m_place = place;
    m_loaded = false;
    m_board = PlaceBoard{.place = place};
    for (QueueModel* model : {&m_waiting, &m_held, &m_missed, &m_done})
        model->clear();
    Q_EMIT updated();
    refresh();
}

void CounterBoard::refresh()
{
    if (m_place.isEmpty())
        return;
    // Not restarted by later changes: a busy hall must not keep the console waiting.
    if (!m_soon.isActive())
        m_soon.start();
}

void CounterBoard::ask()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    const QString place = m_place;
    whenReady(m_gateway.ask(m_session, PlaceShow{.place = place, .also = m_also}), this, [this, place](const Result<PlaceBoard>& answer) {
        m_asking = false;
        const bool isStale = std::exchange(m_stale, false);
        if (place == m_place && !isStale)
            take(answer, place);
        if (std::exchange(m_askAgain, false) || place != m_place || isStale)
            ask();
    });
}

/// After the board, which somebody looks at: the times may come a moment later.
void CounterBoard::askWaits(const QString& place)
{
    whenReady(m_gateway.ask(m_session, QueueEstimate{.place = place}), this, [this, place](const Result<EstimateList>& answer) {
        if (answer && place == m_place)
            m_waiting.setEstimates(*answer);
    });
}

void CounterBoard::take(const Result<PlaceBoard>& answer, const QString& place)
{
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    m_board = *answer;
    m_board.place = place;
    const bool isNews = std::exchange(m_loaded, true);
    const Instant now = m_clock.now();
    m_waiting.setRows(m_board.waiting, now);
    m_held.setRows(m_board.held, now);
    m_missed.setRows(m_board.missed, now);
    m_done.setRows(m_board.done, now);
    askWaits(place);
    Q_EMIT updated();
    tellReturns(isNews);
}

} // namespace onedoor

#include "moc_counter_board.cpp"
