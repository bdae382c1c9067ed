// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/rehearsal/day_staff.h"

#include <algorithm>
#include <cmath>

namespace onedoor {

namespace {

// How places behave, in per cent and minutes: what a hall sees in an ordinary month.
constexpr int residentIsAway = 5;
constexpr int rotatingIsAway = 20;
constexpr int closesEarly = 8;
constexpr int latestOpening = 8;
constexpr int earliestStop = 10;
constexpr int earlyByAtMost = 120;
constexpr double placeSpread = 0.22; ///< of paces between places, logarithmic
constexpr double daySpread = 0.10;   ///< of one place from day to day
constexpr int secondsPerMinute = 60;

bool chance(Random& random, int percent)
{
    return random.below(100) < std::uint64_t(percent);
}

int minutesUpTo(Random& random, int most)
{
    return int(random.below(std::uint64_t(most + 1)));
}

} // namespace

double gaussian(Random& random)
{
    double sum = 0;
    for (int at = 0; at < 12; ++at)
        sum += double(random.below(10'000)) / 10'000.0;
    return sum - 6.0;
}

DayStaff::DayStaff(const CentreDefinition& centre, QDate day, Random& random)
    : m_centre(centre), m_day(day), m_stretches(std::size_t(centre.places.size()))
{
    for (const Place& place : centre.places) {
        const std::size_t at = m_pace.size();
        SeededRandom own(std::uint64_t(place.order) + 1); // the same clerk tomorrow
        m_pace.push_back(std::exp(placeSpread * gaussian(own) + daySpread * gaussian(random)));
        const Unit* unit = centre.findUnit(place.unit);
        if (!chance(random, unit != nullptr && unit->presence == Presence::Resident ? residentIsAway : rotatingIsAway))
            present(at, random);
    }
    openEveryService(random);
    std::uint64_t sum = 0;
    for (const Service& service : centre.services) {
        SeededRandom own(std::uint64_t(m_demand.size()) + 101);
        const double liking = 0.6 + 0.8 * double(own.below(1000)) / 1000.0;
        double places = 0; // a place shared by three services has a third for each
        for (const Place* place : centre.placesServing(service.key))
            places += 1.0 / double(place->services.size());
        sum += 1 + std::uint64_t(liking * places / std::max(1, service.usualMinutes) * 100'000);
        m_demand.push_back(sum);
    }
}

void DayStaff::present(std::size_t at, Random& random)
{
    const QList<TimeSpan> spans = m_centre.openingHours.spansOn(m_day.dayOfWeek());
    for (const TimeSpan& span : spans)
        m_stretches[at].push_back({(span.beginMinute + minutesUpTo(random, latestOpening)) * secondsPerMinute,
                                   (span.endMinute - minutesUpTo(random, earliestStop)) * secondsPerMinute});
    if (!m_stretches[at].empty() && chance(random, closesEarly))
        m_stretches[at].back().end -= minutesUpTo(random, earlyByAtMost) * secondsPerMinute;
}

/// Nobody draws a ticket for what is not there today: one place at least for each.
void DayStaff::openEveryService(Random& random)
{
    for (const Service& service : m_centre.services) {
        std::size_t first = SIZE_MAX;
        bool served = false;
        for (std::size_t at = 0; at < m_stretches.size(); ++at) {
            if (!m_centre.places.at(qsizetype(at)).services.contains(service.key))
                continue;
            first = std::min(first, at);
            served = served || !m_stretches[at].empty();
        }
        if (!served && first != SIZE_MAX)
            present(first, random);
    }
}

double DayStaff::pace(const Place& place) const
{
    return m_pace[std::size_t(&place - m_centre.places.constData())];
}

const Service& DayStaff::wanted(Random& random) const
{
    const std::uint64_t drawn = random.below(m_demand.back());
    const auto found = std::upper_bound(m_demand.begin(), m_demand.end(), drawn);
    return m_centre.services.at(found - m_demand.begin());
}

} // namespace onedoor
