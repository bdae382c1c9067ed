// SPDX-License-Identifier: GPL-3.0-or-later
// The hall at the moment that somebody looks at: asks the core for the day's outline and for the moment, one question at a time, however
// fast the moment moves, so that what is shown is never far behind and the last wish is always answered. While the moment is "now", and
// while the day is today, it follows what happens. Gateway and session outlive it; UI thread.
#pragma once

#include "core/base/clock.h"
#include "core/services/api/past.h"
#include "core/services/gateway.h"

#include <QTimer>

namespace onedoor {

class PastBoard final : public QObject {
    Q_OBJECT
public:
    PastBoard(Gateway& gateway, const Session& session, const Clock& clock, QObject* parent = nullptr);

    QDate today() const;
    QDate day() const { return m_day; }
    bool isNow() const { return m_isNow; }
    /// Minutes since midnight.
    int minute() const;
    int nowMinute() const;
    const HallDay& outline() const { return m_outline; }
    const PastHall& hall() const { return m_hall; }

    /// The same minute of another day; today is the latest.
    void showDay(QDate day);
    void showMinute(int minute);
    void showNow();
    void refresh();

Q_SIGNALS:
    void outlined();
    void shown();
    void failed(const onedoor::Error& error);

private:
    void askOutline();
    void ask();
    void onHall(const Result<PastHall>& reply);

    Gateway& m_gateway;
    const Session& m_session;
    const Clock& m_clock;
    QDate m_day;
    int m_minute = 0;
    bool m_isNow = true;
    bool m_asking = false;
    bool m_askAgain = false;
    HallDay m_outline;
    PastHall m_hall;
    QTimer m_soon;    ///< many changes at once are one question
    QTimer m_minutes; ///< now goes on
};

} // namespace onedoor
