// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the day where nobody thinks of it: once when the operator comes, and when the date changes while the program runs. What earlier days
// left open is closed by the centre's rule then; the operator is told how many. Only for accounts that may. Owned by the work frame;
// gateway, session and clock outlive it; UI thread.
#pragma once

#include "core/base/clock.h"
#include "core/services/api/day.h"
#include "core/services/gateway.h"

#include <QDate>
#include <QObject>
#include <QTimer>

namespace onedoor {

class DayKeeper final : public QObject {
    Q_OBJECT
public:
    DayKeeper(Gateway& gateway, const Session& session, const Clock& clock, QObject* parent);

Q_SIGNALS:
    /// So many tickets of earlier days were closed by rule; never 0.
    void closedByRule(int tickets);

private:
    void look();

    Gateway& m_gateway;
    const Session& m_session;
    const Clock& m_clock;
    QTimer m_timer;
    QDate m_opened; ///< the day for which it was asked
};

} // namespace onedoor
