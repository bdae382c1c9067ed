// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/ticket_acts.h"

#include "ui/models/when_ready.h"

namespace onedoor {

TicketActs::TicketActs(Gateway& gateway, const Session& session, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session)
{
}

bool TicketActs::begin()
{
    if (m_running)
        return false;
    m_running = true;
    Q_EMIT runningChanged();
    return true;
}

void TicketActs::end()
{
    m_running = false;
    Q_EMIT runningChanged();
}

void TicketActs::forget(TicketId ticket)
{
    std::erase_if(m_withdrawn, [ticket](const Withdrawal& each) { return each.ticket == ticket; });
}

void TicketActs::withdraw(TicketId ticket)
{
    if (!begin())
        return;
    TicketWithdraw command;
    command.ticket = ticket.toString();
    whenReady(m_gateway.send(m_session, std::move(command)), this, [this](const Result<TicketReply>& reply) {
        if (reply)
            remember({reply->ticket.ticket, reply->lastAct});
        end();
        if (reply)
            Q_EMIT withdrawn(reply->ticket);
        else
            Q_EMIT refused(reply.error());
    });
}

void TicketActs::rememberDone(TicketId ticket, const QString& act)
{
    remember({ticket, act});
    Q_EMIT runningChanged(); // there is something to take back now
}

void TicketActs::remember(const Withdrawal& withdrawal)
{
    m_withdrawn.push_back(withdrawal);
    if (m_withdrawn.size() > TicketState::undoDepth)
        m_withdrawn.pop_front();
}

void TicketActs::undoWithdrawal()
{
    if (!m_withdrawn.empty() && begin())
        sendUndo(m_withdrawn.back());
}

void TicketActs::bringBack(TicketId ticket)
{
    if (!begin())
        return;
    whenReady(m_gateway.ask(m_session, TicketShow{ticket.toString()}), this, [this, ticket](const Result<TicketReply>& now) {
        if (!now) {
            end();
            Q_EMIT refused(now.error());
        } else if (now->ticket.status != TicketStatus::Withdrawn) {
            end(); // somebody else was quicker: the wish is fulfilled
            Q_EMIT broughtBack(now->ticket);
        } else {
            sendUndo({ticket, now->lastAct});
        }
    });
}

void TicketActs::sendUndo(const Withdrawal& withdrawal)
{
    TicketUndo command;
    command.ticket = withdrawal.ticket.toString();
    command.lastAct = withdrawal.act;
    whenReady(m_gateway.send(m_session, std::move(command)), this, [this, ticket = withdrawal.ticket](const Result<TicketReply>& reply) {
        forget(ticket); // refused, it would be refused again: too late, or others acted on it
        end();
        if (reply)
            Q_EMIT broughtBack(reply->ticket);
        else
            Q_EMIT refused(reply.error());
    });
}

void TicketActs::issue(const TicketRow& like, const QString& service)
{
    if (!begin())
        return;
    const TicketIssue command{.visit = like.visit, .service = service, .priority = like.priority};
    whenReady(m_gateway.send(m_session, command), this, [this, like, service](const Result<VisitReply>& reply) {
        end();
        if (reply)
            Q_EMIT issued(secondTicket(like, service, *reply), *reply);
        else
            Q_EMIT refused(reply.error());
    });
}

/// The new ticket as it is shown until the list brings its row.
TicketRow TicketActs::secondTicket(const TicketRow& like, const QString& service, const VisitReply& reply) const
{
    TicketRow ticket;
    ticket.ticket = reply.ticket;
    ticket.number = reply.number;
    ticket.service = service;
    ticket.visit = like.visit;
    ticket.visitNumber = reply.visitNumber;
    ticket.person = like.person;
    ticket.name = like.name;
    ticket.headcount = like.headcount;
    ticket.urgent = like.urgent;
    ticket.threat = like.threat;
    ticket.confidential = like.confidential;
    ticket.priority = like.priority;
    ticket.arrivedAt = like.arrivedAt;
    ticket.summary = like.summary;
    return ticket;
}

} // namespace onedoor

#include "moc_ticket_acts.cpp"
