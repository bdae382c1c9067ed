// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recent_records.h"

namespace onedoor {

namespace {

constexpr std::size_t recordsAGeneration = 5'000; ///< some days of a hall

} // namespace

RecentRecord* RecentRecords::find(const RawId& record)
{
    if (const auto known = m_young.find(record); known != m_young.end())
        return &known->second;
    auto aged = m_old.extract(record);
    return aged ? &m_young.insert(std::move(aged)).position->second : nullptr;
}

RecentRecord& RecentRecords::keep(const RawId& record, FoldedRecord folded)
{
    RecentRecord* known = find(record);
    if (known == nullptr)
        known = &m_young[record];
    static_cast<FoldedRecord&>(*known) = std::move(folded);
    return *known;
}

void RecentRecords::letGo()
{
    if (m_young.size() <= recordsAGeneration)
        return;
    m_old = std::move(m_young);
    m_young.clear();
}

void RecentRecords::clear()
{
    m_young.clear();
    m_old.clear();
}

} // namespace onedoor
