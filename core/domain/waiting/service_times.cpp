// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/waiting/service_times.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace onedoor {

namespace {

constexpr std::size_t keptPerService = 600;
constexpr std::size_t keptTurns = 2000;
constexpr double planningWeight = 4;   ///< observations that the planning value is worth
constexpr double paceWeight = 20;      ///< observations that a pace of one is worth
constexpr double plannedTurnaround = 40;
constexpr double turnaroundWeight = 20;
constexpr double plannedSpread = 0.6;  ///< standard deviation of a planning value, of itself
constexpr double leastRemaining = 20;
constexpr double agedShare = 0.3;      ///< of the mean, for who has been there longer than anybody before

} // namespace

ServiceTimes::ServiceTimes(const WaitingFrame& frame) : ServiceTimes(ServiceTimesLearner(frame).fit()) {}

double ServiceTimes::paceAt(int place, int hour) const
{
    const double ofPlace = place >= 0 && std::size_t(place) < m_placePace.size() ? m_placePace[std::size_t(place)] : 1;
    return ofPlace * m_hourPace[std::size_t(std::clamp(hour, 0, 23))];
}

Duration ServiceTimes::of(int service, int place, int hour) const
{
    const Duration& whole = m_services[std::size_t(service)].whole;
    const double pace = paceAt(place, hour);
    return {whole.mean * pace, whole.variance * pace * pace};
}

Duration ServiceTimes::remaining(int service, int place, int hour, double elapsed) const
{
    const Sample& sample = m_services[std::size_t(service)];
    const double pace = paceAt(place, hour);
    const double gone = std::max(0.0, elapsed) / pace;
    const auto first = std::size_t(std::upper_bound(sample.sorted.begin(), sample.sorted.end(), gone) - sample.sorted.begin());
    const double longer = double(sample.sorted.size() - first);
    // The planning value's share: what is left of it, but never nothing.
    const double planned = std::max({sample.whole.mean - gone, agedShare * sample.whole.mean, leastRemaining});
    const double weight = 1;
    const double sum = (first < sample.sorted.size() ? sample.tail[first] : 0) - longer * gone;
    const double mean = (sum + weight * planned) / (longer + weight);
    const double squares = first < sample.sorted.size() ? sample.tailSquares[first] - 2 * gone * sample.tail[first] + longer * gone * gone : 0;
    const double variance = std::max((squares + weight * planned * planned) / (longer + weight) - mean * mean, mean * mean * 0.1);
    return {mean * pace, variance * pace * pace};
}

ServiceTimesLearner::ServiceTimesLearner(const WaitingFrame& frame) : m_frame(frame), m_seen(std::size_t(frame.services.size())) {}

void ServiceTimesLearner::served(int service, int place, int hour, double seconds)
{
    if (service < 0 || place < 0 || seconds < 0)
        return;
    std::deque<Seen>& seen = m_seen[std::size_t(service)];
    seen.push_back({place, std::clamp(hour, 0, 23), seconds});
    if (seen.size() > keptPerService)
        seen.pop_front();
}

void ServiceTimesLearner::turned(double seconds)
{
    if (seconds < 0)
        return;
    m_turns.push_back(seconds);
    if (m_turns.size() > keptTurns)
        m_turns.pop_front();
}

ServiceTimes::Sample ServiceTimesLearner::sampleOf(std::size_t service) const
{
    ServiceTimes::Sample sample;
    for (const Seen& seen : m_seen[service])
        sample.sorted.push_back(seen.seconds);
    std::sort(sample.sorted.begin(), sample.sorted.end());
    const std::size_t count = sample.sorted.size();
    sample.tail.resize(count + 1);
    sample.tailSquares.resize(count + 1);
    for (std::size_t at = count; at-- > 0;) {
        sample.tail[at] = sample.tail[at + 1] + sample.sorted[at];
        sample.tailSquares[at] = sample.tailSquares[at + 1] + sample.sorted[at] * sample.sorted[at];
    }
    const double usual = std::max(1.0, m_frame.usualSeconds[service]);
    const double weight = double(count) + planningWeight;
    const double mean = (sample.tail[0] + planningWeight * usual) / weight;
    const double plannedSquare = usual * usual * (1 + plannedSpread * plannedSpread);
    sample.whole = {mean, std::max((sample.tailSquares[0] + planningWeight * plannedSquare) / weight - mean * mean, mean * mean * 0.05)};
    return sample;
}

/// Places first; an hour is then measured by what its places take anyway.
void ServiceTimesLearner::fitPaces(ServiceTimes& times) const
{
    struct Ratio {
        double sum = paceWeight, count = paceWeight;
        double value() const { return sum / count; }
    };
    const auto each = [&](const auto& take) {
        for (std::size_t service = 0; service < m_seen.size(); ++service) {
            for (const Seen& seen : m_seen[service])
                take(seen, seen.seconds / times.m_services[service].whole.mean);
        }
    };
    std::vector<Ratio> places(std::size_t(m_frame.places.size()));
    each([&](const Seen& seen, double ratio) {
        places[std::size_t(seen.place)].sum += ratio;
        places[std::size_t(seen.place)].count += 1;
    });
    times.m_placePace.resize(places.size());
    std::transform(places.begin(), places.end(), times.m_placePace.begin(), [](const Ratio& ratio) { return ratio.value(); });
    std::array<Ratio, 24> hours;
    each([&](const Seen& seen, double ratio) {
        hours[std::size_t(seen.hour)].sum += ratio / times.m_placePace[std::size_t(seen.place)];
        hours[std::size_t(seen.hour)].count += 1;
    });
    std::transform(hours.begin(), hours.end(), times.m_hourPace.begin(), [](const Ratio& ratio) { return ratio.value(); });
}

ServiceTimes ServiceTimesLearner::fit() const
{
    ServiceTimes times;
    times.m_services.resize(m_seen.size());
    for (std::size_t service = 0; service < m_seen.size(); ++service)
        times.m_services[service] = sampleOf(service);
    fitPaces(times);
    const double turns = std::accumulate(m_turns.begin(), m_turns.end(), 0.0);
    times.m_turnaround = (turns + turnaroundWeight * plannedTurnaround) / (double(m_turns.size()) + turnaroundWeight);
    return times;
}

} // namespace onedoor
