// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centre/usage_text.h"

#include "ui/models/local_name.h"

#include <QCoreApplication>

namespace onedoor {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::CentreUsage)
};

} // namespace

QStringList usageLines(const CentreUseReply& usage, const CentreDefinition& centre)
{
    QStringList lines;
    const QString comma = Words::tr(", ", "between names");
    if (!usage.staffedBy.isEmpty())
        lines.append(Words::tr("%1 sits there now").arg(usage.staffedBy));
    if (usage.waiting > 0)
        lines.append(Words::tr("%n visitors are waiting for it", nullptr, int(usage.waiting)));
    if (usage.atPlaces > 0)
        lines.append(Words::tr("%n visitors are being called or served", nullptr, int(usage.atPlaces)));
    if (usage.held > 0)
        lines.append(Words::tr("%n visitors are on hold", nullptr, int(usage.held)));
    if (usage.givenToday > 0)
        lines.append(Words::tr("%n numbers were given out today", nullptr, int(usage.givenToday)));
    QStringList places;
    for (const QString& key : usage.places)
        places.append(localName(centre.findPlace(key), key));
    if (!places.isEmpty())
        lines.append(Words::tr("Windows and rooms: %1").arg(places.join(comma)));
    QStringList services;
    for (const QString& key : usage.services)
        services.append(localName(centre.findService(key), key));
    if (!services.isEmpty())
        lines.append(Words::tr("Services: %1").arg(services.join(comma)));
    return lines;
}

bool isInUse(const CentreUseReply& usage)
{
    return !usage.staffedBy.isEmpty() || usage.waiting + usage.atPlaces + usage.held + usage.givenToday > 0 || !usage.places.empty()
        || !usage.services.empty();
}

} // namespace onedoor
