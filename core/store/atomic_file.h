// SPDX-License-Identifier: GPL-3.0-or-later
// Replacing a small file as a whole: whoever reads it, and whenever the program or the machine dies, finds the old bytes or the
// new ones. Any thread; two writers of the same path must take turns. Errors: Io "store.readOnly", Full "store.full".
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace onedoor {

enum class Durability {
    Synced, ///< the new bytes and their name have reached the disk on return
    Loose,  ///< survives the death of the program; after a power cut the file may be empty or old
};

Result<void> writeFileAtomically(const QString& path, QByteArrayView bytes, Durability durability);

/// Moves a finished file over `target`.
Result<void> replaceFile(const QString& source, const QString& target, Durability durability);

/// What was written into a closed file, and its name, have reached the disk on return.
Result<void> syncToDisk(const QString& path);

/// Takes a file away for good: after a power cut it is not there again.
Result<void> removeFile(const QString& path);

/// NotFound "store.missing" when there is none, Corrupt "store.fileTooLarge" above the limit.
Result<QByteArray> readSmallFile(const QString& path, qint64 limit);

} // namespace onedoor
