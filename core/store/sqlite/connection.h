// SPDX-License-Identifier: GPL-3.0-or-later
// What a Database holds: the handle, the key it was opened with (a backup is written under the same) and its statement cache.
// Private to core/store/sqlite.
#pragma once

#include "core/store/sqlite/database.h"

#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace onedoor::sqlite {

struct Database::Connection {
    struct CachedStatement {
        sqlite3_stmt* handle = nullptr;
        bool inUse = false;
    };

    Connection() = default;
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Opens the handle and applies `fileKey`, not that of the options; the file is not read yet.
    Result<void> connect(const QString& filePath, const OpenOptions& options, CipherKey fileKey);
    /// First read: finds out whether the key opens the file, then sets how this connection works.
    Result<void> prepareForWork(const OpenOptions& options);
    Result<void> execute(const char* sql);

    sqlite3* handle = nullptr;
    QString path;
    CipherKey key;
    std::unordered_map<const char*, CachedStatement> cache;
    int logPages = 0; ///< in the write-ahead log after the last commit

private:
    static int afterCommit(void* context, sqlite3* handle, const char* schema, int logPages);
    Result<void> applyKey();
    Result<void> proveKey();
    Result<void> startWriteAheadLog();
};

} // namespace onedoor::sqlite
