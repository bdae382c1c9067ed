// SPDX-License-Identifier: GPL-3.0-or-later
// A new store with its keys and its first administrator, made as one act (core/store/store_creation.h): the key slots reach the disk
// before the journal does, so that no crash leaves a journal that nobody can open. For the assistant, the demo and the command line.
// Takes about a second (Argon2id): not on the UI thread. Errors: those of StoreCreation, secret.*, account.loginShape.
#pragma once

#include "core/services/local_gateway.h"
#include "core/store/keys/key_slots.h"

namespace onedoor {

struct FoundingPlan {
    StorePaths paths;
    CentreDefinition centre;
    FirstAccount administrator; ///< with a password
    bool rehearsal = false;
    SecretCost cost = SecretCost::moderate();
    QString nodeName;
    QString software;
    Clock& clock;   ///< outlives the gateway
    Random& random; ///< outlives the gateway
};

struct NewStore {
    std::unique_ptr<LocalGateway> gateway;
    MasterKey master;
    RecoveryKey recoveryKey;
};

/// `keep` gets the recovery key before anything is made; when it fails, nothing is.
Result<NewStore> foundNewStore(const FoundingPlan& plan, const std::function<Result<void>(const RecoveryKey&)>& keep = {});

} // namespace onedoor
