// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/log_reserve.h"

#include "core/store/atomic_file.h"

#include <QFile>
#include <algorithm>

namespace onedoor::sqlite {

namespace {

constexpr qint64 frameSize = 4096 + 24; ///< a page and its head, https://www.sqlite.org/fileformat2.html#the_write_ahead_log
constexpr qint64 pieceSize = 1 << 20;

} // namespace

void reserveLog(const Database& database, int pages)
{
    QFile log(database.path() + QStringLiteral("-wal"));
    const qint64 wanted = pages * frameSize;
    // Appended: whatever happens, nothing that stands there is written over.
    if (!log.exists() || log.size() >= wanted || !log.open(QIODevice::Append | QIODevice::Unbuffered))
        return;
    const qint64 before = log.size();
    const QByteArray zeros(std::min(pieceSize, wanted - before), '\0');
    for (qint64 size = before; size < wanted; size += zeros.size()) {
        const qint64 piece = std::min(wanted - size, qint64(zeros.size()));
        if (log.write(zeros.constData(), piece) == piece)
            continue;
        log.resize(before);
        return;
    }
    log.close();
    (void)syncToDisk(log.fileName());
}

} // namespace onedoor::sqlite
