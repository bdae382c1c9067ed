// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/store/atomic_file.h"
#include "core/store/joining_copy.h"
#include "core/store/keys/key_slots.h"
#include "core/store/store_lock.h"
#include "core/store/views/received_views.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <algorithm>
#include <future>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String journalName("journal.db");
constexpr QLatin1String viewsName("views.db");
constexpr QLatin1String keySlotsName("keyslots.json");

/// Takes away what an interrupted run left under our working name, and nothing that we did not make.
void removeUnfinished(const QString& folder)
{
    const QStringList ours{journalName, journalName + u".part"_s, journalName + u".part-journal"_s, journalName + u"-journal"_s, journalName + u"-wal"_s,
                           journalName + u"-shm"_s, viewsName, keySlotsName, keySlotsName + u".new"_s, u"manifest.json"_s, u"manifest.json.new"_s};
    // QFile::copy's own temporary file, where the file system knows no nameless ones.
    const QStringList copies = QDir(folder).entryList({u"qt_temp.*"_s}, QDir::Files);
    for (const QString& name : ours + copies)
        QFile::remove(folder + u'/' + name);
    QDir().rmdir(folder);
}

/// A folder under a working name until it is complete.
class UnfinishedFolder {
public:
    explicit UnfinishedFolder(QString path) : m_path(std::move(path)) { removeUnfinished(m_path); }
    ~UnfinishedFolder()
    {
        if (!m_kept)
            removeUnfinished(m_path);
    }
    UnfinishedFolder(const UnfinishedFolder&) = delete;
    UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
    UnfinishedFolder(UnfinishedFolder&&) = delete;
    UnfinishedFolder& operator=(UnfinishedFolder&&) = delete;

    const QString& path() const { return m_path; }
    Result<void> make() const
    {
        if (QDir().mkdir(m_path)) {
            QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
            return {};
        }
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, m_path}});
    }
    /// Under its final name from here on.
    Result<void> keepAs(const QString& name)
    {
        QDir().rmdir(name); // only an empty one goes
        if (!QDir().rename(m_path, name))
            return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, name}});
        m_kept = true;
        return {};
    }

private:
    QString m_path;
    bool m_kept = false;
};

bool isTaken(const QString& folder)
{
    return QFileInfo::exists(folder) && !(QFileInfo(folder).isDir() && QDir(folder).isEmpty());
}

QString cleanFolder(const QString& folder)
{
    return QDir::cleanPath(QDir(folder).absolutePath());
}

/// Verifies the copy of a journal in `folder`; findings are an error here.
Result<VerificationReport> verifyCopy(const QString& folder, const BackupAccess& access, const BackupProgress& progress,
                                      VerificationScope scope = VerificationScope::EveryPage)
{
    VerificationProgress report;
    if (progress)
        report = [&](std::uint64_t done, std::uint64_t inAll) { return progress(BackupStep::Verifying, done, inAll); };
    ONEDOOR_ASSIGN(VerificationReport verified, verifyStore({folder}, access.key, access.cipher, access.random, report, scope));
    if (verified.isSound())
        return verified;
    return fail(ErrorKind::Corrupt, u"backup.unsound"_s, {},
                {{u"path"_s, QString(folder + u'/' + journalName)}, {u"findings"_s, qulonglong(verified.findingsInAll)},
                 {u"problem"_s, QString::fromLatin1(wordOf(verified.findings.front().problem))}});
}

Result<void> copyJournal(const StorePaths& store, const QString& folder, const BackupAccess& access, const BackupProgress& progress)
{
    ONEDOOR_ASSIGN(JournalStore journal, JournalStore::open(store.journal(), {.mode = sqlite::OpenMode::ReadOnly,
                                                                               .key = {access.cipher, access.key.derive(KeyPurpose::JournalFile)}}));
    sqlite::Database::Progress report;
    if (progress)
        report = [&](int done, int inAll) { return progress(BackupStep::Copying, std::uint64_t(done), std::uint64_t(inAll)); };
    return journal.database().backupTo(folder + u'/' + journalName, report);
}

