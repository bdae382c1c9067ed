// SPDX-License-Identifier: GPL-3.0-or-later
// A database file as it would be after some changes that are never written to it: the file is held still, and the pages that change lie in
// memory. So another PC can be given gigabytes without what is none of its business, and without a copy of them on this disk.
// Any thread; open() and the connection that it gives on one thread, before anybody reads. Errors: those of database.h.
#pragma once

#include "core/store/sqlite/still_file.h"

#include <memory>

namespace onedoor::sqlite {

class OverlayFile {
public:
    static Result<std::unique_ptr<OverlayFile>> over(StillFile file);
    ~OverlayFile();
    OverlayFile(const OverlayFile&) = delete;
    OverlayFile& operator=(const OverlayFile&) = delete;

    /// For Database::open and whatever is built upon it: a connection that sees the changes and makes them. Its write-ahead log lies in memory
    /// too: `PRAGMA journal_mode=DELETE` moves it into the file. Must be closed before this ends.
    QString path() const;
    OpenOptions options(CipherKey key) const;

    qint64 size() const;
    /// Fewer bytes only at the end. Busy "store.busy" when the file below was written to after all.
    Result<QByteArray> read(qint64 offset, qint64 bytes) const;
    /// All of it: `target` is written anew and not synced. False from `progress` stops it: Busy "store.backupStopped".
    Result<void> writeTo(const QString& target, const Database::Progress& progress = {}) const;

    class Pages;

private:
    OverlayFile(StillFile file, std::unique_ptr<Pages> pages);

    StillFile m_still;
    std::unique_ptr<Pages> m_pages;
};

} // namespace onedoor::sqlite
