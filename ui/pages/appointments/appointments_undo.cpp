// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/appointments_undo.h"

#include "ui/models/when_ready.h"

namespace onedoor {

namespace {

constexpr std::size_t depth = 10;

} // namespace

AppointmentsUndo::AppointmentsUndo(Gateway& gateway, const Session& session, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session)
{
}

void AppointmentsUndo::remember(Act act, const AppointmentReply& reply)
{
    m_done.push_back({act, reply});
    if (m_done.size() > depth)
        m_done.erase(m_done.begin());
}

QFuture<Result<AppointmentReply>> AppointmentsUndo::takeBack(const Done& done)
{
    const AppointmentId id = done.reply.row.appointment;
    if (done.act == Act::Cancelled)
        return m_gateway.send(m_session, AppointmentRestore{id});
    if (done.act == Act::Booked)
        return m_gateway.send(m_session, AppointmentCancel{id, CancelReason::Mistake, {}});
    const AppointmentBooked& before = done.reply.before;
    return m_gateway.send(m_session, AppointmentChange{id, before.service, before.place, before.beginsAt, before.lengthMinutes, before.note});
}

void AppointmentsUndo::undo()
{
    if (m_running || m_done.empty())
        return;
    m_running = true;
    whenReady(takeBack(m_done.back()), this, [this](const Result<AppointmentReply>& reply) {
        m_running = false;
        m_done.pop_back(); // one that can't be taken back must not stand before the others
        if (reply)
            Q_EMIT undone(reply->row);
        else
            Q_EMIT refused(reply.error());
    });
}

} // namespace onedoor

#include "moc_appointments_undo.cpp"
