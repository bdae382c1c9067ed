// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the queue forward: whoever gets free calls the one who stands first among the services of the place, until everybody has been
// called. That is the rule of "call next", so priority, places that serve several services, tickets kept for one place and people who
// are being served count as they really do; "mean time × people ahead" knows none of them. Times are expectations in working seconds
// (work_day.h) with the variance of what they were added from. Whoever comes later stands behind, so nobody who comes is missing but those
// with a head start; that and everything else is left to the bands (waiting_model.h). Pure. Cost: waiting × services of a place.
#pragma once

#include "core/domain/waiting/service_times.h"
#include "core/domain/waiting/work_day.h"

namespace onedoor {

/// When a place usually begins to work, and how often it does; learned by day.
struct PlaceHabit {
    double share = 0;     ///< of past days on which somebody worked there, 0…1
    int firstMinute = -1; ///< of the local day, median; -1: never seen
};

struct Forecast {
    bool isServed = false;  ///< some place that works now, or will, serves it
    double seconds = 0;     ///< working time until the call, from now
    double variance = 0;    ///< of `seconds`, as far as it is known
    int places = 0;         ///< that work now and serve the service
    bool countsUpon = false; ///< a place that serves it is not there yet and usually is: may come late, or not at all
    std::uint32_t ahead = 0; ///< who stands before in the same service's queue
};

/// One for each of `hall.waiting`; those without a ticket only ask and hold up nobody. When `until` is given, those after it may be left out of the answer's play.
std::vector<Forecast> playForward(const WaitingFrame& frame, const HallNow& hall, const ServiceTimes& times, const std::vector<PlaceHabit>& habits,
                                  const WorkDay& day, std::size_t until = SIZE_MAX);

} // namespace onedoor
