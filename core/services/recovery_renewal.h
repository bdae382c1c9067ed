// SPDX-License-Identifier: GPL-3.0-or-later
// A new recovery key for a store that is open: an administrator proves their secret once more, the key goes to paper, is read back from
// there, and only then takes the place of the old one, whole and synced or not at all. From then on the old paper opens nothing.
// Blocks (Argon2id): not on the UI thread. Errors: session.*, Forbidden "session.notPermitted", Invalid keys.recovery*.
#pragma once

#include "core/services/local_gateway.h"
#include "core/store/keys/recovery_key.h"

namespace onedoor {

/// A key that opens nothing yet.
Result<RecoveryKey> proposeRecoveryKey(LocalGateway& gateway, const Session& session, const QString& secret, Random& random);
/// `key` was read back from paper. Also proves that the file on disk opens with it afterwards.
Result<void> replaceRecoveryKey(const StorePaths& paths, const MasterKey& master, const RecoveryKey& key, Random& random);

} // namespace onedoor
