// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/still_file.h"

#include "core/store/sqlite/failure.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cstring>
#include <sqlite3.h>

namespace onedoor::sqlite {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageBytes = 4096; ///< connection.cpp
constexpr int pieceBytes = 1 << 20;

/// The file system that the cipher stands upon: it gives the bytes as they are.
sqlite3_vfs* fileSystemBelowCipher()
{
    const sqlite3_vfs* const usual = sqlite3_vfs_find(nullptr);
    const char* const name = usual != nullptr ? std::strchr(usual->zName, '-') : nullptr; // "multipleciphers-unix"
    return name != nullptr ? sqlite3_vfs_find(name + 1) : nullptr;
}

/// A file opened through SQLite itself. Never by any other way: on POSIX whoever closes a file takes away all locks that the process has on
/// it, SQLite's too, and another program might then believe that nobody has it open. SQLite puts such a closing off.
class BareFile {
public:
    BareFile() = default;
    ~BareFile()
    {
        if (m_file != nullptr && m_file->pMethods != nullptr)
            m_file->pMethods->xClose(m_file);
        sqlite3_free_filename(m_name);
    }
    BareFile(const BareFile&) = delete;
    BareFile& operator=(const BareFile&) = delete;

    Result<void> open(const QString& path)
    {
        sqlite3_vfs* const files = fileSystemBelowCipher();
        if (files == nullptr)
            return fail(ErrorKind::Internal, u"store.internal"_s, {}, {{u"reason"_s, u"file system"_s}});
        m_memory.resize(std::size_t(files->szOsFile) / sizeof(std::max_align_t) + 1);
        m_file = reinterpret_cast<sqlite3_file*>(m_memory.data());
        m_file->pMethods = nullptr;
        m_name = sqlite3_create_filename(QDir::toNativeSeparators(path).toUtf8().constData(), "", "", 0, nullptr);
        const int opened = files->xOpen(files, m_name, m_file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
        return opened == SQLITE_OK ? Result<void>() : Result<void>(failure(opened, path));
    }
    Result<qint64> size() const
    {
        sqlite3_int64 bytes = 0;
        const int asked = m_file->pMethods->xFileSize(m_file, &bytes);
        if (asked != SQLITE_OK)
            return failure(asked, QString::fromUtf8(m_name));
        return bytes;
    }
    Result<void> read(qint64 offset, QByteArray& piece) const
    {
        const int got = m_file->pMethods->xRead(m_file, piece.data(), int(piece.size()), offset);
        return got == SQLITE_OK ? Result<void>() : Result<void>(failure(got, QString::fromUtf8(m_name)));
    }

private:
    std::vector<std::max_align_t> m_memory; ///< of the file system's own kind of file
    sqlite3_file* m_file = nullptr;
    sqlite3_filename m_name = nullptr;
};

Result<void> copyBytes(const BareFile& source, QFile& target, const Database::Progress& progress)
{
    ONEDOOR_ASSIGN(const qint64 size, source.size());
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    for (qint64 at = 0; at < size; at += piece.size()) {
        piece.resize(qsizetype(std::min(qint64(pieceBytes), size - at)));
        ONEDOOR_TRY(source.read(at, piece));
        if (target.write(piece) != piece.size())
            return fail(ErrorKind::Full, u"store.full"_s, {}, {{u"path"_s, target.fileName()}});
        if (progress && !progress(int((at + piece.size()) / pageBytes), int(size / pageBytes)))
            return fail(ErrorKind::Busy, u"store.backupStopped"_s, {}, {{u"path"_s, target.fileName()}});
    }
    return {};
}

} // namespace

Result<StillFile> StillFile::hold(const QString& path, CipherKey key)
{
    ONEDOOR_ASSIGN(Database opened, Database::open(path, {.mode = OpenMode::ReadOnly, .key = std::move(key)}));
    auto held = std::make_unique<Held>(std::move(opened));
    ONEDOOR_ASSIGN(Transaction reading, Transaction::begin(held->database, TransactionKind::Read));
    held->reading.emplace(std::move(reading));
    held->lastWritten = QFileInfo(path).lastModified();
    return StillFile(std::move(held));
}

Result<void> StillFile::copyTo(const QString& target, const Database::Progress& progress) const
{
    const QString path = m_held->database.path();
    BareFile source;
    ONEDOOR_TRY(source.open(path));
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, target}});
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    ONEDOOR_TRY(copyBytes(source, file, progress));
    if (QFileInfo(path).lastModified() != m_held->lastWritten)
        return fail(ErrorKind::Busy, u"store.busy"_s, {}, {{u"path"_s, path}});
    return {};
}

} // namespace onedoor::sqlite
