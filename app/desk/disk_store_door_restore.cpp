// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the door that puts a backup back and opens it, and that takes a store over from a computer that is gone.
#include "app/desk/disk_store_door.h"
#include "app/desk/store_names.h"
#include "core/store/backup.h"
#include "core/store/store_creation.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int wholePercent = 100;

QString folderOf(const QString& path)
{
    const QFileInfo chosen(path);
    return QDir::cleanPath(chosen.isFile() ? chosen.absolutePath() : chosen.absoluteFilePath());
}

BackupFacts factsOf(const QString& folder, const BackupManifest& manifest)
{
    return {folder, manifest.centreCode, manifest.centreName, manifest.madeAt, manifest.events};
}

Result<MasterKey> keyOf(const KeySlots& keySlots, const RestoreRequest& request)
{
    // A backup is a copy that anybody may carry off: a count of guesses beside it would stop nobody.
    if (request.recoveryKey.isEmpty())
        return keySlots.openWithPassword(request.login, request.password);
    ONEDOOR_TRY(SecretVerifier::checkPassword(request.password));
    ONEDOOR_ASSIGN(const RecoveryKey key, RecoveryKey::parse(request.recoveryKey));
    return keySlots.openWithRecovery(key);
}

/// The folders above the target that were not there; taken away again when nothing comes of it.
class FoldersAbove {
public:
    explicit FoldersAbove(const QString& target)
    {
        QString above = QFileInfo(target).absolutePath();
        while (!QFileInfo::exists(above) && !m_made.contains(above)) { // a drive that is not there lies in itself
            m_made.append(above);
            above = QFileInfo(above).absolutePath();
        }
        QDir().mkpath(QFileInfo(target).absolutePath());
    }
    ~FoldersAbove()
    {
        for (const QString& folder : std::as_const(m_made))
            QDir().rmdir(folder); // only empty ones go
    }
    Q_DISABLE_COPY_MOVE(FoldersAbove)

private:
    QStringList m_made;
};

} // namespace

Result<BackupFacts> DiskStoreDoor::describeBackup(const QString& path) const
{
    const QString folder = folderOf(path);
    ONEDOOR_ASSIGN(const BackupManifest manifest, readManifest(folder));
    return factsOf(folder, manifest);
}

QFuture<Result<RestoredStore>> DiskStoreDoor::restore(RestoreRequest request)
{
    m_stopped = false;
    return QtConcurrent::run(&m_pool, [this, request = std::move(request)](QPromise<Result<RestoredStore>>& promise) {
        promise.setProgressRange(0, wholePercent);
        promise.addResult(restoreNow(request, promise));
    });
}

Result<RestoredStore> DiskStoreDoor::restoreNow(const RestoreRequest& request, QPromise<Result<RestoredStore>>& promise)
{
    const QString backup = folderOf(request.backup);
    const StorePaths target = pathsOf(request.folder);
    ONEDOOR_ASSIGN(const KeySlots keySlots, KeySlots::read(StorePaths{backup}.keySlots()));
    ONEDOOR_ASSIGN(const MasterKey key, keyOf(keySlots, request));
    const auto progress = [&](BackupStep, std::uint64_t done, std::uint64_t inAll) {
        promise.setProgressValue(inAll == 0 ? 0 : int(done * wholePercent / inAll));
        return !m_stopped && !m_leaving;
    };
    const FoldersAbove above(target.folder);
    ONEDOOR_ASSIGN(const RestoreReport report, restoreBackup(backup, target, {}, {key, keySlots.cipher(), m_setup.random}, progress));
    if (m_stopped || m_leaving) { // while it was copied, where nobody asks
        discardStore(target);
        return fail(ErrorKind::Busy, u"verification.stopped"_s);
    }
    QFile::setPermissions(target.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Result<StoreEntry> entry = request.recoveryKey.isEmpty()
        ? openNow(target.folder, request.login, request.password, {})
        : recoverNow({target.folder, request.recoveryKey, request.login, request.password});
    if (!entry) {
        keep(nullptr);
        discardStore(target); // a copy of the backup, which is still there
        return Unexpected(entry.error());
    }
    return RestoredStore{*entry, factsOf(backup, report.manifest)};
}

QFuture<Result<void>> DiskStoreDoor::takeOver(const QString& folder)
{
    return QtConcurrent::run(&m_pool, [paths = pathsOf(folder)] { return takeOverStoreLock(paths); });
}

} // namespace onedoor
