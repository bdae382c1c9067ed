// SPDX-License-Identifier: GPL-3.0-or-later
// What the first-run assistant and the sign-in page need of a store on disk, so that no page knows files or keys. The composition
// root implements it over core/store. Everything that costs an Argon2 step runs off the UI thread; futures finish on any thread.
// Owned by the composition root, which outlives the pages; UI thread. Errors: those of KeySlots and of the store's folder, and
// Busy "store.busy" (facts program, process, since) when another program has the store open.
#pragma once

#include "core/services/gateway.h"

namespace onedoor {

/// A store that is open, and who opened it. Whoever holds the gateway keeps the store open.
struct StoreEntry {
    std::shared_ptr<Gateway> gateway;
    Session session;
};

struct FoundingRequest {
    QString folder;
    CentreDefinition centre;
    QString login;
    QString displayName;
    QStringList roles; ///< keys
    QString password;
};

struct FoundedStore {
    StoreEntry store;
    QString recoveryKey; ///< eight groups of five; shown once and kept nowhere
};

struct RecoveryRequest {
    QString folder;
    QString recoveryKey;
    QString login; ///< of the administrator whose password is set anew
    QString newPassword;
};

class StoreDoor {
public:
    virtual ~StoreDoor() = default;

    /// A folder where a new store of this name may be put: writable, the person's own, not there yet.
    virtual QString proposedFolder(const QString& centreCode) const = 0;
    virtual bool holdsStore(const QString& folder) const = 0;

    /// Makes the folder, the keys and the first account.
    virtual QFuture<Result<FoundedStore>> found(FoundingRequest request) = 0;
    /// Opens the key slots of the store with what was typed, from the file on disk: the proof that the paper works.
    virtual QFuture<Result<void>> proveRecoveryKey(const QString& folder, const QString& typed) = 0;
    /// With a password, or with this device's secret and the account's PIN.
    virtual QFuture<Result<StoreEntry>> open(const QString& folder, const QString& login, const QString& secret) = 0;
    virtual QFuture<Result<StoreEntry>> recover(RecoveryRequest request) = 0;
    /// Lets this password open the store from now on; for accounts whose secret is a password.
    virtual QFuture<Result<void>> admitPassword(const QString& login, const QString& password) = 0;
    /// This login opens the store no more.
    virtual QFuture<Result<void>> dismiss(const QString& login) = 0;
};

} // namespace onedoor
