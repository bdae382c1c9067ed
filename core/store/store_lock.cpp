// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_lock.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QThread>
#ifdef Q_OS_UNIX
#include <sys/file.h>
#endif

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// QLockFile writes, a line each: process, program, host, the machine's id, the id of its running system.
constexpr qsizetype machineLine = 3;
constexpr qint64 largestLock = 4096;
constexpr int unsignedForMilliseconds = 1500; ///< whoever lives has signed its lock long before
constexpr int staleAfterMilliseconds = 1000;  ///< less than that, as file times are coarse

/// As QLockFile judges it: the machine's id decides where both are known, because a renamed PC keeps it and a reinstalled one gets another
/// under the same name. Judged otherwise here, a lock would be one that nobody may take over and that never becomes free.
bool isThisMachine(const QString& path, const QString& host)
{
    QFile file(path);
    const QByteArray machine =
        file.open(QIODevice::ReadOnly) ? file.read(largestLock).split('\n').value(machineLine).trimmed() : QByteArray();
    const QByteArray own = QSysInfo::machineUniqueId();
    if (!machine.isEmpty() && !own.isEmpty())
        return machine == own;
    return host.isEmpty() || host == QSysInfo::machineHostName();
}

StoreLockHolder holderOf(const QLockFile& lock)
{
    StoreLockHolder holder;
    lock.getLockInfo(&holder.process, &holder.host, &holder.program);
    holder.since = {QFileInfo(lock.fileName()).lastModified().toMSecsSinceEpoch()};
    holder.elsewhere = !isThisMachine(lock.fileName(), holder.host);
    return holder;
}

Unexpected inUse(const StorePaths& paths, const StoreLockHolder& holder)
{
    // No centre is known before its store is open: the computer's own time, with its zone.
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(holder.since.milliseconds);
    const QString since = here.toOffsetFromUtc(here.offsetFromUtc()).toString(u"yyyy-MM-dd HH:mm (t)"_s);
    return fail(ErrorKind::Busy, u"store.inUse"_s, {},
                {{u"path"_s, paths.folder}, {u"pid"_s, holder.process}, {u"host"_s, holder.host}, {u"program"_s, holder.program},
                 {u"lockedSince"_s, since}, {u"elsewhere"_s, holder.elsewhere}});
}

/// The system's own lock on the file, which a living process holds under whatever name its computer goes.
bool isHeldByTheSystem(const QString& path)
{
#ifdef Q_OS_UNIX
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    if (flock(file.handle(), LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK;
    flock(file.handle(), LOCK_UN);
#else
    Q_UNUSED(path) // an open file can't be removed there, which is the same proof
#endif
    return false;
}

/// A process that was killed between making its lock and writing its name into it leaves a lock of nobody, which QLockFile alone would
/// keep for ever: there is no process that could be gone.
bool isUnsigned(const QLockFile& lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    return lock.error() == QLockFile::LockFailedError && !lock.getLockInfo(&process, &host, &program);
}

bool takeUnsigned(QLockFile& lock)
{
    QThread::msleep(unsignedForMilliseconds);
    if (!isUnsigned(lock))
        return false;
    lock.setStaleLockTime(staleAfterMilliseconds); // judged by its age; still not removed while the system holds it for somebody
    const bool isOurs = lock.tryLock();
    lock.setStaleLockTime(0);
    return isOurs;
}

} // namespace

Result<std::unique_ptr<QLockFile>> takeStoreLock(const StorePaths& paths)
{
    auto lock = std::make_unique<QLockFile>(paths.lock());
    lock->setStaleLockTime(0); // a lock is stale only when its process is gone, however old it is
    if (lock->tryLock() || (isUnsigned(*lock) && takeUnsigned(*lock)))
        return lock;
    // A dead process's lock on a disk that can't be written is not what stops us.
    if (lock->error() == QLockFile::PermissionError || !QFileInfo(paths.folder).isWritable())
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, paths.folder}});
    return inUse(paths, holderOf(*lock));
}

std::optional<StoreLockHolder> storeLockHolder(const StorePaths& paths)
{
    if (!QFileInfo::exists(paths.lock()))
        return std::nullopt;
    QLockFile lock(paths.lock());
    lock.setStaleLockTime(0);
    if (lock.tryLock() || lock.error() != QLockFile::LockFailedError)
        return std::nullopt;
    if (isUnsigned(lock) && !isHeldByTheSystem(paths.lock()))
        return std::nullopt; // whoever takes the lock will get it
    return holderOf(lock);
}

Result<void> takeOverStoreLock(const StorePaths& paths)
{
    const std::optional<StoreLockHolder> holder = storeLockHolder(paths);
    if (!holder)
        return {};
    if (!holder->elsewhere || isHeldByTheSystem(paths.lock()))
        return inUse(paths, *holder);
    QFile file(paths.lock());
    if (!file.remove())
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, paths.lock()}, {u"reason"_s, file.errorString()}});
    return {};
}

} // namespace onedoor
