// SPDX-License-Identifier: GPL-3.0-or-later
// An alarm as it stands now. Plain value, any thread.
#pragma once

#include "core/domain/alarm/alarm_events.h"

#include <vector>

namespace onedoor {

struct AlarmState {
    struct Answer {
        AccountId account;
        QString place; ///< key; where who answered sits
        Instant at;
        friend bool operator==(const Answer&, const Answer&) = default;
    };

    AlarmId id;
    AlarmRaised known;
    AccountId raisedBy;
    Instant raisedAt;
    std::vector<Answer> answers; ///< each account once, the earliest first
    AccountId clearedBy;
    Instant clearedAt; ///< 0: it is open
    bool falseAlarm = false;
    QString note;
    bool needsUpdate = false;

    bool exists() const { return raisedAt.milliseconds != 0; }
    bool isOpen() const { return exists() && !clearedAt; }
};
void evolve(AlarmState& state, const AlarmRaised& event, const EventMeta& meta);
void evolve(AlarmState& state, const AlarmAnswered& event, const EventMeta& meta);
void evolve(AlarmState& state, const AlarmCleared& event, const EventMeta& meta);

} // namespace onedoor
