// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_lock.h"

namespace onedoor {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<QLockFile>> takeStoreLock(const StorePaths& paths)
{
    auto lock = std::make_unique<QLockFile>(paths.lock());
    lock->setStaleLockTime(0); // a lock is stale only when its process is gone, however old it is
    if (lock->tryLock())
        return lock;
    if (lock->error() == QLockFile::PermissionError)
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, paths.folder}});
    qint64 pid = 0;
    QString host;
    QString program;
    lock->getLockInfo(&pid, &host, &program);
    return fail(ErrorKind::Busy, u"store.inUse"_s, {}, {{u"path"_s, paths.folder}, {u"pid"_s, pid}, {u"host"_s, host}, {u"program"_s, program}});
}

} // namespace onedoor
