// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/counter_console.h"

#include "ui/models/when_ready.h"

namespace onedoor {

using namespace Qt::StringLiterals;

CounterConsole::CounterConsole(Gateway& gateway, const Session& session, CounterBoard& board, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session), m_board(board)
{
    const auto settle = [this] {
        if (std::exchange(m_isSettling, false)) {
            m_isBusy = false;
            Q_EMIT busyChanged();
        }
    };
    connect(&board, &CounterBoard::updated, this, settle);
    connect(&board, &CounterBoard::failed, this, settle);
}

bool CounterConsole::beginRequest()
{
    if (m_isBusy)
        return false;
    m_isBusy = true;
    Q_EMIT busyChanged();
    return true;
}

/// Buttons come back only when the lists show the new state: what they offer is judged from it.
void CounterConsole::endRequest()
{
    m_isSettling = true;
    if (m_board.place().isEmpty()) {
        m_isSettling = m_isBusy = false;
        Q_EMIT busyChanged();
        return;
    }
    m_board.refresh();
}

template <typename Command>
void CounterConsole::send(CounterAct act, Command command)
{
    if (!beginRequest())
        return;
    command.place = m_board.place();
    whenReady(m_gateway.send(m_session, std::move(command)), this, [this, act](const Result<TicketReply>& reply) {
        if (reply)
            remember(reply->ticket);
        endRequest();
        if (reply)
            Q_EMIT acted(act, reply->ticket);
        else
            Q_EMIT refused(reply.error());
    });
}

template <typename Command>
void CounterConsole::sendAt(CounterAct act, TicketId ticket)
{
    Command command;
    command.ticket = ticket.toString();
    send(act, std::move(command));
}

void CounterConsole::act(CounterAct act, TicketId ticket)
{
    switch (act) {
    case CounterAct::CallNext: return send(act, TicketCallNext{});
    case CounterAct::CallChosen: return sendAt<TicketCall>(act, ticket);
    case CounterAct::Recall: return sendAt<TicketRecall>(act, ticket);
    case CounterAct::Begin: return sendAt<TicketBegin>(act, ticket);
    case CounterAct::Resume: return sendAt<TicketResume>(act, ticket);
    case CounterAct::Miss: return sendAt<TicketMiss>(act, ticket);
    case CounterAct::Requeue: return sendAt<TicketRequeue>(act, ticket);
    case CounterAct::Hold:
    case CounterAct::Transfer:
    case CounterAct::Finish: return; // these carry more than a ticket
    }
}

void CounterConsole::hold(TicketId ticket, const QString& reason)
{
    send(CounterAct::Hold, TicketHold{.ticket = ticket.toString(), .reason = reason});
}

void CounterConsole::transfer(TicketId ticket, const QString& service, const QString& toPlace, const QString& note)
{
    send(CounterAct::Transfer, TicketTransfer{.ticket = ticket.toString(), .service = service, .toPlace = toPlace, .note = note});
}

void CounterConsole::finish(TicketId ticket, const QString& outcome, const QString& note)
{
    send(CounterAct::Finish, TicketFinish{.ticket = ticket.toString(), .outcome = outcome, .note = note});
}

void CounterConsole::remember(const TicketRow& ticket)
{
    m_undoable.push_back(ticket);
    if (m_undoable.size() > TicketState::undoDepth)
        m_undoable.pop_front();
}

/// The core takes back the ticket's last act whoever did it, so the console looks first whether that is still its own.
void CounterConsole::undo()
{
    if (m_undoable.empty() || !beginRequest())
        return;
    const TicketRow mine = m_undoable.back();
    whenReady(m_gateway.ask(m_session, TicketShow{.ticket = mine.ticket.toString()}), this, [this, mine](const Result<TicketReply>& now) {
        if (!now) {
            endRequest();
            Q_EMIT refused(now.error());
        } else if (!isUntouchedSince(mine, now->ticket)) {
            m_undoable.pop_back();
            endRequest();
            Q_EMIT undoCameTooLate(now->ticket);
        } else {
            sendUndo();
        }
    });
}

void CounterConsole::sendUndo()
{
    TicketUndo command;
    command.ticket = m_undoable.back().ticket.toString();
    command.place = m_board.place();
    whenReady(m_gateway.send(m_session, std::move(command)), this, [this](const Result<TicketReply>& reply) {
        if (reply)
            m_undoable.pop_back();
        endRequest();
        if (reply)
            Q_EMIT undone(reply->ticket);
        else
            Q_EMIT refused(reply.error());
    });
}

void CounterConsole::sitDown(const QString& place, bool takeOver)
{
    if (!beginRequest())
        return;
    whenReady(m_gateway.send(m_session, PlaceStaff{.place = place, .takeOver = takeOver}), this, [this, place](const Result<PlaceReply>& reply) {
        m_board.setPlace(place);
        endRequest();
        if (reply)
            Q_EMIT satDown(place);
        else if (reply.error().code == u"place.staffed"_s)
            Q_EMIT seatTaken(place, reply.error());
        else
            Q_EMIT refused(reply.error());
    });
}

void CounterConsole::leave()
{
    if (!beginRequest())
        return;
    whenReady(m_gateway.send(m_session, PlaceLeave{.place = m_board.place()}), this, [this](const Result<PlaceReply>& reply) {
        endRequest();
        if (reply)
            Q_EMIT left();
        else
            Q_EMIT refused(reply.error());
    });
}

} // namespace onedoor
