// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/centre_checks.h"

#include "core/domain/centre/template_text.h"

#include <QHash>
#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

class CentreChecks {
public:
    CentreChecks(const CentreDefinition& centre, const JsonNode& source, ProblemSink& problems, CheckedCentre which)
        : m_centre(centre), m_source(source), m_problems(problems), m_which(which)
    {
    }
    void run();

private:
    void keys();
    void hours();
    void spans(const QList<TimeSpan>& spans, const QString& path);
    void series();
    void numbers(const Series& series, const QString& path);
    void prefixPair(qsizetype at, qsizetype earlier);
    void services();
    void places();
    void priorities();
    void queue();
    void kiosk();
    void display();
    void appointments();
    void roles();
    void triage();

    void report(const QString& field, const QString& code, const QVariantMap& facts = {});
    /// False when one of the members was already found missing or wrong: what follows from it is not worth a line.
    bool sound(const QString& path, std::initializer_list<QStringView> members) const;
    /// `values` in file order; reports each that stood before. `field` names the member of the list's items, or is empty.
    void unique(const QStringList& values, const QString& list, const QString& field);
    void refers(const QString& value, const QString& field, const QString& kind, const QStringList& known);

    const CentreDefinition& m_centre;
    const JsonNode& m_source;
    ProblemSink& m_problems;
    CheckedCentre m_which;
};

template <typename T>
QStringList collect(const QList<T>& list, QString T::*member)
{
    QStringList values;
    for (const T& item : list)
        values.append(item.*member);
    return values;
}

QString timeText(int minute)
{
    const auto twoDigits = [](int value) { return QString::number(value).rightJustified(2, u'0'); };
    return twoDigits(minute / 60) + u':' + twoDigits(minute % 60);
}

void CentreChecks::run()
{
    keys();
    hours();
    series();
    services();
    places();
    priorities();
    queue();
    kiosk();
    display();
    appointments();
    roles();
    triage();
}

void CentreChecks::report(const QString& field, const QString& code, const QVariantMap& facts)
{
    m_problems.report(m_source.lineOf(field), field, code, facts);
}

bool CentreChecks::sound(const QString& path, std::initializer_list<QStringView> members) const
{
    return std::none_of(members.begin(), members.end(),
                        [&](QStringView member) { return m_problems.hasProblemAt(childPath(path, member)); });
}

void CentreChecks::unique(const QStringList& values, const QString& list, const QString& field)
{
    const auto path = [&](qsizetype index) {
        return field.isEmpty() ? itemPath(list, index) : childPath(itemPath(list, index), field);
    };
    QHash<QString, qsizetype> seen;
    for (qsizetype at = 0; at < values.size(); ++at) {
        if (values[at].isEmpty())
            continue; // reported as missing or empty already
        const auto first = seen.constFind(values[at]);
        if (first == seen.cend()) {
            seen.insert(values[at], at);
            continue;
        }
        const QString firstField = path(*first);
        report(path(at), u"template.notUnique"_s,
               {{u"value"_s, printable(values[at])},
                {u"firstField"_s, firstField},
                {u"firstLine"_s, m_source.lineOf(firstField)}});
    }
}

void CentreChecks::refers(const QString& value, const QString& field, const QString& kind, const QStringList& known)
{
    if (value.isEmpty() || known.contains(value) || m_problems.hasProblemAt(field))
        return;
    report(field, u"template.unknownReference"_s,
           {{u"kind"_s, kind},
            {u"value"_s, printable(value)},
            {u"suggestion"_s, nearestWord(value, known)},
            {u"known"_s, known}});
}

void CentreChecks::keys()
{
    const QString key = u"key"_s;
    unique(collect(m_centre.zones, &Zone::key), u"zones"_s, key);
    unique(collect(m_centre.units, &Unit::key), u"units"_s, key);
    unique(collect(m_centre.series, &Series::key), u"series"_s, key);
    unique(collect(m_centre.services, &Service::key), u"services"_s, key);
    unique(collect(m_centre.places, &Place::key), u"places"_s, key);
    unique(collect(m_centre.priorities, &Priority::key), u"priorities"_s, key);
    unique(collect(m_centre.outcomes, &Outcome::key), u"outcomes"_s, key);
    unique(collect(m_centre.holdReasons, &HoldReason::key), u"holdReasons"_s, key);
    unique(collect(m_centre.roles, &Role::key), u"roles"_s, key);
    unique(collect(m_centre.triage, &TriageRule::key), u"triage"_s, key);
    // Two places with one label on the board would send people to the wrong one.
    unique(collect(m_centre.places, &Place::shortLabel), u"places"_s, u"shortLabel"_s);
    unique(collect(m_centre.places, &Place::shortLabelEnglish), u"places"_s, u"shortLabelEnglish"_s);
}

