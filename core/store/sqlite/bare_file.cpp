// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/bare_file.h"

#include "core/store/sqlite/failure.h"

#include <QDir>
#include <cstring>
#include <sqlite3.h>

namespace onedoor::sqlite {

using namespace Qt::StringLiterals;

sqlite3_vfs* fileSystemBelowCipher()
{
    const sqlite3_vfs* const usual = sqlite3_vfs_find(nullptr);
    const char* const name = usual != nullptr ? std::strchr(usual->zName, '-') : nullptr; // "multipleciphers-unix"
    return name != nullptr ? sqlite3_vfs_find(name + 1) : nullptr;
}

BareFile::~BareFile()
{
    if (m_file != nullptr && m_file->pMethods != nullptr)
        m_file->pMethods->xClose(m_file);
    sqlite3_free_filename(m_name);
}

Result<void> BareFile::open(const QString& path)
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

Result<qint64> BareFile::size() const
{
    sqlite3_int64 bytes = 0;
    const int asked = m_file->pMethods->xFileSize(m_file, &bytes);
    if (asked != SQLITE_OK)
        return failure(asked, QString::fromUtf8(m_name));
    return bytes;
}

Result<void> BareFile::read(qint64 offset, char* bytes, qint64 count) const
{
    const int got = m_file->pMethods->xRead(m_file, bytes, int(count), offset);
    return got == SQLITE_OK ? Result<void>() : Result<void>(failure(got, QString::fromUtf8(m_name)));
}

} // namespace onedoor::sqlite
