// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the reception page that deals with appointments: who is expected, and the visit of somebody who came for one.
#include "ui/pages/reception/reception_page.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/when_ready.h"
#include "ui/pages/reception/expected_bar.h"
#include "ui/pages/reception/expected_sheet.h"
#include "ui/pages/reception/second_ticket_sheet.h"
#include "ui/pages/reception/visit_form.h"
#include "ui/widgets/card.h"

#include <QAction>

namespace onedoor {

void ReceptionPage::makeExpected()
{
    m_cameAction = makeAction(tr("Who is expected"), {Qt::CTRL | Qt::Key_E}, &ReceptionPage::showExpected);
    m_cameAction->setIcon(icon(Icons::Calendar));
    m_notForIt = makeAction(tr("Another matter"), {Qt::CTRL | Qt::SHIFT | Qt::Key_A}, &ReceptionPage::dropAppointment);
    m_notForIt->setEnabled(false);
    m_cameFor = new Banner(Tone::Info, {});
    m_cameFor->addAction(m_notForIt);
    m_cameFor->hide();
    m_expected = new ExpectedBar(m_gateway, m_session, m_cameAction);
    m_expected->hide();
    connect(m_expected, &ExpectedBar::refreshed, this, [this] {
        if (m_arrivals)
            m_arrivals->setRows(m_expected->rows());
        updateActions();
    });
}

void ReceptionPage::showExpected()
{
    if (m_arrivals || isFormOpen())
        return;
    m_leaving->hide();
    m_arrivals = new ExpectedSheet(m_gateway.centre(), m_expected->rows(), this);
    connect(m_arrivals, &ExpectedSheet::hasCome, this, &ReceptionPage::arrive);
    connect(m_arrivals, &Sheet::closed, this, [this, sheet = m_arrivals.data()] {
        m_arrivals.clear();
        sheet->deleteLater();
        updateActions();
    });
    m_arrivals->openSheet();
}

void ReceptionPage::arrive(const AppointmentRow& row)
{
    m_arrivals->setBusy(true);
    whenReady(m_gateway.send(m_session, AppointmentArrive{row.appointment}), this, [this, row](const Result<VisitReply>& reply) {
        if (!reply) {
            if (!m_arrivals)
                return showFailure(reply.error());
            m_arrivals->setBusy(false);
            return m_arrivals->showRefusal(errorText(reply.error(), m_gateway.centre()));
        }
        if (m_arrivals)
            m_arrivals->closeSheet();
        TicketRow ticket;
        ticket.ticket = reply->ticket;
        ticket.number = reply->number;
        ticket.service = row.service;
        ticket.visit = reply->visit;
        ticket.person = reply->person;
        ticket.name = row.name;
        ticket.arrivedAt = m_clock.now();
        ticket.summary = row.note;
        showIssued(ticket, *reply);
    });
}

/// The look-up's row says so: the form says it too, and registering counts as coming for it.
void ReceptionPage::takeAppointment(const PersonRow& person)
{
    dropAppointment();
    const AppointmentRow* row = person.appointment.isNull() ? nullptr : m_expected->find(person.appointment);
    if (row == nullptr)
        return;
    m_appointment = person.appointment;
    m_form->fillAppointment(row->service, row->note);
    const QString service = localName(m_gateway.centre().findService(row->service), row->service);
    m_cameFor->setMessage(Tone::Info, tr("Appointment at %1 for %2. Registering issues the ticket for it.")
                                          .arg(timeText(person.appointedAt, m_gateway.centre().offsetMinutes), service));
    m_cameFor->show();
    m_notForIt->setEnabled(true);
}

void ReceptionPage::dropAppointment()
{
    m_appointment.reset();
    m_cameFor->hide();
    m_notForIt->setEnabled(false);
}

} // namespace onedoor
