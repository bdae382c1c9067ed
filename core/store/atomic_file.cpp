// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/atomic_file.h"

#include <QFile>
#include <QFileInfo>
#include <filesystem>
#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

Unexpected fileFailure(const QFileDevice& file)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return fail(full ? ErrorKind::Full : ErrorKind::Io, full ? u"store.full"_s : u"store.readOnly"_s, {},
                {{u"path"_s, file.fileName()}, {u"reason"_s, file.errorString()}});
}

bool syncFile(const QFile& file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

Result<void> syncContents(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !syncFile(file))
        return fileFailure(file);
    return {};
}

/// The new name is an entry of the folder, which has to reach the disk too. Windows writes it through by itself.
void syncFolderOf(const QString& path)
{
#ifndef Q_OS_WIN
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return;
    static_cast<void>(fsync(folder)); // some file systems know no such thing; nothing better can be done there
    ::close(folder);
#else
    Q_UNUSED(path)
#endif
}

} // namespace

Result<void> replaceFile(const QString& source, const QString& target, Durability durability)
{
    if (durability == Durability::Synced)
        ONEDOOR_TRY(syncContents(source));
    std::error_code problem;
    std::filesystem::rename(std::filesystem::path(source.toStdU16String()), std::filesystem::path(target.toStdU16String()),
                            problem);
    if (problem) {
        return fail(ErrorKind::Io, u"store.readOnly"_s, {},
                    {{u"path"_s, target}, {u"reason"_s, QString::fromStdString(problem.message())}});
    }
    if (durability == Durability::Synced)
        syncFolderOf(target);
    return {};
}

Result<void> writeFileAtomically(const QString& path, QByteArrayView bytes, Durability durability)
{
    // Always the same temporary name: what a crash left behind is overwritten the next time. QSaveFile would leave one file
    // per crash and syncs always, which a file that is written often can't afford.
    const QString temporary = path + u".new"_s;
    {
        QFile file(temporary);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return fileFailure(file);
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (file.write(bytes.data(), bytes.size()) != bytes.size() || !file.flush()) {
            const Unexpected problem = fileFailure(file);
            file.remove();
            return problem;
        }
    }
    return replaceFile(temporary, path, durability);
}

Result<void> syncToDisk(const QString& path)
{
    ONEDOOR_TRY(syncContents(path));
    syncFolderOf(path);
    return {};
}

Result<void> removeFile(const QString& path)
{
    QFile file(path);
    if (!file.remove())
        return fileFailure(file);
    syncFolderOf(path);
    return {};
}

Result<QByteArray> readSmallFile(const QString& path, qint64 limit)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorKind::NotFound, u"store.missing"_s, {}, {{u"path"_s, path}});
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure(file);
    QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return fileFailure(file);
    if (bytes.size() > limit)
        return fail(ErrorKind::Corrupt, u"store.fileTooLarge"_s, {}, {{u"path"_s, path}, {u"limit"_s, limit}});
    return bytes;
}

} // namespace onedoor
