// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/waiting/waiting_model.h"

#include <algorithm>
#include <cmath>

namespace onedoor {

namespace {

constexpr double share = 0.8; ///< of the truth that a range shall hold
constexpr std::size_t enoughOfService = 80;
constexpr std::size_t enoughOfAll = 50;
constexpr std::size_t newest = 1500; ///< errors that a group keeps: what a hall was like long ago fades
constexpr double leastSpread = 45; ///< seconds
// A planning value: nothing is known of how wrong it is, so the range is wide.
constexpr double planningLow = -1.0;
constexpr double planningHigh = 1.5;
constexpr std::array groupEnds{1.0, 3.0, 6.0, 12.0, 24.0, 48.0, 96.0}; ///< minutes of forecast

} // namespace

double WaitBands::spread(const Forecast& forecast)
{
    return std::sqrt(std::max(0.0, forecast.variance) + leastSpread * leastSpread);
}

int WaitBands::group(const Forecast& forecast)
{
    const int length = int(std::upper_bound(groupEnds.begin(), groupEnds.end(), forecast.seconds / 60.0) - groupEnds.begin());
    return length + (forecast.countsUpon ? int(groupEnds.size()) + 1 : 0);
}

void WaitBands::add(int service, const Forecast& forecast, double truth)
{
    const double error = (truth - forecast.seconds) / spread(forecast);
    const int of = group(forecast);
    m_errors[{service, of}].push_back(error);
    m_errors[{-1, of}].push_back(error);
    ++m_count;
}

void WaitBands::fit()
{
    m_bands.clear();
    for (auto& [key, errors] : m_errors) {
        if (errors.size() > newest)
            errors.erase(errors.begin(), errors.end() - std::ptrdiff_t(newest));
        if (errors.size() < (key.first < 0 ? enoughOfAll : enoughOfService))
            continue;
        std::vector<double> sorted = errors;
        std::sort(sorted.begin(), sorted.end());
        // The conformal ranks: one more than there are, so that the next one is counted too.
        const double ranks = double(sorted.size() + 1);
        const auto at = [&](double rank) { return sorted[std::size_t(std::clamp(rank, 1.0, double(sorted.size()))) - 1]; };
        m_bands[key] = {at(std::floor(ranks * (1 - share) / 2)), at(std::round(ranks / 2)), at(std::ceil(ranks * (1 + share) / 2))};
    }
}

std::optional<WaitBand> WaitBands::of(int service, const Forecast& forecast) const
{
    for (const int each : {service, -1}) {
        if (const auto found = m_bands.find({each, group(forecast)}); found != m_bands.end())
            return found->second;
    }
    return std::nullopt;
}

namespace {

/// Working seconds; the wall clock comes last.
struct WorkRange {
    double low = 0, likely = 0, high = 0;
};

WorkRange workRange(const Forecast& forecast, const std::optional<WaitBand>& band)
{
    const WaitBand used = band.value_or(WaitBand{planningLow, 0, planningHigh});
    const double spread = WaitBands::spread(forecast);
    const auto at = [&](double error) { return std::max(0.0, forecast.seconds + error * spread); };
    return {at(used.low), at(used.middle), at(used.high)};
}

std::int64_t wholeSeconds(Instant from, Instant to)
{
    return std::max<std::int64_t>(0, to.secondsSince(from));
}

void tell(WaitRange& range, const WorkRange& work, const WorkDay& day, Instant now)
{
    const std::optional<Instant> low = day.after(now, work.low);
    if (!low) {
        range.state = WaitState::NotToday;
        return;
    }
    const std::optional<Instant> likely = day.after(now, work.likely);
    const std::optional<Instant> high = day.after(now, work.high);
    range.mayMissClosing = !high;
    range.low = wholeSeconds(now, *low);
    range.likely = wholeSeconds(now, likely.value_or(day.closing()));
    range.high = wholeSeconds(now, high.value_or(day.closing()));
}

} // namespace

std::vector<WaitRange> estimateWaits(const WaitingFrame& frame, const HallNow& hall, const WaitingModel& model)
{
    const WorkDay day(frame.hours, frame.offsetMinutes, hall.now);
    const std::vector<Forecast> forecasts = playForward(frame, hall, model.times, model.habits, day);
    std::vector<WaitRange> ranges(hall.waiting.size());
    std::map<std::pair<int, int>, WorkRange> before; // by service and the place that it is kept for
    for (std::size_t at = 0; at < ranges.size(); ++at) {
        const WaitingOne& one = hall.waiting[at];
        const Forecast& forecast = forecasts[at];
        WaitRange& range = ranges[at];
        range.ahead = forecast.ahead;
        range.places = forecast.places;
        if (day.isOver(hall.now)) {
            range.state = WaitState::NotToday;
            continue;
        }
        if (!forecast.isServed) {
            range.state = WaitState::Unstaffed;
            continue;
        }
        const std::optional<WaitBand> band = model.bands.of(one.service, forecast);
        range.isLearned = band.has_value();
        WorkRange work = workRange(forecast, band);
        WorkRange& last = before[{one.service, one.toPlace}];
        work = {std::max(work.low, last.low), std::max(work.likely, last.likely), std::max(work.high, last.high)};
        last = work;
        tell(range, work, day, hall.now);
        if (forecast.seconds <= 0 && range.ahead == 0 && range.state == WaitState::Waits && day.between(hall.now, hall.now.plusSeconds(1)) > 0)
            range.state = WaitState::AtOnce;
    }
    return ranges;
}

} // namespace onedoor
