// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/centre_definition.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

template <typename T>
const T* findByKey(const QList<T>& list, QStringView key)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [key](const T& item) { return item.key == key; });
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

QList<TimeSpan> OpeningHours::spansOn(int weekday) const
{
    for (const WeekdayHours& day : weekdays) {
        if (day.weekday == weekday)
            return day.spans;
    }
    return {};
}

bool OpeningHours::isClosedDay(QDate date) const
{
    return std::any_of(closedDays.cbegin(), closedDays.cend(),
                       [date](const ClosedDay& day) { return day.date == date; });
}

QString Series::format(int number, const QString& letter) const
{
    return prefix + letter + QString::number(number).rightJustified(digits, u'0');
}

/// Forgetting people, telling all that is known of one, saying that two are one, and changing the centre itself: not meant by "person.*" or
/// "centre.*", which roles of centres may have had before these acts came.
static bool mustBeNamed(QStringView action)
{
    static constexpr std::array named{u"centre.arrange", u"centre.change", u"centre.history", u"centre.remove", u"centre.undo",
                                      u"centre.usage", u"person.erase", u"person.erasure", u"person.erasures", u"person.export",
                                      u"person.hold", u"person.holds", u"person.releaseHold",
                                      u"person.merge", u"person.merges", u"person.unmerge"};
    return std::any_of(named.begin(), named.end(), [action](const char16_t* each) { return action == QStringView(each); });
}

bool Role::permits(QStringView action) const
{
    if (action == u"matter.suggest"_s) // came later than the roles of most centres; it belongs to registering
        return permits(u"visit.register");
    return std::any_of(permissions.cbegin(), permissions.cend(), [action](const QString& permission) {
        if (permission == u"*"_s)
            return true;
        if (permission.endsWith(u".*"_s) && !mustBeNamed(action)) // "ticket.*" keeps its dot, so that it does not cover "ticketing"
            return action.startsWith(QStringView(permission).chopped(1)) && action.size() >= permission.size();
        return action == permission;
    });
}

const Zone* CentreDefinition::findZone(QStringView key) const
{
    return findByKey(zones, key);
}

const Unit* CentreDefinition::findUnit(QStringView key) const
{
    return findByKey(units, key);
}

const Place* CentreDefinition::findPlace(QStringView key) const
{
    return findByKey(places, key);
}

const Service* CentreDefinition::findService(QStringView key) const
{
    return findByKey(services, key);
}

const Series* CentreDefinition::findSeries(QStringView key) const
{
    return findByKey(series, key);
}

const Priority* CentreDefinition::findPriority(QStringView key) const
{
    return findByKey(priorities, key);
}

const Outcome* CentreDefinition::findOutcome(QStringView key) const
{
    return findByKey(outcomes, key);
}

const HoldReason* CentreDefinition::findHoldReason(QStringView key) const
{
    return findByKey(holdReasons, key);
}

const Role* CentreDefinition::findRole(QStringView key) const
{
    return findByKey(roles, key);
}

const Series* CentreDefinition::seriesOf(QStringView service) const
{
    const Service* found = findService(service);
    return found ? findSeries(found->series) : nullptr;
}

QList<const Place*> CentreDefinition::placesServing(QStringView service) const
{
    QList<const Place*> serving;
    for (const Place& place : places) {
        if (place.services.contains(service))
            serving.append(&place);
    }
    std::stable_sort(serving.begin(), serving.end(),
                     [](const Place* a, const Place* b) { return a->order < b->order; });
    return serving;
}

int CentreDefinition::overtakingMinutes() const
{
    int longest = std::max({queue.returnHeadStartMinutes, appointments.lateMinutes, appointments.headStartMinutes});
    for (const Priority& priority : priorities)
        longest = std::max(longest, priority.weight);
    return longest;
}

int CentreDefinition::missedCallPauseOf(const Place& place) const
{
    return place.missedCallPauseMinutes == Place::asTheCentre ? queue.missedCallPauseMinutes : place.missedCallPauseMinutes;
}

const Outcome* CentreDefinition::quickOutcome() const
{
    if (!queue.quickOutcome.isEmpty())
        return findOutcome(queue.quickOutcome);
    const auto found = std::find_if(outcomes.cbegin(), outcomes.cend(), [](const Outcome& each) { return each.served && !each.opensMatter; });
    return found == outcomes.cend() ? nullptr : &*found;
}

const Priority* CentreDefinition::ordinaryPriority() const
{
    const auto lightest = std::min_element(priorities.cbegin(), priorities.cend(),
                                           [](const Priority& a, const Priority& b) { return a.weight < b.weight; });
    return lightest == priorities.cend() ? nullptr : &*lightest;
}

} // namespace onedoor
