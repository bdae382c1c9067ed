// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/day_text.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QStringList>

namespace onedoor {

using namespace Qt::StringLiterals;

QString dayText(QDate day)
{
    return day.toString(Qt::ISODate);
}

std::optional<QDate> readDay(const QString& typed)
{
    QStringList groups;
    bool inside = false;
    for (const QChar given : typed) {
        const QChar character(halfWidth(given.unicode()));
        const bool digit = character >= u'0' && character <= u'9';
        if (digit && !inside)
            groups.append(QString());
        if (digit)
            groups.last().append(character);
        inside = digit;
    }
    if (groups.isEmpty())
        return typed.trimmed().isEmpty() ? std::optional(QDate()) : std::nullopt;
    if (groups.size() == 1 && groups[0].size() == 8)
        groups = {groups[0].left(4), groups[0].mid(4, 2), groups[0].mid(6)};
    if (groups.size() != 3 || groups[0].size() != 4)
        return std::nullopt;
    const QDate day(groups[0].toInt(), groups[1].toInt(), groups[2].toInt());
    return day.isValid() ? std::optional(day) : std::nullopt;
}

int ageOn(QDate birth, QDate today)
{
    if (!birth.isValid() || birth > today)
        return -1;
    const bool reached = std::pair(today.month(), today.day()) >= std::pair(birth.month(), birth.day());
    return today.year() - birth.year() - (reached ? 0 : 1);
}

QString timeText(Instant at, int offsetMinutes)
{
    const int minute = at.minuteOfDayAt(offsetMinutes);
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

QString momentText(Instant at, std::optional<int> offsetMinutes)
{
    constexpr int secondsPerMinute = 60;
    if (offsetMinutes)
        return QDateTime::fromMSecsSinceEpoch(at.milliseconds, Qt::OffsetFromUTC, *offsetMinutes * secondsPerMinute).toString(u"yyyy-MM-dd HH:mm"_s);
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(at.milliseconds);
    return here.toOffsetFromUtc(here.offsetFromUtc()).toString(u"yyyy-MM-dd HH:mm (t)"_s);
}

} // namespace onedoor
