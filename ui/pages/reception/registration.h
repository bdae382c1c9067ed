// SPDX-License-Identifier: GPL-3.0-or-later
// Sends what the form holds: first the visitor's corrected details, if any, then the visit. One at a time: a second press while one is
// under way does nothing, so no visitor gets two tickets from a double tap. Owned by the page; UI thread.
#pragma once

#include "core/services/api/reception.h"
#include "core/services/gateway.h"

namespace onedoor {

class Registration final : public QObject {
    Q_OBJECT
public:
    Registration(Gateway& gateway, const Session& session, QObject* parent);

    bool isRunning() const { return m_running; }
    /// The visit itself is on its way, not only what comes before it.
    bool isSent() const { return m_running && m_isSent; }
    /// Its answer, also after this object is gone.
    const QFuture<Result<VisitReply>>& visit() const { return m_visit; }
    void start(const VisitRegister& command, const std::optional<PersonCorrected>& correction);

Q_SIGNALS:
    void runningChanged(bool running);
    void corrected();
    void registered(const onedoor::VisitRegister& command, const onedoor::VisitReply& reply);
    void refused(const onedoor::Error& error);

private:
    void registerVisit(const VisitRegister& command);
    void setRunning(bool running);

    Gateway& m_gateway;
    const Session& m_session;
    QFuture<Result<VisitReply>> m_visit;
    bool m_running = false;
    bool m_isSent = false;
};

} // namespace onedoor
