// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/waiting/queue_forecast.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace onedoor {

namespace {

constexpr double usuallyThere = 0.5; ///< a place that worked on fewer days is not counted upon
constexpr int lateMinutes = 30;      ///< nor one that should have begun this long ago

/// A place that gets free.
struct Free {
    double at = 0;
    int place = 0;
    double variance = 0;
    friend bool operator>(const Free& one, const Free& other) { return std::tie(one.at, one.place) > std::tie(other.at, other.place); }
};

class Play {
public:
    Play(const WaitingFrame& frame, const HallNow& hall, const ServiceTimes& times, const std::vector<PlaceHabit>& habits, const WorkDay& day)
        : m_frame(frame), m_hall(hall), m_times(times), m_habits(habits), m_day(day), m_lines(std::size_t(frame.services.size())),
          m_kept(std::size_t(frame.places.size())), m_awaited(m_lines.size()), m_forecasts(hall.waiting.size()),
          m_hour(hall.now.minuteOfDayAt(frame.offsetMinutes) / 60)
    {
    }

    std::vector<Forecast> run(std::size_t until)
    {
        lineUp();
        for (int place = 0; place < int(m_frame.places.size()); ++place)
            begin(place);
        while (!m_free.empty() && !(until < m_forecasts.size() && m_forecasts[until].isServed)) {
            const Free free = m_free.top();
            m_free.pop();
            callAt(free);
        }
        return std::move(m_forecasts);
    }

private:
    /// Who waits for what, as positions in the calling order.
    struct Line {
        std::vector<std::size_t> who;
        std::size_t next = 0;
        std::size_t first() const { return next < who.size() ? who[next] : SIZE_MAX; }
    };

    void lineUp()
    {
        std::vector<std::uint32_t> before(m_lines.size());
        for (std::size_t at = 0; at < m_hall.waiting.size(); ++at) {
            const WaitingOne& one = m_hall.waiting[at];
            m_forecasts[at].ahead = before[std::size_t(one.service)];
            before[std::size_t(one.service)] += one.ticket.isNull() ? 0 : 1;
            (one.toPlace < 0 ? m_lines[std::size_t(one.service)] : m_kept[std::size_t(one.toPlace)]).who.push_back(at);
        }
        std::vector<int> working(m_lines.size());
        for (std::size_t service = 0; service < m_lines.size(); ++service) {
            for (const int place : m_frame.serving[service])
                working[service] += m_hall.places[std::size_t(place)].isActive ? 1 : 0;
        }
        for (std::size_t at = 0; at < m_hall.waiting.size(); ++at) {
            const WaitingOne& one = m_hall.waiting[at];
            m_forecasts[at].places = one.toPlace < 0 ? working[std::size_t(one.service)] : int(m_hall.places[std::size_t(one.toPlace)].isActive);
        }
    }

    void begin(int place)
    {
        const PlaceNow& now = m_hall.places[std::size_t(place)];
        if (now.isActive && now.service >= 0) {
            const Duration left = m_times.remaining(now.service, place, m_hour, double(m_hall.now.milliseconds - now.since.milliseconds) / 1000.0);
            m_free.push({left.mean + m_times.turnaround(), place, left.variance});
        } else if (now.isActive) {
            m_free.push({0, place, 0});
        } else if (std::size_t(place) < m_habits.size()) {
            joinLater(place, m_habits[std::size_t(place)]);
        }
    }

    void joinLater(int place, const PlaceHabit& habit)
    {
        const int minute = m_hall.now.minuteOfDayAt(m_frame.offsetMinutes);
        if (habit.firstMinute < 0 || habit.share < usuallyThere || minute > habit.firstMinute + lateMinutes)
            return;
        const Instant begins = m_hall.now.plusSeconds(60LL * std::max(0, habit.firstMinute - minute));
        m_free.push({m_day.between(m_hall.now, begins), place, 0});
        for (const int service : m_frame.offers[std::size_t(place)])
            m_awaited[std::size_t(service)] = true;
    }

    void callAt(const Free& free)
    {
        Line* line = &m_kept[std::size_t(free.place)];
        for (const int service : m_frame.offers[std::size_t(free.place)]) {
            Line& other = m_lines[std::size_t(service)];
            if (other.first() < line->first())
                line = &other;
        }
        const std::size_t who = line->first();
        if (who == SIZE_MAX)
            return; // nobody is left for this place, and nobody joins
        ++line->next;
        Forecast& forecast = m_forecasts[who];
        forecast.isServed = true;
        forecast.seconds = free.at;
        forecast.variance = free.variance;
        forecast.countsUpon = m_awaited[std::size_t(m_hall.waiting[who].service)];
        if (m_hall.waiting[who].ticket.isNull())
            return m_free.push(free); // who only asks takes nobody's time
        const Duration takes = m_times.of(m_hall.waiting[who].service, free.place, m_hour);
        m_free.push({free.at + takes.mean + m_times.turnaround(), free.place, free.variance + takes.variance});
    }

    const WaitingFrame& m_frame;
    const HallNow& m_hall;
    const ServiceTimes& m_times;
    const std::vector<PlaceHabit>& m_habits;
    const WorkDay& m_day;
    std::vector<Line> m_lines; ///< by service
    std::vector<Line> m_kept;  ///< by place
    std::vector<bool> m_awaited; ///< by service: a place is not there yet
    std::vector<Forecast> m_forecasts;
    std::priority_queue<Free, std::vector<Free>, std::greater<>> m_free;
    int m_hour;
};

} // namespace

std::vector<Forecast> playForward(const WaitingFrame& frame, const HallNow& hall, const ServiceTimes& times, const std::vector<PlaceHabit>& habits,
                                  const WorkDay& day, std::size_t until)
{
    return Play(frame, hall, times, habits, day).run(until);
}

} // namespace onedoor
