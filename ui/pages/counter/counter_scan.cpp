// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/counter_scan.h"

#include "ui/models/counter_board.h"
#include "ui/models/local_name.h"
#include "ui/models/when_ready.h"
#include "ui/models/words.h"
#include "ui/pages/counter/counter_console.h"

namespace onedoor {

CounterScan::CounterScan(Gateway& gateway, const Session& session, CounterBoard& board, CounterConsole& console, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session), m_board(board), m_console(console)
{
}

void CounterScan::slip(TicketId ticket)
{
    const std::uint64_t question = ++m_question;
    whenReady(m_gateway.ask(m_session, TicketShow{ticket.toString()}), this, [this, question](const Result<TicketReply>& reply) {
        if (question != m_question)
            return;
        if (reply)
            take(reply->ticket);
        else
            Q_EMIT failed(reply.error());
    });
}

void CounterScan::card(const QString& number)
{
    const std::uint64_t question = ++m_question;
    whenReady(m_gateway.ask(m_session, PersonLookup{number}), this, [this, question](const Result<LookupReply>& reply) {
        if (question != m_question)
            return;
        if (!reply)
            return Q_EMIT failed(reply.error());
        const bool isOne = reply->persons.size() == 1 && !reply->persons.front().todayNumber.isEmpty();
        if (!isOne)
            return Q_EMIT told(tr("The bearer of this card holds no ticket today. Please send the visitor to the reception desk."));
        whenReady(m_gateway.ask(m_session, TicketShow{reply->persons.front().todayNumber}), this, [this, question](const Result<TicketReply>& ticket) {
            if (question == m_question && ticket)
                take(ticket->ticket);
            else if (question == m_question)
                Q_EMIT failed(ticket.error());
        });
    });
}

void CounterScan::take(const TicketRow& ticket)
{
    const std::optional<CounterAct> act = actFor(ticket);
    if (act && !m_console.isBusy())
        m_console.act(*act, ticket.ticket);
    else
        Q_EMIT told(whereabouts(ticket));
}

std::optional<CounterAct> CounterScan::actFor(const TicketRow& ticket) const
{
    const PlaceBoard& board = m_board.board();
    const bool isHere = board.current && board.current->ticket == ticket.ticket;
    CounterAct act = CounterAct::CallChosen;
    if (isHere)
        act = CounterAct::Begin;
    else if (ticket.status == TicketStatus::Held)
        act = CounterAct::Resume;
    return mayOffer(act, board, &ticket) ? std::optional(act) : std::nullopt;
}

QString CounterScan::whereabouts(const TicketRow& ticket) const
{
    const PlaceBoard& board = m_board.board();
    const Place* place = m_gateway.centre().findPlace(ticket.place);
    const QString state = place ? tr("%1, %2", "state of a ticket, place").arg(words::of(ticket.status), localShortLabel(*place)) : words::of(ticket.status);
    if (board.current && board.current->ticket != ticket.ticket)
        return tr("Ticket %1 was scanned (%2). Finish with %3 first.").arg(ticket.number, state, board.current->number);
    if (!board.staffedByMe)
        return tr("Ticket %1 was scanned (%2). Choose your place first, then scan again.").arg(ticket.number, state);
    return tr("Ticket %1 was scanned (%2). Nothing is to be done with it here.").arg(ticket.number, state);
}

} // namespace onedoor

#include "moc_counter_scan.cpp"
