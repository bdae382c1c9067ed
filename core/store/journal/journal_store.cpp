// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal/journal_store.h"

#include "core/store/migrations/migrations.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int versionWithWithheld = 3;    ///< of the schema
constexpr qsizetype withheldCounts = 48;  ///< bytes of a message

Hash toHash(QByteArrayView bytes)
{
    Hash hash{};
    std::memcpy(hash.data(), bytes.data(), std::min(hash.size(), std::size_t(bytes.size())));
    return hash;
}

Result<void> eachRow(sqlite::Statement& statement, const JournalStore::Visit& visit)
{
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        ONEDOOR_TRY(visit({statement.integer(0), statement.blob(1), statement.blob(2)}));
    }
}

} // namespace

Result<JournalStore> JournalStore::open(const QString& path, sqlite::OpenOptions options)
{
    const bool writable = options.mode != sqlite::OpenMode::ReadOnly;
    ONEDOOR_ASSIGN(sqlite::Database database, sqlite::Database::open(path, std::move(options)));
    if (writable) {
        ONEDOOR_ASSIGN(const std::vector<MigrationScript> scripts, embeddedMigrations(StoreFile::Journal));
        ONEDOOR_TRY(migrate(database, scripts, applicationId));
    }
    ONEDOOR_ASSIGN(const int version, database.userVersion());
    return JournalStore(std::move(database), version >= versionWithWithheld);
}

Result<std::int64_t> JournalStore::streamNumber(const StreamId& stream)
{
    if (m_knownNumber != 0 && stream == m_knownStream)
        return m_knownNumber;
    ONEDOOR_TRY(m_database.run("INSERT OR IGNORE INTO streams (stream) VALUES (?1)", stream));
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT number FROM streams WHERE stream = ?1"));
    ONEDOOR_TRY(select.bind(1, stream).step());
    m_knownStream = stream;
    m_knownNumber = select.integer(0);
    return m_knownNumber;
}

Result<std::int64_t> JournalStore::insert(const EventRef& ref, const RawId& record, QByteArrayView envelope, const Hash& hash)
{
    ONEDOOR_ASSIGN(const std::int64_t number, streamNumber(ref.stream));
    ONEDOOR_TRY(m_database.run("INSERT INTO events (stream, sequence, record, hash, envelope) VALUES (?1, ?2, ?3, ?4, ?5)", number,
                               std::int64_t(ref.sequence), record, viewOf(hash), envelope));
    return m_database.lastRowNumber();
}

Result<void> JournalStore::insertWithheld(const EventRef& ref, const Hash& hash)
{
    ONEDOOR_ASSIGN(const std::int64_t number, streamNumber(ref.stream));
    return m_database.run("INSERT INTO withheld (stream, sequence, hash) VALUES (?1, ?2, ?3)", number, std::int64_t(ref.sequence), viewOf(hash));
}

Result<StreamHead> JournalStore::head(const StreamId& stream)
{
    StreamHead head;
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_database.cached("SELECT sequence, hash FROM events WHERE stream = (SELECT number FROM streams WHERE stream = ?1)"
                                     " ORDER BY sequence DESC LIMIT 1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, stream).step());
    if (found)
        head = {std::uint64_t(select.integer(0)), toHash(select.blob(1))};
    if (!m_knowsWithheld)
        return head;
    ONEDOOR_ASSIGN(sqlite::Statement withheld,
                   m_database.cached("SELECT sequence, hash FROM withheld WHERE stream = (SELECT number FROM streams WHERE stream = ?1)"
                                     " AND sequence > ?2 ORDER BY sequence DESC LIMIT 1"));
    ONEDOOR_ASSIGN(const bool later, withheld.bindAll(stream, std::int64_t(head.sequence)).step());
    return later ? StreamHead{std::uint64_t(withheld.integer(0)), toHash(withheld.blob(1))} : head;
}

Result<std::vector<std::pair<StreamId, StreamHead>>> JournalStore::heads()
{
    std::vector<std::pair<StreamId, StreamHead>> result;
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT stream FROM streams ORDER BY number"));
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return result;
        const StreamId stream(select.id(0));
        ONEDOOR_ASSIGN(const StreamHead top, head(stream));
        if (top.sequence != 0)
            result.emplace_back(stream, top);
    }
}

