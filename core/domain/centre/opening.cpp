// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/opening.h"

#include <QDateTime>

namespace onedoor {

namespace {

constexpr int daysAhead = 31;
constexpr qint64 secondsPerMinute = 60;

} // namespace

Instant instantOf(QDate day, int minute, int offsetMinutes)
{
    const QDateTime midnight(day, QTime(0, 0), Qt::OffsetFromUTC, offsetMinutes * int(secondsPerMinute));
    return {midnight.addSecs(minute * secondsPerMinute).toMSecsSinceEpoch()};
}

Instant midnightOf(QDate day, int offsetMinutes)
{
    return instantOf(day, 0, offsetMinutes);
}

QList<TimeSpan> spansOf(const OpeningHours& hours, QDate day, const PublicCalendar& calendar)
{
    if (hours.isClosedDay(day))
        return {};
    const QList<TimeSpan> usual = hours.spansOn(day.dayOfWeek());
    if (calendar.isMakeUpWorkday(day))
        return usual.isEmpty() ? hours.makeUpWorkday : usual;
    if (hours.closedOnPublicHolidays && calendar.isDayOff(day))
        return {};
    return usual;
}

Opening openingAt(const OpeningHours& hours, Instant now, int offsetMinutes, const PublicCalendar& calendar)
{
    const QDate today = now.dateAt(offsetMinutes);
    for (int ahead = 0; ahead <= daysAhead; ++ahead) {
        const QDate day = today.addDays(ahead);
        Instant next;
        for (const TimeSpan& span : spansOf(hours, day, calendar)) {
            const Instant begins = instantOf(day, span.beginMinute, offsetMinutes);
            const Instant ends = instantOf(day, span.endMinute, offsetMinutes);
            if (begins <= now && now < ends)
                return {.isOpen = true, .closesAt = ends, .opensAt = {}};
            if (begins > now && (!next || begins < next))
                next = begins;
        }
        if (next)
            return {.isOpen = false, .closesAt = {}, .opensAt = next};
    }
    return {};
}

} // namespace onedoor
