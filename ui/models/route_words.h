// SPDX-License-Identifier: GPL-3.0-or-later
// The words for what a ticket has besides its number: the stops of its way, what the visitor needs, who came for them, and what stands in a
// name's place where it is not for these eyes. Language as in local_name.h. Pure functions; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/rows.h"

#include <QStringList>

namespace onedoor::words {

QString of(HelperRelation relation);
/// The visitor's name, that none is recorded, or that it is confidential.
QString visitor(const TicketRow& ticket);
/// The names of services one behind the other: "Property mediation → Legal advice".
QString way(const QStringList& services, const CentreDefinition& centre);
/// The whole way, with what is passed and where the ticket is now; empty without a route.
QString route(const TicketRow& ticket, const CentreDefinition& centre);
/// The stop behind the present one; empty when this is the last.
QString nextStop(const TicketRow& ticket, const CentreDefinition& centre);
/// "Needs an escort", "Hard of hearing", "Wheelchair", as far as they hold.
QStringList needs(const TicketRow& ticket);
/// "Chen Jing (family)"; empty when the visitor came in person.
QString helper(const TicketRow& ticket);

} // namespace onedoor::words
