// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include "core/store/journal/journal_store.h"
#include "core/store/journal/readable_rows.h"
#include "core/store/store_opening.h"
#include "core/store/witness.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <limits>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t eventsPerCommit = 20'000;
const std::array databaseEndings{u""_s, u"-wal"_s, u"-shm"_s};

void removeDatabase(const QString& path)
{
    for (const QString& ending : databaseEndings)
        QFile::remove(path + ending);
}

/// Moves a database with its write-ahead log, which finds its file by name.
bool moveDatabase(const QString& from, const QString& to)
{
    for (const QString& ending : databaseEndings) {
        if (QFile::exists(from + ending) && !QFile::rename(from + ending, to + ending))
            return false;
    }
    return true;
}

Unexpected nothingReadable(const QString& path)
{
    return fail(ErrorKind::Corrupt, u"salvage.nothingReadable"_s, {}, {{u"path"_s, path}});
}

bool isDamage(const Error& error)
{
    return error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::WrongKey;
}

class Salvage {
public:
    Salvage(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher) : m_paths(paths), m_key(key), m_cipher(cipher) {}
    ~Salvage()
    {
        removeScratch();
        if (!m_isWhole)
            removeDatabase(freshPath());
    }
    Salvage(const Salvage&) = delete;
    Salvage& operator=(const Salvage&) = delete;
    Salvage(Salvage&&) = delete;
    Salvage& operator=(Salvage&&) = delete;

    Result<SalvageReport> run(Instant now)
    {
        if (!QFile::exists(m_paths.journal()) && QFile::exists(freshPath()))
            return finish(now);
        {
            ONEDOOR_ASSIGN(JournalStore damaged, openDamaged());
            removeDatabase(freshPath());
            ONEDOOR_ASSIGN(JournalStore fresh, open(freshPath(), sqlite::OpenMode::ReadWriteCreate));
            ONEDOOR_TRY(copyEvents(damaged, fresh));
            ONEDOOR_TRY(copyRests(damaged, fresh));
            if (!m_founded)
                return nothingReadable(m_paths.journal()); // without its centre a store can't be opened
            ONEDOOR_TRY(copyKeys(damaged, fresh));
            ONEDOOR_TRY(writeOwn(damaged, fresh));
            tellLosses(damaged);
            ONEDOOR_TRY(fresh.database().execute(u"PRAGMA journal_mode=DELETE"_s)); // one file, which can be moved
        }
        m_isWhole = true;
        ONEDOOR_TRY(exchange(now));
        return std::move(m_report);
    }

private:
    /// An earlier salvage was stopped between moving the damaged journal away and putting the new one, which is whole, in its place.
    Result<SalvageReport> finish(Instant now)
    {
        m_isWhole = true;
        {
            ONEDOOR_ASSIGN(JournalStore fresh, open(freshPath(), sqlite::OpenMode::ReadWrite));
            ONEDOOR_ASSIGN(const auto newest, fresh.newest());
            m_report.saved = std::uint64_t(newest.first);
        }
        const QFileInfo journal(m_paths.journal());
        const QStringList aside = journal.dir().entryList({journal.fileName() + u".damaged-*[0-9]"_s}, QDir::Files, QDir::Name);
        m_report.movedTo = aside.isEmpty() ? QString() : journal.dir().filePath(aside.last());
        ONEDOOR_TRY(putInPlace(now));
        return std::move(m_report);
    }

    QString freshPath() const { return m_paths.salvaged(); }
    QString scratchPath() const { return m_paths.journal() + u".scratch"_s; }

    /// With QFile::copy's own temporary file, which a power cut leaves where the file system knows no nameless ones.
    void removeScratch() const
    {
        removeDatabase(scratchPath());
        QDir folder(m_paths.folder);
        for (const QString& left : folder.entryList({u"qt_temp.*"_s}, QDir::Files))
            folder.remove(left);
    }

    Result<JournalStore> open(const QString& path, sqlite::OpenMode mode)
    {
        return JournalStore::open(path, {.mode = mode, .key = {m_cipher, m_key.derive(KeyPurpose::JournalFile)}});
    }

    /// A file that was cut short is refused as a whole, but its remaining pages are good: a copy of full length gives them back.
    Result<JournalStore> openDamaged()
    {
        if (!QFile::exists(m_paths.journal()))
            return fail(ErrorKind::NotFound, u"store.missing"_s, {}, {{u"path"_s, m_paths.journal()}});
        Result<JournalStore> damaged = open(m_paths.journal(), sqlite::OpenMode::ReadOnly);
        if (damaged || !isDamage(damaged.error()))
            return damaged;
        constexpr qint64 atLeast = 64 << 20;
        const qint64 size = QFileInfo(m_paths.journal()).size();
        removeScratch();
        for (const QString& ending : {databaseEndings[0], databaseEndings[1]})
            QFile::copy(m_paths.journal() + ending, scratchPath() + ending);
        if (size > 0 && QFile::resize(scratchPath(), size * 2 + atLeast))
            damaged = open(scratchPath(), sqlite::OpenMode::ReadOnly);
        return damaged ? std::move(damaged) : nothingReadable(m_paths.journal());
    }

