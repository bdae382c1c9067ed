// SPDX-License-Identifier: GPL-3.0-or-later
// estimate_coverage and estimate_error: 240 rehearsed days; learned from the first 40 and never again; then every ticket of the 200 days after
// is estimated at the moment of its issue and compared with when it was first called. Counted are those who have to wait: whoever finds a
// free place and nobody before is told "right away", which is no range (their share and how often it was true are printed beside).
//   coverage: the truth lies in the 80 % range, by the wall clock, breaks included. Who was not called that day counts as told rightly only
//     when the estimate said that it may be too late.
//   error: mean absolute error of the likeliest wait, against "mean service time × people ahead ÷ places open", as ZMS reckons it
//     (it-at-m/eappointment, QueueList: average processing time over counters), but with the mean of the very service and the places that
//     serve it, which is kinder to it. Without the division it is worse; that ratio is printed beside.
#include "core/domain/waiting/hall_replay.h"
#include "core/store/journal/past_days.h"
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"

#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int learnedDays = 40;
constexpr int testedDays = 200;
const QDate firstDay(2026, 3, 2);

/// "Mean service time": from call to end, of each service, over the learned days.
class MeanTimes {
public:
    explicit MeanTimes(const WaitingFrame& frame) : m_frame(frame), m_sum(std::size_t(frame.services.size())), m_count(m_sum) {}

    void take(const HallReplay::Step& step, Instant at)
    {
        if (!step.isTicket || step.before.status != TicketStatus::Serving || step.ticket->progress.status == TicketStatus::Serving)
            return;
        const auto service = std::size_t(m_frame.service(step.before.service));
        m_sum[service] += double(at.secondsSince(atPlaceSince(step.before.servedSeconds, step.before.calledAt, step.before.begunAt)));
        m_count[service] += 1;
    }
    double of(int service) const { return m_count[std::size_t(service)] > 0 ? m_sum[std::size_t(service)] / m_count[std::size_t(service)] : m_frame.usualSeconds[std::size_t(service)]; }

private:
    const WaitingFrame& m_frame;
    std::vector<double> m_sum, m_count;
};

struct Told {
    WaitRange range;
    Instant at;
    Instant closing;
    double simple = 0;      ///< mean × ahead ÷ places
    double undivided = 0;
};

struct Outcome {
    std::size_t counted = 0, inside = 0, below = 0, above = 0, notCalled = 0, notCalledSaid = 0;
    std::size_t atOnce = 0, atOnceTrue = 0, unstaffed = 0;
    std::size_t shownInside = 0;
    double error = 0, simpleError = 0, undividedError = 0, width = 0, wait = 0;
    std::size_t called = 0;
};

class Trial {
public:
    Trial(const WaitingFrame& frame, const WaitingModel& model, const MeanTimes& means) : m_frame(frame), m_model(model), m_means(means) {}

    void issued(const TicketState& ticket, const HallNow& hall)
    {
        const std::vector<WaitRange> ranges = estimateWaits(m_frame, hall, m_model);
        for (std::size_t at = 0; at < ranges.size(); ++at) {
            const WaitingOne& one = hall.waiting[at];
            if (one.ticket != ticket.id)
                continue;
            Told told{.range = ranges[at], .at = hall.now, .closing = WorkDay(m_frame.hours, m_frame.offsetMinutes, hall.now).closing()};
            told.undivided = m_means.of(one.service) * told.range.ahead;
            told.simple = told.undivided / std::max(1, told.range.places);
            m_told[ticket.id] = told;
        }
    }

    void called(const TicketState& ticket)
    {
        const auto found = m_told.find(ticket.id);
        if (found == m_told.end())
            return;
        const Told told = found->second;
        m_told.erase(found);
        if (ticket.progress.status != TicketStatus::Called)
            return left(told);
        const double truth = double(ticket.progress.calledAt.milliseconds - told.at.milliseconds) / 1000.0;
        switch (told.range.state) {
        case WaitState::AtOnce:
            ++m_outcome.atOnce;
            m_outcome.atOnceTrue += truth < 120 ? 1 : 0;
            return;
        case WaitState::Unstaffed: ++m_outcome.unstaffed; return;
        case WaitState::NotToday:
        case WaitState::Waits: break;
        }
        const bool notToday = told.range.state == WaitState::NotToday;
        const double likely = notToday ? double(told.closing.secondsSince(told.at)) : double(told.range.likely);
        ++m_outcome.called;
        m_outcome.wait += truth;
        m_outcome.error += std::abs(truth - likely);
        m_outcome.simpleError += std::abs(truth - told.simple);
        m_outcome.undividedError += std::abs(truth - told.undivided);
        count(!notToday && truth >= double(told.range.low) - 0.5 && truth <= double(told.range.high) + 0.5);
        if (notToday)
            return;
        m_outcome.width += double(told.range.high - told.range.low);
        m_outcome.below += truth < double(told.range.low) - 0.5 ? 1 : 0;
        m_outcome.above += truth > double(told.range.high) + 0.5 ? 1 : 0;
        const auto rounded = [](double seconds, double step) { return std::round(seconds / step) * step; };
        const double low = rounded(double(told.range.low), 300);
        const double high = std::max(300.0, rounded(double(told.range.high), 300));
        m_outcome.shownInside += truth >= low && truth <= high ? 1 : 0;
    }

