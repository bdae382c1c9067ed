// SPDX-License-Identifier: GPL-3.0-or-later
// What the first-run assistant and the sign-in page need of a store on disk, so that no page knows files or keys. The composition
// root implements it over core/store. Everything that costs an Argon2 step runs off the UI thread; futures finish on any thread.
// Owned by the composition root, which outlives the pages; UI thread. Errors: those of KeySlots and of the store's folder, Forbidden
// "session.wait" (fact seconds), and Busy "store.inUse" (facts program, host, lockedSince, elsewhere) when another program has the
// store open; elsewhere: another computer has, or had, and a person may take the store over.
#pragma once

#include "core/base/clock.h"
#include "core/services/gateway.h"

#include <array>

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

/// What a backup says of itself, before anybody proves that it is true.
struct BackupFacts {
    QString folder; ///< of the backup, when a file in it was chosen
    QString centreCode;
    QString centreName;
    Instant madeAt;
    std::uint64_t entries = 0;
};

/// With an operator's password, or with the recovery key and a new password for an administrator.
struct RestoreRequest {
    QString backup;
    QString folder; ///< missing or empty
    QString login;
    QString password; ///< the operator's; with a recovery key: the new one
    QString recoveryKey;
};

struct RestoredStore {
    StoreEntry store;
    BackupFacts facts; ///< proven
};

/// A new PC joins the centre of the PC that showed the pairing code.
struct JoinRequest {
    QString code;
    QString folder;   ///< missing or empty
    QString nodeName; ///< what people call this PC
    QString login;    ///< of an account of that centre
    QString password;
};

struct JoinProgress {
    enum class Step { Pairing, Preparing, Fetching, Verifying, Opening };
    Step step = Step::Pairing;
    std::uint64_t done = 0; ///< bytes while fetching, entries otherwise
    std::uint64_t inAll = 0;
    bool isPaired = false; ///< the host knows this PC: code, folder and name stand
};

/// A new recovery key that opens nothing yet.
struct ProposedKey {
    QString text; ///< eight groups of five
    std::array<int, 2> asked{1, 2}; ///< numbers from 1 of the groups to be typed from the paper
};

class StoreDoor {
public:
    virtual ~StoreDoor() = default;

    /// A folder where a new store of this name may be put: writable, the person's own, not there yet.
    virtual QString proposedFolder(const QString& centreCode) const = 0;
    virtual bool holdsStore(const QString& folder) const = 0;
    /// The making of a store was interrupted here: it can only be made again.
    virtual bool holdsUnfinishedStore(const QString& folder) const = 0;

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

    /// Quick; `path` is the folder of a backup or a file in it.
    virtual Result<BackupFacts> describeBackup(const QString& path) const = 0;
    /// Checks the backup (the future reports how far, in per cent), copies it, opens the copy. Nothing half-restored is left behind.
    virtual QFuture<Result<RestoredStore>> restore(RestoreRequest request) = 0;
    /// The restore under way ends soon with "verification.stopped".
    virtual void stopRestoring() = 0;
    /// Quick. Invalid "pairing.shape"; its field names the part that is wrong: host, fingerprint or secret.
    virtual Result<void> checkPairingCode(const QString& code) const = 0;
    /// Pairs, fetches a copy of the centre's store, proves it and opens it. After a refusal the same code goes on where it was left, also
    /// after a wrong password ("keys.wrongSecret"), for its secret works only once.
    virtual QFuture<Result<StoreEntry>> join(JoinRequest request) = 0;
    virtual JoinProgress joinProgress() const = 0;
    /// The joining under way ends soon with "join.stopped".
    virtual void stopJoining() = 0;
    /// What was paired and fetched so far is given up.
    virtual void forgetJoining() = 0;
    /// Breaks the lock that another computer left on the store.
    virtual QFuture<Result<void>> takeOver(const QString& folder) = 0;
    /// For who proves their secret once more; the key replaces the old one when confirmRecoveryKey proves that it is on paper.
    virtual QFuture<Result<ProposedKey>> proposeRecoveryKey(const Session& session, const QString& secret) = 0;
    /// `typed`: the two groups that were asked for. The first fact of a refusal is `group`, the number of the wrong one.
    virtual QFuture<Result<void>> confirmRecoveryKey(const QStringList& typed) = 0;
    virtual void forgetProposedKey() = 0;
    /// The confirmation for the open store whose outcome nobody has read yet, under way or over: the page that asked for it may be gone.
    virtual std::optional<QFuture<Result<void>>> unreadConfirmation() const = 0;
    virtual void setConfirmationRead() = 0;

    /// Forms of this account that are not registered yet, sealed in the open store's folder; on the disk when the future is ready. Empty:
    /// none is kept any more. What was asked for before this door goes is done before it has gone.
    virtual QFuture<Result<void>> keepDrafts(const AccountId& account, const QByteArray& drafts) = 0;
    /// As they were kept last; empty when there are none. Old ones are thrown away first.
    virtual QFuture<Result<QByteArray>> keptDrafts(const AccountId& account) = 0;
};

} // namespace onedoor
