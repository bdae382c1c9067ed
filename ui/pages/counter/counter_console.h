// SPDX-License-Identifier: GPL-3.0-or-later
// Sends the acts of the place in front to the core, calls for all the places that are looked after, one at a time: while one is on its way nothing else goes out, so a key pressed twice acts
// once. Keeps the last ten acts for undo and names the one it takes back, so that the core refuses when others have acted
// on the ticket since. References must
// outlive it; UI thread. Refusals come out as the core gave them.
#pragma once

#include "core/services/api/route.h"
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
    void transfer(TicketId ticket, const QString& service, const QString& toPlace, const QString& note, bool back);
    void finish(TicketId ticket, const QString& outcome, const QString& note, const QString& handover, bool endsRoute);
    void plan(TicketId ticket, const std::vector<StopInput>& stops);
    void undo();
    void sitDown(const QString& place, bool takeOver);
    /// One more place, beside the one in front.
    void lookAfter(const QString& place, bool takeOver);
    /// Leaves the place in front, or one of the others. The next of them comes to the front.
    void leave(const QString& place);
    /// Shows another of the places that are looked after, and acts there.
    void goTo(const QString& place);
    void quickServe(const TicketRow& ticket);

Q_SIGNALS:
    void busyChanged();
    void acted(onedoor::CounterAct act, const onedoor::TicketRow& ticket);
    void undone(const onedoor::TicketRow& ticket);
    void refused(const onedoor::Error& error);
    /// The act is not the ticket's last one any more; the error says what happened meanwhile.
    void undoCameTooLate(const onedoor::Error& error);
    void satDown(const QString& place);
    void lookingAfter(const QString& place);
    void seatTaken(const QString& place, const onedoor::Error& error);
    void left();

private:
    template <typename Command>
    void send(CounterAct act, Command command);
    template <typename Command>
    void sendAt(CounterAct act, TicketId ticket);
    void call(CounterAct act, TicketId ticket);
    template <typename Command>
    void sendFrom(CounterAct act, Command command);
    bool beginRequest();
    void endRequest();
    void remember(const TicketReply& reply);
    void onUndoRefused(TicketId ticket, const Error& error);

    Gateway& m_gateway;
    const Session& m_session;
    CounterBoard& m_board;
    struct Undoable {
        TicketId ticket;
        QString act; ///< as the core named it
    };
    std::deque<Undoable> m_undoable; ///< newest last
    bool m_isBusy = false;
    bool m_isSettling = false; ///< answered, and the lists do not show it yet
};

} // namespace onedoor