    const Outcome& outcome() const { return m_outcome; }

private:
    /// Taken off the queue at closing time.
    void left(const Told& told)
    {
        if (told.range.state == WaitState::Unstaffed || told.range.state == WaitState::AtOnce)
            return;
        const bool said = told.range.state == WaitState::NotToday || told.range.mayMissClosing;
        ++m_outcome.notCalled;
        m_outcome.notCalledSaid += said ? 1 : 0;
        m_outcome.shownInside += said ? 1 : 0;
        count(said);
    }
    void count(bool inside)
    {
        ++m_outcome.counted;
        m_outcome.inside += inside ? 1 : 0;
    }

    const WaitingFrame& m_frame;
    const WaitingModel& m_model;
    const MeanTimes& m_means;
    std::unordered_map<TicketId, Told> m_told;
    Outcome m_outcome;
};

Instant midnight(QDate day, int offsetMinutes)
{
    return Instant{(day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86'400'000LL - offsetMinutes * 60'000LL};
}

/// The days are rehearsed once for both figures.
const Outcome& outcome()
{
    static const Outcome known = [] {
        BenchStore store({.reachDisk = [](JournalStore&) -> Result<void> { return {}; }});
        store.rehearseDays(learnedDays + testedDays);
        const int offset = store.centre().offsetMinutes;
        QDate split = firstDay;
        for (int days = 0; days < learnedDays; split = split.addDays(1))
            days += store.centre().openingHours.spansOn(split.dayOfWeek()).isEmpty() ? 0 : 1;
        const Instant begin = midnight(firstDay, offset), from = midnight(split, offset), end = midnight(split.addDays(1000), offset);
        const WaitingFrame frame(store.centre());
        JournalStore& journal = store.runner().writer().journal();
        WaitingLearner learner(frame);
        MeanTimes means(frame);
        HallReplay replay(frame);
        must(eachBetween(journal, begin, from, [&](const Event& event, const EventMeta& meta) {
            learner.take(event, meta);
            means.take(replay.take(event, meta), meta.at);
        }));
        const WaitingModel model = learner.model();
        Trial trial(frame, model, means);
        must(eachBetween(journal, from, end, [&](const Event& event, const EventMeta& meta) {
            const HallReplay::Step step = replay.take(event, meta);
            if (!step.isTicket)
                return;
            if (step.isNew)
                trial.issued(*step.ticket, replay.at(meta.at));
            else if (step.before.status == TicketStatus::Waiting)
                trial.called(*step.ticket);
        }));
        return trial.outcome();
    }();
    return known;
}

double share(std::size_t part, std::size_t whole)
{
    return whole > 0 ? double(part) / double(whole) : 0;
}

} // namespace

bool benchEstimateCoverage()
{
    const Outcome& seen = outcome();
    const double coverage = share(seen.inside, seen.counted);
    return reportShare(u"estimate_coverage"_s, coverage, {0.75, 0.85},
                       {{u"tickets"_s, qint64(seen.counted)},
                        {u"below"_s, share(seen.below, seen.counted)},
                        {u"above"_s, share(seen.above, seen.counted)},
                        {u"asRounded"_s, share(seen.shownInside, seen.counted)},
                        {u"meanWidthMinutes"_s, seen.width / 60 / double(std::max<std::size_t>(1, seen.called))},
                        {u"notCalled"_s, qint64(seen.notCalled)},
                        {u"notCalledSaid"_s, qint64(seen.notCalledSaid)},
                        {u"atOnce"_s, qint64(seen.atOnce)},
                        {u"atOnceTrue"_s, share(seen.atOnceTrue, seen.atOnce)},
                        {u"unstaffed"_s, qint64(seen.unstaffed)}});
}

bool benchEstimateError()
{
    const Outcome& seen = outcome();
    const double tickets = double(std::max<std::size_t>(1, seen.called));
    const double ratio = seen.simpleError > 0 ? seen.error / seen.simpleError : 0;
    return reportShare(u"estimate_error"_s, ratio, {0.0, 0.6},
                       {{u"meanAbsoluteErrorMinutes"_s, seen.error / 60 / tickets},
                        {u"baselineMinutes"_s, seen.simpleError / 60 / tickets},
                        {u"ofUndivided"_s, seen.undividedError > 0 ? seen.error / seen.undividedError : 0},
                        {u"meanWaitMinutes"_s, seen.wait / 60 / tickets},
                        {u"tickets"_s, qint64(seen.called)}});
}

} // namespace onedoor::bench
