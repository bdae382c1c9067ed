// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to one encrypted SQLite file. Owned by, and used on, one thread; another thread opens its own. Statements and
// transactions made from it must end before it does. Only this folder knows sqlite3.h, and no Qt SQL plugin may ever open the
// same file: two SQLite libraries in one process break each other's file locks.
// Errors: WrongKey "store.wrongKey", Corrupt "store.damaged", Full "store.full", Io "store.io" / "store.readOnly",
// NotFound "store.missing", Busy "store.busy", Conflict "store.constraint"; facts carry the path and SQLite's result code.
#pragma once

#include "core/base/error.h"
#include "core/store/sqlite/cipher.h"
#include "core/store/sqlite/statement.h"

#include <functional>
#include <memory>

struct sqlite3;

namespace onedoor::sqlite {

enum class OpenMode { ReadWriteCreate, ReadWrite, ReadOnly };

/// How hard a commit presses on the disk. Full: the commit has reached it. Normal: the file stays sound after a power cut, but
/// the last commits may be gone; only for what can be rebuilt.
enum class Synchronous { Full, Normal };

struct OpenOptions {
    OpenMode mode = OpenMode::ReadWriteCreate;
    CipherKey key;
    Synchronous synchronous = Synchronous::Full;
    int cacheKibibytes = 8 * 1024;
    /// How long a call on the open file waits for a lock. There is one writer thread, so a writer that finds the lock taken has found
    /// a second program and must say so at once; read-only connections wait a second. Opening itself always waits up to five: after a
    /// crash whoever comes first, be it a reader, reads the write-ahead log under a lock.
    std::optional<int> busyMilliseconds;
    /// SQLite's name for where the file is, when that is no disk: overlay_file.h. Nobody else may have it open. Null: a disk.
    const char* fileSystem = nullptr;
};

/// SQL that lives as long as the program: only string literals convert. Its address is the key of the statement cache.
class StaticSql {
public:
    consteval StaticSql(const char* literal) : m_text(literal) {} // NOLINT(google-explicit-constructor)
    const char* text() const { return m_text; }

private:
    const char* m_text;
};

enum class CheckpointMode {
    Passive,  ///< moves what it can without disturbing anybody
    Truncate, ///< moves everything and empties the write-ahead log; Busy while somebody reads
};

class Database {
public:
    static Result<Database> open(const QString& path, OpenOptions options);
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    QString path() const;

    /// A statement that its caller keeps. `sql` is ours, never built from input.
    Result<Statement> prepare(const QString& sql);
    /// The same statement each time, prepared once. When it is already on loan further down the stack a second one is made.
    Result<Statement> cached(StaticSql sql);
    /// Prepared once, bound, run to the end: for hot inserts, updates and deletes.
    template <typename... Values>
    Result<void> run(StaticSql sql, const Values&... values)
    {
        RunTexts texts;
        ONEDOOR_ASSIGN(Statement statement, cached(sql));
        return statement.bindForRun(texts, values...).run();
    }
    /// One or more statements without parameters or answers: schema scripts and pragmas.
    Result<void> execute(const QString& sql);

    std::int64_t changes() const;      ///< rows touched by the last insert, update or delete
    std::int64_t lastRowNumber() const; ///< rowid of the last insert
    bool inTransaction() const;

    Result<int> userVersion();
    Result<void> setUserVersion(int version);
    Result<int> applicationId();
    Result<void> setApplicationId(int id);

    /// Reads every page in use, which for an encrypted file verifies its authentication tag as well. Seconds per gigabyte.
    Result<void> quickCheck();
    /// Pages in the write-ahead log after this connection's last commit; 0 once it was moved.
    int logPages() const;
    Result<void> checkpoint(CheckpointMode mode = CheckpointMode::Passive);
    /// Moves what it can like a passive checkpoint; true: all of the log stands in the file now. False: somebody still reads an older moment.
    Result<bool> emptyLog();
    /// Waits until the write-ahead log has reached the disk: what a Full commit does at its end.
    /// Io "store.notDurable": what the last commits wrote may be gone after a power cut.
    Result<void> syncLog();

    /// Called with pages done and pages in all; false stops the copy with ErrorKind::Busy "store.backupStopped".
    using Progress = std::function<bool(int, int)>;
    /// One self-contained file under the same cipher and key, as of the moment the call began. Written beside the target,
    /// synced, then moved over it: an interrupted copy never stands under the target's name.
    Result<void> backupTo(const QString& target, const Progress& progress = {});

private:
    struct Connection;
    explicit Database(std::unique_ptr<Connection> connection);
    Result<int> integerPragma(const QString& name);
    std::unique_ptr<Connection> m_connection;
};

} // namespace onedoor::sqlite
