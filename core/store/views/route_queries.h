// SPDX-License-Identifier: GPL-3.0-or-later
// What rows of tickets have besides the ticket itself: the stops of a route, and what the visit needs. Free functions over a ViewsStore, on
// its thread.
#pragma once

#include "core/domain/rows.h"
#include "core/store/views/views_store.h"

namespace onedoor::queries {

/// Fills in stops, needs and helper. Looks at nothing while no visit has any.
Result<void> addRoutes(ViewsStore& views, std::vector<TicketRow>& rows);
/// How many stops of the day's longer ways were finished at the place; their tickets went on.
Result<std::uint32_t> stopsFinishedAt(ViewsStore& views, QDate day, const QString& place);

} // namespace onedoor::queries
