// SPDX-License-Identifier: GPL-3.0-or-later
// fairness: an overloaded rehearsed day, judged from its journal by an order of its own making. At each "call next" everybody who waited for
// that place and came earlier than the called one by more than the policy's bound counts as overtaken: none may be. Answers the complaints of
// queue.md section 5: 1 (low rank starves), 2 and 26 (who is passed on loses rank), 10 (who was missed is recalled at once or never).
#include "tests/bench/bench_store.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <map>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int visitorsADay = 1'500; ///< five times what the hall serves on an ordinary day
constexpr std::int64_t minute = 60;

/// What a day's calls came to.
struct Day {
    std::uint64_t calls = 0;
    std::uint64_t violations = 0;
    std::uint64_t returns = 0; ///< calls of people who were on hold or missed before
    std::uint64_t appointed = 0; ///< calls of people who came in the window of an appointment
    std::int64_t longestWait = 0;
    std::int64_t longestOvertaking = 0;
};

class Judge {
public:
    explicit Judge(const CentreDefinition& centre) : m_centre(centre) {}

    void take(const Envelope& envelope, const Event& event)
    {
        const EventMeta meta{.ref = envelope.ref, .record = envelope.record, .actor = envelope.actor, .at = envelope.wall};
        if (const auto* called = std::get_if<TicketCalled>(&event); called != nullptr && !called->chosen)
            judge(*called, m_open[envelope.record], envelope.wall);
        RecordState state(m_open[envelope.record]);
        if (!std::holds_alternative<TicketIssued>(event) && !m_open[envelope.record].exists())
            return;
        evolveRecord(state, event, meta);
        m_open[envelope.record] = std::get<TicketState>(state);
        if (m_open[envelope.record].isOver())
            m_over.insert(m_open.extract(envelope.record)); // an undo may bring it back
    }
    bool knows(const RawId& record)
    {
        if (const auto over = m_over.extract(record))
            m_open.emplace(over.key(), over.mapped());
        return m_open.contains(record);
    }
    const Day& day() const { return m_day; }

private:
    bool waitsFor(const TicketState& ticket, const Place& place, Instant now) const
    {
        const TicketProgress& progress = ticket.progress;
        const bool isBack = ticket.hasReturned(now, now.dateAt(m_centre.offsetMinutes));
        const bool papersElsewhere = progress.status == TicketStatus::Held && progress.holdKind != HoldKind::PapersBack && progress.place != place.key;
        return (progress.status == TicketStatus::Waiting || isBack) && !papersElsewhere && place.services.contains(progress.service)
            && (progress.toPlace.isEmpty() || progress.toPlace == place.key);
    }

    void judge(const TicketCalled& event, const TicketState& called, Instant now)
    {
        const Place& place = *m_centre.findPlace(event.place);
        ++m_day.calls;
        m_day.returns += called.progress.status == TicketStatus::Waiting ? 0 : 1;
        m_day.appointed += called.appointment && called.appointment->counts() ? 1 : 0;
        if (called.progress.waitedSeconds == 0)
            m_day.longestWait = std::max(m_day.longestWait, now.secondsSince(called.arrivedAt));
        for (const auto& [record, other] : m_open) {
            if (!waitsFor(other, place, now))
                continue;
            const std::int64_t later = called.waitsFrom().secondsSince(other.waitsFrom());
            m_day.longestOvertaking = std::max(m_day.longestOvertaking, later);
            m_day.violations += later > minute * m_centre.overtakingMinutes() ? 1 : 0;
        }
    }

    const CentreDefinition& m_centre;
    std::map<RawId, TicketState> m_open;
    std::map<RawId, TicketState> m_over;
    Day m_day;
};

bool isOfTicket(const Event& event)
{
    return QByteArray(eventTypeOf(event)).startsWith("ticket.");
}

} // namespace

bool benchFairness()
{
    BenchStore store({.reachDisk = [](JournalStore&) -> Result<void> { return {}; }});
    const Population population = must(Population::load());
    const RehearsalPlan plan{.firstDay = QDate(2026, 3, 2), .days = 1, .visitorsPerDay = visitorsADay, .seed = 23, .appointmentsPerDay = 300};
    must(rehearse(store.runner(), store.clock(), store.centre(), population, store.operators(), plan));
    Judge judge(store.centre());
    Writer& writer = store.runner().writer();
    must(writer.journal().eachAfter(0, [&](const JournalRow& row) -> Result<void> {
        const Envelope envelope = must(decodeEnvelope(row.envelope));
        const ReadEvent read = readEvent(envelope, &writer.sealer());
        if (isOfTicket(read.event) && (judge.knows(envelope.record) || std::holds_alternative<TicketIssued>(read.event)))
            judge.take(envelope, read.event);
        return {};
    }));
    const Day& day = judge.day();
    constexpr std::uint64_t enoughCalls = 400; // a day on which nobody is called is fair, too
    const bool holds = day.violations == 0 && day.calls >= enoughCalls && day.returns > 0 && day.appointed > 0;
    const QJsonObject line{{u"key"_s, u"fairness"_s},
                           {u"violations"_s, qint64(day.violations)},
                           {u"calls"_s, qint64(day.calls)},
                           {u"returns"_s, qint64(day.returns)},
                           {u"appointed"_s, qint64(day.appointed)},
                           {u"longest_overtaking"_s, double(day.longestOvertaking) / double(minute)},
                           {u"longest_wait"_s, double(day.longestWait) / double(minute)},
                           {u"unit"_s, u"min"_s},
                           {u"bound"_s, u"overtaking <= %1 min, 0 violations"_s.arg(store.centre().overtakingMinutes())},
                           {u"holds"_s, holds}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return holds;
}

} // namespace onedoor::bench
