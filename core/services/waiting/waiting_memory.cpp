// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/waiting/waiting_memory.h"

#include "core/domain/centre/opening.h"
#include "core/domain/waiting/hall_replay.h"
#include "core/store/journal/past_days.h"
#include "core/store/past/past_day.h"
#include "core/store/views/waiting_queries.h"

namespace onedoor {

namespace {

constexpr std::int64_t ticketsAtMost = 20'000; ///< more days would teach nothing new, and a day shall not begin with seconds of reading

/// The first day to learn from.
Result<QDate> firstDay(Reader& reader, const CentreDefinition& centre, QDate today)
{
    QDate day = today;
    std::int64_t tickets = 0;
    for (int back = 0; back < centre.queue.estimateDays && tickets < ticketsAtMost; ++back) {
        day = day.addDays(-1);
        ONEDOOR_ASSIGN(const std::int64_t ofDay, queries::ticketsOf(reader.views(), day));
        tickets += ofDay;
    }
    return day;
}

} // namespace

Result<WaitingModel> WaitingMemory::learn(Reader& reader, const CentreDefinition& centre, const WaitingFrame& frame, QDate today)
{
    ONEDOOR_ASSIGN(const QDate first, firstDay(reader, centre, today));
    WaitingLearner learner(frame);
    ONEDOOR_TRY(eachBetween(reader.journal(), midnightOf(first, centre.offsetMinutes), midnightOf(today, centre.offsetMinutes),
                            [&](const Event& event, const EventMeta& meta) { learner.take(event, meta); }));
    return learner.model();
}

Result<std::shared_ptr<const WaitingModel>> WaitingMemory::modelFor(Reader& reader, const CentreDefinition& centre, const WaitingFrame& frame,
                                                                    Instant now)
{
    const QDate today = now.dateAt(centre.offsetMinutes);
    {
        const std::lock_guard lock(m_mutex);
        const bool isFit = fits(frame);
        if ((isFit && m_known.day == today) || m_learning)
            return isFit ? m_known.model : nullptr;
        m_learning = true;
    }
    Result<WaitingModel> learned = learn(reader, centre, frame, today);
    const std::lock_guard lock(m_mutex);
    m_learning = false;
    if (!learned)
        return Unexpected(learned.error());
    m_known = {today, frame.services, frame.places, std::make_shared<const WaitingModel>(std::move(*learned))};
    return m_known.model;
}

} // namespace onedoor
