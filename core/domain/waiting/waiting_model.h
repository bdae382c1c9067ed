// SPDX-License-Identifier: GPL-3.0-or-later
// What a centre has learned of waiting from its own days, and the range it makes of a forecast. The forecast (queue_forecast.h) is a
// point with a spread; how far the truth lay from it, in spreads, is kept for every past ticket, and the range is cut where a tenth of
// those lay below and a tenth above. This is split conformal prediction with errors normalised by a spread and kept by groups (Papadopoulos
// et al. 2002; Lei et al. 2018, "Distribution-free predictive inference for regression"; Vovk's Mondrian taxonomies): if tomorrow's
// tickets are like those of the days before, four in five are called within the range, whatever the true distribution is. The forecast of
// a day uses service times of earlier days only, so its errors are those of days that were not learned from (hall_replay.h).
// With no or little past the range is a planning value and says so. Plain value, any thread; small: some hundred kilobytes.
#pragma once

#include "core/base/fields.h"
#include "core/domain/waiting/queue_forecast.h"

#include <map>

namespace onedoor {

enum class WaitState {
    Waits,
    AtOnce,    ///< a place is free and nobody stands before
    Unstaffed, ///< nobody works where it is served, nor is anybody expected
    NotToday,  ///< the day ends before the turn comes
};
template <>
struct EnumWords<WaitState> {
    static constexpr std::array values{std::pair{WaitState::Waits, "waits"}, std::pair{WaitState::AtOnce, "atOnce"},
                                       std::pair{WaitState::Unstaffed, "unstaffed"}, std::pair{WaitState::NotToday, "notToday"}};
};

/// Of one who waits, or would. Seconds by the wall clock from the hall's now, breaks included: 0 ≤ low ≤ likely ≤ high. With NotToday
/// and Unstaffed they say nothing and are 0.
struct WaitRange {
    WaitState state = WaitState::Waits;
    std::uint32_t ahead = 0; ///< for the same service
    int places = 0;          ///< that work now and serve it
    std::int64_t low = 0;
    std::int64_t likely = 0;
    std::int64_t high = 0;
    bool mayMissClosing = false; ///< the range reaches beyond closing time; `high` is cut there
    bool isLearned = false;      ///< from this centre's days; else a planning value

    friend bool operator==(const WaitRange&, const WaitRange&) = default;
};

/// Where the errors of past forecasts lay, in spreads.
struct WaitBand {
    double low = 0, middle = 0, high = 0;
};

class WaitBands {
public:
    /// Keeps the error of one past forecast; `truth`: working seconds until the call.
    void add(int service, const Forecast& forecast, double truth);
    void fit();
    /// The band of the service for waits of about this length, or of all services; nothing while too few are known.
    std::optional<WaitBand> of(int service, const Forecast& forecast) const;
    std::size_t count() const { return m_count; }
    static double spread(const Forecast& forecast);

private:
    static int group(const Forecast& forecast);
    std::map<std::pair<int, int>, std::vector<double>> m_errors; ///< by service (-1: all) and group, in the order of the days
    std::map<std::pair<int, int>, WaitBand> m_bands;
    std::size_t m_count = 0;
};

struct WaitingModel {
    explicit WaitingModel(const WaitingFrame& frame) : times(frame), habits(std::size_t(frame.places.size())) {}

    ServiceTimes times;
    std::vector<PlaceHabit> habits;
    WaitBands bands;
    int days = 0; ///< learned from
};

/// One range for each who waits, in calling order. Within a service nobody's range lies before that of somebody who stands before.
std::vector<WaitRange> estimateWaits(const WaitingFrame& frame, const HallNow& hall, const WaitingModel& model);

} // namespace onedoor
