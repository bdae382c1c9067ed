// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/waiting/waiting_hall.h"

#include <tuple>

namespace onedoor {

namespace {

constexpr std::int64_t traceSeconds = 45 * 60;

} // namespace

WaitingFrame::WaitingFrame(const CentreDefinition& centre) : hours(centre.openingHours), offsetMinutes(centre.offsetMinutes)
{
    for (const Service& each : centre.services) {
        m_serviceAt.insert(each.key, int(services.size()));
        services.append(each.key);
        usualSeconds.push_back(60.0 * each.usualMinutes);
    }
    serving.resize(std::size_t(services.size()));
    for (const Place& each : centre.places) {
        const int place = int(places.size());
        m_placeAt.insert(each.key, place);
        places.append(each.key);
        std::vector<int>& offered = offers.emplace_back();
        for (const QString& key : each.services) {
            const int service = m_serviceAt.value(key, -1);
            if (service < 0)
                continue;
            offered.push_back(service);
            serving[std::size_t(service)].push_back(place);
        }
    }
}

bool standsBefore(const WaitingOne& one, const WaitingOne& other)
{
    const bool newcomer = one.ticket.isNull();
    const bool otherNewcomer = other.ticket.isNull();
    return std::tie(one.queueTime, newcomer, one.ticket) < std::tie(other.queueTime, otherNewcomer, other.ticket);
}

bool PlaceTraces::isActive(Instant now, int offsetMinutes) const
{
    if (hasCurrent)
        return true;
    const QDate today = now.dateAt(offsetMinutes);
    const auto isToday = [&](Instant at) { return at && at.dateAt(offsetMinutes) == today; };
    if (isStaffed)
        return isToday(staffedSince) || isToday(lastAct);
    // Who sat down and left again has gone.
    return lastAct > staffedSince && isToday(lastAct) && now.secondsSince(lastAct) < traceSeconds;
}

} // namespace onedoor
