// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk does with a ticket that was issued before: the visitor has left, comes back after all, or needs a second service. One
// act at a time; the last withdrawals are remembered with the name of the act, so that an undo never takes back what another window did
// since. Refusals come out as the core gave them. Owned by the page; UI thread.
#pragma once

#include "core/services/api/counter.h"
#include "core/services/gateway.h"

#include <deque>

namespace onedoor {

class TicketActs final : public QObject {
    Q_OBJECT
public:
    TicketActs(Gateway& gateway, const Session& session, QObject* parent);

    bool isRunning() const { return m_running; }
    bool canUndo() const { return !m_withdrawn.empty() && !m_running; }
    void withdraw(TicketId ticket);
    /// Takes back the last withdrawal, or what was done at once, that was done here.
    void undoWithdrawal();
    /// A ticket that was done at once while it was registered; `act` as the core named it.
    void rememberDone(TicketId ticket, const QString& act);
    /// A withdrawn ticket that is on show, whoever withdrew it.
    void bringBack(TicketId ticket);
    /// Another ticket for the visit of `like`.
    void issue(const TicketRow& like, const QString& service);

Q_SIGNALS:
    void runningChanged();
    void withdrawn(const onedoor::TicketRow& ticket);
    void broughtBack(const onedoor::TicketRow& ticket);
    void issued(const onedoor::TicketRow& ticket, const onedoor::VisitReply& reply);
    void refused(const onedoor::Error& error);

private:
    struct Withdrawal {
        TicketId ticket;
        QString act; ///< as the core named it
    };
    bool begin();
    void end();
    void remember(const Withdrawal& withdrawal);
    void sendUndo(const Withdrawal& withdrawal);
    void forget(TicketId ticket);
    TicketRow secondTicket(const TicketRow& like, const QString& service, const VisitReply& reply) const;

    Gateway& m_gateway;
    const Session& m_session;
    std::deque<Withdrawal> m_withdrawn; ///< and done at once; newest last
    bool m_running = false;
};

} // namespace onedoor