void CentreChecks::hours()
{
    const OpeningHours& hours = m_centre.openingHours;
    QStringList weekdays;
    for (qsizetype day = 0; day < hours.weekdays.size(); ++day) {
        const WeekdayHours& weekday = hours.weekdays[day];
        weekdays.append(weekday.weekday > 0 ? QString::number(weekday.weekday) : QString());
        spans(weekday.spans, childPath(itemPath(u"openingHours.weekdays"_s, day), u"spans"_s));
    }
    unique(weekdays, u"openingHours.weekdays"_s, u"weekday"_s);
    spans(hours.makeUpWorkday, u"openingHours.makeUpWorkday"_s);
    QStringList dates;
    for (const ClosedDay& day : hours.closedDays)
        dates.append(day.date.toString(Qt::ISODate));
    unique(dates, u"openingHours.closedDays"_s, u"date"_s);
}

void CentreChecks::spans(const QList<TimeSpan>& spans, const QString& path)
{
    for (qsizetype at = 0; at < spans.size(); ++at) {
        const TimeSpan& span = spans[at];
        const QString item = itemPath(path, at);
        if (!sound(item, {u"begin", u"end"}))
            continue;
        if (span.beginMinute >= span.endMinute) {
            report(childPath(item, u"end"), u"template.spanReversed"_s,
                   {{u"begin"_s, timeText(span.beginMinute)}, {u"end"_s, timeText(span.endMinute)}});
        }
        if (at > 0 && sound(itemPath(path, at - 1), {u"end"}) && span.beginMinute < spans[at - 1].endMinute) {
            report(childPath(item, u"begin"), u"template.spansOverlap"_s,
                   {{u"begin"_s, timeText(span.beginMinute)}, {u"previousEnd"_s, timeText(spans[at - 1].endMinute)}});
        }
    }
}

void CentreChecks::series()
{
    for (qsizetype at = 0; at < m_centre.series.size(); ++at) {
        numbers(m_centre.series[at], itemPath(u"series"_s, at));
        for (qsizetype earlier = 0; earlier < at; ++earlier)
            prefixPair(at, earlier);
    }
}

void CentreChecks::numbers(const Series& series, const QString& path)
{
    const qint64 count = qint64(series.lastNumber) - series.firstNumber + 1; // unsound ends may lie anywhere
    const bool rangeSound = sound(path, {u"firstNumber", u"lastNumber"});
    if (rangeSound && count < 1) {
        report(childPath(path, u"lastNumber"), u"template.rangeReversed"_s,
               {{u"first"_s, series.firstNumber}, {u"last"_s, series.lastNumber}});
    } else if (rangeSound && series.blockSize > count && sound(path, {u"blockSize"})) {
        report(childPath(path, u"blockSize"), u"template.blockTooLarge"_s,
               {{u"blockSize"_s, series.blockSize}, {u"numbers"_s, count}});
    }
    if (QString::number(series.lastNumber).size() > series.digits && sound(path, {u"lastNumber", u"digits"})) {
        report(childPath(path, u"digits"), u"template.digitsTooFew"_s,
               {{u"digits"_s, series.digits}, {u"lastNumber"_s, series.lastNumber}});
    }
}

// A prefix that begins another is mistaken for it when spoken, and leaves no room for a desk's own letter behind it.
void CentreChecks::prefixPair(qsizetype at, qsizetype earlier)
{
    const QString& prefix = m_centre.series[at].prefix;
    const QString& other = m_centre.series[earlier].prefix;
    if (prefix.isEmpty() || other.isEmpty() || !(prefix.startsWith(other) || other.startsWith(prefix)))
        return;
    const QString firstField = childPath(itemPath(u"series"_s, earlier), u"prefix"_s);
    report(childPath(itemPath(u"series"_s, at), u"prefix"_s), u"template.prefixAmbiguous"_s,
           {{u"prefix"_s, printable(prefix)},
            {u"other"_s, printable(other)},
            {u"firstField"_s, firstField},
            {u"firstLine"_s, m_source.lineOf(firstField)}});
}

void CentreChecks::services()
{
    const QStringList units = collect(m_centre.units, &Unit::key);
    const QStringList series = collect(m_centre.series, &Series::key);
    for (qsizetype at = 0; at < m_centre.services.size(); ++at) {
        const Service& service = m_centre.services[at];
        const QString path = itemPath(u"services"_s, at);
        refers(service.unit, childPath(path, u"unit"_s), u"unit"_s, units);
        refers(service.series, childPath(path, u"series"_s), u"series"_s, series);
        unique(service.keywords, childPath(path, u"keywords"_s), {});
        QStringList flags;
        for (const ServiceFlag flag : service.flags)
            flags.append(QString::number(int(flag)));
        unique(flags, childPath(path, u"flags"_s), {});
        if (m_which == CheckedCentre::File && !service.key.isEmpty() && m_centre.placesServing(service.key).isEmpty())
            report(childPath(path, u"key"_s), u"template.serviceWithoutPlace"_s,
                   {{u"service"_s, printable(service.key)}});
    }
}

