// SPDX-License-Identifier: GPL-3.0-or-later
// One attempt at taking a batch, as one transaction. Inside core/hub only. One thread. Errors: the connection's, Corrupt
// "hub.damaged"; Busy "hub.databaseBusy" also when mustBeAlone() or foundForks() say what the next attempt has to do differently.
#pragma once

#include "core/hub/member_cache.h"
#include "core/sync/event_log.h"

#include <set>

namespace onedoor::hub {

/// Corrupt "hub.damaged" unless there are exactly 32 bytes.
Result<Hash> hashFrom(const QByteArray& bytes);

/// Inside a transaction that has the centre alone: keys of these people go, and none is taken again.
Result<void> destroyKeys(postgres::Connection& connection, const CentreId& centre, const std::vector<Erasure>& erasures);

class Taking {
public:
    /// `alone`: nobody else takes events of this centre meanwhile; needed when the batch changes who belongs to it.
    Taking(postgres::Connection& connection, MemberCache& cache, const CentreId& centre, bool alone)
        : m_connection(connection), m_cache(cache), m_centre(centre), m_alone(alone)
    {
    }
    Result<sync::Taken> run(const sync::Batch& batch);

    bool mustBeAlone() const { return m_mustBeAlone; }
    /// Places where rows stand that the heads don't speak of, with other bytes: their streams must not be in the next attempt.
    const std::vector<EventRef>& foundForks() const { return m_foundForks; }
    /// After a run without an error: who belongs to the centre now.
    MembersPtr members() const { return m_members; }

private:
    Result<void> lockCentre();
    Result<void> lockHeads(const sync::Batch& batch);
    Result<void> readHashes(const sync::Batch& batch);
    Result<sync::Head> headOf(const StreamId& stream);
    Result<void> store(const sync::Admitted& admitted);
    Result<void> storeEvents(const std::vector<ForeignEvent>& events);
    Result<void> compareWithStored();
    Result<void> storeHeads(const sync::Admitted& admitted);
    Result<void> storeKeys(const std::vector<WrappedKey>& keys);
    Result<void> putAside(const EventRef& last);
    Result<void> countMembers(const sync::Membership& membership);

    postgres::Connection& m_connection;
    MemberCache& m_cache;
    const CentreId m_centre;
    const bool m_alone;
    bool m_mustBeAlone = false;
    std::vector<EventRef> m_foundForks;
    MembersPtr m_members;
    sync::Heads m_heads;              ///< of the batch's streams, locked; 0 for one that is not there
    std::map<EventRef, Hash> m_hashes; ///< what is held in the places that the batch speaks of
};

} // namespace onedoor::hub
