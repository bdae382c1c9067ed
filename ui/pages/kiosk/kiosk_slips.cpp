// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the flow that prints: a ticket that is issued stays issued, whatever becomes of its paper.
#include "ui/models/slip_content.h"
#include "ui/models/when_ready.h"
#include "ui/pages/kiosk/kiosk_flow.h"
#include "ui/widgets/slip/ticket_printer.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// A kiosk knows no name, and of a confidential service says nothing on paper either.
SlipContent slipOf(const CentreDefinition& centre, const KioskTicket& ticket)
{
    VisitReply issued;
    issued.visitNumber = ticket.visitNumber;
    issued.ticket = ticket.ticket;
    issued.number = ticket.number;
    issued.ahead = ticket.ahead;
    issued.places = ticket.places;
    SlipContent slip = slipFor(centre, issued, {ticket.service, {}, ticket.service.isEmpty()}, ticket.issuedAt);
    if (ticket.status != TicketStatus::Waiting)
        slip.ahead.reset();
    return slip;
}

} // namespace

void KioskFlow::connectPrinter()
{
    connect(&m_printer, &TicketPrinter::finished, this, &KioskFlow::conclude);
}

void KioskFlow::printAgain()
{
    if (m_trip.ticket && m_trip.slip != KioskSlip::Printing) {
        print(*m_trip.ticket);
        Q_EMIT changed();
    }
}

void KioskFlow::print(const KioskTicket& ticket)
{
    m_trip.slip = KioskSlip::Printing;
    m_printing.insert(ticket.ticket);
    if (m_printer.print(slipOf(centre(), ticket)) == TicketPrinter::Start::NotChosen)
        conclude({ticket.ticket, ticket.number, Unexpected(Error{ErrorKind::Invalid, u"print.notChosen"_s, {}, {}}), {}});
}

/// Also of somebody who has gone meanwhile: what became of the paper is recorded all the same.
void KioskFlow::conclude(const PrintOutcome& outcome)
{
    if (!m_printing.remove(outcome.ticket))
        return;
    KioskRecordPrint record{outcome.ticket, outcome.isPrinted(), outcome.printer, {}};
    if (!outcome.isPrinted())
        record.reason = outcome.result.error().code;
    whenReady(m_gateway.send(m_session, record), this, [](const Result<KioskPrintReply>&) {}); // the ticket stays "not printed" then
    if (!outcome.isPrinted())
        call(StaffCallReason::SlipNotPrinted, outcome.number);
    if (!m_trip.ticket || m_trip.ticket->ticket != outcome.ticket)
        return;
    m_trip.slip = outcome.isPrinted() ? KioskSlip::Printed : KioskSlip::Failed;
    if (m_trip.step == KioskStep::Ticket)
        Q_EMIT changed();
}

} // namespace onedoor
