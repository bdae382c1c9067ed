// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_opening.h"

#include "core/store/atomic_file.h"
#include "core/store/keys/node_signature.h"
#include "core/store/views/rebuild.h"
#include "core/store/views/received_views.h"
#include "core/store/witness.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>
#include <QSysInfo>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 millisecondsBetweenWitnesses = 100; ///< in a rush of acts; between single ones it is always written

struct Own {
    StreamId stream;
    NodeId node;
    QString device;
    QByteArray signingSeed;
};

/// This folder on this machine. A copied folder has another one, and must not go on writing the original's stream.
QString deviceOf(const StorePaths& paths)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QSysInfo::machineUniqueId());
    hash.addData(QFileInfo(paths.folder).canonicalFilePath().toUtf8());
    return QString::fromLatin1(hash.result().toHex().left(32));
}

sqlite::OpenOptions journalOptions(const StoreAccess& access, sqlite::OpenMode mode)
{
    return {.mode = mode, .key = {access.cipher, access.key.derive(KeyPurpose::JournalFile)}, .synchronous = sqlite::Synchronous::Normal, // the writer waits for the disk itself, at each commit
            .cacheKibibytes = 16 * 1024};
}

sqlite::OpenOptions viewsOptions(const StoreAccess& access)
{
    return {.mode = sqlite::OpenMode::ReadWriteCreate, .key = {access.cipher, access.key.derive(KeyPurpose::ViewsFile)},
            .synchronous = sqlite::Synchronous::Normal, .cacheKibibytes = 32 * 1024};
}

enum class KeyVerdict { Right, Anothers, Unknown };

/// Under a wrong key a first page is noise, and so is a damaged one under the right key. The views decide which it is.
KeyVerdict verdictOfViews(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher)
{
    if (QFileInfo(paths.views()).size() == 0)
        return KeyVerdict::Unknown;
    const auto views = sqlite::Database::open(paths.views(), {.mode = sqlite::OpenMode::ReadOnly, .key = {cipher, key.derive(KeyPurpose::ViewsFile)}});
    if (views)
        return KeyVerdict::Right;
    return views.error().kind == ErrorKind::WrongKey ? KeyVerdict::Anothers : KeyVerdict::Unknown;
}

Unexpected damaged(const QString& path)
{
    return fail(ErrorKind::Corrupt, u"store.damaged"_s, {}, {{u"path"_s, path}});
}

/// The journal does not open with this key.
Unexpected unopened(const StoreAccess& access, const Error& error)
{
    if (access.keyProven)
        return Unexpected(whyProvenKeyFails(access.paths, access.key, access.cipher));
    return verdictOfViews(access.paths, access.key, access.cipher) == KeyVerdict::Right ? damaged(access.paths.journal()) : Unexpected(error);
}

Result<JournalStore> openJournal(const StoreAccess& access)
{
    const QString path = access.paths.journal();
    if (QFileInfo(path).size() == 0)
        return damaged(path); // SQLite would take it for a new file
    Result<JournalStore> journal = JournalStore::open(path, journalOptions(access, sqlite::OpenMode::ReadWrite));
    if (!journal && journal.error().kind == ErrorKind::WrongKey)
        return unopened(access, journal.error());
    ONEDOOR_TRY(journal);
    ONEDOOR_ASSIGN(const auto newest, journal->newest());
    if (newest.first == 0)
        return damaged(path); // a store is made with its first events
    return journal;
}

void removeViewsFiles(const StorePaths& paths)
{
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(paths.views() + ending);
}

Result<std::optional<Own>> readOwn(JournalStore& journal)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, journal.database().cached("SELECT stream, node, device, signing_seed FROM own"));
    ONEDOOR_ASSIGN(const bool found, select.step());
    if (!found)
        return std::nullopt;
    return Own{StreamId(select.id(0)), NodeId(select.id(1)), select.text(2), select.blob(3).toByteArray()};
}

/// Views that came with a joining copy serve this PC's first run only: they are what another one said. From the next on it shows what it made
/// of the proven journal itself. True: this is the first run.
Result<bool> usesReceivedViews(JournalStore& journal, const StoreAccess& access)
{
    if (!QFile::exists(access.paths.viewsReceived()))
        return false;
    ONEDOOR_ASSIGN(const std::optional<Own> own, readOwn(journal));
    if (own && own->stream.isNull())
        return true; // joined a moment ago
    removeViewsFiles(access.paths);
    ONEDOOR_TRY(removeFile(access.paths.viewsReceived()));
    return false;
}