/// Both files as they are on the disk, if they can be had so; false: they can't, and nothing is there.
Result<bool> copyStill(const QString& folder, const JoiningCopy& plan, const BackupProgress& progress)
{
    std::optional<StillStore> still = plan.holdStill ? plan.holdStill() : std::nullopt;
    if (!still)
        return false;
    sqlite::Database::Progress report;
    if (progress)
        report = [&](int done, int inAll) { return progress(BackupStep::Copying, std::uint64_t(done), std::uint64_t(inAll)); };
    const auto copy = [](sqlite::StillFile file, const QString& target, const sqlite::Database::Progress& told) -> Result<void> {
        ONEDOOR_ASSIGN(const auto whole, sqlite::OverlayFile::over(std::move(file)));
        return whole->writeTo(target, told);
    };
    Result<void> copied = copy(std::move(still->journal), folder + u'/' + journalName, report);
    if (copied && plan.isForProver && plan.mayHold.empty() && still->views)
        copied = copy(std::move(*still->views), folder + u'/' + viewsName, {});
    if (copied)
        return true;
    QFile::remove(folder + u'/' + journalName);
    QFile::remove(folder + u'/' + viewsName);
    if (copied.error().code == u"store.busy"_s)
        return false;
    return Unexpected(copied.error());
}

Result<void> makeItAnothers(const QString& folder, const BackupAccess& access, const std::vector<QByteArray>& mayHold)
{
    ONEDOOR_ASSIGN(JournalStore journal, JournalStore::open(folder + u'/' + journalName, {.mode = sqlite::OpenMode::ReadWrite,
                                                                                          .key = {access.cipher, access.key.derive(KeyPurpose::JournalFile)}}));
    // Whoever gets it writes it to a disk of its own; after a crash here nobody wants it.
    ONEDOOR_TRY(journal.database().execute(u"PRAGMA synchronous = OFF"_s));
    return prepareForJoining(journal, mayHold);
}

Result<JournalStore> journalIn(const QString& folder, const BackupAccess& access)
{
    return JournalStore::open(folder + u'/' + journalName, {.mode = sqlite::OpenMode::ReadOnly,
                                                            .key = {access.cipher, access.key.derive(KeyPurpose::JournalFile)}});
}

Result<CentreFounded> centreIn(JournalStore& journal)
{
    constexpr std::uint64_t foundingSequence = 2; // createStore: the second event of the first stream
    ONEDOOR_ASSIGN(const auto heads, journal.heads());
    for (const auto& [stream, head] : heads) {
        ONEDOOR_ASSIGN(const QByteArray bytes, journal.envelopeOf({stream, foundingSequence}));
        const Result<Envelope> envelope = decodeEnvelope(bytes);
        if (!envelope)
            continue;
        ReadEvent read = readEvent(*envelope, nullptr);
        if (auto* founded = std::get_if<CentreFounded>(&read.event))
            return std::move(*founded);
    }
    return CentreFounded{};
}

/// What a copy holds, as its verification found it.
struct Contents {
    std::uint64_t events = 0;
    std::vector<BackupStream> streams;
};

Result<Contents> provenContents(const QString& folder, const BackupAccess& access, const BackupProgress& progress)
{
    ONEDOOR_ASSIGN(const VerificationReport verified, verifyCopy(folder, access, progress));
    Contents contents{.events = verified.events, .streams = {}};
    for (const VerifiedStream& stream : verified.streams)
        contents.streams.push_back({stream.stream, stream.events, stream.headHash});
    return contents;
}

/// The same as the journal says it: for a copy that whoever gets it proves before it counts.
Result<Contents> claimedContents(JournalStore& journal)
{
    Contents contents;
    ONEDOOR_ASSIGN(contents.events, journal.countEvents());
    ONEDOOR_ASSIGN(const auto heads, journal.heads());
    for (const auto& [stream, head] : heads)
        contents.streams.push_back({stream, head.sequence, QString::fromLatin1(viewOf(head.hash).toByteArray().toHex())});
    std::sort(contents.streams.begin(), contents.streams.end(), [](const auto& one, const auto& other) { return one.stream < other.stream; });
    return contents;
}

/// The store's own description of a copy, but for its files.
Result<BackupManifest> describe(const QString& folder, JournalStore& journal, const BackupAccess& access, Contents contents, const QString& software,
                                Instant now)
{
    ONEDOOR_ASSIGN(const KeySlots keySlots, KeySlots::read(folder + u'/' + keySlotsName));
    ONEDOOR_ASSIGN(const CentreFounded centre, centreIn(journal));
    return BackupManifest{.store = keySlots.storeId(), .centreCode = centre.code, .centreName = centre.name, .rehearsal = centre.rehearsal,
                          .cipher = QString(sqlite::cipherName(access.cipher)), .software = software, .madeAt = now, .events = contents.events,
                          .streams = std::move(contents.streams), .files = {}};
}

