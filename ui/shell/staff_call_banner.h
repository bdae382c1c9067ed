// SPDX-License-Identifier: GPL-3.0-or-later
// Who calls for staff in the hall, on every desk, above the pages: one line a call, with "I am coming" until somebody answers, then who
// is on the way and "Settled". Stays away from accounts that can't answer. Owned by the work frame; everything it refers to outlives it; UI thread.
#pragma once

#include "core/services/api/staff_calls.h"
#include "core/services/gateway.h"

#include <QWidget>

class QVBoxLayout;

namespace onedoor {

class StaffCallBanner final : public QWidget {
    Q_OBJECT
public:
    StaffCallBanner(Gateway& gateway, const Session& session, QWidget* parent = nullptr);
    /// A call of today as a sentence: where, what for, since when, who is on the way.
    static QString sentence(const StaffCallRow& call, const CentreDefinition& centre);

Q_SIGNALS:
    /// A new call came in: worth a sound or a raised window.
    void called();

private:
    void ask();
    void showCalls(const std::vector<StaffCallRow>& calls);
    template <typename Command>
    void act(StaffCallId call);

    Gateway& m_gateway;
    const Session& m_session;
    QVBoxLayout* m_column;
    std::vector<StaffCallRow> m_calls;
};

} // namespace onedoor
