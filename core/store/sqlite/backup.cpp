// SPDX-License-Identifier: GPL-3.0-or-later
// Database::backupTo: a copy page by page under the same key, from one snapshot of the source.
#include "core/store/atomic_file.h"
#include "core/store/sqlite/connection.h"
#include "core/store/sqlite/failure.h"
#include "core/store/sqlite/transaction.h"

#include <QFile>
#include <sqlite3.h>

namespace onedoor::sqlite {

using namespace Qt::StringLiterals;

namespace {

constexpr int pagesPerStep = 256; // 1 MiB: progress stays lively and a stop is heard at once

Result<void> copyPages(sqlite3* target, sqlite3* source, const QString& targetPath, const Database::Progress& progress)
{
    sqlite3_backup* const backup = sqlite3_backup_init(target, "main", source, "main");
    if (!backup)
        return failure(sqlite3_errcode(target), targetPath);
    int resultCode = SQLITE_OK;
    bool stopped = false;
    while (resultCode == SQLITE_OK && !stopped) {
        resultCode = sqlite3_backup_step(backup, pagesPerStep);
        const int total = sqlite3_backup_pagecount(backup);
        stopped = progress && !progress(total - sqlite3_backup_remaining(backup), total) && resultCode == SQLITE_OK;
    }
    sqlite3_backup_finish(backup);
    if (stopped)
        return fail(ErrorKind::Busy, u"store.backupStopped"_s, {}, {{u"path"_s, targetPath}});
    if (resultCode != SQLITE_DONE)
        return failure(resultCode, targetPath);
    return {};
}

void removeWithLogs(const QString& path)
{
    for (const QString& suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + suffix);
}

} // namespace

Result<void> Database::backupTo(const QString& target, const Progress& progress)
{
    const QString unfinished = target + u".part"_s;
    removeWithLogs(unfinished);
    const auto write = [&]() -> Result<void> {
        ONEDOOR_ASSIGN(Transaction snapshot, Transaction::begin(*this, TransactionKind::Read));
        Connection copy;
        CipherKey sameKey{m_connection->key.cipher, m_connection->key.key.copy()};
        ONEDOOR_TRY(copy.connect(unfinished, {}, std::move(sameKey)));
        ONEDOOR_TRY(copyPages(copy.handle, m_connection->handle, unfinished, progress));
        // The copied header asks for a write-ahead log; a backup is one file.
        return copy.execute("PRAGMA journal_mode=DELETE");
    };
    Result<void> written = write();
    if (written)
        written = replaceFile(unfinished, target, Durability::Synced);
    if (!written)
        removeWithLogs(unfinished);
    return written;
}

} // namespace onedoor::sqlite
