// SPDX-License-Identifier: GPL-3.0-or-later
// A call for staff as it stands now. Two who answer at once without knowing of each other both come: the earlier one is shown. Plain
// value, any thread.
#pragma once

#include "core/domain/call/staff_call_events.h"

namespace onedoor {

struct StaffCallState {
    StaffCallId id;
    StaffCalled known;
    AccountId calledBy;
    Instant calledAt;
    AccountId answeredBy;
    QString answeredFrom; ///< key of the place of who answered
    Instant answeredAt;   ///< 0: nobody has
    AccountId clearedBy;
    Instant clearedAt; ///< 0: it is open
    bool needsUpdate = false;

    bool exists() const { return calledAt.milliseconds != 0; }
    bool isOpen() const { return exists() && !clearedAt; }
};
void evolve(StaffCallState& state, const StaffCalled& event, const EventMeta& meta);
void evolve(StaffCallState& state, const StaffAnswered& event, const EventMeta& meta);
void evolve(StaffCallState& state, const StaffCleared& event, const EventMeta& meta);

} // namespace onedoor
