// SPDX-License-Identifier: GPL-3.0-or-later
// How long one ticket keeps a place, learned from the centre's own days: by service, with a pace for each place and each hour of the day
// (who works slowly, when it is slow). Few observations lean on the planning value and on a pace of one, in proportion to how few they
// are (shrinkage). What is left of somebody who is being served already is the mean of the past ones that lasted longer: after an hour
// nobody's talk "should have ended 40 minutes ago". Plain value, any thread. Seconds.
#pragma once

#include "core/domain/waiting/waiting_hall.h"

#include <array>
#include <deque>

namespace onedoor {

struct Duration {
    double mean = 0;
    double variance = 0;
};

class ServiceTimes {
public:
    ServiceTimes() = default;
    /// Planning values only.
    explicit ServiceTimes(const WaitingFrame& frame);

    Duration of(int service, int place, int hour) const;
    /// What is left after `elapsed` seconds; never negative, also when `elapsed` is (a clock that was set back).
    Duration remaining(int service, int place, int hour, double elapsed) const;
    /// Between the end of one visitor and the call of the next who waits.
    double turnaround() const { return m_turnaround; }

private:
    friend class ServiceTimesLearner;
    struct Sample {
        std::vector<double> sorted;
        std::vector<double> tail;        ///< sum of sorted[at…]
        std::vector<double> tailSquares; ///< sum of their squares
        Duration whole;
    };
    double paceAt(int place, int hour) const;

    std::vector<Sample> m_services;
    std::vector<double> m_placePace;
    std::array<double, 24> m_hourPace{};
    double m_turnaround = 0;
};

/// Gathers what is seen; `fit` makes the values of it. Keeps the newest of each service only.
class ServiceTimesLearner {
public:
    explicit ServiceTimesLearner(const WaitingFrame& frame);

    void served(int service, int place, int hour, double seconds);
    void turned(double seconds);
    ServiceTimes fit() const;

private:
    struct Seen {
        int place = 0;
        int hour = 0;
        double seconds = 0;
    };
    ServiceTimes::Sample sampleOf(std::size_t service) const;
    void fitPaces(ServiceTimes& times) const;

    const WaitingFrame& m_frame;
    std::vector<std::deque<Seen>> m_seen; ///< by service
    std::deque<double> m_turns;
};

} // namespace onedoor
