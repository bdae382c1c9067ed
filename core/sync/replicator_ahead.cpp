// SPDX-License-Identifier: GPL-3.0-or-later
// The asking side's part in gathering a batch before it may be sent: while the peer takes the one before, or the disk what is new.
#include "core/sync/replicator.h"

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
    Result<Gathered> gathered = gather(m_log, has, m_bytesAtOnce, compartments);
    if (gathered && !gathered->batch.isEmpty()) // should it fail, it is tried again when it counts
        m_pushAhead = Ahead{std::move(has), compartments, std::move(*gathered)};
}

/// The batch that was gathered ahead, if what it was to follow is there now.
Result<Gathered> Replicator::gatherAhead(const Frontier& has, const std::vector<QByteArray>& compartments)
{
    std::optional<Ahead> ahead = std::exchange(m_pushAhead, std::nullopt);
    if (ahead && ahead->after == has && ahead->compartments == compartments) {
        std::vector<PersonId> subjects;
        for (const WrappedKey& key : ahead->gathered.batch.keys)
            subjects.push_back(key.subject);
        ONEDOOR_ASSIGN(ahead->gathered.batch.keys, m_log.keysOf(subjects)); // one of them may have been erased since
        return std::move(ahead->gathered);
    }
    return gather(m_log, has, m_bytesAtOnce, compartments);
}

} // namespace onedoor::sync
