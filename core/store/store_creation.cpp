// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_creation.h"

#include "core/store/atomic_file.h"
#include "core/store/store_lock.h"

#include <QDir>
#include <QFileInfo>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QStringList filesOf(const StorePaths& paths)
{
    QStringList files;
    for (const QString& database : QStringList{paths.journal(), paths.views(), paths.views() + u".building"_s})
        files << database << database + u"-wal"_s << database + u"-shm"_s << database + u"-journal"_s;
    files << paths.keySlots() << paths.keySlots() + u".new"_s << paths.witness() << paths.witness() + u".new"_s << paths.signIns()
          << paths.signIns() + u".new"_s;
    return files;
}

/// Nothing here deletes a journal that it did not make itself, not even one that never held anything.
Result<void> putAside(const StorePaths& paths, Instant now)
{
    ONEDOOR_ASSIGN(const auto lock, takeStoreLock(paths)); // somebody may be making it at this moment
    const QString aside = paths.folder + u"/unfinished-"_s + QString::number(now.milliseconds);
    for (const QString& file : filesOf(paths)) {
        if (!QFileInfo::exists(file))
            continue;
        if (!QDir().mkpath(aside) || !QFile::rename(file, aside + u'/' + QFileInfo(file).fileName()))
            return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, file}});
    }
    return {};
}

} // namespace

bool holdsUnfinishedStore(const StorePaths& paths)
{
    return QFileInfo::exists(paths.creating());
}

void discardStore(const StorePaths& paths)
{
    QStringList files = filesOf(paths);
    files << paths.creating();
    for (const QString& file : std::as_const(files))
        QFile::remove(file);
    QDir().rmdir(paths.folder); // only an empty one goes
}

Result<std::unique_ptr<StoreCreation>> StoreCreation::begin(const StorePaths& paths, Instant now)
{
    if (!QDir().mkpath(paths.folder))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, paths.folder}});
    QFile::setPermissions(paths.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // The store's own lock is taken late, with its journal: until then a second maker would mix its keys with these.
    auto turn = std::make_unique<QLockFile>(paths.creating() + u".lock"_s);
    turn->setStaleLockTime(std::chrono::minutes(10));
    if (!turn->tryLock()) {
        const bool isBusy = turn->error() == QLockFile::LockFailedError;
        return fail(isBusy ? ErrorKind::Busy : ErrorKind::Io, isBusy ? u"store.inUse"_s : u"store.readOnly"_s, {}, {{u"path"_s, paths.folder}});
    }
    if (holdsUnfinishedStore(paths))
        ONEDOOR_TRY(putAside(paths, now));
    else if (QFileInfo::exists(paths.keySlots()))
        return fail(ErrorKind::Conflict, u"store.exists"_s, {}, {{u"path"_s, paths.folder}});
    else if (QFileInfo::exists(paths.journal()))
        return fail(ErrorKind::Conflict, u"store.keysMissing"_s, {}, {{u"path"_s, paths.folder}});
    ONEDOOR_TRY(writeFileAtomically(paths.creating(), "OneDoor is making a store here.\n", Durability::Synced));
    return std::unique_ptr<StoreCreation>(new StoreCreation(paths, std::move(turn)));
}

StoreCreation::~StoreCreation()
{
    if (m_finished)
        return;
    discardStore(m_paths);
    m_turn.reset();
    QDir().rmdir(m_paths.folder); // which still held the lock
}

Result<void> StoreCreation::finish()
{
    ONEDOOR_TRY(removeFile(m_paths.creating())); // should the mark come back, a store with visitors would be put aside
    m_finished = true;
    return {};
}

} // namespace onedoor
