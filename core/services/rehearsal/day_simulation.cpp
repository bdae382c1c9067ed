// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/rehearsal/day_simulation.h"

#include <algorithm>
#include <cmath>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

// How people behave, in per cent: what a busy hall sees on an ordinary day.
constexpr int comesAgain = 35;
constexpr int doesNotAnswerFirstCall = 8;
constexpr int staysAway = 45; ///< of those, after the repeated call
constexpr int leavesForPapers = 6;
constexpr int isPassedOn = 6;
constexpr int wasFinishedTooSoon = 1;
constexpr int comesBackAfterMissing = 50;
constexpr int hasPriority = 15;
constexpr int comesInAGroup = 4;

constexpr int forgetsToSignOff = 4;

// The first half hour goes quicker than the hours before a break.
constexpr double morningPace = 0.95;
constexpr double afternoonPace = 1.06;
constexpr double groupPace = 1.4;

constexpr std::int64_t minute = 60;

} // namespace

DaySimulation::DaySimulation(Cast& cast, QDate day, int visitors) : m_cast(cast), m_day(day), m_staff(cast.centre, day, cast.random)
{
    m_midnight = Instant{(day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86'400'000}.plusSeconds(-minute * cast.centre.offsetMinutes);
    const QList<TimeSpan> spans = cast.centre.openingHours.spansOn(day.dayOfWeek());
    m_closing = m_midnight.plusSeconds(minute * (spans.isEmpty() ? 18 * 60 : spans.last().endMinute));
    planArrivals(visitors);
    planStaff();
}

void DaySimulation::planStaff()
{
    for (qsizetype at = 0; at < m_cast.centre.places.size(); ++at) {
        const Place& place = m_cast.centre.places.at(at);
        for (const DayStaff::Stretch& stretch : m_staff.stretches(std::size_t(at))) {
            plan(m_midnight.plusSeconds(stretch.begin), Happening::SitsDown, &place);
            plan(m_midnight.plusSeconds(stretch.end), Happening::StopsCalling, &place);
        }
    }
}

Result<void> DaySimulation::sitDown(const Step& step)
{
    if (!m_seated.contains(step.place)) {
        ONEDOOR_TRY(tryCommand(sessionAt(*step.place), PlaceStaff{step.place->key, true}));
        m_seated.insert(step.place);
        m_idle.push_back(step.place);
    }
    m_calling.insert(step.place);
    return {};
}

void DaySimulation::plan(Instant at, Happening what, const Place* place, const QString& ticket)
{
    m_steps.push({at, ++m_order, what, place, ticket});
}

/// Two peaks: most people come in the first half of each opening span.
void DaySimulation::planArrivals(int visitors)
{
    const QList<TimeSpan> spans = m_cast.centre.openingHours.spansOn(m_day.dayOfWeek());
    for (int at = 0; at < visitors && !spans.isEmpty(); ++at) {
        const TimeSpan span = spans.at(m_cast.random.below(100) < 60 ? 0 : spans.size() - 1);
        const auto length = std::uint64_t(span.endMinute - span.beginMinute - 10) * minute;
        // The smaller of two draws leans towards the beginning of the span.
        const std::uint64_t second = std::min(m_cast.random.below(length), m_cast.random.below(length));
        plan(m_midnight.plusSeconds(span.beginMinute * minute + std::int64_t(second)), Happening::Arrival);
    }
}

Session DaySimulation::sessionAt(const Place& place) const
{
    Session session = m_cast.operators[std::size_t(place.order) % m_cast.operators.size()];
    session.place = place.key;
    return session;
}

/// Refusals are part of a day and answer false; only failures of the store are errors.
template <typename Command>
Result<bool> DaySimulation::tryCommand(const Session& session, const Command& command, typename Command::Reply* reply)
{
    Result<typename Command::Reply> outcome = m_cast.runner.run(session, command);
    if (!outcome && m_cast.runner.isBroken())
        return Unexpected(std::move(outcome).error());
    const bool accepted = outcome.has_value();
    if (accepted && reply != nullptr)
        *reply = std::move(*outcome);
    ONEDOOR_ASSIGN(const bool goOn, m_cast.afterCommand());
    m_stopped = m_stopped || !goOn;
    return accepted;
}

/// Before the doors open. Who comes, comes about then: early, a little late, too late, or not at all.
Result<void> DaySimulation::book()
{
    constexpr int staysAway = 10; // of a hundred
    constexpr std::int64_t earliest = 45, spread = 70, grid = 15;
    const QList<TimeSpan> spans = m_cast.centre.openingHours.spansOn(m_day.dayOfWeek());
    if (m_cast.appointments == 0 || spans.isEmpty())
        return {};
    m_cast.clock.set(std::max(m_cast.clock.now(), m_midnight.plusSeconds(minute * (spans.first().beginMinute - 60))));
    for (int each = 0; each < m_cast.appointments; ++each) {
        const TimeSpan& span = spans.at(qsizetype(m_cast.random.below(std::uint64_t(spans.size()))));
        const auto steps = std::uint64_t((span.endMinute - span.beginMinute) / grid);
        AppointmentBook wish;
        wish.newPerson = m_cast.population.person(m_cast.random, m_day);
        wish.service = m_staff.wanted(m_cast.random).key;
        wish.note = m_cast.population.matter(m_cast.random, wish.service);
        wish.beginsAt = m_midnight.plusSeconds(minute * (span.beginMinute + grid * std::int64_t(m_cast.random.below(steps))));
        AppointmentReply reply;
        ONEDOOR_ASSIGN(const bool accepted, tryCommand(sessionAt(m_cast.centre.places.front()), wish, &reply));
        if (!accepted || chance(staysAway))
            continue;
        const QString appointment = reply.row.appointment.toString();
        m_booked.insert(appointment, wish.service);
        plan(wish.beginsAt.plusSeconds(minute * (std::int64_t(m_cast.random.below(spread)) - earliest)), Happening::ComesFor, nullptr, appointment);
    }
    return {};
}

Result<void> DaySimulation::comesFor(const Step& step)
{
    const std::optional<AppointmentId> appointment = AppointmentId::fromString(step.ticket);
    VisitReply reply;
    ONEDOOR_ASSIGN(const bool accepted, tryCommand(sessionAt(m_cast.centre.places.front()), AppointmentArrive{*appointment}, &reply));
    if (!accepted)
        return {};
    ++m_cast.count.visits;
    m_serviceOf.insert(reply.ticket.toString(), m_booked.value(step.ticket));
    return {};
}

Result<bool> DaySimulation::run()
{
    ONEDOOR_TRY(book());
    while (!m_steps.empty() && !m_stopped) {
        const Step step = m_steps.top();
        m_steps.pop();
        m_cast.clock.set(std::max(step.at, m_cast.clock.now()));
        ONEDOOR_TRY(play(step));
        // Whoever is idle looks at the queue after every happening.
        std::vector<const Place*> idle;
        idle.swap(m_idle);
        for (const Place* place : idle)
            ONEDOOR_TRY(callNext({m_cast.clock.now(), 0, Happening::Free, place, {}}));
    }
    if (!m_stopped)
        ONEDOOR_TRY(close());
    return !m_stopped;
}

Result<void> DaySimulation::play(const Step& step)
{
    switch (step.what) {
    case Happening::Arrival: return arrive(step.at);
    case Happening::Free: m_idle.push_back(step.place); return {};
    case Happening::Answered: return answered(step);
    case Happening::NoAnswer: return noAnswer(step);
    case Happening::Done: return done(step);
    case Happening::Returned: return returned(step);
    case Happening::BackWithPapers: return backWithPapers(step);
    case Happening::SitsDown: return sitDown(step);
    case Happening::ComesFor: return comesFor(step);
    case Happening::StopsCalling: m_calling.remove(step.place); return {};
    }
    return {};
}

const Service* DaySimulation::otherService(const QString& service)
{
    const Service* other = &m_staff.wanted(m_cast.random);
    return other->key == service ? nullptr : other;
}

/// Around the usual time, a few very long: log-normal with sigma 0.5; slower or quicker by who serves, when, and how many came.
std::int64_t DaySimulation::serviceSeconds(const TicketRow& ticket, const Place& place)
{
    const Service* found = m_cast.centre.findService(ticket.service);
    const double usual = double(found != nullptr ? found->usualMinutes : 10) * double(minute);
    const bool isMorning = m_cast.clock.now().minuteOfDayAt(m_cast.centre.offsetMinutes) < 12 * 60;
    const double pace = m_staff.pace(place) * (isMorning ? morningPace : afternoonPace) * (ticket.headcount > 1 ? groupPace : 1.0);
    return std::max<std::int64_t>(30, std::int64_t(usual * pace * std::exp(0.5 * gaussian(m_cast.random) - 0.125) * ownUse(ticket.service)));
}

/// Planning values are what somebody wrote down before the doors opened: the truth of a service lies beside it, and stays there.
double DaySimulation::ownUse(const QString& service) const
{
    SeededRandom own(std::uint64_t(m_cast.centre.findService(service) - m_cast.centre.services.constData()) + 501);
    return 0.6 + 0.5 * double(own.below(1000)) / 1000.0;
}

Result<void> DaySimulation::arrive(Instant)
{
    VisitRegister visit;
    const bool again = !m_cast.known.empty() && chance(comesAgain);
    if (again)
        visit.person = m_cast.known[m_cast.random.below(m_cast.known.size())];
    else
        visit.newPerson = m_cast.population.person(m_cast.random, m_day);
    const Service* service = &m_staff.wanted(m_cast.random);
    visit.service = service->key;
    visit.summary = m_cast.population.matter(m_cast.random, service->key);
    if (chance(hasPriority))
        visit.priority = m_cast.centre.priorities.at(qsizetype(m_cast.random.below(std::uint64_t(m_cast.centre.priorities.size())))).key;
    if (chance(comesInAGroup))
        visit.headcount = 2 + std::uint32_t(m_cast.random.below(8));
    VisitReply reply;
    ONEDOOR_ASSIGN(const bool accepted, tryCommand(sessionAt(m_cast.centre.places.front()), visit, &reply));
    if (!accepted)
        return {};
    ++m_cast.count.visits;
    if (!again)
        m_cast.known.push_back(reply.person);
    const QString ticket = reply.ticket.toString();
    m_serviceOf.insert(ticket, service->key);
    ONEDOOR_TRY(tryCommand(sessionAt(m_cast.centre.places.front()), TicketRecordPrint{ticket, true, u"rehearsal"_s, {}}));
    return {};
}

Result<void> DaySimulation::callNext(const Step& step)
{
    const bool waits = std::any_of(m_serviceOf.begin(), m_serviceOf.end(),
                                   [&](const QString& service) { return step.place->services.contains(service); });
    TicketReply reply;
    bool called = false;
    if (waits && m_calling.contains(step.place)) {
        ONEDOOR_ASSIGN(called, tryCommand(sessionAt(*step.place), TicketCallNext{}, &reply));
    }
    if (!called) {
        m_idle.push_back(step.place);
        return {};
    }
    ++m_cast.count.calls;
    const QString ticket = reply.ticket.ticket.toString();
    m_serviceOf.remove(ticket);
    plan(step.at.plusSeconds(20 + std::int64_t(m_cast.random.below(40))), chance(doesNotAnswerFirstCall) ? Happening::NoAnswer : Happening::Answered,
         step.place, ticket);
    return {};
}

Result<void> DaySimulation::noAnswer(const Step& step)
{
    const Session session = sessionAt(*step.place);
    ONEDOOR_TRY(tryCommand(session, TicketRecall{{step.ticket, {}}}));
    if (!chance(staysAway)) {
        plan(step.at.plusSeconds(30), Happening::Answered, step.place, step.ticket);
        return {};
    }
    ONEDOOR_TRY(tryCommand(session, TicketMiss{{step.ticket, {}}}));
    ++m_cast.count.missed;
    plan(step.at.plusSeconds(20), Happening::Free, step.place);
    if (chance(comesBackAfterMissing))
        plan(step.at.plusSeconds(5 * minute + std::int64_t(m_cast.random.below(15 * 60))), Happening::Returned, nullptr, step.ticket);
    return {};
}

Result<void> DaySimulation::answered(const Step& step)
{
    TicketReply reply;
    ONEDOOR_ASSIGN(const bool begun, tryCommand(sessionAt(*step.place), TicketBegin{{step.ticket, {}}}, &reply));
    plan(step.at.plusSeconds(begun ? serviceSeconds(reply.ticket, *step.place) : 20), begun ? Happening::Done : Happening::Free, step.place, step.ticket);
    return {};
}

Result<void> DaySimulation::done(const Step& step)
{
    const Session session = sessionAt(*step.place);
    if (chance(leavesForPapers)) {
        const auto& reasons = m_cast.centre.holdReasons;
        const HoldReason& reason = reasons.at(qsizetype(m_cast.random.below(std::uint64_t(reasons.size()))));
        TicketReply reply;
        ONEDOOR_ASSIGN(const bool held, tryCommand(session, TicketHold{step.ticket, {}, reason.key}, &reply));
        if (held) {
            ++m_cast.count.held;
            plan(step.at.plusSeconds(20), Happening::Free, step.place);
            if (reason.returnsByItself) { // waits again when its time is up, and is called like everybody
                m_serviceOf.insert(step.ticket, reply.ticket.service);
                return {};
            }
            plan(step.at.plusSeconds(5 * minute + std::int64_t(m_cast.random.below(10 * 60))), Happening::BackWithPapers, step.place, step.ticket);
            return {};
        }
    }
    return finish(step);
}

Result<void> DaySimulation::finish(const Step& step)
{
    const Session session = sessionAt(*step.place);
    plan(step.at.plusSeconds(15 + std::int64_t(m_cast.random.below(45))), Happening::Free, step.place);
    if (chance(isPassedOn)) {
        TicketReply shown;
        const Service* other = otherService(step.place->services.value(0));
        if (other != nullptr) {
            ONEDOOR_ASSIGN(const bool moved, tryCommand(session, TicketTransfer{step.ticket, {}, other->key, {}, {}}));
            if (moved) {
                ++m_cast.count.transferred;
                m_serviceOf.insert(step.ticket, other->key);
                return {};
            }
        }
    }
    const auto& outcomes = m_cast.centre.outcomes;
    const TicketFinish finish{step.ticket, {}, outcomes.at(qsizetype(m_cast.random.below(std::uint64_t(outcomes.size())))).key, {}};
    ONEDOOR_TRY(tryCommand(session, finish));
    if (chance(wasFinishedTooSoon)) {
        ONEDOOR_TRY(tryCommand(session, TicketUndo{{step.ticket, {}}, {}}));
        ++m_cast.count.undone;
        ONEDOOR_TRY(tryCommand(session, finish));
    }
    return {};
}

Result<void> DaySimulation::returned(const Step& step)
{
    TicketReply reply;
    ONEDOOR_ASSIGN(const bool waits, tryCommand(sessionAt(m_cast.centre.places.front()), TicketRequeue{{step.ticket, {}}}, &reply));
    if (waits)
        m_serviceOf.insert(step.ticket, reply.ticket.service);
    return {};
}

Result<void> DaySimulation::backWithPapers(const Step& step)
{
    ONEDOOR_ASSIGN(const bool resumed, tryCommand(sessionAt(*step.place), TicketResume{{step.ticket, {}}}));
    if (!resumed) {
        // The place serves somebody: ask again in a while, and give up at closing time.
        if (step.at < m_closing)
            plan(step.at.plusSeconds(2 * minute), Happening::BackWithPapers, step.place, step.ticket);
        else
            m_serviceOf.insert(step.ticket, {});
        return {};
    }
    std::erase(m_idle, step.place);
    plan(step.at.plusSeconds(5 * minute), Happening::Done, step.place, step.ticket);
    return {};
}

/// Nobody is left in the hall when the lights go out.
Result<void> DaySimulation::close()
{
    QStringList left = m_serviceOf.keys();
    left.sort(); // a hash has no order of its own, and a seed must replay
    for (const QString& ticket : left) {
        ONEDOOR_TRY(tryCommand(sessionAt(m_cast.centre.places.front()), TicketWithdraw{{ticket, {}}}));
        ++m_cast.count.leftOver;
    }
    m_serviceOf.clear();
    for (const Place& place : m_cast.centre.places) {
        if (m_seated.contains(&place) && !chance(forgetsToSignOff))
            ONEDOOR_TRY(tryCommand(sessionAt(place), PlaceLeave{place.key}));
    }
    return {};
}

} // namespace onedoor
