// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody in the hall wants a member of staff to come: at a kiosk, or at a window. Record: the call. Nothing personal in it: what is
// the matter is said by the person, not by the screen.
#pragma once

#include "core/base/fields.h"
#include "core/domain/event_meta.h"

namespace onedoor {

using StaffCallId = Id<struct StaffCallTag>;

enum class StaffCallReason {
    Help,           ///< somebody pressed "call staff"
    SlipNotPrinted, ///< a ticket was issued and its slip did not come out; `number` says which
    NotIssued,      ///< a ticket could not be issued
};
template <>
struct EnumWords<StaffCallReason> {
    static constexpr std::array values{std::pair{StaffCallReason::Help, "help"}, std::pair{StaffCallReason::SlipNotPrinted, "slipNotPrinted"},
                                       std::pair{StaffCallReason::NotIssued, "notIssued"}};
};

struct StaffCalled {
    static constexpr const char* type = "staff.called";
    static constexpr std::uint32_t version = 1;
    QString place;  ///< key of a window or room; empty at a kiosk
    QString label;  ///< what people call the kiosk; empty at a place
    StaffCallReason reason = StaffCallReason::Help;
    QString number; ///< of the ticket that it is about; mostly empty

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("label").atMost(60), self.label);
        visit(field("reason"), self.reason);
        visit(field("number").atMost(20), self.number);
    }
};

/// The actor is on the way.
struct StaffAnswered {
    static constexpr const char* type = "staff.answered";
    static constexpr std::uint32_t version = 1;
    QString place; ///< where the actor sits; may be empty

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
    }
};

/// The matter is settled.
struct StaffCleared {
    static constexpr const char* type = "staff.cleared";
    static constexpr std::uint32_t version = 1;
    QString place; ///< where the actor sits; may be empty

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
    }
};

} // namespace onedoor
