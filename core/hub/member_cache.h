// SPDX-License-Identifier: GPL-3.0-or-later
// Who belongs to each centre, as far as its stored events say: read once, and again when the counter in the centre's row has moved,
// whichever process moved it. Shared by all threads of a process.
#pragma once

#include "core/hub/postgres/connection.h"
#include "core/sync/membership.h"

#include <map>
#include <memory>
#include <mutex>

namespace onedoor::hub {

struct Members {
    std::int64_t counter = 0; ///< of the centre's row when they were read
    sync::Membership membership;
};
using MembersPtr = std::shared_ptr<const Members>;

class MemberCache {
public:
    /// As of `counter`, which the caller has just read. Errors: the connection's; Corrupt "hub.damaged".
    Result<MembersPtr> get(postgres::Connection& connection, const CentreId& centre, std::int64_t counter);
    /// What a batch has just taught, once it is committed.
    void put(const CentreId& centre, MembersPtr members);

private:
    std::mutex m_mutex;
    std::map<CentreId, MembersPtr> m_known; ///< guarded by m_mutex
};

} // namespace onedoor::hub