/// Views that can't be read are put aside and begun anew; nothing in them is the only copy.
Result<ViewsStore> openViews(const StoreAccess& access, Instant now, OpeningReport& report)
{
    Result<ViewsStore> views = ViewsStore::open(access.paths.views(), viewsOptions(access));
    if (views) {
        if (views->frontier())
            return views;
    } else if (views.error().kind == ErrorKind::Full || views.error().kind == ErrorKind::Io || views.error().kind == ErrorKind::Busy) {
        return views;
    }
    views = Unexpected(Error{});
    report.viewsRebuilt = true;
    report.viewsMovedTo = access.paths.views() + u".damaged-"_s + QString::number(now.milliseconds);
    QFile::rename(access.paths.views(), report.viewsMovedTo);
    removeViewsFiles(access.paths);
    return ViewsStore::open(access.paths.views(), viewsOptions(access));
}

/// Views of another journal, or of a journal that has lost events, can't be continued.
Result<void> matchViews(JournalStore& journal, ViewsStore& views, const StoreAccess& access, OpeningReport& report)
{
    ONEDOOR_ASSIGN(const Frontier frontier, views.frontier());
    if (frontier.arrival == 0)
        return {};
    ONEDOOR_ASSIGN(const QByteArray hash, journal.hashAt(frontier.arrival));
    if (hash == frontier.hash)
        return {};
    report.viewsRebuilt = true;
    {
        const ViewsStore closed = std::move(views);
    }
    removeViewsFiles(access.paths);
    ONEDOOR_ASSIGN(views, ViewsStore::open(access.paths.views(), viewsOptions(access)));
    return {};
}

/// Views that show nothing yet of a journal that holds something are built in one go, which is many times faster than event by event.
Result<void> fillViews(JournalStore& journal, ViewsStore& views, const StoreAccess& access, const OpeningProgress& progress)
{
    ONEDOOR_ASSIGN(const Frontier frontier, views.frontier());
    ONEDOOR_ASSIGN(const auto newest, journal.newest());
    if (frontier.arrival != 0 || newest.first == 0)
        return {};
    {
        const ViewsStore closed = std::move(views);
    }
    ONEDOOR_ASSIGN(AllSubjectKeys keys, AllSubjectKeys::load(journal, access.key.derive(KeyPurpose::SubjectWrapping)));
    ONEDOOR_ASSIGN(views, rebuildViews(journal, keys, access.paths.views(), [&] { return viewsOptions(access); }, progress));
    return {};
}

/// Why the own stream can't simply be continued; nothing when it can.
Result<std::optional<OpeningReason>> reasonForNewStream(JournalStore& journal, const std::optional<Own>& own, const StorePaths& paths)
{
    if (!own)
        return OpeningReason::Installed;
    if (own->stream.isNull())
        return OpeningReason::Installed; // joined a moment ago: prepareJoinedStore
    if (own->device == salvagedDevice)
        return OpeningReason::Salvaged;
    if (own->device != deviceOf(paths))
        return OpeningReason::Restored;
    ONEDOOR_ASSIGN(const StreamHead head, journal.head(own->stream));
    const auto hashAt = [&](std::uint64_t sequence) { return journal.hashOfEvent({own->stream, sequence}).value_or(QByteArray()); };
    switch (compareWitness(readWitness(paths.witness()), own->stream.raw, head.sequence, hashAt)) {
    case WitnessVerdict::Matches:
    case WitnessVerdict::StoreAhead:
        return std::nullopt;
    case WitnessVerdict::Fresh:
        return OpeningReason::Restored; // a copy may have left the witness behind; a new stream costs nothing
    case WitnessVerdict::StoreBehind:
    case WitnessVerdict::OtherStream:
        return OpeningReason::RolledBack;
    }
    return std::nullopt;
}

Result<CentreId> centreOf(JournalStore& journal, Instant now, Random& random)
{
    ONEDOOR_ASSIGN(const auto newest, journal.newest());
    if (newest.first == 0)
        return CentreId::make(now, random);
    // Whichever stream came first: all of a store belong to one centre.
    CentreId centre;
    ONEDOOR_ASSIGN(const auto heads, journal.heads());
    const auto take = [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        const ReadEvent read = readEvent(envelope, nullptr);
        if (const auto* opened = std::get_if<StreamOpened>(&read.event))
            centre = opened->centre;
        return {};
    };
    for (const auto& each : heads) {
        if (centre.isNull())
            ONEDOOR_TRY(journal.eachOfRecord(each.first.raw, take));
    }
    return centre;
}

