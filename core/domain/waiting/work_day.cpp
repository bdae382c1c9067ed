// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/waiting/work_day.h"

#include <algorithm>
#include <cmath>

namespace onedoor {

namespace {

constexpr std::int64_t dayMilliseconds = 86'400'000;
constexpr std::int64_t minuteMilliseconds = 60'000;

} // namespace

WorkDay::WorkDay(const OpeningHours& hours, int offsetMinutes, Instant now)
{
    const QDate day = now.dateAt(offsetMinutes);
    const std::int64_t midnight = (day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * dayMilliseconds - offsetMinutes * minuteMilliseconds;
    QList<TimeSpan> spans = hours.spansOn(day.dayOfWeek());
    if (spans.isEmpty() || hours.isClosedDay(day))
        spans = {{0, int(dayMilliseconds / minuteMilliseconds)}};
    for (const TimeSpan& span : std::as_const(spans))
        m_spans.emplace_back(Instant{midnight + span.beginMinute * minuteMilliseconds}, Instant{midnight + span.endMinute * minuteMilliseconds});
}

double WorkDay::between(Instant from, Instant to) const
{
    double sum = 0;
    for (const auto& [begin, end] : m_spans)
        sum += double(std::max<std::int64_t>(0, std::min(to, end).milliseconds - std::max(from, begin).milliseconds));
    return sum / 1000.0;
}

std::optional<Instant> WorkDay::after(Instant from, double seconds) const
{
    double left = std::max(0.0, seconds) * 1000.0;
    for (const auto& [begin, end] : m_spans) {
        const Instant start = std::max(from, begin);
        if (start >= end)
            continue;
        const double open = double(end.milliseconds - start.milliseconds);
        if (left < open)
            return Instant{start.milliseconds + std::int64_t(std::llround(left))};
        left -= open;
    }
    return std::nullopt;
}

} // namespace onedoor
