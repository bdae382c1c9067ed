// SPDX-License-Identifier: GPL-3.0-or-later
// How a centre closes its day, and from which figures on its live board warns. Part of the centre's definition; a centre that says nothing
// has the values here. Plain values, any thread. Units: minutes, people, days, as the names say.
// A wait becomes long where QueueSettings says so: what visitors are told and what the manager sees is one and the same.
#pragma once

#include "core/base/fields.h"

namespace onedoor {

/// What becomes of a ticket that is still open when the day is closed.
enum class ClosingAct {
    CarryOver, ///< it waits again on the next opening day, with the arrival time that it always had
    NotServed, ///< the day ended before its turn
    Left,      ///< the visitor went without a word
    Served,    ///< the visitor was helped; nobody recorded the end
    Mistake,   ///< it should not have been issued
};
template <>
struct EnumWords<ClosingAct> {
    static constexpr std::array values{std::pair{ClosingAct::CarryOver, "carryOver"}, std::pair{ClosingAct::NotServed, "notServed"},
                                       std::pair{ClosingAct::Left, "left"}, std::pair{ClosingAct::Served, "served"},
                                       std::pair{ClosingAct::Mistake, "mistake"}};
};

struct DaySettings {
    // What closing the day proposes for a ticket, by where it stands.
    ClosingAct waiting = ClosingAct::CarryOver;
    ClosingAct called = ClosingAct::Left;
    ClosingAct serving = ClosingAct::Served;
    ClosingAct held = ClosingAct::CarryOver;
    ClosingAct missed = ClosingAct::Left;
    /// Tickets of days at least this long ago that nobody closed or carried over are closed by rule when a day is opened; 0: never.
    int forgottenAfterDays = 1;
    bool forgottenServingIsServed = true; ///< who was being served then counts as served

    int crowdedPerPlace = 6;      ///< so many wait for each place that serves them: warn
    int veryCrowdedPerPlace = 12;
    int calledMinutes = 5;        ///< called and not there
    int longServiceMinutes = 60;
    int veryLongServiceMinutes = 120;
    int lateHoldMinutes = 10;     ///< on hold beyond the time that its reason says
    int veryLateHoldMinutes = 30;

    friend bool operator==(const DaySettings&, const DaySettings&) = default;
};

} // namespace onedoor
