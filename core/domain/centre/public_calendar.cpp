// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/public_calendar.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Resources of a static library register themselves only when asked by name; the macro must stand outside any namespace.
static void registerCalendars()
{
    Q_INIT_RESOURCE(calendars);
}

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

void addDays(const QJsonValue& list, QSet<QDate>& days)
{
    const QJsonArray all = list.toArray();
    for (const QJsonValue& each : all) {
        const QDate day = QDate::fromString(each.toObject().value(u"date"_s).toString(), Qt::ISODate);
        if (day.isValid())
            days.insert(day);
    }
}

PublicCalendar readShipped()
{
    registerCalendars();
    QSet<QDate> daysOff;
    QSet<QDate> makeUp;
    const QDir folder(u":/calendars"_s);
    for (const QString& name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject notice = QJsonDocument::fromJson(file.readAll()).object();
        addDays(notice.value(u"daysOff"_s), daysOff);
        addDays(notice.value(u"makeUpWorkdays"_s), makeUp);
    }
    return {daysOff, makeUp};
}

} // namespace

const PublicCalendar& PublicCalendar::shipped()
{
    static const PublicCalendar calendar = readShipped();
    return calendar;
}

} // namespace onedoor
