// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/member_cache.h"

namespace onedoor::hub {

using namespace Qt::StringLiterals;
using postgres::Connection;
using postgres::Parameters;
using postgres::Rows;

namespace {

Result<sync::Membership> readMembers(Connection& connection, const CentreId& centre)
{
    sync::Membership membership(centre);
    ONEDOOR_ASSIGN(const Rows trusted, connection.query("SELECT node, public_key FROM onedoor.trusted WHERE centre = $1 ORDER BY node",
                                                        Parameters().id(centre)));
    for (int row = 0; row < trusted.count(); ++row)
        membership.trust(NodeId(trusted.id(row, 0)), trusted.bytes(row, 1));
    ONEDOOR_ASSIGN(const Rows events, connection.query("SELECT envelope FROM onedoor.event WHERE centre = $1 AND about_members"
                                                       " ORDER BY author_time, stream, sequence",
                                                       Parameters().id(centre)));
    for (int row = 0; row < events.count(); ++row) {
        const QByteArray bytes = events.bytes(row, 0);
        const Result<Envelope> envelope = decodeEnvelope(bytes);
        if (!envelope)
            return fail(ErrorKind::Corrupt, u"hub.damaged"_s);
        membership.learn(*envelope);
    }
    return membership;
}

} // namespace

Result<MembersPtr> MemberCache::get(Connection& connection, const CentreId& centre, std::int64_t counter)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_known.find(centre);
        if (known != m_known.end() && known->second->counter == counter)
            return known->second;
    }
    // What is read may be newer than the counter; then it is read once more than necessary, the next time.
    ONEDOOR_ASSIGN(sync::Membership membership, readMembers(connection, centre));
    auto members = std::make_shared<const Members>(Members{counter, std::move(membership)});
    put(centre, members);
    return members;
}

void MemberCache::put(const CentreId& centre, MembersPtr members)
{
    const std::lock_guard lock(m_mutex);
    MembersPtr& known = m_known[centre];
    if (!known || known->counter <= members->counter)
        known = std::move(members);
}

} // namespace onedoor::hub
