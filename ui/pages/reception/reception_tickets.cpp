// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the reception page that deals with tickets issued before: a visitor who has left, one more service, what others changed.
#include "ui/pages/reception/reception_page.h"

#include "core/services/error_text.h"
#include "ui/pages/reception/known_already.h"
#include "ui/pages/reception/person_watch.h"
#include "ui/pages/reception/registration.h"
#include "ui/pages/reception/second_ticket_sheet.h"
#include "ui/pages/reception/ticket_acts.h"
#include "ui/pages/reception/ticket_panel.h"
#include "ui/pages/reception/today_panel.h"
#include "ui/pages/reception/visit_form.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QStackedWidget>

namespace onedoor {

void ReceptionPage::connectActs()
{
    connect(m_acts, &TicketActs::runningChanged, this, &ReceptionPage::updateActions);
    connect(m_acts, &TicketActs::withdrawn, this, &ReceptionPage::onWithdrawn);
    connect(m_acts, &TicketActs::broughtBack, this, &ReceptionPage::onBroughtBack);
    connect(m_acts, &TicketActs::issued, this, &ReceptionPage::onSecondIssued);
    connect(m_acts, &TicketActs::refused, this, [this](const Error& error) {
        if (m_sheet)
            m_sheet->showRefusal(errorText(error, m_gateway.centre()));
        else
            showFailure(error);
    });
}

void ReceptionPage::onRegistered(const VisitRegister& command, const VisitReply& reply)
{
    TicketRow ticket;
    ticket.ticket = reply.ticket;
    ticket.number = reply.number;
    ticket.service = command.service;
    ticket.visit = reply.visit;
    ticket.person = reply.person;
    ticket.name = m_form->person().name;
    ticket.headcount = command.headcount;
    ticket.urgent = command.urgent;
    ticket.threat = command.threat;
    ticket.confidential = command.confidential;
    ticket.arrivedAt = m_clock.now();
    ticket.summary = command.summary;
    ticket.escort = command.escort;
    ticket.hearing = command.hearing;
    ticket.wheelchair = command.wheelchair;
    if (command.helper) {
        ticket.helperName = command.helper->name;
        ticket.helperRelation = command.helper->relation;
        ticket.helperPhone = command.helper->phone;
    }
    for (const StopInput& stop : command.stops)
        ticket.stops.push_back({.service = stop.service, .place = stop.place});
    m_form->openNew({});
    m_watch->stop();
    m_known->stop();
    dropAppointment();
    m_stack->setCurrentIndex(0);
    if (command.doneAtOnce)
        showDone(ticket, reply);
    else
        showIssued(ticket, reply);
}

/// No slip: there is nothing to wait for.
void ReceptionPage::showDone(TicketRow ticket, const VisitReply& reply)
{
    ticket.status = TicketStatus::Finished;
    m_acts->rememberDone(reply.ticket, reply.lastAct);
    m_ticket->showTicket(ticket, 0);
    m_today->refresh();
    showDraftBanner();
    updateActions();
    focusLookup();
    m_toast = Toast::show(this, tr("%1 is registered and done").arg(reply.number), m_undo);
}

void ReceptionPage::showIssued(const TicketRow& ticket, const VisitReply& reply)
{
    m_ticket->showIssued(ticket, reply.ahead, reply.places);
    m_today->select(reply.ticket);
    m_today->refresh();
    showDraftBanner();
    updateActions();
    focusLookup();
    m_toast = Toast::show(this, tr("Ticket %1 issued").arg(reply.number));
    Q_EMIT printTicket(reply, ticket.service);
}

/// Asked once, because the visitor is not there to speak up; "Keep it" has the focus, so that no Enter too many withdraws anything.
void ReceptionPage::askWithdraw()
{
    m_leaver = m_ticket->ticket();
    m_focusBefore = focusWidget();
    m_failure->hide();
    m_leaving->setMessage(Tone::Warning, tr("Has %1 left? Ticket %2 then leaves the queue.").arg(m_leaver.name, m_leaver.number));
    m_leaving->show();
    const auto buttons = m_leaving->findChildren<ActionButton*>();
    for (ActionButton* button : buttons) {
        if (button->action() == m_keep)
            button->setFocus(Qt::OtherFocusReason);
    }
}

void ReceptionPage::keepTicket()
{
    m_leaving->hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else
        focusLookup();
}

void ReceptionPage::withdraw()
{
    keepTicket();
    m_acts->withdraw(m_leaver.ticket);
}

void ReceptionPage::onWithdrawn(const TicketRow& ticket)
{
    if (m_ticket->ticket().ticket == ticket.ticket)
        m_ticket->refresh(ticket, 0);
    updateActions();
    m_toast = Toast::show(this, tr("Ticket %1 is withdrawn").arg(ticket.number), m_undo);
}

void ReceptionPage::undoWithdrawal()
{
    m_acts->undoWithdrawal();
}

void ReceptionPage::bringBack()
{
    m_acts->bringBack(m_ticket->ticket().ticket);
}

void ReceptionPage::onBroughtBack(const TicketRow& ticket)
{
    if (m_ticket->ticket().ticket == ticket.ticket)
        m_ticket->refresh(ticket, m_today->model()->ahead(ticket));
    m_failure->hide();
    updateActions();
    m_toast = Toast::show(this, tr("Ticket %1 stands in the queue again").arg(ticket.number), nullptr, Tone::Info);
}

void ReceptionPage::anotherTicket()
{
    m_leaving->hide();
    m_sheet = new SecondTicketSheet(m_gateway.centre(), m_ticket->ticket(), this);
    connect(m_sheet, &SecondTicketSheet::wanted, this,
            [this](const QString& service) { m_acts->issue(m_sheet->ticket(), service); });
    connect(m_sheet, &Sheet::closed, this, [this, sheet = m_sheet.data()] {
        m_sheet.clear();
        sheet->deleteLater();
        updateActions();
    });
    m_sheet->openSheet();
    updateActions();
}

void ReceptionPage::onSecondIssued(const TicketRow& ticket, const VisitReply& reply)
{
    if (m_sheet)
        m_sheet->closeSheet();
    showIssued(ticket, reply);
}

void ReceptionPage::onPersonChanged(const PersonDetails& now, const QString& author, Instant at)
{
    // While the form's own correction is on its way the change may be ours; a refusal asks again.
    if (isFormOpen() && !m_registration->isRunning())
        m_form->showChanged(now, author, at);
}

void ReceptionPage::showTicket(const TicketRow& ticket)
{
    m_leaving->hide();
    m_ticket->showTicket(ticket, m_today->model()->ahead(ticket));
    updateActions();
}

void ReceptionPage::showNoTicket()
{
    m_ticket->clear();
    m_today->chooseNone();
}

void ReceptionPage::findTicket(const TicketRow& ticket)
{
    closeForm();
    showTicket(ticket);
    m_today->select(ticket.ticket);
}

void ReceptionPage::refreshTicket()
{
    const int row = m_ticket->isEmpty() ? -1 : m_today->model()->rowOf(m_ticket->ticket().ticket);
    if (row >= 0)
        m_ticket->refresh(m_today->model()->at(row), m_today->model()->ahead(m_today->model()->at(row)));
    updateActions();
}

void ReceptionPage::showPrinting(const TicketId& ticket, bool isPrinting)
{
    m_ticket->setPrinting(ticket, isPrinting);
}

void ReceptionPage::reprint()
{
    if (!m_ticket->isEmpty())
        Q_EMIT reprintTicket(m_ticket->ticket(), m_today->model()->ahead(m_ticket->ticket()));
}

void ReceptionPage::showHistory()
{
    if (!m_ticket->isEmpty())
        Q_EMIT historyWanted(m_ticket->ticket().visit);
}

} // namespace onedoor