/// `hashed`: and what each must look like.
Result<void> addFiles(BackupManifest& manifest, const QString& folder, bool hashed = true)
{
    for (const QLatin1String name : {journalName, keySlotsName, viewsName}) {
        if (name == viewsName && !QFileInfo::exists(folder + u'/' + name))
            continue;
        ONEDOOR_ASSIGN(BackupFile file, hashed || name == keySlotsName ? describeFile(folder, QString(name)) : measureFile(folder, QString(name)));
        manifest.files.push_back(std::move(file));
    }
    return {};
}

/// The bytes of a small file, written and synced.
Result<void> copySmall(const QString& from, const QString& to)
{
    ONEDOOR_ASSIGN(const QByteArray bytes, readSmallFile(from, KeySlots::largestFile));
    return writeFileAtomically(to, bytes, Durability::Synced);
}

Result<void> copyLarge(const QString& from, const QString& to)
{
    const QString unfinished = to + u".part"_s;
    QFile::remove(unfinished);
    if (!QFile::copy(from, unfinished))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, to}});
    QFile::setPermissions(unfinished, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return replaceFile(unfinished, to, Durability::Synced);
}

/// The old folder under its new name, once no program has it open.
Result<void> moveAside(const StorePaths& store, const QString& name)
{
    if (name.isEmpty())
        return fail(ErrorKind::Conflict, u"backup.storeThere"_s, {}, {{u"path"_s, store.folder}});
    if (QFileInfo::exists(name))
        return fail(ErrorKind::Conflict, u"backup.targetTaken"_s, {}, {{u"path"_s, name}});
    {
        ONEDOOR_ASSIGN(const auto lock, takeStoreLock(store)); // let go before the move: Windows moves no folder with an open file
    }
    if (!QDir().rename(store.folder, name))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, store.folder}});
    return {};
}

/// Before the first byte is written, so that a full disk says so in time.
Result<void> checkRoom(const QString& folder, const BackupManifest& manifest)
{
    constexpr std::uint64_t megabyte = 1024 * 1024;
    std::uint64_t needed = megabyte;
    for (const BackupFile& file : manifest.files)
        needed += file.size;
    const QStorageInfo disk(QFileInfo(folder).absolutePath());
    const auto free = std::uint64_t(std::max<qint64>(disk.bytesAvailable(), 0));
    if (!disk.isValid() || free >= needed)
        return {};
    return fail(ErrorKind::Full, u"backup.noRoom"_s, {},
                {{u"path"_s, folder}, {u"needed"_s, qulonglong(needed / megabyte)}, {u"free"_s, QString::number(free / megabyte)}});
}

bool streamsMatch(const BackupManifest& manifest, const VerificationReport& verified)
{
    if (manifest.events != verified.events || manifest.streams.size() != verified.streams.size())
        return false;
    for (std::size_t at = 0; at < manifest.streams.size(); ++at) {
        if (manifest.streams[at].stream != verified.streams[at].stream || manifest.streams[at].headHash != verified.streams[at].headHash)
            return false;
    }
    return true;
}

} // namespace

Result<BackupManifest> backUpStore(const StorePaths& store, const QString& targetFolder, const BackupAccess& access, const QString& software,
                                   Instant now, const BackupProgress& progress, CopyFor purpose, const std::vector<QByteArray>& mayHold)
{
    const QString target = cleanFolder(targetFolder);
    if (isTaken(target))
        return fail(ErrorKind::Conflict, u"backup.targetTaken"_s, {}, {{u"path"_s, target}});
    UnfinishedFolder folder(target + u".part"_s);
    ONEDOOR_TRY(folder.make());
    ONEDOOR_TRY(copySmall(store.keySlots(), folder.path() + u'/' + keySlotsName));
    ONEDOOR_TRY(copyJournal(store, folder.path(), access, progress));
    if (purpose == CopyFor::Joining)
        ONEDOOR_TRY(makeItAnothers(folder.path(), access, mayHold));
    ONEDOOR_ASSIGN(JournalStore journal, journalIn(folder.path(), access));
    ONEDOOR_ASSIGN(Contents contents, purpose == CopyFor::Joining ? claimedContents(journal) : provenContents(folder.path(), access, progress));
    ONEDOOR_ASSIGN(BackupManifest manifest, describe(folder.path(), journal, access, std::move(contents), software, now));
    ONEDOOR_TRY(addFiles(manifest, folder.path()));
    ONEDOOR_TRY(writeManifest(folder.path(), manifest));
    ONEDOOR_TRY(folder.keepAs(target));
    return manifest;
}