struct NewStream {
    Own own;
    Draft opening;
    CentreId centre;
};

Result<NewStream> mintStream(JournalStore& journal, const std::optional<Own>& before, const StoreAccess& access, OpeningReason reason,
                             Instant now, Random& random)
{
    StreamOpened opened{.reason = reason, .software = access.software};
    ONEDOOR_ASSIGN(opened.centre, centreOf(journal, now, random));
    // The same PC stays the same node with the same key; a copy on another one is another node, and must be let in anew.
    const bool sameNode = before && (reason == OpeningReason::RolledBack || reason == OpeningReason::Salvaged || before->device == deviceOf(access.paths));
    opened.node = sameNode ? before->node : NodeId::make(now, random);
    opened.incarnation = RawId::make(now, random);
    opened.nodeName = access.nodeName;
    if (before && !before->stream.isNull()) {
        ONEDOOR_ASSIGN(const StreamHead head, journal.head(before->stream));
        opened.previousStream = before->stream;
        opened.previousSequence = head.sequence;
    }
    const bool hasKey = sameNode && before->signingSeed.size() == nodeSeedBytes;
    QByteArray seed = hasKey ? before->signingSeed : QByteArray(nodeSeedBytes, '\0');
    if (!hasKey)
        random.fill({reinterpret_cast<unsigned char*>(seed.data()), std::size_t(seed.size())});
    opened.publicKey = publicKeyOf(seed);

    const StreamId stream = streamNamedBy(opened);
    return NewStream{{stream, opened.node, deviceOf(access.paths), seed}, {stream.raw, opened, {}}, opened.centre};
}

Result<void> saveOwn(JournalStore& journal, const Own& own)
{
    return journal.database().run("INSERT OR REPLACE INTO own (one, stream, node, device, signing_seed) VALUES (1, ?1, ?2, ?3, ?4)",
                                  own.stream, own.node, own.device, own.signingSeed);
}

void writeWitnessOf(const QString& path, const StreamId& stream, const StreamHead& head)
{
    (void)writeWitness(path, {stream.raw, head.sequence, viewOf(head.hash).toByteArray()});
}

/// Whoever opens a copy of the hall host's store on another PC stands in for it: lets itself in, and is the host from now on. A PC that
/// joined, or that is the same as before, claims nothing.
Result<Drafts> claimsOf(Writer& writer, const std::optional<Own>& before, const NewStream& stream)
{
    Drafts drafts;
    if (!before || before->node == stream.own.node)
        return drafts;
    ONEDOOR_ASSIGN(const NodeId founder, founderOf(writer.journal(), stream.centre));
    const RawId record = hostRecord(stream.centre);
    ONEDOOR_ASSIGN(const HostState host, writer.state<HostState>(record));
    if (hostOf(host, founder) != before->node)
        return drafts;
    const StreamOpened& opened = std::get<StreamOpened>(stream.opening.event);
    drafts.push_back({stream.own.node.raw, NodeEnrolled{opened.nodeName, opened.publicKey, {}, {QString::fromLatin1(hallCompartment), QString::fromLatin1(restrictedCompartment)}}, {}});
    drafts.push_back({record, HostNamed{stream.own.node, before->node, host.epoch + 1, false}, {}});
    return drafts;
}

/// Appends the opening of a new stream, and what the caller adds to it, in one commit.
Result<void> beginStream(Writer& writer, const NewStream& stream, const Drafts& more, Instant now)
{
    ONEDOOR_TRY(writer.begin());
    Drafts drafts{stream.opening};
    drafts.insert(drafts.end(), more.begin(), more.end());
    Result<void> outcome = saveOwn(writer.journal(), stream.own);
    if (outcome)
        outcome = writer.append(drafts, {}, now);
    if (!outcome) {
        writer.rollback();
        return outcome;
    }
    ONEDOOR_TRY(writer.commit());
    return {};
}

/// An undo names the act that it takes back by its place, which is another one now.
void moveReferences(Event& event, const QHash<EventRef, EventRef>& moved)
{
    auto* reverted = std::get_if<TicketReverted>(&event);
    if (reverted == nullptr)
        return;
    const auto to = moved.constFind(EventRef{reverted->stream, reverted->sequence});
    if (to == moved.constEnd())
        return;
    reverted->stream = to->stream;
    reverted->sequence = to->sequence;
}

