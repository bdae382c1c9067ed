// SPDX-License-Identifier: GPL-3.0-or-later
// What the views know of days that are over. Free functions over a ViewsStore, on its thread. Days are business days.
#pragma once

#include "core/store/views/views_store.h"

namespace onedoor::queries {

/// Tickets of earlier days that were still open when `day` ended, at `end`, or are now. What ended during the day is not among them.
Result<std::vector<RawId>> leftOpen(ViewsStore& views, QDate day, Instant end);

} // namespace onedoor::queries
