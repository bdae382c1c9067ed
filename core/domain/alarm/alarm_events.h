// SPDX-License-Identifier: GPL-3.0-or-later
// The emergency alarm: somebody of the staff is in danger or needs help at once. Record: the alarm. Shown to staff only, never on a public
// screen: whoever threatens somebody must not read that help is on its way. Nothing personal in it.
#pragma once

#include "core/base/fields.h"
#include "core/domain/event_meta.h"

namespace onedoor {

using AlarmId = Id<struct AlarmTag>;

struct AlarmRaised {
    static constexpr const char* type = "alarm.raised";
    static constexpr std::uint32_t version = 1;
    QString place; ///< key of a window or room; empty where nobody sits at one
    QString label; ///< where it is, when it is no place: the PC's name

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("label").atMost(60), self.label);
    }
};

/// The actor is on the way. Several may come.
struct AlarmAnswered {
    static constexpr const char* type = "alarm.answered";
    static constexpr std::uint32_t version = 1;
    QString place; ///< where the actor sits; may be empty

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
    }
};

struct AlarmCleared {
    static constexpr const char* type = "alarm.cleared";
    static constexpr std::uint32_t version = 1;
    bool falseAlarm = false; ///< pressed by mistake, or a test
    QString note;            ///< what it was, without names

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("falseAlarm"), self.falseAlarm);
        visit(field("note").lines(300), self.note);
    }
};

} // namespace onedoor
