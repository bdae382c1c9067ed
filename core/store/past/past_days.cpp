// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/past/past_days.h"

#include "core/domain/centre/opening.h"

namespace onedoor {

namespace {

constexpr std::size_t daysAtMost = 3;
constexpr std::int64_t newEventsAtMost = 20'000; ///< more: reading the day anew is as fast

} // namespace

Result<const PastDay*> PastDays::day(QDate date, int offsetMinutes, const QStringList& places)
{
    ONEDOOR_TRY(catchUp());
    const auto known = std::find_if(m_days.begin(), m_days.end(), [&](const auto& each) {
        return each->day().date == date && each->day().begin == midnightOf(date, offsetMinutes);
    });
    if (known != m_days.end()) {
        std::rotate(known, std::next(known), m_days.end());
        return &m_days.back()->day();
    }
    ONEDOOR_ASSIGN(const Frontier shown, m_views.frontier());
    auto loader = std::make_unique<DayLoader>(m_journal, m_views, date, offsetMinutes);
    ONEDOOR_TRY(loader->load(places));
    // While large batches of others are still being shown, the views may not name all that was left open.
    if (shown.arrival < m_arrival) {
        m_passing = std::move(loader);
        return &m_passing->day();
    }
    if (m_days.size() >= daysAtMost)
        m_days.erase(m_days.begin());
    m_days.push_back(std::move(loader));
    return &m_days.back()->day();
}

Result<void> PastDays::catchUp()
{
    m_passing.reset();
    ONEDOOR_ASSIGN(const auto newest, m_journal.newest());
    if (newest.first == m_arrival && newest.second == m_hash)
        return {};
    bool goesOn = newest.first > m_arrival && newest.first - m_arrival <= newEventsAtMost;
    if (goesOn && !m_days.empty()) {
        ONEDOOR_ASSIGN(const QByteArray before, m_journal.hashAt(m_arrival));
        goesOn = before == m_hash;
    }
    // Days that failed half way must not be shown: they are let go of and come back when all is well.
    std::vector<std::unique_ptr<DayLoader>> days = std::exchange(m_days, {});
    if (goesOn && !days.empty()) {
        ONEDOOR_TRY(m_journal.eachAfter(m_arrival, [&](const JournalRow& row) -> Result<void> {
            ONEDOOR_ASSIGN(const Envelope envelope, decodeStoredEnvelope(row.envelope));
            for (const auto& each : days)
                each->note(envelope);
            return {};
        }));
        for (const auto& each : days)
            ONEDOOR_TRY(each->readNoted());
        m_days = std::move(days);
    }
    m_arrival = newest.first;
    m_hash = newest.second;
    return {};
}

} // namespace onedoor