/// Leaves the own stream after `lastShared`, opens the new one and writes what was displaced into it again: the same acts, by the same
/// people, at the same time of day.
Result<void> rewriteInto(Writer& writer, const NewStream& stream, std::uint64_t lastShared, Instant now)
{
    ONEDOOR_ASSIGN(const std::vector<QByteArray> displaced, writer.leaveStream(lastShared, stream.own.stream));
    ONEDOOR_TRY(saveOwn(writer.journal(), stream.own));
    ONEDOOR_TRY(writer.append({stream.opening}, {}, now));
    QHash<EventRef, EventRef> moved;
    for (const QByteArray& bytes : displaced) {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(bytes));
        ReadEvent read = readEvent(envelope, &writer.sealer());
        if (std::holds_alternative<StreamOpened>(read.event) || read.reading == Reading::Unknown)
            continue;
        moveReferences(read.event, moved);
        const PersonId subject = envelope.subjects.empty() ? PersonId() : envelope.subjects.front();
        ONEDOOR_TRY(writer.append({{envelope.record, std::move(read.event), subject}}, envelope.actor, envelope.wall));
        moved.insert(envelope.ref, {writer.stream(), writer.head().sequence});
    }
    return {};
}

/// From now on the witness follows the stream.
void keepWitness(const OpenedStore& store)
{
    recordWitness(store);
    QElapsedTimer sinceLast;
    sinceLast.start();
    store.writer->onDurable([path = store.paths.witness(), stream = store.writer->stream(), sinceLast](const StreamHead& head) mutable {
        if (sinceLast.elapsed() < millisecondsBetweenWitnesses)
            return;
        writeWitnessOf(path, stream, head);
        sinceLast.start();
    });
}

/// The connection through which the views follow beside the writer.
void readBeside(Writer& writer, const StoreAccess& access)
{
    auto key = std::make_shared<const SecretKey>(access.key.derive(KeyPurpose::JournalFile));
    writer.readBesideWith([path = access.paths.journal(), cipher = access.cipher, key] {
        return JournalStore::open(path, {.mode = sqlite::OpenMode::ReadOnly, .key = {cipher, key->copy()}});
    });
}

} // namespace

Result<NodeId> founderOf(JournalStore& journal, CentreId centre)
{
    StreamId stream;
    NodeId node;
    ONEDOOR_TRY(journal.eachOfRecord(centre.raw, [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        if (envelope.type == CentreFounded::type && stream.isNull())
            stream = envelope.ref.stream;
        return {};
    }));
    ONEDOOR_TRY(journal.eachOfRecord(stream.raw, [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        const ReadEvent read = readEvent(envelope, nullptr);
        if (const auto* opened = std::get_if<StreamOpened>(&read.event))
            node = opened->node;
        return {};
    }));
    return node;
}

Result<OpenedStore> createStore(const StoreAccess& access, const CentreFounded& centre, Instant now, Random& random)
{
    if (!QDir().mkpath(access.paths.folder))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, access.paths.folder}});
    QFile::setPermissions(access.paths.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (QFile::exists(access.paths.journal()))
        return fail(ErrorKind::Conflict, u"store.exists"_s, {}, {{u"path"_s, access.paths.folder}});
    OpenedStore store{.paths = access.paths};
    ONEDOOR_ASSIGN(store.lock, takeStoreLock(access.paths));
    ONEDOOR_ASSIGN(JournalStore journal, JournalStore::open(access.paths.journal(), journalOptions(access, sqlite::OpenMode::ReadWriteCreate)));
    removeViewsFiles(access.paths);
    ONEDOOR_ASSIGN(ViewsStore views, ViewsStore::open(access.paths.views(), viewsOptions(access)));
    ONEDOOR_ASSIGN(const NewStream stream, mintStream(journal, std::nullopt, access, OpeningReason::Installed, now, random));
    ONEDOOR_ASSIGN(store.writer, Writer::create(std::move(journal), std::move(views), access.key.derive(KeyPurpose::SubjectWrapping),
                                                stream.own.stream, random, access.reachDisk));
    readBeside(*store.writer, access);
    ONEDOOR_TRY(beginStream(*store.writer, stream, {{stream.centre.raw, centre, {}}}, now));
    store.identity = {stream.centre, stream.own.node, stream.own.signingSeed};
    store.report.newStream = OpeningReason::Installed;
    keepWitness(store);
    return store;
}

