// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/hub_taking.h"

#include "core/domain/node/node_events.h"

#include <algorithm>

namespace onedoor::hub {

using namespace Qt::StringLiterals;
using postgres::CopyRows;
using postgres::Parameters;
using postgres::Rows;
using postgres::Transaction;
using sync::Head;
using sync::StreamPart;

namespace {

Unexpected tryAgain()
{
    return fail(ErrorKind::Busy, u"hub.databaseBusy"_s);
}

bool isAboutMembers(const ForeignEvent& event)
{
    const Result<Envelope> envelope = decodeEnvelope(event.bytes);
    return envelope && sync::Membership::concerns(envelope->type);
}

std::int64_t authorTime(const ForeignEvent& event)
{
    return std::int64_t(std::min(event.time.value, std::uint64_t(INT64_MAX)));
}

std::vector<Erasure> erasuresIn(const std::vector<ForeignEvent>& events)
{
    std::vector<Erasure> erasures;
    for (const ForeignEvent& event : events) {
        if (!event.erases)
            continue;
        const Result<Envelope> envelope = decodeEnvelope(event.bytes);
        if (const std::optional<Erasure> erasure = envelope ? erasureOf(*envelope) : std::nullopt)
            erasures.push_back(*erasure);
    }
    return erasures;
}

} // namespace

Result<void> destroyKeys(postgres::Connection& connection, const CentreId& centre, const std::vector<Erasure>& erasures)
{
    for (const Erasure& each : erasures) {
        const auto row = Parameters().id(centre).id(each.person).id(each.at.stream).number(std::int64_t(each.at.sequence)).id(each.node).bytes(each.signature);
        ONEDOOR_TRY(connection.query("INSERT INTO onedoor.erased (centre, subject, stream, sequence, node, signature) VALUES ($1, $2, $3, $4, $5, $6)"
                                     " ON CONFLICT DO NOTHING", row));
        ONEDOOR_TRY(connection.query("DELETE FROM onedoor.subject_key WHERE centre = $1 AND subject = $2", Parameters().id(centre).id(each.person)));
    }
    return {};
}

Result<Hash> hashFrom(const QByteArray& bytes)
{
    Hash hash{};
    if (bytes.size() != qsizetype(hash.size()))
        return fail(ErrorKind::Corrupt, u"hub.damaged"_s);
    std::memcpy(hash.data(), bytes.constData(), hash.size());
    return hash;
}

Result<sync::Taken> Taking::run(const sync::Batch& batch)
{
    ONEDOOR_ASSIGN(Transaction transaction, Transaction::begin(m_connection, Transaction::Kind::ReadWrite));
    ONEDOOR_TRY(lockCentre());
    ONEDOOR_TRY(lockHeads(batch));
    ONEDOOR_TRY(readHashes(batch));
    const sync::Known known{[this](const StreamId& stream) { return headOf(stream); },
                            [this](const EventRef& at) -> Result<std::optional<Hash>> {
                                const auto held = m_hashes.find(at);
                                return held == m_hashes.end() ? std::nullopt : std::optional(held->second);
                            }};
    ONEDOOR_ASSIGN(sync::Admitted admitted, sync::admit(batch, m_members->membership, known));
    const bool membersChange = admitted.membership.generation() != m_members->membership.generation();
    if (membersChange && !m_alone) {
        m_mustBeAlone = true;
        return tryAgain();
    }
    const std::vector<Erasure> erasures = erasuresIn(admitted.events);
    if (!erasures.empty() && !m_alone) { // nobody may be adding a key of theirs meanwhile
        m_mustBeAlone = true;
        return tryAgain();
    }
    sync::Taken taken{.events = admitted.events.size(), .refusals = std::move(admitted.refusals), .forks = std::move(admitted.forks), .membersChanged = membersChange};
    if (!admitted.events.empty() || !admitted.cutOffs.empty()) {
        ONEDOOR_TRY(store(admitted));
        ONEDOOR_TRY(destroyKeys(m_connection, m_centre, erasures));
        if (membersChange)
            ONEDOOR_TRY(countMembers(admitted.membership));
        ONEDOOR_TRY(transaction.commit());
        if (membersChange)
            m_cache.put(m_centre, m_members);
    }
    taken.heads = m_heads;
    return taken;
}

/// Shared by all who take events; alone for one who changes by what they are judged.
Result<void> Taking::lockCentre()
{
    ONEDOOR_ASSIGN(const Rows row, m_connection.query(m_alone ? "SELECT members FROM onedoor.centre WHERE centre = $1 FOR UPDATE"
                                                              : "SELECT members FROM onedoor.centre WHERE centre = $1 FOR SHARE",
                                                      Parameters().id(m_centre)));
    if (row.count() == 0)
        return fail(ErrorKind::NotFound, u"hub.centreUnknown"_s);
    ONEDOOR_ASSIGN(m_members, m_cache.get(m_connection, m_centre, row.number(0, 0)));
    return {};
}

/// In the order of their ids, so that two who take events of the same streams wait for each other and never in a circle.
Result<void> Taking::lockHeads(const sync::Batch& batch)
{
    std::set<RawId> all;
    std::set<RawId> beginning;
    for (const StreamPart& part : batch.parts) {
        all.insert(part.stream.raw);
        m_heads.emplace(part.stream, Head{});
        if (part.first == 1)
            beginning.insert(part.stream.raw);
    }
    if (!beginning.empty()) {
        ONEDOOR_TRY(m_connection.query("INSERT INTO onedoor.head (centre, stream, sequence, hash)"
                                       " SELECT $1, stream, 0, ''::bytea FROM unnest($2) AS stream ORDER BY stream ON CONFLICT DO NOTHING",
                                       Parameters().id(m_centre).ids({beginning.begin(), beginning.end()})));
    }
    ONEDOOR_ASSIGN(const Rows rows, m_connection.query("SELECT stream, sequence, hash FROM onedoor.head WHERE centre = $1 AND stream = ANY($2)"
                                                       " ORDER BY stream FOR UPDATE",
                                                       Parameters().id(m_centre).ids({all.begin(), all.end()})));
    for (int row = 0; row < rows.count(); ++row) {
        if (rows.number(row, 1) == 0)
            continue;
        ONEDOOR_ASSIGN(const Hash hash, hashFrom(rows.bytes(row, 2)));
        m_heads[StreamId(rows.id(row, 0))] = {std::uint64_t(rows.number(row, 1)), hash};
    }
    return {};
}

/// What is held already in the places of the batch, in one question a stream.
Result<void> Taking::readHashes(const sync::Batch& batch)
{
    for (const StreamPart& part : batch.parts) {
        if (part.items.empty() || part.first > m_heads[part.stream].sequence)
            continue;
        ONEDOOR_ASSIGN(const Rows rows, m_connection.query("SELECT sequence, hash FROM onedoor.event"
                                                           " WHERE centre = $1 AND stream = $2 AND sequence BETWEEN $3 AND $4",
                                                           Parameters().id(m_centre).id(part.stream).number(std::int64_t(part.first))
                                                               .number(std::int64_t(part.first + part.items.size() - 1))));
        for (int row = 0; row < rows.count(); ++row) {
            ONEDOOR_ASSIGN(const Hash hash, hashFrom(rows.bytes(row, 1)));
            m_hashes.emplace(EventRef{part.stream, std::uint64_t(rows.number(row, 0))}, hash);
        }
    }
    return {};
}

/// Streams outside the batch are asked for when somebody is shut out, and then nobody else adds to them.
Result<Head> Taking::headOf(const StreamId& stream)
{
    if (const auto locked = m_heads.find(stream); locked != m_heads.end())
        return locked->second;
    ONEDOOR_ASSIGN(const Rows row, m_connection.query("SELECT sequence, hash FROM onedoor.head WHERE centre = $1 AND stream = $2 AND sequence > 0",
                                                      Parameters().id(m_centre).id(stream)));
    if (row.count() == 0)
        return Head{};
    ONEDOOR_ASSIGN(const Hash hash, hashFrom(row.bytes(0, 1)));
    return Head{std::uint64_t(row.number(0, 0)), hash};
}

Result<void> Taking::store(const sync::Admitted& admitted)
{
    if (!admitted.events.empty()) {
        ONEDOOR_TRY(storeEvents(admitted.events));
        ONEDOOR_TRY(storeKeys(admitted.keys));
        ONEDOOR_TRY(storeHeads(admitted));
    }
    for (const EventRef& last : admitted.cutOffs)
        ONEDOOR_TRY(putAside(last));
    return {};
}

Result<void> Taking::storeEvents(const std::vector<ForeignEvent>& events)
{
    CopyRows rows;
    for (const ForeignEvent& event : events) {
        rows.beginRow(6);
        rows.add(event.ref.stream.raw);
        rows.add(std::int64_t(event.ref.sequence));
        rows.add(viewOf(event.hash));
        rows.add(authorTime(event));
        rows.add(isAboutMembers(event));
        rows.add(QByteArrayView(event.bytes));
    }
    // A table of the session that is empty outside a transaction: a pooler may give each transaction another session.
    ONEDOOR_TRY(m_connection.execute("CREATE TEMPORARY TABLE IF NOT EXISTS incoming (stream uuid, sequence bigint, hash bytea, author_time bigint,"
                                     " about_members boolean, envelope bytea) ON COMMIT DELETE ROWS"));
    ONEDOOR_ASSIGN(const std::int64_t staged, m_connection.copyIn("COPY pg_temp.incoming FROM STDIN (FORMAT binary)", rows.finished()));
    ONEDOOR_ASSIGN(const Rows inserted, m_connection.query("INSERT INTO onedoor.event (centre, stream, sequence, hash, author_time, about_members, envelope)"
                                                           " SELECT $1, stream, sequence, hash, author_time, about_members, envelope FROM pg_temp.incoming"
                                                           " ON CONFLICT DO NOTHING",
                                                           Parameters().id(m_centre)));
    return inserted.affected() == staged ? Result<void>() : compareWithStored();
}

/// Rows stood where the heads say that nothing is: part of a backup was put back, or somebody else wrote here. Equal ones do no harm.
Result<void> Taking::compareWithStored()
{
    ONEDOOR_ASSIGN(const Rows other, m_connection.query("SELECT DISTINCT ON (new.stream) new.stream, new.sequence FROM pg_temp.incoming AS new"
                                                        " JOIN onedoor.event AS held ON held.centre = $1 AND held.stream = new.stream AND held.sequence = new.sequence"
                                                        " WHERE held.hash <> new.hash ORDER BY new.stream, new.sequence",
                                                        Parameters().id(m_centre)));
    for (int row = 0; row < other.count(); ++row)
        m_foundForks.push_back({StreamId(other.id(row, 0)), std::uint64_t(other.number(row, 1))});
    return m_foundForks.empty() ? Result<void>() : tryAgain();
}

Result<void> Taking::storeHeads(const sync::Admitted& admitted)
{
    std::map<StreamId, SignedHead> words;
    for (const auto& [stream, word] : admitted.signedHeads)
        words[stream] = word;
    std::set<StreamId> grown;
    for (const ForeignEvent& event : admitted.events) {
        m_heads[event.ref.stream] = {event.ref.sequence, event.hash};
        grown.insert(event.ref.stream);
    }
    std::vector<RawId> streams;
    std::vector<std::int64_t> sequences;
    std::vector<QByteArray> hashes;
    std::vector<std::int64_t> signedSequences;
    std::vector<QByteArray> signatures;
    for (const StreamId& stream : grown) {
        streams.push_back(stream.raw);
        sequences.push_back(std::int64_t(m_heads[stream].sequence));
        hashes.push_back(viewOf(m_heads[stream].hash).toByteArray());
        signedSequences.push_back(std::int64_t(words[stream].sequence));
        signatures.push_back(words[stream].signature);
    }
    ONEDOOR_ASSIGN(const Rows updated, m_connection.query("UPDATE onedoor.head SET sequence = new.sequence, hash = new.hash,"
                                   " signed_sequence = CASE WHEN new.word > signed_sequence THEN new.word ELSE signed_sequence END,"
                                   " signature = CASE WHEN new.word > signed_sequence THEN new.signature ELSE head.signature END"
                                   " FROM unnest($2, $3, $4, $5, $6) AS new (stream, sequence, hash, word, signature)"
                                   " WHERE head.centre = $1 AND head.stream = new.stream",
                                   Parameters().id(m_centre).ids(streams).numbers(sequences).bytesList(hashes).numbers(signedSequences).bytesList(signatures)));
    return updated.affected() == std::int64_t(grown.size()) ? Result<void>() : tryAgain(); // events never stand without their stream's head
}

/// In order, for batches of different streams may bring the same people.
Result<void> Taking::storeKeys(const std::vector<WrappedKey>& keys)
{
    if (keys.empty())
        return {};
    std::map<RawId, QByteArray> sorted;
    for (const WrappedKey& key : keys)
        sorted.emplace(key.subject.raw, key.wrapped);
    std::vector<RawId> subjects;
    std::vector<QByteArray> wrapped;
    for (const auto& [subject, bytes] : sorted) {
        subjects.push_back(subject);
        wrapped.push_back(bytes);
    }
    ONEDOOR_TRY(m_connection.query("INSERT INTO onedoor.subject_key (centre, subject, wrapped)"
                                   " SELECT $1, subject, wrapped FROM unnest($2, $3) AS new (subject, wrapped)"
                                   " WHERE NOT EXISTS (SELECT 1 FROM onedoor.erased WHERE erased.centre = $1 AND erased.subject = new.subject)"
                                   " ORDER BY subject ON CONFLICT DO NOTHING",
                                   Parameters().id(m_centre).ids(subjects).bytesList(wrapped)));
    return {};
}

/// Beyond the cut-off of a node that is shut out nothing stands, though it was taken before that was known.
Result<void> Taking::putAside(const EventRef& last)
{
    const auto from = Parameters().id(m_centre).id(last.stream).number(std::int64_t(last.sequence));
    ONEDOOR_TRY(m_connection.query("INSERT INTO onedoor.event_aside (centre, stream, sequence, hash, envelope)"
                                   " SELECT centre, stream, sequence, hash, envelope FROM onedoor.event"
                                   " WHERE centre = $1 AND stream = $2 AND sequence > $3 ON CONFLICT DO NOTHING", from));
    ONEDOOR_TRY(m_connection.query("DELETE FROM onedoor.event WHERE centre = $1 AND stream = $2 AND sequence > $3", from));
    ONEDOOR_ASSIGN(const Rows row, m_connection.query("SELECT hash FROM onedoor.event WHERE centre = $1 AND stream = $2 AND sequence = $3", from));
    Head head;
    if (row.count() != 0) {
        head.sequence = last.sequence;
        ONEDOOR_ASSIGN(head.hash, hashFrom(row.bytes(0, 0)));
    }
    ONEDOOR_TRY(m_connection.query("UPDATE onedoor.head SET sequence = $3, hash = $4, signed_sequence = 0, signature = '' WHERE centre = $1 AND stream = $2",
                                   Parameters().id(m_centre).id(last.stream).number(std::int64_t(head.sequence)).bytes(viewOf(head.hash).toByteArray())));
    m_heads[last.stream] = head;
    return {};
}

Result<void> Taking::countMembers(const sync::Membership& membership)
{
    ONEDOOR_ASSIGN(const Rows row, m_connection.query("UPDATE onedoor.centre SET members = members + 1 WHERE centre = $1 RETURNING members",
                                                      Parameters().id(m_centre)));
    if (row.count() == 0)
        return fail(ErrorKind::NotFound, u"hub.centreUnknown"_s);
    m_members = std::make_shared<const Members>(Members{row.number(0, 0), membership});
    return {};
}

} // namespace onedoor::hub
