// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes below an OverlayFile: the file's own, and in front of them the pages that were written. Any thread. Private to core/store/sqlite.
#pragma once

#include "core/store/sqlite/bare_file.h"
#include "core/store/sqlite/overlay_file.h"

#include <mutex>
#include <unordered_map>

namespace onedoor::sqlite {

class OverlayFile::Pages {
public:
    static constexpr qint64 pageBytes = 4096; ///< connection.cpp

    Result<void> open(const QString& path);

    qint64 size() const;
    /// How many bytes there were.
    Result<qint64> read(qint64 offset, char* bytes, qint64 count) const;
    Result<void> write(qint64 offset, const char* bytes, qint64 count);
    void truncate(qint64 bytes);

    QByteArray name; ///< under which the file system finds this

private:
    Result<void> readPage(qint64 page, char* bytes) const;

    mutable std::mutex m_mutex; // SQLite reads a file by moving to a place first
    BareFile m_below;
    qint64 m_belowSize = 0; ///< as much of it as still counts
    qint64 m_size = 0;
    std::unordered_map<qint64, QByteArray> m_changed; ///< by page
};

/// Where SQLite finds these files by their names, as the cipher sees it; null when it can't be had.
const char* overlayFileSystem();
void enterOverlay(OverlayFile::Pages& pages); ///< gives it its name
void leaveOverlay(const OverlayFile::Pages& pages);

} // namespace onedoor::sqlite
