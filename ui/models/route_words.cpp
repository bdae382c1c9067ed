// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/route_words.h"

#include "ui/models/local_name.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace onedoor::words {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::RouteWords)
};

QString serviceName(const QString& key, const CentreDefinition& centre)
{
    return localName(centre.findService(key), key);
}

QString stopName(const StopRow& stop, const CentreDefinition& centre)
{
    const Place* place = centre.findPlace(stop.place);
    if (stop.isBack && place != nullptr)
        return Words::tr("back to %1").arg(localShortLabel(*place));
    return serviceName(stop.service, centre);
}

QString arrow()
{
    return u" → "_s;
}

} // namespace

QString of(HelperRelation relation)
{
    switch (relation) {
    case HelperRelation::Family: return Words::tr("family");
    case HelperRelation::Neighbour: return Words::tr("neighbour or friend");
    case HelperRelation::CommunityWorker: return Words::tr("community worker");
    case HelperRelation::AuthorisedAgent: return Words::tr("authorised agent");
    case HelperRelation::StatutoryAgent: return Words::tr("statutory agent");
    case HelperRelation::Other: return Words::tr("other");
    }
    return {};
}

QString visitor(const TicketRow& ticket)
{
    return ticket.isHidden ? Words::tr("Confidential visitor") : visitor(ticket.name);
}

QString way(const QStringList& services, const CentreDefinition& centre)
{
    QStringList names;
    for (const QString& key : services)
        names.append(serviceName(key, centre));
    return names.join(arrow());
}

QString route(const TicketRow& ticket, const CentreDefinition& centre)
{
    if (ticket.stops.empty())
        return {};
    QStringList names;
    const auto firstAhead = std::find_if(ticket.stops.begin(), ticket.stops.end(), [](const StopRow& each) { return !each.isPassed; });
    for (auto stop = ticket.stops.begin(); stop != firstAhead; ++stop)
        names.append(Words::tr("✓ %1", "a stop that lies behind").arg(stopName(*stop, centre)));
    names.append(Words::tr("● %1", "the present stop").arg(serviceName(ticket.service, centre)));
    for (auto stop = firstAhead; stop != ticket.stops.end(); ++stop)
        names.append(stopName(*stop, centre));
    return names.join(arrow());
}

QString nextStop(const TicketRow& ticket, const CentreDefinition& centre)
{
    const auto next = std::find_if(ticket.stops.begin(), ticket.stops.end(), [&](const StopRow& each) {
        return !each.isPassed && !centre.placesServing(each.service).isEmpty();
    });
    return next == ticket.stops.end() ? QString() : stopName(*next, centre);
}

QStringList needs(const TicketRow& ticket)
{
    QStringList all;
    if (ticket.escort)
        all.append(Words::tr("Needs an escort"));
    if (ticket.hearing)
        all.append(Words::tr("Hard of hearing"));
    if (ticket.wheelchair)
        all.append(Words::tr("Wheelchair"));
    return all;
}

QString helper(const TicketRow& ticket)
{
    if (ticket.helperName.isEmpty())
        return {};
    const QString who = Words::tr("%1 (%2)", "name and relation of a helper").arg(ticket.helperName, of(ticket.helperRelation));
    return ticket.helperPhone.isEmpty() ? who : who + u' ' + ticket.helperPhone;
}

} // namespace onedoor::words
