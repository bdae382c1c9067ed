// SPDX-License-Identifier: GPL-3.0-or-later
// A store whose key was proven, and the gateway over it. Subcommands that only need the key (verify, backup) stop at unlockStore.
// Blocks (Argon2id takes about a second); main thread.
#pragma once

#include "app/ctl/rehearsal_clock.h"
#include "app/ctl/store_options.h"
#include "core/services/local_gateway.h"
#include "core/store/keys/key_slots.h"

#include <memory>

namespace onedoor {

struct UnlockedStore {
    StorePaths paths;
    KeySlots keySlots;
    MasterKey key;
    QString login;    ///< who opened it
    QString password; ///< empty when the recovery key did
};

/// Errors: those of KeySlots, RecoveryKey and secret_source.h; Invalid "exec.storeMissing" / "exec.loginMissing" without --store / --login.
Result<UnlockedStore> unlockStore(const StoreOptions& options);

/// What a gateway needs of this computer; outlives it.
struct Surroundings {
    RehearsalClock clock;
    SystemRandom random;
};
GatewaySetup gatewaySetup(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Surroundings& surroundings);

/// The account that opened the store, its secret checked. The holder of the recovery key may act as any account of the store.
Result<Session> signIn(LocalGateway& gateway, const UnlockedStore& store);

} // namespace onedoor
