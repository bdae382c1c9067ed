// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/ticket_screen.h"

#include "core/domain/centre/centre_definition.h"
#include "ui/models/local_name.h"

namespace onedoor {

namespace {

QString placesText(const KioskTicket& ticket, const CentreDefinition& centre)
{
    QStringList names;
    for (const QString& key : ticket.places) {
        if (const Place* place = centre.findPlace(key))
            names.append(localShortLabel(*place));
    }
    return names.join(TicketScreen::tr(", ", "between places"));
}

QString whereText(const KioskTicket& ticket, const CentreDefinition& centre)
{
    const QString places = placesText(ticket, centre);
    switch (ticket.status) {
    case TicketStatus::Called:
    case TicketStatus::Serving: return TicketScreen::tr("You are being called: please go to %1 now.").arg(places);
    case TicketStatus::Missed: return TicketScreen::tr("Your number was called and is kept. Please ask the staff.");
    case TicketStatus::Held: return TicketScreen::tr("Your matter is kept for you at %1.").arg(places);
    default: break;
    }
    return places.isEmpty() ? TicketScreen::tr("Please wait until your number is called.") : TicketScreen::tr("You will be called to: %1").arg(places);
}

QString slipText(const KioskTrip& trip)
{
    switch (trip.slip) {
    case KioskSlip::None: return {};
    case KioskSlip::Printing: return TicketScreen::tr("Your slip is being printed …");
    case KioskSlip::Printed: return TicketScreen::tr("Please take your slip.");
    case KioskSlip::Failed:
        return trip.staffTold ? TicketScreen::tr("No slip was printed. Please note your number; staff was told.")
                              : TicketScreen::tr("No slip was printed. Please note your number.");
    }
    return {};
}

Tone slipTone(KioskSlip slip)
{
    return slip == KioskSlip::Failed ? Tone::Danger : slip == KioskSlip::Printed ? Tone::Success : Tone::Text;
}

QString headingOf(const KioskTrip& trip)
{
    if (!trip.ticket->isKnown)
        return TicketScreen::tr("Your number");
    const QString& name = trip.greeting.maskedName;
    return name.isEmpty() ? TicketScreen::tr("You have a number already") : TicketScreen::tr("Hello %1, you have a number already").arg(name);
}

} // namespace

TicketScreen::TicketScreen(const KioskMeasure& measure, const KioskTrip& trip, const CentreDefinition& centre) : KioskScreen(measure, {})
{
    setAccessibleName(headingOf(trip));
    split();
    half()->addStretch(1);
    addText(headingOf(trip), Tone::Text, KioskLabel::Size::Heading);
    const KioskTicket& ticket = *trip.ticket;
    KioskLabel* number = addText(ticket.number, Tone::Accent, KioskLabel::Size::Figure);
    number->setObjectName(QStringLiteral("ticketNumber"));
    number->setAccessibleName(tr("Your number: %1").arg(ticket.number));
    half()->addStretch(1);
    addFacts(trip, centre);
    if (trip.slip == KioskSlip::None || trip.slip == KioskSlip::Failed) {
        KioskButton* print = addAnswer(trip.slip == KioskSlip::None ? tr("Print the slip") : tr("Try to print again"), KioskButton::Kind::Plain);
        connect(print, &QPushButton::clicked, this, &TicketScreen::printWanted);
    }
    KioskButton* finished = addAnswer(tr("Done"), KioskButton::Kind::Primary);
    connect(finished, &QPushButton::clicked, this, &TicketScreen::done);
    beginAt(finished);
}

void TicketScreen::addFacts(const KioskTrip& trip, const CentreDefinition& centre)
{
    const KioskTicket& ticket = *trip.ticket;
    const auto add = [this](const QString& text, Tone tone) {
        if (!text.isEmpty())
            otherHalf()->addWidget(makeText(text, tone, KioskLabel::Size::Body));
    };
    otherHalf()->setSpacing(measure().gap() / 3); // texts, nothing to be pressed
    otherHalf()->addStretch(1);
    add(ticket.service.isEmpty() ? QString() : localName(centre.findService(ticket.service), ticket.service), Tone::Text);
    add(whereText(ticket, centre), Tone::Text);
    if (ticket.status == TicketStatus::Waiting)
        add(ticket.ahead == 0 ? tr("Nobody is before you.") : tr("%n before you", nullptr, int(ticket.ahead)), Tone::Muted);
    add(slipText(trip), slipTone(trip.slip));
    otherHalf()->addStretch(1);
}

} // namespace onedoor

#include "moc_ticket_screen.cpp"
