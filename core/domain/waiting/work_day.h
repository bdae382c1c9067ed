// SPDX-License-Identifier: GPL-3.0-or-later
// Working time of one local day: seconds during which the centre is open. Waiting is reckoned in it, so that a break at noon neither
// blurs what is learned nor is forgotten when it is told. Plain value, any thread. Source of the hours: the centre's definition.
#pragma once

#include "core/base/clock.h"
#include "core/domain/centre/centre_definition.h"

#include <optional>
#include <vector>

namespace onedoor {

class WorkDay {
public:
    /// The day that `now` falls on. A day without hours on which somebody asks all the same counts as open throughout.
    WorkDay(const OpeningHours& hours, int offsetMinutes, Instant now);

    /// Open seconds from `from` to `to`, never negative; both are looked at within this day.
    double between(Instant from, Instant to) const;
    /// The moment when `seconds` of working time have passed since `from`; nothing when the day ends before.
    std::optional<Instant> after(Instant from, double seconds) const;
    Instant closing() const { return m_spans.back().second; }
    bool isOver(Instant now) const { return now >= closing(); }

private:
    std::vector<std::pair<Instant, Instant>> m_spans; ///< never empty, ascending
};

} // namespace onedoor
