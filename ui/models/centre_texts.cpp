// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/centre_texts.h"

#include "ui/models/local_name.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <algorithm>

namespace onedoor::centretexts {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::CentreWords)
};

using Sources = QHash<QString, const char*>;

QString translated(const Sources& sources, const QString& word)
{
    const char* source = sources.value(word, nullptr);
    return source ? Words::tr(source) : word;
}

const Sources& members()
{
    static const Sources sources{
        {u"key"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Key")},
        {u"keys"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Order")},
        {u"name"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Chinese name")},
        {u"nameEnglish"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "English name")},
        {u"shortLabel"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Short label, Chinese")},
        {u"shortLabelEnglish"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Short label, English")},
        {u"kind"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Kind")},
        {u"zone"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Zone")},
        {u"unit"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Unit")},
        {u"services"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Services offered")},
        {u"offeredAt"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Offered at")},
        {u"repeatCallLimit"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Repeated calls at most")},
        {u"presence"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Presence")},
        {u"description"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Chinese description")},
        {u"descriptionEnglish"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "English description")},
        {u"series"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Number series")},
        {u"usualMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Usual minutes a visitor")},
        {u"keywords"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Search words")},
        {u"flags"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Particulars")},
        {u"prefix"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Prefix")},
        {u"firstNumber"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "First number")},
        {u"lastNumber"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Last number")},
        {u"digits"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Digits")},
        {u"restartsDaily"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Begins anew every day")},
        {u"blockSize"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Numbers a PC gets at once")},
        {u"weight"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Head start in minutes")},
        {u"served"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Counts as served")},
        {u"opensMatter"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "The matter goes on")},
        {u"remindAfterMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Reminder after minutes")},
        {u"words"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Words people say")},
        {u"with"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "And one of these words")},
        {u"stops"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Stops in their order")},
        {u"points"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Points of each word")},
        {u"permissions"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Rights")},
        {u"floorAreaSquareMetres"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Floor area in square metres")},
        {u"header"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Heading, Chinese")},
        {u"headerEnglish"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Heading, English")},
        {u"footer"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Foot, Chinese")},
        {u"footerEnglish"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Foot, English")},
        {u"secondsPerCall"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Seconds a call stays large")},
        {u"recentCalls"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Earlier calls listed")},
        {u"rowsMaximum"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Rows on the screen")},
        {u"spokenCall"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Said after the chime, in Chinese")},
        {u"missedCallPauseMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Pause after a missed call in minutes")},
        {u"undoMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Minutes in which an act can be taken back")},
        {u"earlyMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "May come early by minutes")},
        {u"lateMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "May come late by minutes")},
        {u"headStartMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Head start of an appointment in minutes")},
        {u"lengthMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Length of an appointment in minutes")},
        {u"capacity"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Appointments of a service at the same time")},
        {u"stepMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Times are offered every so many minutes")},
        {u"daysAhead"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Booked at most so many days ahead")},
        {u"weekdays"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Weekly hours")},
        {u"makeUpWorkday"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Worked weekends")},
        {u"closedOnPublicHolidays"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Closed on public holidays")},
        {u"closedDays"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Closed days")},
        {u"waiting"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "At closing: who waits")},
        {u"called"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "At closing: who was called")},
        {u"serving"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "At closing: who is being served")},
        {u"held"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "At closing: who is on hold")},
        {u"missed"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "At closing: who missed a call")},
        {u"forgottenAfterDays"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Closed by rule after days (0: never)")},
        {u"forgottenServingIsServed"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "By rule: being served counts as served")},
        {u"crowdedPerPlace"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Warning: people a place")},
        {u"veryCrowdedPerPlace"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Critical: people a place")},
        {u"calledMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Warning: minutes called and not there")},
        {u"longServiceMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Warning: minutes at a place")},
        {u"veryLongServiceMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Critical: minutes at a place")},
        {u"lateHoldMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Warning: minutes a hold is overdue")},
        {u"veryLateHoldMinutes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Critical: minutes a hold is overdue")},
    };
    return sources;
}

const Sources& words()
{
    static const Sources sources{
        {u"window"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Window")},
        {u"room"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Room")},
        {u"studio"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Studio")},
        {u"tribunal"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Tribunal")},
        {u"centre"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Centre")},
        {u"mediation"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Mediation committee")},
        {u"department"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Department")},
        {u"resident"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Here every working day")},
        {u"rotating"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "On rostered days")},
        {u"onCall"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Comes when called")},
        {u"papersBack"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Papers handed back")},
        {u"papersKept"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Papers stay here")},
        {u"internalStep"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Waiting for an internal step")},
        {u"confidential"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Confidential")},
        {u"byAppointment"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "By appointment")},
        {u"carryOver"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Carried over to the next day")},
        {u"notServed"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Not reached today")},
        {u"left"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Visitor left")},
        {u"served"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Was served")},
        {u"mistake"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Issued by mistake")},
        {u"silentCall"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Called without voice")},
    };
    return sources;
}

template <typename Things>
QList<Option> named(const Things& things)
{
    QList<Option> all;
    for (const auto& thing : things)
        all.append({thing.key, localName(thing)});
    return all;
}

QList<Option> worded(std::initializer_list<const char16_t*> all)
{
    QList<Option> options;
    for (const char16_t* each : all) {
        const QString word = QStringView(each).toString();
        options.append({word, translated(words(), word)});
    }
    return options;
}

QString separator()
{
    return Words::tr(", ", "between the parts of a list");
}

QString closedDays(const QJsonArray& days)
{
    QStringList texts;
    for (const auto& each : days) {
        const QJsonObject day = each.toObject();
        texts.append(u"%1 %2"_s.arg(day.value(u"date"_s).toString(), itemName(day, {})));
    }
    return texts.join(separator());
}

QString weekly(const QJsonArray& days)
{
    QStringList texts;
    for (const auto& each : days) {
        const QJsonObject day = each.toObject();
        texts.append(u"%1 %2"_s.arg(weekday(day.value(u"weekday"_s).toString()), hours(day.value(u"spans"_s).toArray())));
    }
    return texts.join(Words::tr("; ", "between the days of a week"));
}

QString nameOf(const QString& key, const QList<Option>& options)
{
    for (const Option& option : options)
        if (option.key == key)
            return option.text;
    return key;
}

} // namespace

QString section(const QString& section)
{
    static const Sources sources{
        {u"places"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Windows and rooms")},
        {u"services"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Services")},
        {u"series"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Ticket numbers")},
        {u"zones"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Zones")},
        {u"units"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Units")},
        {u"priorities"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Priorities")},
        {u"outcomes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Results")},
        {u"holdReasons"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Hold reasons")},
        {u"triage"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Where matters lead")},
        {u"roles"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Roles")},
        {u"about"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "The centre")},
        {u"openingHours"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Opening hours")},
        {u"ticket"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Slip texts")},
        {u"display"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Hall display")},
        {u"queue"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Queue rules")},
        {u"appointments"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Appointments")},
        {u"day"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "End of day and warnings")},
    };
    return translated(sources, section);
}

QString oneOf(const QString& section)
{
    static const Sources sources{
        {u"places"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Window or room")},
        {u"services"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Service")},
        {u"series"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Number series")},
        {u"zones"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Zone")},
        {u"units"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Unit")},
        {u"priorities"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Priority")},
        {u"outcomes"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Result")},
        {u"holdReasons"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Hold reason")},
        {u"triage"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Line of the triage table")},
        {u"roles"_s, QT_TRANSLATE_NOOP("onedoor::CentreWords", "Role")},
    };
    return sources.contains(section) ? translated(sources, section) : centretexts::section(section);
}

QString member(const QString& section, const QString& member)
{
    if (section == u"openingHours" && weekdayWords().contains(member))
        return weekday(member);
    if (section == u"triage" && member == u"weight")
        return translated(members(), u"points"_s);
    return translated(members(), member);
}

QString itemName(const QJsonObject& item, const QString& otherwise)
{
    const QString name = localText(item.value(u"name"_s).toString(), item.value(u"nameEnglish"_s).toString());
    return name.isEmpty() ? otherwise : name;
}

QString item(const QString& section, const QString& key, const CentreDefinition& centre)
{
    const auto of = [&](const auto* found) { return localName(found, key); };
    if (key.isEmpty())
        return centretexts::section(section);
    if (section == u"places")
        return of(centre.findPlace(key));
    if (section == u"services")
        return of(centre.findService(key));
    if (section == u"series")
        return of(centre.findSeries(key));
    if (section == u"zones")
        return of(centre.findZone(key));
    if (section == u"units")
        return of(centre.findUnit(key));
    if (section == u"priorities")
        return of(centre.findPriority(key));
    if (section == u"outcomes")
        return of(centre.findOutcome(key));
    if (section == u"holdReasons")
        return of(centre.findHoldReason(key));
    if (section == u"triage") {
        const auto rule = std::find_if(centre.triage.cbegin(), centre.triage.cend(), [&](const TriageRule& each) { return each.key == key; });
        return rule == centre.triage.cend() ? key : localName(*rule);
    }
    return section == u"roles" ? of(centre.findRole(key)) : key;
}

QList<Option> options(const QString& section, const QString& member, const CentreDefinition& centre)
{
    if (member == u"zone")
        return named(centre.zones);
    if (member == u"unit")
        return named(centre.units);
    if (member == u"services" || member == u"stops")
        return named(centre.services);
    if (member == u"series")
        return named(centre.series);
    if (member == u"offeredAt")
        return named(centre.places);
    if (member == u"presence")
        return worded({u"resident", u"rotating", u"onCall"});
    if (member == u"flags")
        return worded({u"confidential", u"byAppointment", u"silentCall"});
    if (section == u"day" && (member == u"waiting" || member == u"called" || member == u"serving" || member == u"held" || member == u"missed"))
        return worded({u"carryOver", u"notServed", u"left", u"served", u"mistake"});
    if (member != u"kind")
        return {};
    if (section == u"places")
        return worded({u"window", u"room", u"studio", u"tribunal"});
    if (section == u"units")
        return worded({u"centre", u"studio", u"mediation", u"tribunal", u"department", u"room"});
    return worded({u"papersBack", u"papersKept", u"internalStep"});
}

QString value(const QString& section, const QString& member, const QJsonValue& value, const CentreDefinition& centre)
{
    if (value.isBool())
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    if (value.isDouble())
        return QString::number(value.toInt());
    if (member == u"weekdays")
        return weekly(value.toArray());
    if (member == u"makeUpWorkday")
        return hours(value.toArray());
    if (member == u"closedDays")
        return closedDays(value.toArray());
    const QList<Option> known = options(section, member, centre);
    if (!value.isArray())
        return known.isEmpty() ? value.toString() : nameOf(value.toString(), known);
    QStringList texts;
    for (const auto& each : value.toArray())
        texts.append(member == u"keys" ? item(section, each.toString(), centre) : nameOf(each.toString(), known));
    return texts.join(separator());
}

QString hours(const QJsonArray& spans)
{
    QStringList texts;
    for (const auto& each : spans)
        texts.append(u"%1-%2"_s.arg(each.toObject().value(u"begin"_s).toString(), each.toObject().value(u"end"_s).toString()));
    return texts.join(u", "_s);
}

const QStringList& weekdayWords()
{
    static const QStringList all{u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s};
    return all;
}

QString weekday(const QString& word)
{
    const qsizetype at = weekdayWords().indexOf(word);
    return at < 0 ? word : QLocale().standaloneDayName(int(at) + 1);
}

QString change(const QString& section, const QString& key, const QJsonObject& before, const QJsonObject& after, const CentreDefinition& centre)
{
    const QString name = key.isEmpty() ? centretexts::section(section) : itemName(after.isEmpty() ? before : after, item(section, key, centre));
    if (before.isEmpty())
        return Words::tr("%1: added").arg(name);
    if (after.isEmpty())
        return Words::tr("%1: removed").arg(name);
    QStringList changed;
    for (const QString& each : after.keys()) {
        if (after.value(each) != before.value(each))
            changed.append(member(section, each));
    }
    return changed.isEmpty() ? Words::tr("%1: no effect").arg(name) : Words::tr("%1: %2 changed", "item, what of it").arg(name, changed.join(separator()));
}

} // namespace onedoor::centretexts
