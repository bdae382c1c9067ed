// SPDX-License-Identifier: GPL-3.0-or-later
// What an estimate of waiting asks of the views: the hall as it is. Free functions over a ViewsStore, on its thread.
#pragma once

#include "core/domain/waiting/waiting_hall.h"
#include "core/store/views/views_store.h"

namespace onedoor::queries {

/// One snapshot. Services and places that the centre doesn't know (any more) are left out.
Result<HallNow> hallNow(ViewsStore& views, const WaitingFrame& frame, Instant now);
/// How many tickets were issued on a day.
Result<std::int64_t> ticketsOf(ViewsStore& views, QDate day);

} // namespace onedoor::queries