void CentreChecks::places()
{
    const QStringList zones = collect(m_centre.zones, &Zone::key);
    const QStringList units = collect(m_centre.units, &Unit::key);
    const QStringList services = collect(m_centre.services, &Service::key);
    QStringList orders;
    for (qsizetype at = 0; at < m_centre.places.size(); ++at) {
        const Place& place = m_centre.places[at];
        const QString path = itemPath(u"places"_s, at);
        const QString servicesPath = childPath(path, u"services"_s);
        orders.append(sound(path, {u"order"}) ? QString::number(place.order) : QString());
        refers(place.zone, childPath(path, u"zone"_s), u"zone"_s, zones);
        refers(place.unit, childPath(path, u"unit"_s), u"unit"_s, units);
        for (qsizetype service = 0; service < place.services.size(); ++service)
            refers(place.services[service], itemPath(servicesPath, service), u"service"_s, services);
        unique(place.services, servicesPath, {});
    }
    unique(orders, u"places"_s, u"order"_s);
}

void CentreChecks::priorities()
{
    int ordinary = 0;
    for (qsizetype at = 0; at < m_centre.priorities.size(); ++at) {
        if (!sound(itemPath(u"priorities"_s, at), {u"weight"}))
            return; // the broken one may be the ordinary one
        ordinary += m_centre.priorities[at].weight == 0 ? 1 : 0;
    }
    if (ordinary != 1 && !m_centre.priorities.isEmpty())
        report(u"priorities"_s, u"template.ordinaryPriority"_s, {{u"count"_s, ordinary}});
}

void CentreChecks::queue()
{
    if (!m_centre.queue.quickOutcome.isEmpty())
        refers(m_centre.queue.quickOutcome, u"queue.quickOutcome"_s, u"outcome"_s, collect(m_centre.outcomes, &Outcome::key));
}

/// A visitor who hears a number without a place, or a place without a number, does not know that it is their turn.
void CentreChecks::display()
{
    if (m_centre.display.spokenCall.isEmpty())
        return;
    for (const QString& placeholder : {u"{number}"_s, u"{place}"_s}) {
        if (!m_centre.display.spokenCall.contains(placeholder))
            report(childPath(u"display"_s, u"spokenCall"_s), u"template.placeholderMissing"_s, {{u"placeholder"_s, placeholder}});
    }
}

void CentreChecks::kiosk()
{
    const QStringList services = collect(m_centre.services, &Service::key);
    const QStringList& offered = m_centre.kiosk.services;
    for (qsizetype at = 0; at < offered.size(); ++at)
        refers(offered[at], itemPath(u"kiosk.services"_s, at), u"service"_s, services);
    unique(offered, u"kiosk.services"_s, {});
    const QList<KioskLimit>& limits = m_centre.kiosk.dailyLimits;
    for (qsizetype at = 0; at < limits.size(); ++at)
        refers(limits[at].service, childPath(itemPath(u"kiosk.dailyLimits"_s, at), u"service"_s), u"service"_s, services);
    unique(collect(limits, &KioskLimit::service), u"kiosk.dailyLimits"_s, u"service"_s);
}

void CentreChecks::appointments()
{
    const QStringList services = collect(m_centre.services, &Service::key);
    const QList<AppointmentRule>& rules = m_centre.appointments.services;
    for (qsizetype at = 0; at < rules.size(); ++at)
        refers(rules[at].service, childPath(itemPath(u"appointments.services"_s, at), u"service"_s), u"service"_s, services);
    unique(collect(rules, &AppointmentRule::service), u"appointments.services"_s, u"service"_s);
}

void CentreChecks::roles()
{
    for (qsizetype at = 0; at < m_centre.roles.size(); ++at)
        unique(m_centre.roles[at].permissions, childPath(itemPath(u"roles"_s, at), u"permissions"_s), {});
}

void CentreChecks::triage()
{
    const QStringList services = collect(m_centre.services, &Service::key);
    for (qsizetype at = 0; at < m_centre.triage.size(); ++at) {
        const TriageRule& rule = m_centre.triage[at];
        const QString path = itemPath(u"triage"_s, at);
        const QString stops = childPath(path, u"stops"_s);
        unique(rule.words, childPath(path, u"words"_s), {});
        unique(rule.with, childPath(path, u"with"_s), {});
        for (qsizetype stop = 0; stop < rule.stops.size(); ++stop)
            refers(rule.stops[stop], itemPath(stops, stop), u"service"_s, services);
        unique(rule.stops, stops, {});
    }
}

} // namespace

void checkCentre(const CentreDefinition& centre, const JsonNode& source, ProblemSink& problems, CheckedCentre which)
{
    CentreChecks(centre, source, problems, which).run();
}

} // namespace onedoor
