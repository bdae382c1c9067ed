// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a database file as they stand on the disk. Opened through SQLite itself, never by any other way: on POSIX whoever closes a file
// takes away all locks that the process has on it, SQLite's too, and another program might then believe that nobody has it open. SQLite puts
// such a closing off. One thread at a time. Private to core/store/sqlite.
#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <vector>

struct sqlite3_file;
struct sqlite3_vfs;

namespace onedoor::sqlite {

/// The file system that the cipher stands upon: it gives the bytes as they are. Null: there is none.
sqlite3_vfs* fileSystemBelowCipher();

class BareFile {
public:
    BareFile() = default;
    ~BareFile();
    BareFile(const BareFile&) = delete;
    BareFile& operator=(const BareFile&) = delete;

    /// Once.
    Result<void> open(const QString& path);
    Result<qint64> size() const;
    /// All of these bytes are there, or it is an error.
    Result<void> read(qint64 offset, char* bytes, qint64 count) const;

private:
    std::vector<std::max_align_t> m_memory; ///< of the file system's own kind of file
    sqlite3_file* m_file = nullptr;
    const char* m_name = nullptr;
};

} // namespace onedoor::sqlite
