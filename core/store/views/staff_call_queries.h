// SPDX-License-Identifier: GPL-3.0-or-later
// Calls for staff in the views. Free functions over a ViewsStore, on its thread.
#pragma once

#include "core/domain/call/staff_call_row.h"
#include "core/store/views/views_store.h"

namespace onedoor::queries {

/// Those that wait for somebody, oldest first.
Result<std::vector<StaffCallRow>> openStaffCalls(ViewsStore& views, int limit);
/// Those made since, newest first.
Result<std::vector<StaffCallRow>> staffCallsSince(ViewsStore& views, Instant since, int limit);
Result<std::optional<StaffCallRow>> staffCall(ViewsStore& views, StaffCallId call);
/// An open one of the same place or kiosk, for the same reason and ticket.
Result<std::optional<StaffCallId>> openStaffCallLike(ViewsStore& views, AccountId by, const StaffCalled& call);

} // namespace onedoor::queries
