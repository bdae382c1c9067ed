// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/registration.h"

#include "ui/models/when_ready.h"

namespace onedoor {

Registration::Registration(Gateway& gateway, const Session& session, QObject* parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_session(session)
{
}

void Registration::start(const VisitRegister& command, const std::optional<PersonCorrected>& correction)
{
    if (m_running)
        return;
    setRunning(true);
    if (!correction)
        return registerVisit(command);
    whenReady(m_gateway.send(m_session, PersonCorrect{*command.person, *correction}), this, [this, command](const Result<PersonReply>& answer) {
        if (!answer) {
            setRunning(false);
            Q_EMIT refused(answer.error());
            return;
        }
        Q_EMIT corrected();
        registerVisit(command);
    });
}

void Registration::registerVisit(const VisitRegister& command)
{
    m_visit = m_gateway.send(m_session, command);
    m_isSent = true;
    whenReady(m_visit, this, [this, command](const Result<VisitReply>& answer) {
        setRunning(false);
        if (answer)
            Q_EMIT registered(command, *answer);
        else
            Q_EMIT refused(answer.error());
    });
}

void Registration::setRunning(bool running)
{
    m_running = running;
    m_isSent = false;
    Q_EMIT runningChanged(running);
}

} // namespace onedoor

#include "moc_registration.cpp"
