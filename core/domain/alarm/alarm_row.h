// SPDX-License-Identifier: GPL-3.0-or-later
// One alarm as banners and lists show it. Plain value, any thread.
#pragma once

#include "core/domain/alarm/alarm_events.h"

#include <vector>

namespace onedoor {

struct AlarmAnswerRow {
    AccountId account;
    QString name;
    QString place; ///< key
    Instant at;

    friend bool operator==(const AlarmAnswerRow&, const AlarmAnswerRow&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("account"), self.account);
        visit(field("name"), self.name);
        visit(field("place"), self.place);
        visit(field("at"), self.at);
    }
};

struct AlarmRow {
    AlarmId alarm;
    QString place; ///< key; empty where nobody sits at one
    QString label;
    AccountId raisedBy;
    QString raisedName;
    Instant raisedAt;
    std::vector<AlarmAnswerRow> answers; ///< who is on the way, the earliest first
    AccountId clearedBy;
    QString clearedName;
    Instant clearedAt; ///< 0: open
    bool falseAlarm = false;
    QString note;

    friend bool operator==(const AlarmRow&, const AlarmRow&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("alarm"), self.alarm);
        visitor(field("place"), self.place);
        visitor(field("label"), self.label);
        visitor(field("raisedBy"), self.raisedBy);
        visitor(field("raisedName"), self.raisedName);
        visitor(field("raisedAt"), self.raisedAt);
        visitor(field("answers"), self.answers);
        visitor(field("clearedBy"), self.clearedBy);
        visitor(field("clearedName"), self.clearedName);
        visitor(field("clearedAt"), self.clearedAt);
        visitor(field("falseAlarm"), self.falseAlarm);
        visitor(field("note").lines(300), self.note);
    }
};

} // namespace onedoor