    Result<void> copyEvents(JournalStore& damaged, JournalStore& fresh)
    {
        ONEDOOR_TRY(fresh.database().run("BEGIN IMMEDIATE"));
        const RowVisitor visitor{[&](const StoredRow& row) { return copyRow(damaged, fresh, row); }, [](std::int64_t, const Error&) {}};
        ONEDOOR_TRY(eachReadableRow(damaged.database(), visitor));
        return fresh.database().run("COMMIT");
    }

    Result<void> copyRow(JournalStore& damaged, JournalStore& fresh, const StoredRow& row)
    {
        const Result<Envelope> envelope = decodeEnvelope(row.envelope);
        if (!envelope)
            return {};
        const EventRef& ref = envelope->ref;
        std::uint64_t& lastSeen = m_lastSeen[ref.stream];
        lastSeen = std::max(lastSeen, ref.sequence);
        StreamHead& head = m_heads[ref.stream];
        const Hash hash = hashOf(row.envelope);
        ONEDOOR_TRY(copyWithheld(damaged, fresh, ref.stream, ref.sequence));
        if (ref.sequence != head.sequence + 1 || envelope->previous != head.hash || !isGenuine(damaged, row, *envelope, hash))
            return {};
        ONEDOOR_TRY(fresh.insert(ref, envelope->record, row.envelope, hash));
        head = {ref.sequence, hash};
        for (const PersonId& subject : envelope->subjects)
            m_subjects.insert(subject.raw);
        if (const std::optional<Erasure> erasure = erasureOf(*envelope))
            ONEDOOR_TRY(fresh.addErasure(*erasure));
        m_founded = m_founded || envelope->type == CentreFounded::type;
        m_newest = ref.stream;
        if (++m_report.saved % eventsPerCommit == 0) {
            ONEDOOR_TRY(fresh.database().run("COMMIT"));
            ONEDOOR_TRY(fresh.database().run("BEGIN IMMEDIATE"));
        }
        return {};
    }

    /// Hashes of withheld events that follow what is saved of a stream, before `before`.
    Result<void> copyWithheld(JournalStore& damaged, JournalStore& fresh, const StreamId& stream, std::uint64_t before)
    {
        StreamHead& head = m_heads[stream];
        if (head.sequence + 1 >= before)
            return {};
        const Result<std::vector<Hash>> hashes = damaged.withheldFrom(stream, head.sequence + 1);
        for (const Hash& hash : hashes.value_or(std::vector<Hash>())) {
            if (head.sequence + 1 >= before)
                break;
            head = {head.sequence + 1, hash};
            ONEDOOR_TRY(fresh.insertWithheld({stream, head.sequence}, hash));
            m_lastSeen[stream] = std::max(m_lastSeen[stream], head.sequence);
        }
        return {};
    }

    /// Withheld events at the ends of streams.
    Result<void> copyRests(JournalStore& damaged, JournalStore& fresh)
    {
        ONEDOOR_TRY(fresh.database().run("BEGIN IMMEDIATE"));
        for (const StreamId& stream : m_heads.keys())
            ONEDOOR_TRY(copyWithheld(damaged, fresh, stream, std::numeric_limits<std::uint64_t>::max()));
        return fresh.database().run("COMMIT");
    }

    /// The bytes are the ones that were chained: the hash beside them says so, or else the next event does.
    static bool isGenuine(JournalStore& damaged, const StoredRow& row, const Envelope& envelope, const Hash& hash)
    {
        if (row.hash == viewOf(hash))
            return true;
        const Result<QByteArray> bytes = damaged.envelopeOf({envelope.ref.stream, envelope.ref.sequence + 1});
        if (!bytes)
            return false;
        const Result<Envelope> next = decodeEnvelope(*bytes);
        return next && next->previous == hash;
    }

    Result<void> copyKeys(JournalStore& damaged, JournalStore& fresh)
    {
        ONEDOOR_TRY(fresh.database().run("BEGIN IMMEDIATE"));
        // Also of those whose event was not here yet; where the table can't be read, the events that were saved said it.
        for (const Erasure& erasure : damaged.erasures().value_or(std::vector<Erasure>()))
            ONEDOOR_TRY(fresh.addErasure(erasure));
        for (const RawId& subject : m_subjects) {
            const Result<QByteArray> wrapped = damaged.wrappedKey(subject);
            if (!wrapped)
                ++m_report.keysLost;
            else if (!wrapped->isEmpty()) // an erased person's key is gone rightly
                ONEDOOR_TRY(fresh.insertWrappedKey(subject, *wrapped));
        }
        return fresh.database().run("COMMIT");
    }

