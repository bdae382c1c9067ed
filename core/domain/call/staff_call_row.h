// SPDX-License-Identifier: GPL-3.0-or-later
// One call for staff as lists and banners show it. Plain value, any thread.
#pragma once

#include "core/domain/call/staff_call_events.h"

namespace onedoor {

struct StaffCallRow {
    StaffCallId call;
    QString place; ///< key; empty at a kiosk
    QString label;
    StaffCallReason reason = StaffCallReason::Help;
    QString number;
    Instant calledAt;
    AccountId answeredBy;
    QString answeredName;
    QString answeredFrom; ///< key of a place
    Instant answeredAt;   ///< 0: nobody has
    AccountId clearedBy;
    QString clearedName;
    Instant clearedAt; ///< 0: open

    friend bool operator==(const StaffCallRow&, const StaffCallRow&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("call"), self.call);
        visitor(field("place"), self.place);
        visitor(field("label"), self.label);
        visitor(field("reason"), self.reason);
        visitor(field("number"), self.number);
        visitor(field("calledAt"), self.calledAt);
        visitor(field("answeredBy"), self.answeredBy);
        visitor(field("answeredName"), self.answeredName);
        visitor(field("answeredFrom"), self.answeredFrom);
        visitor(field("answeredAt"), self.answeredAt);
        visitor(field("clearedBy"), self.clearedBy);
        visitor(field("clearedName"), self.clearedName);
        visitor(field("clearedAt"), self.clearedAt);
    }
};

} // namespace onedoor