Result<BackupManifest> copyForJoining(const StorePaths& store, const QString& targetFolder, const BackupAccess& access, const QString& software,
                                      Instant now, const JoiningCopy& plan, const BackupProgress& progress)
{
    const QString target = cleanFolder(targetFolder);
    if (isTaken(target))
        return fail(ErrorKind::Conflict, u"backup.targetTaken"_s, {}, {{u"path"_s, target}});
    UnfinishedFolder folder(target + u".part"_s);
    ONEDOOR_TRY(folder.make());
    ONEDOOR_TRY(copySmall(store.keySlots(), folder.path() + u'/' + keySlotsName));
    ONEDOOR_ASSIGN(const bool isCopied, copyStill(folder.path(), plan, progress));
    if (!isCopied)
        ONEDOOR_TRY(copyJournal(store, folder.path(), access, progress));
    ONEDOOR_TRY(makeItAnothers(folder.path(), access, plan.mayHold));
    ONEDOOR_ASSIGN(JournalStore journal, journalIn(folder.path(), access));
    ONEDOOR_ASSIGN(Contents contents, claimedContents(journal));
    ONEDOOR_ASSIGN(BackupManifest manifest, describe(folder.path(), journal, access, std::move(contents), software, now));
    ONEDOOR_TRY(addFiles(manifest, folder.path(), !plan.isForProver));
    ONEDOOR_TRY(writeManifest(folder.path(), manifest, Durability::Loose));
    ONEDOOR_TRY(folder.keepAs(target));
    return manifest;
}

Result<StillCopy> offerStill(StillStore still, const StorePaths& store, const QString& targetFolder, const BackupAccess& access, const QString& software,
                             Instant now)
{
    const QString target = cleanFolder(targetFolder);
    if (isTaken(target))
        return fail(ErrorKind::Conflict, u"backup.targetTaken"_s, {}, {{u"path"_s, target}});
    StillCopy copy;
    ONEDOOR_ASSIGN(copy.journal, sqlite::OverlayFile::over(std::move(still.journal)));
    if (still.views) {
        ONEDOOR_ASSIGN(copy.views, sqlite::OverlayFile::over(std::move(*still.views)));
    }
    UnfinishedFolder folder(target + u".part"_s);
    ONEDOOR_TRY(folder.make());
    ONEDOOR_TRY(copySmall(store.keySlots(), folder.path() + u'/' + keySlotsName));
    {
        ONEDOOR_ASSIGN(JournalStore journal, JournalStore::open(copy.journal->path(), copy.journal->options({access.cipher, access.key.derive(KeyPurpose::JournalFile)})));
        ONEDOOR_TRY(prepareForJoining(journal, {}));
        ONEDOOR_ASSIGN(Contents contents, claimedContents(journal));
        ONEDOOR_ASSIGN(copy.manifest, describe(folder.path(), journal, access, std::move(contents), software, now));
    }
    ONEDOOR_ASSIGN(BackupFile keySlots, describeFile(folder.path(), keySlotsName));
    copy.manifest.files.push_back(std::move(keySlots));
    copy.manifest.files.push_back({journalName, std::uint64_t(copy.journal->size()), {}});
    if (copy.views)
        copy.manifest.files.push_back({viewsName, std::uint64_t(copy.views->size()), {}});
    ONEDOOR_TRY(writeManifest(folder.path(), copy.manifest, Durability::Loose));
    ONEDOOR_TRY(folder.keepAs(target));
    return copy;
}

const sqlite::OverlayFile* StillCopy::find(const QString& name) const
{
    if (name == journalName)
        return journal.get();
    return name == viewsName ? views.get() : nullptr;
}

Result<void> StillCopy::writeTo(const QString& folder, const std::function<bool()>& goOn) const
{
    const auto progress = [&](int, int) { return !goOn || goOn(); };
    for (const QLatin1String name : {journalName, viewsName}) {
        const sqlite::OverlayFile* const file = find(name);
        if (file == nullptr)
            continue;
        const QString unfinished = folder + u'/' + name + u".part"_s;
        const Result<void> written = file->writeTo(unfinished, progress);
        if (!written) {
            QFile::remove(unfinished);
            return written;
        }
        ONEDOOR_TRY(replaceFile(unfinished, folder + u'/' + name, Durability::Loose));
    }
    return {};
}

