// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment/appointment_slots.h"

#include "core/domain/centre/opening.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

bool overlaps(const BookedTime& booked, const SlotWish& wish)
{
    return booked.beginsAt < wish.endsAt() && wish.beginsAt < booked.endsAt && booked.appointment != wish.moved;
}

/// The most of the service's appointments that stand at any one moment of the wish: at its beginning, or where another one begins.
int mostAtOnce(const SlotRules& rules, const SlotWish& wish)
{
    std::vector<std::pair<Instant, int>> steps;
    for (const BookedTime& each : rules.booked) {
        if (each.service != wish.service || !overlaps(each, wish))
            continue;
        steps.emplace_back(std::max(each.beginsAt, wish.beginsAt), 1);
        steps.emplace_back(each.endsAt, -1);
    }
    std::sort(steps.begin(), steps.end()); // who goes makes room before who comes: -1 sorts before 1
    int now = 0;
    int most = 0;
    for (const auto& [at, step] : steps) {
        now += step;
        most = std::max(most, now);
    }
    return most;
}

bool isPlaceTaken(const SlotRules& rules, const SlotWish& wish)
{
    return !wish.place.isEmpty() && std::any_of(rules.booked.begin(), rules.booked.end(), [&](const BookedTime& each) {
        return each.place == wish.place && overlaps(each, wish);
    });
}

bool hasRoom(const SlotRules& rules, const SlotWish& wish)
{
    return !isPlaceTaken(rules, wish) && mostAtOnce(rules, wish) < rules.centre.appointments.capacityOf(wish.service);
}

bool isOpenFor(const SlotRules& rules, const SlotWish& wish)
{
    const int offset = rules.centre.offsetMinutes;
    const QDate day = wish.beginsAt.dateAt(offset);
    const QList<TimeSpan> spans = spansOf(rules.centre.openingHours, day, rules.calendar);
    return std::any_of(spans.begin(), spans.end(), [&](const TimeSpan& span) {
        return instantOf(day, span.beginMinute, offset) <= wish.beginsAt
            && wish.endsAt() <= instantOf(day, span.endMinute, offset);
    });
}

const BookedTime* otherOf(const SlotRules& rules, const SlotWish& wish)
{
    const auto found = std::find_if(rules.booked.begin(), rules.booked.end(), [&](const BookedTime& each) {
        return !wish.person.isNull() && each.person == wish.person && overlaps(each, wish);
    });
    return found == rules.booked.end() ? nullptr : &*found;
}

QVariantMap withNext(const SlotRules& rules, const SlotWish& wish)
{
    QVariantMap facts{{u"service"_s, wish.service}};
    if (!wish.place.isEmpty())
        facts.insert(u"place"_s, wish.place);
    if (const Instant next = nextFree(rules, wish))
        facts.insert(u"next"_s, QVariant::fromValue<qint64>(next.milliseconds));
    return facts;
}

} // namespace

QDate lastDayAhead(const CentreDefinition& centre, Instant now)
{
    return now.dateAt(centre.offsetMinutes).addDays(centre.appointments.daysAhead);
}

Result<void> mustBeFree(const SlotRules& rules, const SlotWish& wish)
{
    constexpr int lengthAtMost = 480;
    if (wish.lengthMinutes < 1 || wish.lengthMinutes > lengthAtMost)
        return fail(ErrorKind::Invalid, u"appointment.length"_s, u"lengthMinutes"_s, {{u"limit"_s, lengthAtMost}});
    if (wish.beginsAt < rules.now)
        return fail(ErrorKind::Conflict, u"appointment.past"_s, u"beginsAt"_s);
    const QDate last = lastDayAhead(rules.centre, rules.now);
    if (wish.beginsAt.dateAt(rules.centre.offsetMinutes) > last)
        return fail(ErrorKind::Conflict, u"appointment.tooFarAhead"_s, u"beginsAt"_s, {{u"last"_s, last.toString(Qt::ISODate)}});
    if (!isOpenFor(rules, wish))
        return fail(ErrorKind::Conflict, u"appointment.closed"_s, u"beginsAt"_s, withNext(rules, wish));
    if (const BookedTime* other = otherOf(rules, wish))
        return fail(ErrorKind::Conflict, u"appointment.personBusy"_s, u"beginsAt"_s,
                    {{u"at"_s, QVariant::fromValue<qint64>(other->beginsAt.milliseconds)}, {u"service"_s, other->service}});
    if (!hasRoom(rules, wish))
        return fail(ErrorKind::Conflict, u"appointment.full"_s, u"beginsAt"_s, withNext(rules, wish));
    return {};
}

std::vector<Instant> freeTimes(const SlotRules& rules, const SlotWish& wish, QDate day)
{
    std::vector<Instant> times;
    if (day > lastDayAhead(rules.centre, rules.now))
        return times;
    for (const TimeSpan& span : spansOf(rules.centre.openingHours, day, rules.calendar)) {
        for (int minute = span.beginMinute; minute + wish.lengthMinutes <= span.endMinute; minute += rules.centre.appointments.stepMinutes) {
            SlotWish candidate = wish;
            candidate.beginsAt = instantOf(day, minute, rules.centre.offsetMinutes);
            if (candidate.beginsAt >= rules.now && otherOf(rules, candidate) == nullptr && hasRoom(rules, candidate))
                times.push_back(candidate.beginsAt);
        }
    }
    return times;
}

Instant nextFree(const SlotRules& rules, const SlotWish& wish)
{
    const QDate last = lastDayAhead(rules.centre, rules.now);
    for (QDate day = std::max(wish.beginsAt, rules.now).dateAt(rules.centre.offsetMinutes); day <= last; day = day.addDays(1)) {
        for (const Instant time : freeTimes(rules, wish, day)) {
            if (time >= wish.beginsAt)
                return time;
        }
    }
    return {};
}

} // namespace onedoor
