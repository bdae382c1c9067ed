// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/route_sheet.h"

#include "ui/models/local_name.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/route_edit.h"

#include <QVBoxLayout>
#include <algorithm>

namespace onedoor {

RouteSheet::RouteSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page)
    : TaskSheet(tr("Further stops"), tr("Save"), ticket, page), m_stops(new RouteEdit(centre, 1))
{
    QStringList services;
    for (const StopRow& stop : ticket.stops) {
        if (stop.isPassed)
            continue;
        m_planned.push_back(stop);
        services.append(stop.service);
    }
    m_stops->setStops(services);
    auto* field = new FormField(tr("After %1").arg(localName(centre.findService(ticket.service), ticket.service)), m_stops);
    field->setHint(tr("The visitor goes on to these by themselves, with the same number."));
    form()->addWidget(field);
    form()->addStretch(1);
    connect(m_stops, &RouteEdit::submitted, this, [this] { submit(); });
}

void RouteSheet::submit()
{
    if (!doButton()->isEnabled())
        return;
    std::vector<StopRow> planned = m_planned;
    std::vector<StopInput> stops;
    for (const QString& service : m_stops->stops()) {
        const auto known = std::find_if(planned.begin(), planned.end(), [&](const StopRow& each) { return each.service == service; });
        stops.push_back({service, known == planned.end() ? QString() : known->place});
        if (known != planned.end())
            planned.erase(known);
    }
    Q_EMIT wanted(stops);
}

} // namespace onedoor

#include "moc_route_sheet.cpp"
