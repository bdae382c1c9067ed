// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite calls a file system, for overlays: the main file's bytes are an overlay's, its log is memory, and there is nothing else. The
// cipher stands upon it as upon every other one. Each file is one connection's, which needs no locks.
#include "core/store/sqlite/overlay_pages.h"

#include <QByteArray>
#include <algorithm>
#include <cstring>
#include <map>
#include <new>
#include <sqlite3.h>

namespace onedoor::sqlite {

namespace {

constexpr char bareName[] = "onedoor-overlay";
constexpr char cipheredName[] = "multipleciphers-onedoor-overlay";

struct Registry {
    std::mutex mutex;
    std::map<QByteArray, OverlayFile::Pages*> pages;
    std::uint64_t entered = 0;
};

Registry& registry()
{
    static Registry all;
    return all;
}

/// A file as SQLite holds it: an overlay's, or a log of its own.
struct OpenedFile : sqlite3_file {
    OverlayFile::Pages* pages = nullptr;
    QByteArray* log = nullptr;
};

OpenedFile& opened(sqlite3_file* file)
{
    return *static_cast<OpenedFile*>(file);
}

int close(sqlite3_file* file)
{
    delete std::exchange(opened(file).log, nullptr);
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset)
{
    auto* const to = static_cast<char*>(bytes);
    qint64 got = 0;
    if (const OverlayFile::Pages* const pages = opened(file).pages) {
        const Result<qint64> there = pages->read(offset, to, count);
        if (!there)
            return SQLITE_IOERR_READ;
        got = *there;
    } else {
        const QByteArray& log = *opened(file).log;
        got = std::clamp(qint64(log.size()) - offset, qint64(0), qint64(count));
        std::memcpy(to, log.constData() + (got == 0 ? 0 : offset), std::size_t(got));
    }
    std::memset(to + got, 0, std::size_t(count - got));
    return got == count ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
{
    const auto* const from = static_cast<const char*>(bytes);
    if (OverlayFile::Pages* const pages = opened(file).pages)
        return pages->write(offset, from, count) ? SQLITE_OK : SQLITE_IOERR_WRITE;
    QByteArray& log = *opened(file).log;
    if (log.size() < offset + count)
        log.resize(qsizetype(offset + count), '\0');
    std::memcpy(log.data() + offset, from, std::size_t(count));
    return SQLITE_OK;
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    if (OverlayFile::Pages* const pages = opened(file).pages)
        pages->truncate(size);
    else
        opened(file).log->resize(qsizetype(size), '\0');
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    const OverlayFile::Pages* const pages = opened(file).pages;
    *size = pages != nullptr ? pages->size() : opened(file).log->size();
    return SQLITE_OK;
}

int nothing(sqlite3_file*, int)
{
    return SQLITE_OK;
}

int isReserved(sqlite3_file*, int* answer)
{
    *answer = 0;
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file*)
{
    return int(OverlayFile::Pages::pageBytes);
}

int characteristics(sqlite3_file*)
{
    return 0;
}

const sqlite3_io_methods methods{.iVersion = 1, .xClose = close, .xRead = read, .xWrite = write, .xTruncate = truncate, .xSync = nothing,
                                 .xFileSize = fileSize, .xLock = nothing, .xUnlock = nothing, .xCheckReservedLock = isReserved,
                                 .xFileControl = control, .xSectorSize = sectorSize, .xDeviceCharacteristics = characteristics,
                                 .xShmMap = nullptr, .xShmLock = nullptr, .xShmBarrier = nullptr, .xShmUnmap = nullptr, .xFetch = nullptr,
                                 .xUnfetch = nullptr};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flagsOut)
{
    auto* const made = new (file) OpenedFile;
    made->pMethods = nullptr; // until it stands: then SQLite does not close it
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0) {
        const std::lock_guard lock(registry().mutex);
        const auto found = registry().pages.find(QByteArray(name));
        if (found == registry().pages.end())
            return SQLITE_CANTOPEN;
        made->pages = found->second;
    } else {
        made->log = new QByteArray;
    }
    made->pMethods = &methods;
    if (flagsOut != nullptr)
        *flagsOut = flags;
    return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char*, int)
{
    return SQLITE_OK;
}

/// Of a log there is never one before it is opened.
int access(sqlite3_vfs*, const char* name, int, int* answer)
{
    const std::lock_guard lock(registry().mutex);
    *answer = registry().pages.contains(QByteArray(name)) ? 1 : 0;
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* name, int size, char* path)
{
    sqlite3_snprintf(size, path, "%s", name);
    return SQLITE_OK;
}

/// What is no file's matter is left to the usual file system.
sqlite3_vfs make(const sqlite3_vfs& usual)
{
    sqlite3_vfs files = usual;
    files.szOsFile = int(sizeof(OpenedFile));
    files.pNext = nullptr;
    files.zName = bareName;
    files.xOpen = open;
    files.xDelete = remove;
    files.xAccess = access;
    files.xFullPathname = fullPath;
    return files;
}

bool registerOnce()
{
    const sqlite3_vfs* const usual = fileSystemBelowCipher();
    if (usual == nullptr)
        return false;
    static sqlite3_vfs files = make(*usual);
    return sqlite3_vfs_register(&files, 0) == SQLITE_OK && sqlite3mc_vfs_create(bareName, 0) == SQLITE_OK;
}

} // namespace

const char* overlayFileSystem()
{
    static const bool isThere = registerOnce();
    return isThere ? cipheredName : nullptr;
}

void enterOverlay(OverlayFile::Pages& pages)
{
    const std::lock_guard lock(registry().mutex);
    pages.name = "/onedoor-overlay/" + QByteArray::number(qulonglong(++registry().entered));
    registry().pages.emplace(pages.name, &pages);
}

void leaveOverlay(const OverlayFile::Pages& pages)
{
    const std::lock_guard lock(registry().mutex);
    registry().pages.erase(pages.name);
}

} // namespace onedoor::sqlite
