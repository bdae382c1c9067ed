// SPDX-License-Identifier: GPL-3.0-or-later
// Sends the acts of one place to the core, one at a time: while one is on its way nothing else goes out, so a key pressed twice acts
// once. Keeps the last ten acts for undo and takes one back only while nobody else has touched the ticket since. References must
// outlive it; UI thread. Refusals come out as the core gave them.
#pragma once

#include "core/services/gateway.h"
#include "ui/models/counter_acts.h"
#include "ui/models/counter_board.h"

#include <deque>

namespace onedoor {

class CounterConsole final : public QObject {
    Q_OBJECT
public:
    CounterConsole(Gateway& gateway, const Session& session, CounterBoard& board, QObject* parent = nullptr);

    bool isBusy() const { return m_isBusy; }
    bool canUndo() const { return !m_undoable.empty(); }

    /// Acts that need nothing but a ticket: all except hold, transfer and finish.
    void act(CounterAct act, TicketId ticket);
    void hold(TicketId ticket, const QString& reason);
    void transfer(TicketId ticket, const QString& service, const QString& toPlace, const QString& note);
    void finish(TicketId ticket, const QString& outcome, const QString& note);
    void undo();
    void sitDown(const QString& place, bool takeOver);
    void leave();

Q_SIGNALS:
    void busyChanged();
    void acted(onedoor::CounterAct act, const onedoor::TicketRow& ticket);
    void undone(const onedoor::TicketRow& ticket);
    void refused(const onedoor::Error& error);
    /// An undo would take back what somebody else did since.
    void undoCameTooLate(const onedoor::TicketRow& ticket);
    void satDown(const QString& place);
    void seatTaken(const QString& place, const onedoor::Error& error);
    void left();

private:
    template <typename Command>
    void send(CounterAct act, Command command);
    template <typename Command>
    void sendAt(CounterAct act, TicketId ticket);
    bool beginRequest();
    void endRequest();
    void remember(const TicketRow& ticket);
    void sendUndo();

    Gateway& m_gateway;
    const Session& m_session;
    CounterBoard& m_board;
    std::deque<TicketRow> m_undoable; ///< tickets as each act left them, newest last
    bool m_isBusy = false;
    bool m_isSettling = false; ///< answered, and the lists do not show it yet
};

} // namespace onedoor
