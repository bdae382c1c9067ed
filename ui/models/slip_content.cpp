// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/slip_content.h"

#include "core/base/mask.h"
#include "ui/models/day_text.h"
#include "ui/models/local_name.h"

#include <QCoreApplication>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::Slip)
};

QString momentText(const CentreDefinition& centre, Instant at)
{
    return dayText(at.dateAt(centre.offsetMinutes)) + u' ' + timeText(at, centre.offsetMinutes);
}

SlipContent frame(const CentreDefinition& centre)
{
    SlipContent slip;
    slip.header = localText(centre.ticket.header, centre.ticket.headerEnglish);
    slip.footer = localText(centre.ticket.footer, centre.ticket.footerEnglish);
    return slip;
}

void addPlace(const CentreDefinition& centre, const Place& place, QList<SlipStop>& stops)
{
    const Zone* zone = centre.findZone(place.zone);
    const QString name = zone ? localName(*zone) : QString();
    for (SlipStop& stop : stops) {
        if (stop.zone == name) {
            stop.places.append(localShortLabel(place));
            return;
        }
    }
    stops.append({name, {localShortLabel(place)}});
}

void addVisitor(const CentreDefinition& centre, const SlipVisitor& visitor, SlipContent& slip)
{
    const Service* service = centre.findService(visitor.service);
    if (visitor.confidential || (service && service->has(ServiceFlag::Confidential)))
        return;
    slip.service = localName(service, visitor.service);
    slip.name = maskName(visitor.name);
}

} // namespace

SlipContent slipFor(const CentreDefinition& centre, const VisitReply& issued, const SlipVisitor& visitor, Instant issuedAt)
{
    SlipContent slip = frame(centre);
    slip.ticket = issued.ticket;
    slip.number = issued.number;
    slip.ahead = issued.ahead;
    for (const QString& key : issued.places) {
        if (const Place* place = centre.findPlace(key))
            addPlace(centre, *place, slip.stops);
    }
    addVisitor(centre, visitor, slip);
    if (!slip.service.isEmpty()) {
        for (const QString& key : issued.stops)
            slip.afterwards.append(localName(centre.findService(key), key));
    }
    slip.issued = momentText(centre, issuedAt);
    slip.visitNumber = issued.visitNumber;
    slip.code = slipCodeText({issued.visitNumber, issued.ticket});
    return slip;
}

SlipContent slipAgain(const CentreDefinition& centre, const TicketRow& ticket, Instant printedAt)
{
    SlipContent slip = frame(centre);
    slip.ticket = ticket.ticket;
    slip.number = ticket.number;
    const QString& kept = ticket.toPlace.isEmpty() ? ticket.place : ticket.toPlace;
    if (const Place* place = centre.findPlace(kept)) {
        addPlace(centre, *place, slip.stops);
    } else {
        for (const Place* each : centre.placesServing(ticket.service))
            addPlace(centre, *each, slip.stops);
    }
    addVisitor(centre, {ticket.service, ticket.name, ticket.confidential}, slip);
    for (const StopRow& stop : ticket.stops) {
        if (!stop.isPassed && !slip.service.isEmpty())
            slip.afterwards.append(localName(centre.findService(stop.service), stop.service));
    }
    slip.issued = momentText(centre, ticket.issuedAt);
    slip.reprinted = momentText(centre, printedAt);
    slip.visitNumber = ticket.visitNumber;
    slip.code = slipCodeText({ticket.visitNumber, ticket.ticket});
    return slip;
}

SlipContent testSlip(const CentreDefinition& centre, Instant now)
{
    SlipContent slip = frame(centre);
    slip.number = Words::tr("Test");
    slip.service = Words::tr("Test slip, not a number");
    for (const Place& place : centre.places.first(std::min<qsizetype>(2, centre.places.size())))
        addPlace(centre, place, slip.stops);
    slip.issued = momentText(centre, now);
    slip.visitNumber = u"00000000-000"_s;
    slip.code = slipCodeText({slip.visitNumber, {}});
    return slip;
}

} // namespace onedoor
