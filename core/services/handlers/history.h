// SPDX-License-Identifier: GPL-3.0-or-later
// A record's history as the journal holds it: each event with its author, time and hash. Reader thread.
#pragma once

#include "core/services/scopes.h"

#include "core/domain/rows.h"

namespace onedoor {

/// The events of these records together, in the order they happened.
Result<std::vector<HistoryRow>> historyOf(QueryScope& scope, const std::vector<RawId>& records);

} // namespace onedoor
