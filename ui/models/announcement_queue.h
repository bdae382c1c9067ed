// SPDX-License-Identifier: GPL-3.0-or-later
// Which call the hall display shows large, and for how long: calls come in at any pace, are announced one after the other in the
// order in which they were made, each for a full span, and none is skipped. A recall is announced again; a call that was taken back
// before its turn is not. Pure value: the time is handed in, nothing is waited for. Any one thread. Times are Instants; a clock that
// is set back restarts the running span instead of freezing the display.
#pragma once

#include "core/services/api/counter.h"

#include <QHash>
#include <deque>
#include <optional>

namespace onedoor {

class AnnouncementQueue {
public:
    /// No call is large for less, whatever the centre's file says: it has to be read from the last row.
    static constexpr int leastSeconds = 15;

    explicit AnnouncementQueue(int secondsPerCall);
    void setSecondsPerCall(int seconds);

    /// Takes in what the core says now. Calls of the first board that are older than one span count as announced already: a display
    /// that restarts must not chime for people who heard their call long ago.
    void update(const DisplayBoard& board, Instant now);
    /// Moves on when the span is over. Gives the call whose announcement begins now.
    std::optional<DisplayCall> advance(Instant now);

    /// What stands large; stays after its span until another follows or the call is no longer open.
    const std::optional<DisplayCall>& current() const { return m_current; }
    Instant shownSince() const { return m_shownSince; }
    std::size_t pending() const { return m_pending.size(); }
    int secondsPerCall() const { return m_secondsPerCall; }

private:
    void takeIn(const DisplayCall& call);
    void dropTakenBack(const DisplayBoard& board);
    void forgetBefore(Instant time);

    int m_secondsPerCall;
    std::deque<DisplayCall> m_pending;
    std::optional<DisplayCall> m_current;
    bool m_currentIsOpen = false;
    Instant m_shownSince;
    QHash<QString, Instant> m_known; ///< when each call that was taken in was made; yesterday's are forgotten
    bool m_started = false;
};

} // namespace onedoor