namespace {

Result<BackupManifest> checkCopy(const QString& folder, const BackupAccess& access, const BackupProgress& progress, VerificationScope scope)
{
    ONEDOOR_ASSIGN(BackupManifest manifest, readManifest(folder));
    ONEDOOR_TRY(checkFiles(folder, manifest, scope == VerificationScope::PagesInUse ? Hashes::WhereGiven : Hashes::Required));
    ONEDOOR_ASSIGN(const VerificationReport verified, verifyCopy(folder, access, progress, scope));
    if (!streamsMatch(manifest, verified))
        return fail(ErrorKind::Corrupt, u"backup.changed"_s, {}, {{u"path"_s, manifestPath(folder)}});
    return manifest;
}

/// What was just written is in no hurry to reach the disk by itself; it does so while it is checked.
Result<void> syncFetched(const QString& folder)
{
    for (const QLatin1String name : {keySlotsName, viewsName, journalName}) {
        if (QFileInfo::exists(folder + u'/' + name))
            ONEDOOR_TRY(syncToDisk(folder + u'/' + name));
    }
    return {};
}

/// Views that came with the journal: kept under a mark that says whose word they are, or taken away.
Result<void> settleViews(const QString& folder, const BackupAccess& access)
{
    const StorePaths paths{folder};
    if (!QFileInfo::exists(paths.views()))
        return {};
    ONEDOOR_ASSIGN(JournalStore journal, JournalStore::open(paths.journal(), {.mode = sqlite::OpenMode::ReadOnly,
                                                                              .key = {access.cipher, access.key.derive(KeyPurpose::JournalFile)}}));
    ONEDOOR_ASSIGN(const bool fit, areOfJournal(paths.views(), journal, [&] { return sqlite::CipherKey{access.cipher, access.key.derive(KeyPurpose::ViewsFile)}; }));
    if (fit)
        return writeFileAtomically(paths.viewsReceived(), {}, Durability::Synced);
    return removeFile(paths.views());
}

} // namespace

Result<BackupManifest> checkBackup(const QString& folder, const BackupAccess& access, const BackupProgress& progress)
{
    return checkCopy(folder, access, progress, VerificationScope::EveryPage);
}

Result<RestoreReport> restoreBackup(const QString& backupFolder, const StorePaths& target, const QString& moveOldTo, const BackupAccess& access,
                                    const BackupProgress& progress)
{
    RestoreReport report;
    const QString source = cleanFolder(backupFolder);
    const StorePaths store{cleanFolder(target.folder)};
    ONEDOOR_ASSIGN(report.manifest, checkBackup(source, access, progress));
    if (isTaken(store.folder) && moveOldTo.isEmpty())
        return fail(ErrorKind::Conflict, u"backup.storeThere"_s, {}, {{u"path"_s, store.folder}});
    // Everything that can fail for want of room happens before the old store moves.
    ONEDOOR_TRY(checkRoom(store.folder, report.manifest));
    UnfinishedFolder folder(store.folder + u".restoring"_s);
    ONEDOOR_TRY(folder.make());
    ONEDOOR_TRY(copySmall(source + u'/' + keySlotsName, folder.path() + u'/' + keySlotsName));
    ONEDOOR_TRY(copyLarge(source + u'/' + journalName, folder.path() + u'/' + journalName));
    ONEDOOR_TRY(checkFiles(folder.path(), report.manifest));
    if (isTaken(store.folder)) {
        report.movedTo = cleanFolder(moveOldTo);
        ONEDOOR_TRY(moveAside(store, report.movedTo));
    }
    if (const Result<void> kept = folder.keepAs(store.folder); !kept) {
        if (!report.movedTo.isEmpty())
            QDir().rename(report.movedTo, store.folder);
        return Unexpected(kept.error());
    }
    return report;
}

Result<void> adoptBackup(const QString& backupFolder, const StorePaths& target, const BackupAccess& access, const BackupProgress& progress)
{
    const QString source = cleanFolder(backupFolder);
    const QString folder = cleanFolder(target.folder);
    auto synced = std::async(std::launch::async, [&] { return syncFetched(source); });
    auto settled = std::async(std::launch::async, [&] { return settleViews(source, access); });
    ONEDOOR_TRY(checkCopy(source, access, progress, VerificationScope::PagesInUse));
    ONEDOOR_TRY(settled.get());
    if (isTaken(folder))
        return fail(ErrorKind::Conflict, u"backup.storeThere"_s, {}, {{u"path"_s, folder}});
    ONEDOOR_TRY(synced.get());
    QDir().rmdir(folder); // only an empty one goes
    if (!QDir().rename(source, folder))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, folder}});
    QFile::remove(manifestPath(folder)); // a store is no backup of itself
    return {};
}

} // namespace onedoor