Result<std::pair<std::int64_t, QByteArray>> JournalStore::newest()
{
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT arrival, hash FROM events ORDER BY arrival DESC LIMIT 1"));
    ONEDOOR_ASSIGN(const bool found, select.step());
    return found ? std::pair(select.integer(0), select.blob(1).toByteArray()) : std::pair(std::int64_t(0), QByteArray());
}

Result<QByteArray> JournalStore::hashAt(std::int64_t arrival)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT hash FROM events WHERE arrival = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, arrival).step());
    return found ? select.blob(0).toByteArray() : QByteArray();
}

Result<QByteArray> JournalStore::hashOfEvent(const EventRef& ref)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_database.cached("SELECT hash FROM events WHERE stream = (SELECT number FROM streams WHERE stream = ?1)"
                                     " AND sequence = ?2"));
    ONEDOOR_ASSIGN(const bool found, select.bindAll(ref.stream, std::int64_t(ref.sequence)).step());
    if (found || !m_knowsWithheld)
        return found ? select.blob(0).toByteArray() : QByteArray();
    ONEDOOR_ASSIGN(sqlite::Statement withheld,
                   m_database.cached("SELECT hash FROM withheld WHERE stream = (SELECT number FROM streams WHERE stream = ?1)"
                                     " AND sequence = ?2"));
    ONEDOOR_ASSIGN(const bool isWithheld, withheld.bindAll(ref.stream, std::int64_t(ref.sequence)).step());
    return isWithheld ? withheld.blob(0).toByteArray() : QByteArray();
}

Result<std::vector<Hash>> JournalStore::withheldFrom(const StreamId& stream, std::uint64_t first)
{
    std::vector<Hash> hashes;
    if (!m_knowsWithheld)
        return hashes;
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_database.cached("SELECT sequence, hash FROM withheld WHERE stream = (SELECT number FROM streams WHERE stream = ?1)"
                                     " AND sequence >= ?2 ORDER BY sequence"));
    select.bindAll(stream, std::int64_t(first));
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row || std::uint64_t(select.integer(0)) != first + hashes.size())
            return hashes;
        hashes.push_back(toHash(select.blob(1)));
    }
}

Result<std::uint64_t> JournalStore::countWithheld()
{
    if (!m_knowsWithheld)
        return 0U;
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT count(*) FROM withheld"));
    ONEDOOR_TRY(select.step());
    return std::uint64_t(select.integer(0));
}

Result<std::uint64_t> JournalStore::countEvents()
{
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT count(*) FROM events"));
    ONEDOOR_TRY(select.step());
    return std::uint64_t(select.integer(0));
}

Result<bool> JournalStore::isPutAside(const EventRef& ref)
{
    if (!m_knowsWithheld)
        return false;
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT 1 FROM displaced WHERE stream = ?1 AND sequence = ?2"));
    return select.bindAll(ref.stream, std::int64_t(ref.sequence)).step();
}

Result<QByteArray> JournalStore::envelopeOf(const EventRef& ref)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_database.cached("SELECT envelope FROM events WHERE stream = (SELECT number FROM streams WHERE stream = ?1)"
                                     " AND sequence = ?2"));
    ONEDOOR_ASSIGN(const bool found, select.bindAll(ref.stream, std::int64_t(ref.sequence)).step());
    return found ? select.blob(0).toByteArray() : QByteArray();
}

Result<QByteArray> JournalStore::recordOfEvent(const EventRef& ref)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_database.cached("SELECT record FROM events WHERE stream = (SELECT number FROM streams WHERE stream = ?1)"
                                     " AND sequence = ?2"));
    ONEDOOR_ASSIGN(const bool found, select.bindAll(ref.stream, std::int64_t(ref.sequence)).step());
    return found ? select.blob(0).toByteArray() : QByteArray();
}