    /// The stream that this installation wrote, so that the new one can name its predecessor, and its key, by which the others know it.
    Result<void> writeOwn(JournalStore& damaged, JournalStore& fresh)
    {
        StreamId stream;
        NodeId node;
        QByteArray seed;
        if (Result<sqlite::Statement> select = damaged.database().prepare(u"SELECT stream, node, signing_seed FROM own"_s)) {
            const Result<bool> row = select->step();
            if (row && *row) {
                stream = StreamId(select->id(0));
                node = NodeId(select->id(1));
                seed = select->blob(2).toByteArray();
            }
        }
        if (m_heads.value(stream).sequence == 0) {
            stream = m_newest;
            ONEDOOR_ASSIGN(const NodeId newest, nodeOf(fresh, stream));
            seed = newest == node ? seed : QByteArray();
            node = newest;
        }
        return fresh.database().run("INSERT INTO own (one, stream, node, device, signing_seed) VALUES (1, ?1, ?2, ?3, ?4)", stream, node,
                                    QString(salvagedDevice), seed);
    }

    static Result<NodeId> nodeOf(JournalStore& fresh, const StreamId& stream)
    {
        ONEDOOR_ASSIGN(const QByteArray bytes, fresh.envelopeOf({stream, 1}));
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(bytes));
        const ReadEvent read = readEvent(envelope, nullptr);
        const auto* opened = std::get_if<StreamOpened>(&read.event);
        return opened != nullptr ? opened->node : NodeId();
    }

    /// How far a stream went before the damage: what was still read, what the index of sequences knows, what the witness saw.
    std::uint64_t lastKnown(JournalStore& damaged, const StreamId& stream)
    {
        std::uint64_t last = m_lastSeen.value(stream);
        Result<sqlite::Statement> select =
            damaged.database().prepare(u"SELECT max(sequence) FROM events INDEXED BY events_by_stream WHERE stream ="
                                       " (SELECT number FROM streams WHERE stream = ?1)"_s);
        if (select) {
            const Result<bool> row = select->bind(1, stream).step();
            if (row && *row)
                last = std::max(last, std::uint64_t(select->integer(0)));
        }
        const std::optional<Witness> witness = readWitness(m_paths.witness());
        if (witness && witness->stream == stream.raw)
            last = std::max(last, witness->sequence);
        return last;
    }

    void tellLosses(JournalStore& damaged)
    {
        for (auto each = m_lastSeen.cbegin(); each != m_lastSeen.cend(); ++each) {
            SalvagedStream stream{.stream = each.key(), .saved = m_heads.value(each.key()).sequence};
            const std::uint64_t last = lastKnown(damaged, each.key());
            if (last > stream.saved) {
                stream.firstLost = stream.saved + 1;
                stream.lastLost = last;
                m_report.lost += last - stream.saved;
            }
            m_report.streams.push_back(stream);
        }
        std::sort(m_report.streams.begin(), m_report.streams.end(), [](const auto& one, const auto& other) { return one.stream < other.stream; });
    }

    /// The damaged files go aside, the new journal takes their place. When that fails half-way, they come back.
    Result<void> exchange(Instant now)
    {
        m_report.movedTo = m_paths.journal() + u".damaged-"_s + QString::number(now.milliseconds);
        Result<void> outcome = fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, m_paths.folder}});
        if (moveDatabase(m_paths.journal(), m_report.movedTo))
            outcome = putInPlace(now);
        if (!outcome)
            moveDatabase(m_report.movedTo, m_paths.journal());
        return outcome;
    }

    Result<void> putInPlace(Instant now)
    {
        if (!QFile::rename(freshPath(), m_paths.journal()))
            return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, m_paths.folder}});
        moveDatabase(m_paths.views(), m_paths.views() + u".damaged-"_s + QString::number(now.milliseconds));
        return {};
    }

    const StorePaths& m_paths;
    const MasterKey& m_key;
    sqlite::Cipher m_cipher;
    SalvageReport m_report;
    QHash<StreamId, StreamHead> m_heads;
    QHash<StreamId, std::uint64_t> m_lastSeen;
    QSet<RawId> m_subjects;
    StreamId m_newest;
    bool m_founded = false;
    bool m_isWhole = false; ///< the new journal holds all that can be saved: it stays whatever happens to this run
};

} // namespace

Result<SalvageReport> salvageStore(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Instant now)
{
    ONEDOOR_ASSIGN(const auto lock, takeStoreLock(paths));
    return Salvage(paths, key, cipher).run(now);
}

} // namespace onedoor
