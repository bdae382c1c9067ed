// SPDX-License-Identifier: GPL-3.0-or-later
// Calling staff from the hall, answering and clearing the call: every desk shows an open one. Errors: those of staff_call_decide.h;
// Invalid "place.unknown" (place).
#pragma once

#include "core/base/error.h"
#include "core/domain/call/staff_call_row.h"

#include <vector>

namespace onedoor {

struct StaffCallReply {
    StaffCallRow row;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("row"), self.row);
    }
};

/// A second press at the same kiosk or place, for the same reason, gets the call that is open already.
struct StaffCall {
    static constexpr const char* name = "staff.call";
    using Reply = StaffCallReply;
    QString place; ///< key; empty: the session's own, or a kiosk
    QString label; ///< of a kiosk
    StaffCallReason reason = StaffCallReason::Help;
    QString number; ///< of the ticket that it is about

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("label").atMost(60), self.label);
        visit(field("reason"), self.reason);
        visit(field("number").atMost(20), self.number);
    }
};

/// "I am coming." Conflict "staffCall.answered" names who was first.
struct StaffAnswer {
    static constexpr const char* name = "staff.answer";
    using Reply = StaffCallReply;
    StaffCallId call;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("call").required(), self.call);
    }
};

struct StaffClear {
    static constexpr const char* name = "staff.clear";
    using Reply = StaffCallReply;
    StaffCallId call;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("call").required(), self.call);
    }
};

struct StaffCallList {
    std::vector<StaffCallRow> calls;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("calls"), self.calls);
    }
};

/// The open ones, oldest first; or all of today, newest first.
struct StaffCalls {
    static constexpr const char* name = "staff.calls";
    using Reply = StaffCallList;
    bool onlyOpen = false;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("onlyOpen"), self.onlyOpen);
    }
};

/// What a public screen may know of a call: no names.
struct StaffCallProgress {
    bool answered = false;
    bool cleared = false;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("answered"), self.answered);
        visit(field("cleared"), self.cleared);
    }
};

struct StaffWatch {
    static constexpr const char* name = "staff.watch";
    using Reply = StaffCallProgress;
    StaffCallId call;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("call").required(), self.call);
    }
};

// --- the work behind them -----------------------------------------------------------------------------------------------
class CommandScope;
class QueryScope;
Result<StaffCall::Reply> handle(CommandScope& scope, const StaffCall& command);
Result<StaffAnswer::Reply> handle(CommandScope& scope, const StaffAnswer& command);
Result<StaffClear::Reply> handle(CommandScope& scope, const StaffClear& command);
Result<StaffCalls::Reply> answer(QueryScope& scope, const StaffCalls& query);
Result<StaffWatch::Reply> answer(QueryScope& scope, const StaffWatch& query);

} // namespace onedoor