Result<void> JournalStore::eachOfRecord(const RawId& record, const Visit& visit, std::int64_t upToArrival)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_database.cached("SELECT arrival, hash, envelope FROM events WHERE record = ?1 AND arrival <= ?2 ORDER BY arrival"));
    select.bindAll(record, upToArrival);
    return eachRow(select, visit);
}

Result<void> JournalStore::eachAfter(std::int64_t arrival, const Visit& visit, std::int64_t atMost)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_database.cached("SELECT arrival, hash, envelope FROM events WHERE arrival > ?1 ORDER BY arrival LIMIT ?2"));
    select.bindAll(arrival, atMost);
    return eachRow(select, visit);
}

Result<bool> JournalStore::isFirstOfRecord(const RawId& record, std::int64_t arrival)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT 1 FROM events WHERE record = ?1 AND arrival < ?2 LIMIT 1"));
    ONEDOOR_ASSIGN(const bool found, select.bindAll(record, arrival).step());
    return !found;
}

Result<RawId> JournalStore::greatestRecord(const RawId& bound)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT record FROM events WHERE record < ?1 ORDER BY record DESC LIMIT 1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, bound).step());
    return found ? select.id(0) : RawId();
}

Result<void> JournalStore::eachToFold(const std::function<Result<void>(const RowToFold&)>& visit)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT arrival, record, envelope FROM events ORDER BY arrival"));
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        ONEDOOR_TRY(visit({select.integer(0), select.blob(1), select.blob(2)}));
    }
}

Result<QByteArray> JournalStore::wrappedKey(const RawId& subject)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT wrapped FROM subject_keys WHERE subject = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, subject).step());
    return found ? select.blob(0).toByteArray() : QByteArray();
}

Result<void> JournalStore::insertWrappedKey(const RawId& subject, QByteArrayView wrapped)
{
    return m_database.run("INSERT INTO subject_keys (subject, wrapped) VALUES (?1, ?2)", subject, wrapped);
}

Result<void> JournalStore::addWrappedKey(const RawId& subject, QByteArrayView wrapped)
{
    return m_database.run("INSERT OR IGNORE INTO subject_keys (subject, wrapped) VALUES (?1, ?2)", subject, wrapped);
}

Result<void> JournalStore::addErasure(const Erasure& erasure)
{
    // The key goes by a trigger, so that no way into the table leaves one behind.
    return m_database.run("INSERT OR IGNORE INTO erased (subject, stream, sequence, node, signature, reported_by) VALUES (?1, ?2, ?3, ?4, ?5, x'')",
                          erasure.person, erasure.at.stream, std::int64_t(erasure.at.sequence), erasure.node, erasure.signature);
}

Result<bool> JournalStore::isErased(const RawId& subject)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT 1 FROM erased WHERE subject = ?1"));
    return select.bind(1, subject).step();
}

Result<std::vector<Erasure>> JournalStore::erasures(int atMost)
{
    std::vector<Erasure> all;
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_database.cached("SELECT subject, stream, sequence, node, signature FROM erased ORDER BY rowid DESC LIMIT ?1"));
    select.bind(1, std::int64_t(atMost));
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return all;
        all.push_back({PersonId(select.id(0)), {StreamId(select.id(1)), std::uint64_t(select.integer(2))}, NodeId(select.id(3)),
                       select.blob(4).toByteArray()});
    }
}

Result<std::int64_t> JournalStore::countErasures()
{
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT count(*) FROM erased"));
    ONEDOOR_TRY(select.step());
    return select.integer(0);
}

Result<std::vector<PersonId>> JournalStore::erasuresToReport(const NodeId& self)
{
    std::vector<PersonId> people;
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT subject FROM erased WHERE reported_by <> ?1 ORDER BY rowid"));
    select.bind(1, self);
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return people;
        people.emplace_back(select.id(0));
    }
}

Result<void> JournalStore::noteReported(const PersonId& person, const NodeId& self)
{
    return m_database.run("UPDATE erased SET reported_by = ?2 WHERE subject = ?1", person, self);
}

