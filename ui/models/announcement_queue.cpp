// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/announcement_queue.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// A display runs for weeks; a day's calls are enough to tell a new one from an old one.
constexpr int rememberedSeconds = 48 * 60 * 60;

/// One press of "call" or "recall". A number called, put back and called again is another announcement.
QString keyOf(const DisplayCall& call)
{
    return u"%1/%2/%3"_s.arg(call.number).arg(call.calledAt.milliseconds).arg(call.calls);
}

bool holds(const std::vector<DisplayCall>& calls, const QString& number)
{
    return std::any_of(calls.begin(), calls.end(), [&number](const DisplayCall& call) { return call.number == number; });
}

bool earlier(const DisplayCall& one, const DisplayCall& other)
{
    if (one.calledAt != other.calledAt)
        return one.calledAt < other.calledAt;
    return one.number < other.number;
}

} // namespace

AnnouncementQueue::AnnouncementQueue(int secondsPerCall) : m_secondsPerCall(std::max(secondsPerCall, leastSeconds)) {}

void AnnouncementQueue::setSecondsPerCall(int seconds)
{
    m_secondsPerCall = std::max(seconds, leastSeconds);
}

void AnnouncementQueue::update(const DisplayBoard& board, Instant now)
{
    std::vector<DisplayCall> calls = board.calling;
    // A visitor who was at the window before the display came round was called all the same: the hall is told.
    calls.insert(calls.end(), board.recent.begin(), board.recent.end());
    std::sort(calls.begin(), calls.end(), earlier);
    for (const DisplayCall& call : calls) {
        const bool isOpen = holds(board.calling, call.number);
        const bool isOld = !m_started && (!isOpen || now.secondsSince(call.calledAt) >= m_secondsPerCall);
        const QString key = keyOf(call);
        if (m_known.contains(key))
            continue;
        m_known.insert(key, call.calledAt);
        if (!isOld)
            takeIn(call);
    }
    dropTakenBack(board);
    forgetBefore(now.plusSeconds(-rememberedSeconds));
    m_started = true;
    m_currentIsOpen = m_current && holds(board.calling, m_current->number);
}

void AnnouncementQueue::takeIn(const DisplayCall& call)
{
    // Recalled before its first announcement: it keeps its turn, and the hall hears it once.
    for (DisplayCall& waiting : m_pending) {
        if (waiting.number == call.number) {
            waiting = call;
            return;
        }
    }
    m_pending.push_back(call);
}

void AnnouncementQueue::forgetBefore(Instant time)
{
    m_known.removeIf([time](const auto& entry) { return entry.value() < time; });
}

void AnnouncementQueue::dropTakenBack(const DisplayBoard& board)
{
    // The core lists only the newest of the earlier calls: one that is older than all of them went on, it was not taken back.
    const auto oldest = std::min_element(board.recent.begin(), board.recent.end(), earlier);
    std::erase_if(m_pending, [&](const DisplayCall& call) {
        const bool isBeyondTheList = oldest != board.recent.end() && call.calledAt <= oldest->calledAt;
        return !isBeyondTheList && !holds(board.calling, call.number) && !holds(board.recent, call.number);
    });
}

std::optional<DisplayCall> AnnouncementQueue::advance(Instant now)
{
    if (m_current && now < m_shownSince)
        m_shownSince = now;
    const bool isOver = !m_current || now.milliseconds - m_shownSince.milliseconds >= m_secondsPerCall * 1000LL;
    if (!isOver)
        return std::nullopt;
    if (!m_pending.empty()) {
        m_current = m_pending.front();
        m_pending.pop_front();
        m_currentIsOpen = true;
        m_shownSince = now;
        return m_current;
    }
    if (!m_currentIsOpen)
        m_current.reset();
    return std::nullopt;
}

} // namespace onedoor
