// SPDX-License-Identifier: GPL-3.0-or-later
// Where passwords and recovery keys come from: a file, the environment (ONEDOOR_PASSWORD), or the terminal without echo. Never from
// an argument, which every other process of the computer could read. Main thread; may block on the terminal.
// Errors: Invalid "secret.file" {path, reason}; Invalid "secret.noTerminal".
#pragma once

#include "core/base/error.h"
#include "core/store/keys/recovery_key.h"

#include <QString>

namespace onedoor {

/// The first line of the file, as it stands.
Result<QString> secretFromFile(const QString& path);
/// From `file` when there is one, else from the environment, else asked for with `prompt`.
Result<QString> readPassword(const QString& file, const QString& prompt);
/// Into a new file that only its owner can read. Conflict "recovery.fileThere"; Io "store.readOnly".
Result<void> writeRecoveryKey(const QString& path, const RecoveryKey& key);

} // namespace onedoor