Result<void> JournalStore::keepSignedHead(const StreamId& stream, std::uint64_t sequence, QByteArrayView signature)
{
    ONEDOOR_ASSIGN(const std::int64_t number, streamNumber(stream));
    return m_database.run("INSERT INTO signed_heads (stream, sequence, signature) VALUES (?1, ?2, ?3) ON CONFLICT (stream) DO UPDATE"
                          " SET sequence = excluded.sequence, signature = excluded.signature WHERE excluded.sequence > sequence",
                          number, std::int64_t(sequence), signature);
}

Result<std::pair<std::uint64_t, QByteArray>> JournalStore::signedHead(const StreamId& stream)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_database.cached("SELECT sequence, signature FROM signed_heads WHERE stream = (SELECT number FROM streams WHERE stream = ?1)"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, stream).step());
    return found ? std::pair(std::uint64_t(select.integer(0)), select.blob(1).toByteArray()) : std::pair(std::uint64_t(0), QByteArray());
}

Result<std::vector<QByteArray>> JournalStore::envelopesAfter(const StreamId& stream, std::uint64_t after, qsizetype bytes)
{
    std::vector<QByteArray> envelopes;
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_database.cached("SELECT envelope FROM events WHERE stream = (SELECT number FROM streams WHERE stream = ?1)"
                                     " AND sequence > ?2 ORDER BY sequence"));
    select.bindAll(stream, std::int64_t(after));
    for (qsizetype left = bytes; left > 0;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        envelopes.push_back(select.blob(0).toByteArray());
        left -= envelopes.back().size();
    }
    return envelopes;
}

Result<std::vector<StoredItem>> JournalStore::itemsAfter(const StreamId& stream, std::uint64_t after, qsizetype bytes)
{
    std::vector<StoredItem> items;
    static constexpr sqlite::StaticSql events("SELECT sequence, envelope, NULL FROM events WHERE stream ="
                                              " (SELECT number FROM streams WHERE stream = ?1) AND sequence > ?2 ORDER BY sequence");
    static constexpr sqlite::StaticSql both("SELECT sequence, envelope, NULL FROM events WHERE stream ="
                                            " (SELECT number FROM streams WHERE stream = ?1) AND sequence > ?2 UNION ALL"
                                            " SELECT sequence, x'', hash FROM withheld WHERE stream ="
                                            " (SELECT number FROM streams WHERE stream = ?1) AND sequence > ?2 ORDER BY sequence");
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached(m_knowsWithheld ? both : events));
    select.bindAll(stream, std::int64_t(after));
    for (qsizetype left = bytes; left > 0;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        StoredItem& item = items.emplace_back(StoredItem{select.blob(1).toByteArray(), {}});
        if (item.envelope.isEmpty())
            item.hash = toHash(select.blob(2));
        left -= item.envelope.isEmpty() ? withheldCounts : item.envelope.size();
    }
    return items;
}

Result<std::vector<QByteArray>> JournalStore::displaceAfter(const StreamId& stream, std::uint64_t after)
{
    ONEDOOR_ASSIGN(std::vector<QByteArray> envelopes, envelopesAfter(stream, after, std::numeric_limits<qsizetype>::max()));
    ONEDOOR_ASSIGN(const std::int64_t number, streamNumber(stream));
    ONEDOOR_TRY(m_database.run("INSERT OR IGNORE INTO displaced (stream, sequence, hash, envelope)"
                               " SELECT ?1, sequence, hash, envelope FROM events WHERE stream = ?2 AND sequence > ?3"
                               " UNION ALL SELECT ?1, sequence, hash, x'' FROM withheld WHERE stream = ?2 AND sequence > ?3",
                               stream, number, std::int64_t(after)));
    ONEDOOR_TRY(m_database.run("DELETE FROM events WHERE stream = ?1 AND sequence > ?2", number, std::int64_t(after)));
    ONEDOOR_TRY(m_database.run("DELETE FROM withheld WHERE stream = ?1 AND sequence > ?2", number, std::int64_t(after)));
    ONEDOOR_TRY(m_database.run("DELETE FROM signed_heads WHERE stream = ?1 AND sequence > ?2", number, std::int64_t(after)));
    return envelopes;
}

} // namespace onedoor