Result<OpenedStore> openStore(const StoreAccess& access, Instant now, Random& random, const OpeningProgress& progress)
{
    if (!QFile::exists(access.paths.journal()) && QFile::exists(access.paths.salvaged()))
        return fail(ErrorKind::Corrupt, u"salvage.interrupted"_s, {}, {{u"path"_s, access.paths.folder}});
    if (!QFile::exists(access.paths.journal()))
        return fail(ErrorKind::NotFound, u"store.missing"_s, {}, {{u"path"_s, access.paths.folder}});
    OpenedStore store{.paths = access.paths};
    ONEDOOR_ASSIGN(store.lock, takeStoreLock(access.paths));
    ONEDOOR_ASSIGN(JournalStore journal, openJournal(access));
    ONEDOOR_ASSIGN(const bool areReceived, usesReceivedViews(journal, access));
    ONEDOOR_ASSIGN(ViewsStore views, openViews(access, now, store.report));
    ONEDOOR_TRY(matchViews(journal, views, access, store.report));
    if (SubjectKeys keys(journal, access.key.derive(KeyPurpose::SubjectWrapping), random); areReceived)
        ONEDOOR_TRY(renewRights(journal, keys, views));
    ONEDOOR_TRY(fillViews(journal, views, access, progress));
    ONEDOOR_ASSIGN(const std::optional<Own> own, readOwn(journal));
    ONEDOOR_ASSIGN(store.report.newStream, reasonForNewStream(journal, own, access.paths));
    std::optional<NewStream> fresh;
    if (store.report.newStream) {
        ONEDOOR_ASSIGN(fresh, mintStream(journal, own, access, *store.report.newStream, now, random));
    }
    const Own& current = fresh ? fresh->own : *own;
    const StreamId stream = current.stream;
    ONEDOOR_ASSIGN(const CentreId centre, centreOf(journal, now, random));
    store.identity = {fresh ? fresh->centre : centre, current.node, current.signingSeed};
    ONEDOOR_ASSIGN(store.writer, Writer::create(std::move(journal), std::move(views), access.key.derive(KeyPurpose::SubjectWrapping),
                                                stream, random, access.reachDisk));
    readBeside(*store.writer, access);
    ONEDOOR_TRY(store.writer->catchUp(progress));
    if (fresh) {
        ONEDOOR_ASSIGN(const Drafts claims, claimsOf(*store.writer, own, *fresh));
        ONEDOOR_TRY(beginStream(*store.writer, *fresh, claims, now));
    }
    keepWitness(store);
    return store;
}

Result<void> prepareJoinedStore(const StoreAccess& access, NodeId node, const QByteArray& signingSeed)
{
    ONEDOOR_ASSIGN(JournalStore journal, openJournal(access));
    return saveOwn(journal, {{}, node, deviceOf(access.paths), signingSeed});
}

Result<Committed> restartStream(OpenedStore& store, OpeningReason reason, std::uint64_t lastShared, const StoreAccess& access, Instant now,
                                Random& random)
{
    Writer& writer = *store.writer;
    ONEDOOR_ASSIGN(const std::optional<Own> own, readOwn(writer.journal()));
    ONEDOOR_ASSIGN(const NewStream stream, mintStream(writer.journal(), own, access, reason, now, random));
    ONEDOOR_TRY(writer.begin());
    Result<void> outcome = rewriteInto(writer, stream, lastShared, now);
    if (!outcome) {
        writer.rollback();
        return Unexpected(outcome.error());
    }
    ONEDOOR_ASSIGN(Committed committed, writer.commit());
    store.identity = {stream.centre, stream.own.node, stream.own.signingSeed};
    store.report.newStream = reason;
    keepWitness(store);
    return committed;
}

void recordWitness(const OpenedStore& store)
{
    writeWitnessOf(store.paths.witness(), store.writer->stream(), store.writer->head());
}

Error whyProvenKeyFails(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher)
{
    if (verdictOfViews(paths, key, cipher) != KeyVerdict::Anothers)
        return damaged(paths.journal()).value();
    return fail(ErrorKind::Corrupt, u"keys.otherStore"_s, {}, {{u"path"_s, paths.keySlots()}}).value();
}

} // namespace onedoor
