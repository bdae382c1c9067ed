// SPDX-License-Identifier: GPL-3.0-or-later
// The emergency alarm: raise, answer, clear, list. Every desk of the centre shows an open one; public screens know nothing of it. Errors:
// those of alarm_decide.h; Invalid "place.unknown" (place).
#pragma once

#include "core/base/error.h"
#include "core/domain/alarm/alarm_row.h"

namespace onedoor {

struct AlarmReply {
    AlarmRow row;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("row"), self.row);
    }
};

/// A second press by the same account from the same place gets the alarm that is open already.
struct AlarmRaise {
    static constexpr const char* name = "alarm.raise";
    using Reply = AlarmReply;
    QString place; ///< key; empty: the session's own, or none
    QString label; ///< where it is, when it is no place; empty: this PC's name

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("label").atMost(60), self.label);
    }
};

/// "On my way." Several may answer.
struct AlarmAnswer {
    static constexpr const char* name = "alarm.answer";
    using Reply = AlarmReply;
    AlarmId alarm;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("alarm").required(), self.alarm);
    }
};

struct AlarmClear {
    static constexpr const char* name = "alarm.clear";
    using Reply = AlarmReply;
    AlarmId alarm;
    bool falseAlarm = false;
    QString note; ///< what it was, without names

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("alarm").required(), self.alarm);
        visit(field("falseAlarm"), self.falseAlarm);
        visit(field("note").lines(300), self.note);
    }
};

struct AlarmRows {
    std::vector<AlarmRow> alarms;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("alarms"), self.alarms);
    }
};

/// The open ones, oldest first; or all of the last thirty days, newest first.
struct AlarmList {
    static constexpr const char* name = "alarm.list";
    using Reply = AlarmRows;
    bool onlyOpen = false;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("onlyOpen"), self.onlyOpen);
    }
};

// --- the work behind them -----------------------------------------------------------------------------------------------
class CommandScope;
class QueryScope;
Result<AlarmRaise::Reply> handle(CommandScope& scope, const AlarmRaise& command);
Result<AlarmAnswer::Reply> handle(CommandScope& scope, const AlarmAnswer& command);
Result<AlarmClear::Reply> handle(CommandScope& scope, const AlarmClear& command);
Result<AlarmList::Reply> answer(QueryScope& scope, const AlarmList& query);

} // namespace onedoor
