// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/local_words.h"

#include <QLocale>

namespace onedoor {

QString byLanguage(const QString& chinese, const QString& english)
{
    return QLocale().language() == QLocale::Chinese || english.isEmpty() ? chinese : english;
}

QString timeOfDayText(Instant at, int offsetMinutes)
{
    constexpr int minutesAnHour = 60;
    const int minute = at.minuteOfDayAt(offsetMinutes);
    const auto twoDigits = [](int value) { return QString::number(value).rightJustified(2, u'0'); };
    return twoDigits(minute / minutesAnHour) + u':' + twoDigits(minute % minutesAnHour);
}

QString dayAndTimeText(Instant at, int offsetMinutes)
{
    return at.dateAt(offsetMinutes).toString(Qt::ISODate) + u' ' + timeOfDayText(at, offsetMinutes);
}

} // namespace onedoor
