// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/record_folder.h"

#include <algorithm>

namespace onedoor {

namespace {

constexpr std::size_t keysAtOnce = 60'000; ///< some 3 MB: each time all of the table's pages are touched

} // namespace

Result<void> RecordFolder::take(const FoldInput& input)
{
    fold(input);
    return m_young.size() > m_recordsAGeneration ? letGo() : Result<void>{};
}

Result<void> RecordFolder::writeAll()
{
    ONEDOOR_TRY(writeOld(std::unique_lock(m_writing), true));
    ONEDOOR_TRY(writeOld(std::unique_lock(m_writing), true));
    return writeKeys();
}

void RecordFolder::fold(const FoldInput& input)
{
    m_now = input.meta.at;
    const RawId& id = input.meta.record;
    if (!m_left.empty() && m_left.contains(id))
        return;
    auto known = m_young.find(id);
    if (known == m_young.end())
        known = grownYoung(id);
    const bool wasLetGo = known == m_young.end() && (!input.node.parents.empty() || (id.isNamed() && m_written.contains(id)));
    if (known == m_young.end() && !wasLetGo)
        known = m_young.try_emplace(id).first;
    if (!wasLetGo && extendRecord(known->second, input))
        return;
    if (known != m_young.end())
        m_young.erase(known);
    m_left.insert(id);
}

/// The record out of the old generation, if it is there.
RecordFolder::Records::iterator RecordFolder::grownYoung(const RawId& id)
{
    auto node = m_old.extract(id);
    return node ? m_young.insert(std::move(node)).position : m_young.end();
}

/// A ticket of these hours: whoever holds it is still in the hall, however many came since.
bool RecordFolder::isStillWaiting(const FoldedRecord& record) const
{
    constexpr std::int64_t hours = 12;
    const auto* ticket = std::get_if<TicketState>(&record.state);
    return ticket != nullptr && !ticket->isOver() && m_now <= ticket->issuedAt.plusSeconds(hours * 3'600);
}

/// While another one writes there is something better to do than to wait: fold on, for a few generations. Measured: twice as many
/// bring nothing more, four times as many are slower.
Result<void> RecordFolder::letGo()
{
    std::unique_lock lock(m_writing, std::try_to_lock);
    constexpr std::size_t generationsAtMost = 8;
    if (!lock && m_young.size() < generationsAtMost * m_recordsAGeneration)
        return {};
    if (!lock)
        lock.lock();
    ONEDOOR_TRY(writeOld(std::move(lock), false));
    return m_keys.size() < keysAtOnce ? Result<void>{} : writeKeys();
}

/// Takes turns for what needs it; names are read and memory is given back when the turn is over.
Result<void> RecordFolder::writeOld(std::unique_lock<std::mutex> lock, bool all)
{
    Records waiting;
    for (auto each = m_old.begin(); each != m_old.end();) {
        const auto here = each++;
        if (!all && isStillWaiting(here->second))
            waiting.insert(m_old.extract(here));
    }
    std::vector<const Records::value_type*> sorted;
    sorted.reserve(m_old.size());
    for (const auto& entry : m_old)
        sorted.push_back(&entry);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    for (const auto* entry : sorted) {
        ONEDOOR_TRY(m_views.put(entry->first, entry->second));
        if (entry->first.isNamed())
            m_written.insert(entry->first);
    }
    const Records written = std::exchange(m_old, std::exchange(m_young, std::move(waiting)));
    const std::vector<FoundBy> people = m_views.takeWithoutKeys();
    lock.unlock();
    for (const FoundBy& person : people)
        m_keys.add(person);
    return {};
}

Result<void> RecordFolder::writeKeys()
{
    m_keys.sort();
    const std::lock_guard lock(m_writing);
    return m_views.putKeys(m_keys);
}

} // namespace onedoor
