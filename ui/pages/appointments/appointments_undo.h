// SPDX-License-Identifier: GPL-3.0-or-later
// What was done with appointments on this page, so that the last ten acts can be taken back one after the other: a booking is cancelled as a
// mistake, a change is changed back, a cancellation is lifted. Owned by the page; UI thread; the gateway and the session outlive it.
#pragma once

#include "core/services/api/appointments.h"
#include "core/services/gateway.h"

#include <QObject>

namespace onedoor {

class AppointmentsUndo final : public QObject {
    Q_OBJECT
public:
    AppointmentsUndo(Gateway& gateway, const Session& session, QObject* parent);

    enum class Act { Booked, Changed, Cancelled };
    void remember(Act act, const AppointmentReply& reply);
    bool canUndo() const { return !m_done.empty(); }
    void undo();

Q_SIGNALS:
    void undone(const onedoor::AppointmentRow& row);
    void refused(const onedoor::Error& error);

private:
    struct Done {
        Act act = Act::Booked;
        AppointmentReply reply;
    };
    QFuture<Result<AppointmentReply>> takeBack(const Done& done);

    Gateway& m_gateway;
    const Session& m_session;
    std::vector<Done> m_done; ///< newest last
    bool m_running = false;
};

} // namespace onedoor
