// SPDX-License-Identifier: GPL-3.0-or-later
// What the public screen of the hall shows: the call that is announced now, the calls before it, how many wait, and since when the
// core has been silent. It asks on every change and at least every two seconds; an unanswered question makes the screen say so
// instead of showing old numbers as new ones. Names arrive masked from the core. References must outlive it; UI thread.
#pragma once

#include "core/base/clock.h"
#include "core/services/api/waiting.h"
#include "core/services/gateway.h"
#include "ui/models/announcement_queue.h"

#include <QTimer>

namespace onedoor {

struct HallRow {
    DisplayCall call;
    bool isOpen = false; ///< called and not yet at the window
};

class HallBoard final : public QObject {
    Q_OBJECT
public:
    static constexpr int staleSeconds = 5;

    /// `zone`: key; empty: the whole hall.
    HallBoard(Gateway& gateway, const Session& session, const Clock& clock, const QString& zone, QObject* parent = nullptr);

    const std::optional<DisplayCall>& current() const { return m_announcements.current(); }
    Instant shownSince() const { return m_announcements.shownSince(); }
    /// Newest first, without the one that stands large, at most as many as the centre wants on one screen.
    std::vector<HallRow> rows() const;
    /// Services with people waiting, most people first.
    std::vector<DisplayWaiting> waiting() const;
    std::uint32_t waitingInAll() const;
    /// How long somebody would wait who came now; nothing while it is not known, or no longer true.
    std::optional<WaitEstimate> estimate(const QString& service) const;
    /// Time of the last answer, when that is too long ago.
    std::optional<Instant> staleSince() const;
    /// One step of the screen's own time; a timer calls it five times a second.
    void tick();

Q_SIGNALS:
    void updated();
    /// Once for every call and recall, when its turn begins.
    void announced(const onedoor::DisplayCall& call);

private:
    void ask();
    void take(const Result<DisplayBoard>& answer);
    void askWaits();
    void advance();

    Gateway& m_gateway;
    const Session& m_session;
    const Clock& m_clock;
    QString m_zone;
    AnnouncementQueue m_announcements;
    DisplayBoard m_board;
    QTimer m_soon;
    QTimer m_tick;
    Instant m_askedAt;
    Instant m_answeredAt;
    EstimateList m_estimates;
    Instant m_waitsAskedAt;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_wasStale = false;
};

} // namespace onedoor

Q_DECLARE_METATYPE(onedoor::DisplayCall)
