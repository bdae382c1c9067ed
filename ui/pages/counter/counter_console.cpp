// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/counter_console.h"

#include "ui/models/when_ready.h"

#include <algorithm>

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
    command.place = m_board.place();
    sendFrom(act, std::move(command));
}

template <typename Command>
void CounterConsole::sendFrom(CounterAct act, Command command)
{
    if (!beginRequest())
        return;
    whenReady(m_gateway.send(m_session, std::move(command)), this, [this, act](const Result<TicketReply>& reply) {
        if (reply) {
            remember(*reply);
            if (act == CounterAct::CallNext || act == CounterAct::CallChosen)
                m_board.bringForward(reply->ticket.place); // the visitor was called to another of the places
        }
        endRequest();
        if (reply)
            Q_EMIT acted(act, reply->ticket);
        else
            Q_EMIT refused(reply.error());
    });
}

/// The core finds the place: whichever is free and serves who stands first.
void CounterConsole::call(CounterAct act, TicketId ticket)
{
    const std::vector<QString> places = m_board.also().empty() ? std::vector<QString>() : m_board.allPlaces();
    if (act == CounterAct::CallNext)
        return send(act, TicketCallNext{.place = {}, .places = places});
    TicketCall command;
    command.ticket = ticket.toString();
    command.places = places;
    send(act, std::move(command));
}

void CounterConsole::quickServe(const TicketRow& ticket)
{
    const CentreDefinition& centre = m_gateway.centre();
    TicketQuickServe command{.ticket = ticket.ticket.toString(), .place = m_board.place(), .outcome = {}, .note = {}};
    for (const QString& key : m_board.allPlaces()) {
        const Place* place = centre.findPlace(key);
        if (place == nullptr || !place->services.contains(ticket.service) || (!ticket.toPlace.isEmpty() && ticket.toPlace != key))
            continue;
        command.place = key;
        break;
    }
    sendFrom(CounterAct::QuickServe, std::move(command));
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
    case CounterAct::CallNext:
    case CounterAct::CallChosen: return call(act, ticket);
    case CounterAct::Recall: return sendAt<TicketRecall>(act, ticket);
    case CounterAct::Begin: return sendAt<TicketBegin>(act, ticket);
    case CounterAct::Resume: return sendAt<TicketResume>(act, ticket);
    case CounterAct::Miss: return sendAt<TicketMiss>(act, ticket);
    case CounterAct::Requeue: return sendAt<TicketRequeue>(act, ticket);
    case CounterAct::Hold:
    case CounterAct::Transfer:
    case CounterAct::QuickServe:
    case CounterAct::Plan:
    case CounterAct::Finish: return; // these carry more than a ticket
    }
}

void CounterConsole::hold(TicketId ticket, const QString& reason)
{
    send(CounterAct::Hold, TicketHold{.ticket = ticket.toString(), .reason = reason});
}

void CounterConsole::transfer(TicketId ticket, const QString& service, const QString& toPlace, const QString& note, bool back)
{
    send(CounterAct::Transfer, TicketTransfer{.ticket = ticket.toString(), .service = service, .toPlace = toPlace, .note = note, .back = back});
}

void CounterConsole::finish(TicketId ticket, const QString& outcome, const QString& note, const QString& handover, bool endsRoute)
{
    send(CounterAct::Finish, TicketFinish{.ticket = ticket.toString(), .outcome = outcome, .note = note, .handover = handover, .endsRoute = endsRoute});
}

void CounterConsole::plan(TicketId ticket, const std::vector<StopInput>& stops)
{
    sendFrom(CounterAct::Plan, TicketPlanRoute{ticket.toString(), stops});
}

void CounterConsole::remember(const TicketReply& reply)
{
    m_undoable.push_back({reply.ticket.ticket, reply.lastAct});
    if (m_undoable.size() > TicketState::undoDepth)
        m_undoable.pop_front();
}

void CounterConsole::undo()
{
    if (m_undoable.empty() || !beginRequest())
        return;
    const Undoable mine = m_undoable.back();
    TicketUndo command;
    command.ticket = mine.ticket.toString();
    command.place = m_board.place();
    command.lastAct = mine.act;
    whenReady(m_gateway.send(m_session, std::move(command)), this, [this, mine](const Result<TicketReply>& reply) {
        if (!reply)
            return onUndoRefused(mine.ticket, reply.error());
        m_undoable.pop_back();
        endRequest();
        Q_EMIT undone(reply->ticket);
    });
}

void CounterConsole::onUndoRefused(TicketId ticket, const Error& error)
{
    const bool isPast = error.code == u"ticket.actedSince"_s || error.code == u"ticket.undoneAlready"_s;
    if (isPast) // whatever else was done here to that ticket lies further back
        std::erase_if(m_undoable, [ticket](const Undoable& each) { return each.ticket == ticket; });
    endRequest();
    if (isPast)
        Q_EMIT undoCameTooLate(error);
    else
        Q_EMIT refused(error);
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

void CounterConsole::lookAfter(const QString& place, bool takeOver)
{
    if (m_board.place().isEmpty())
        return sitDown(place, takeOver);
    if (!beginRequest())
        return;
    whenReady(m_gateway.send(m_session, PlaceStaff{.place = place, .takeOver = takeOver}), this, [this, place](const Result<PlaceReply>& reply) {
        if (reply) {
            std::vector<QString> also = m_board.also();
            if (place != m_board.place() && std::find(also.begin(), also.end(), place) == also.end())
                also.push_back(place);
            m_board.setAlso(std::move(also));
        }
        endRequest();
        if (reply)
            Q_EMIT lookingAfter(place);
        else
            Q_EMIT refused(reply.error());
    });
}

void CounterConsole::leave(const QString& place)
{
    if (!beginRequest())
        return;
    whenReady(m_gateway.send(m_session, PlaceLeave{.place = place}), this, [this, place](const Result<PlaceReply>& reply) {
        const bool isLast = m_board.also().empty();
        if (reply && !isLast) {
            if (place == m_board.place())
                m_board.bringForward(m_board.also().front());
            std::vector<QString> also = m_board.also();
            std::erase(also, place);
            m_board.setAlso(std::move(also));
        }
        endRequest();
        if (!reply)
            Q_EMIT refused(reply.error());
        else if (isLast)
            Q_EMIT left();
    });
}

void CounterConsole::goTo(const QString& place)
{
    if (!m_isBusy)
        m_board.bringForward(place);
}

} // namespace onedoor

#include "moc_counter_console.cpp"
