// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/hub_log.h"

#include "core/hub/hub_taking.h"

#include <chrono>

namespace onedoor::hub {

using namespace Qt::StringLiterals;
using postgres::Connection;
using postgres::Parameters;
using postgres::Rows;
using sync::Heads;
using sync::StreamPart;

namespace {

constexpr std::int64_t rowsAtOnce = 1000;
constexpr int attempts = 8; ///< against deadlocks, and members that change at the same moment
constexpr std::chrono::seconds patience{5}; ///< then the node is told to come again: others wait for this connection

} // namespace

Result<std::unique_ptr<HubLog>> HubLog::open(Connection& connection, MemberCache& cache, const NodeId& hub, const CentreId& centre, Sign sign)
{
    std::unique_ptr<HubLog> log(new HubLog(connection, cache, hub, centre, std::move(sign)));
    ONEDOOR_ASSIGN(const Rows row, connection.query("SELECT members FROM onedoor.centre WHERE centre = $1", Parameters().id(centre)));
    if (row.count() == 0)
        return fail(ErrorKind::NotFound, u"hub.centreUnknown"_s);
    ONEDOOR_ASSIGN(log->m_members, cache.get(connection, centre, row.number(0, 0)));
    return log;
}

Result<Heads> HubLog::heads()
{
    ONEDOOR_ASSIGN(const Rows rows, m_connection.query("SELECT stream, sequence, hash FROM onedoor.head WHERE centre = $1 AND sequence > 0",
                                                       Parameters().id(m_centre)));
    Heads heads;
    for (int row = 0; row < rows.count(); ++row) {
        ONEDOOR_ASSIGN(const Hash hash, hashFrom(rows.bytes(row, 2)));
        heads.emplace(StreamId(rows.id(row, 0)), sync::Head{std::uint64_t(rows.number(row, 1)), hash});
    }
    return heads;
}

Result<std::optional<Hash>> HubLog::hashAt(const EventRef& at)
{
    ONEDOOR_ASSIGN(const Rows rows, m_connection.query("SELECT hash FROM onedoor.event WHERE centre = $1 AND stream = $2 AND sequence = $3",
                                                       Parameters().id(m_centre).id(at.stream).number(std::int64_t(at.sequence))));
    if (rows.count() == 0)
        return std::optional<Hash>();
    ONEDOOR_ASSIGN(const Hash hash, hashFrom(rows.bytes(0, 0)));
    return std::optional(hash);
}

Result<StreamPart> HubLog::read(const StreamId& stream, std::uint64_t after, qsizetype bytes)
{
    StreamPart part{.stream = stream, .first = after + 1};
    qsizetype left = bytes;
    for (bool more = true; more && left > 0;) {
        ONEDOOR_ASSIGN(const Rows rows, m_connection.query("SELECT envelope FROM onedoor.event WHERE centre = $1 AND stream = $2 AND sequence > $3"
                                                           " ORDER BY sequence LIMIT $4",
                                                           Parameters().id(m_centre).id(stream).number(std::int64_t(after + part.items.size())).number(rowsAtOnce)));
        for (int row = 0; row < rows.count() && left > 0; ++row) {
            part.items.push_back({rows.bytes(row, 0), {}});
            left -= part.items.back().envelope.size();
        }
        more = rows.count() == rowsAtOnce;
    }
    if (part.items.empty())
        return part;
    ONEDOOR_ASSIGN(const Rows word, m_connection.query("SELECT signed_sequence, signature FROM onedoor.head WHERE centre = $1 AND stream = $2",
                                                       Parameters().id(m_centre).id(stream)));
    const std::uint64_t at = word.count() == 0 ? 0 : std::uint64_t(word.number(0, 0));
    if (at > after && at <= after + part.items.size())
        part.signedHead = {at, word.bytes(0, 1)};
    return part;
}

Result<std::vector<WrappedKey>> HubLog::keysOf(const std::vector<PersonId>& subjects)
{
    std::vector<WrappedKey> keys;
    if (subjects.empty())
        return keys;
    std::vector<RawId> ids;
    for (const PersonId& subject : subjects)
        ids.push_back(subject.raw);
    ONEDOOR_ASSIGN(const Rows rows, m_connection.query("SELECT subject, wrapped FROM onedoor.subject_key WHERE centre = $1 AND subject = ANY($2)"
                                                       " ORDER BY subject",
                                                       Parameters().id(m_centre).ids(ids)));
    for (int row = 0; row < rows.count(); ++row)
        keys.push_back({PersonId(rows.id(row, 0)), rows.bytes(row, 1)});
    return keys;
}

Result<std::vector<Erasure>> HubLog::erasures()
{
    ONEDOOR_ASSIGN(const Rows rows, m_connection.query("SELECT subject, stream, sequence, node, signature FROM onedoor.erased WHERE centre = $1"
                                                       " ORDER BY subject DESC",
                                                       Parameters().id(m_centre)));
    std::vector<Erasure> all;
    for (int row = 0; row < rows.count(); ++row)
        all.push_back({PersonId(rows.id(row, 0)), {StreamId(rows.id(row, 1)), std::uint64_t(rows.number(row, 2))}, NodeId(rows.id(row, 3)), rows.bytes(row, 4)});
    return all;
}

Result<void> HubLog::erase(const std::vector<Erasure>& proven)
{
    ONEDOOR_ASSIGN(postgres::Transaction transaction, postgres::Transaction::begin(m_connection, postgres::Transaction::Kind::ReadWrite));
    // Alone: nobody may be adding a key meanwhile.
    ONEDOOR_TRY(m_connection.query("SELECT 1 FROM onedoor.centre WHERE centre = $1 FOR UPDATE", Parameters().id(m_centre)));
    ONEDOOR_TRY(destroyKeys(m_connection, m_centre, proven));
    return transaction.commit();
}

Result<sync::Taken> HubLog::take(sync::Batch batch)
{
    for (const StreamPart& part : batch.parts) {
        for (const sync::Item& item : part.items) {
            if (item.isWithheld())
                return fail(ErrorKind::Unsupported, u"sync.withheld"_s);
        }
    }
    const auto begin = std::chrono::steady_clock::now();
    bool alone = false;
    std::vector<EventRef> forks;
    for (int attempt = 1;; ++attempt) {
        Taking taking(m_connection, m_cache, m_centre, alone);
        Result<sync::Taken> taken = taking.run(batch);
        if (taken) {
            m_members = taking.members();
            m_storedEvents += taken->events;
            for (const EventRef& at : forks) {
                taken->forks.push_back(at);
                taken->refusals.push_back({at, u"stream.forked"_s});
            }
            return taken;
        }
        const bool again = taken.error().kind == ErrorKind::Busy || taking.mustBeAlone() || !taking.foundForks().empty();
        if (!again || attempt == attempts || std::chrono::steady_clock::now() - begin > patience)
            return taken;
        alone = alone || taking.mustBeAlone();
        for (const EventRef& at : taking.foundForks()) {
            forks.push_back(at);
            std::erase_if(batch.parts, [&](const StreamPart& part) { return part.stream == at.stream; });
        }
    }
}

/// The hub writes nothing; only a forged message could lead here.
Result<void> HubLog::beginAnew(OpeningReason, const EventRef&)
{
    return fail(ErrorKind::Internal, u"hub.noStream"_s);
}

} // namespace onedoor::hub
