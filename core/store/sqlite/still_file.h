// SPDX-License-Identifier: GPL-3.0-or-later
// A database file that nobody writes to for as long as this lives: its bytes may be read as they stand on the disk (overlay_file.h). Other
// connections read and write meanwhile; what they write waits in the write-ahead log, which grows, so this is for seconds. Made on the thread of the file's one writer; may then be handed to another thread, one at a time.
// Errors: those of database.h.
#pragma once

#include "core/store/sqlite/database.h"
#include "core/store/sqlite/transaction.h"

#include <QDateTime>

namespace onedoor::sqlite {

class StillFile {
public:
    /// Only right after Database::emptyLog() said true, and before anything is written again: a reader that finds nothing in the log reads
    /// the file alone, and keeps the log from being moved into it.
    static Result<StillFile> hold(const QString& path, CipherKey key);

    QString path() const;
    /// Busy "store.busy" when the file was written to after all: what was read of it is worth nothing.
    Result<void> checkStill() const;

private:
    struct Held {
        explicit Held(Database opened) : database(std::move(opened)) {}
        Database database;
        QDateTime lastWritten;
        std::optional<Transaction> reading; ///< the last member: it ends before the database does
    };
    explicit StillFile(std::unique_ptr<Held> held) : m_held(std::move(held)) {}

    std::unique_ptr<Held> m_held; ///< where the transaction finds its database, wherever this is moved
};

} // namespace onedoor::sqlite
