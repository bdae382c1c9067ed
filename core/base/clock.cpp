// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>

namespace onedoor {

namespace {
std::int64_t floorDivide(std::int64_t value, std::int64_t by)
{
    const std::int64_t quotient = value / by;
    return (value % by < 0) ? quotient - 1 : quotient;
}
constexpr std::int64_t millisecondsPerMinute = 60'000;
constexpr std::int64_t millisecondsPerDay = 86'400'000;
constexpr qint64 julianDayOfEpoch = 2'440'588;
} // namespace

QString Instant::toIso(int offsetMinutes) const
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::OffsetFromUTC, offsetMinutes * 60)
        .toString(milliseconds % 1000 != 0 ? Qt::ISODateWithMs : Qt::ISODate);
}

Instant Instant::fromIso(const QString& text)
{
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime)
        return {};
    return {parsed.toMSecsSinceEpoch()};
}

QDate Instant::dateAt(int offsetMinutes) const
{
    const std::int64_t local = milliseconds + offsetMinutes * millisecondsPerMinute;
    return QDate::fromJulianDay(julianDayOfEpoch + floorDivide(local, millisecondsPerDay));
}

int Instant::minuteOfDayAt(int offsetMinutes) const
{
    const std::int64_t minutes = floorDivide(milliseconds, millisecondsPerMinute) + offsetMinutes;
    return static_cast<int>(minutes - floorDivide(minutes, 1440) * 1440);
}

Instant SystemClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

} // namespace onedoor
