// SPDX-License-Identifier: GPL-3.0-or-later
// The asking side's part in gathering a batch before it may be sent: while the peer takes the one before, or the disk what is new.
#include "core/sync/replicator.h"

#include <algorithm>
#include <utility>

namespace onedoor::sync {

Frontier Replicator::asIfNotTakenWereThere(Frontier peerHas) const
{
    for (const StreamId& stream : m_notTaken)
        peerHas[stream] = everything;
    return peerHas;
}

void Replicator::willGrow()
{
    if (m_state.phase != Phase::Following || isOnItsWay(Ask::Push))
        return;
    m_pushAhead.reset();
    const std::vector<QByteArray> compartments = m_log.membership().compartmentsOf(m_state.peer);
    if (compartments.empty())
        return;
    Frontier has = asIfNotTakenWereThere(m_peerHas);
    Result<Gathered> gathered = gather(m_log, has, m_bytesAtOnce, compartments, Reach::Committed);
    if (gathered && !gathered->batch.isEmpty()) // should it fail, it is tried again when it counts
        m_pushAhead = Ahead{std::move(has), compartments, std::move(*gathered)};
}

/// The disk is sure to have the own events of it: another act may have been gathered with the one that was waited for.
bool Replicator::isDurable(const Batch& batch) const
{
    return std::all_of(batch.parts.begin(), batch.parts.end(), [this](const StreamPart& part) {
        return part.stream != m_log.ownStream() || part.first + part.items.size() - 1 <= m_log.ownDurable();
    });
}

/// The batch that was gathered ahead, if what it was to follow is there now.
Result<Gathered> Replicator::gatherAhead(const Frontier& has, const std::vector<QByteArray>& compartments)
{
    std::optional<Ahead> ahead = std::exchange(m_pushAhead, std::nullopt);
    if (ahead && ahead->after == has && ahead->compartments == compartments && isDurable(ahead->gathered.batch)) {
        std::vector<PersonId> subjects;
        for (const WrappedKey& key : ahead->gathered.batch.keys)
            subjects.push_back(key.subject);
        ONEDOOR_ASSIGN(ahead->gathered.batch.keys, m_log.keysOf(subjects)); // one of them may have been erased since
        return std::move(ahead->gathered);
    }
    return gather(m_log, has, m_bytesAtOnce, compartments);
}

} // namespace onedoor::sync
