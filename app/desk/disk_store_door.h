// SPDX-License-Identifier: GPL-3.0-or-later
// The store door over folders on this PC: key slots, the device's secret in the OS keyring, and the LocalGateway. At most one store is
// open at a time; it stays open while the desk is locked, so that a PIN is enough to go on. Lives on the UI thread; the costly steps
// run on a pool thread and are waited for when the door goes. With the store it starts what connects it to the other PCs of the hall.
#pragma once

#include "app/desk/desk_network.h"
#include "core/base/clock.h"
#include "core/store/keys/key_slots.h"
#include "core/store/keys/keyring.h"
#include "core/store/store_lock.h"
#include "core/services/local_gateway.h"
#include "core/services/network/joining.h"
#include "core/services/sign_in_limit.h"
#include "ui/models/store_door.h"

#include <QMutex>
#include <QThreadPool>
#include <map>

namespace onedoor {

struct DoorSetup {
    Clock& clock;
    Random& random;
    Keyring* keyring = nullptr; ///< none: this PC keeps no device secret
    SecretCost cost = SecretCost::moderate();
    bool rehearsal = false; ///< of stores that are founded
};

class DiskStoreDoor final : public StoreDoor {
public:
    explicit DiskStoreDoor(const DoorSetup& setup);
    ~DiskStoreDoor() override;

    QString proposedFolder(const QString& centreCode) const override;
    bool holdsStore(const QString& folder) const override;
    bool holdsUnfinishedStore(const QString& folder) const override;
    QFuture<Result<FoundedStore>> found(FoundingRequest request) override;
    QFuture<Result<void>> proveRecoveryKey(const QString& folder, const QString& typed) override;
    QFuture<Result<StoreEntry>> open(const QString& folder, const QString& login, const QString& secret) override;
    QFuture<Result<StoreEntry>> recover(RecoveryRequest request) override;
    QFuture<Result<void>> admitPassword(const QString& login, const QString& password) override;
    QFuture<Result<void>> dismiss(const QString& login) override;
    Result<BackupFacts> describeBackup(const QString& path) const override;
    QFuture<Result<RestoredStore>> restore(RestoreRequest request) override;
    void stopRestoring() override { m_stopped = true; }
    Result<void> checkPairingCode(const QString& code) const override;
    QFuture<Result<StoreEntry>> join(JoinRequest request) override;
    JoinProgress joinProgress() const override;
    void stopJoining() override { m_stopped = true; }
    void forgetJoining() override;
    QFuture<Result<void>> takeOver(const QString& folder) override;
    QFuture<Result<ProposedKey>> proposeRecoveryKey(const Session& session, const QString& secret) override;
    QFuture<Result<void>> confirmRecoveryKey(const QStringList& typed) override;
    void forgetProposedKey() override;
    std::optional<QFuture<Result<void>>> unreadConfirmation() const override;
    void setConfirmationRead() override { m_confirmation.reset(); }
    QFuture<Result<void>> keepDrafts(const AccountId& account, const QByteArray& drafts) override;
    QFuture<Result<QByteArray>> keptDrafts(const AccountId& account) override;

    /// For a kiosk that nobody sits at: with this device's secret alone, and only for an account that may do nothing else. Forbidden
    /// "session.pinNeedsOpenStore" where the keyring has no secret, "session.notPermitted" for any other account.
    QFuture<Result<StoreEntry>> openKiosk(const QString& folder, const QString& login);
    /// The other PCs of the open store's hall.
    NetworkDoor& network() { return m_network; }
    /// Who else has the store open; nobody when it is free or open here.
    std::optional<StoreLockHolder> otherUser(const QString& folder) const;

private:
    struct Folder {
        StorePaths paths;
        MasterKey master;
        std::shared_ptr<LocalGateway> gateway;
        std::shared_ptr<CentreNetwork> network; ///< null when it could not be started
    };
    using OpenFolder = std::shared_ptr<Folder>;

    Result<FoundedStore> foundNow(const FoundingRequest& request);
    Result<StoreEntry> openNow(const QString& folder, const QString& login, const QString& secret, const QByteArray& deviceSecret);
    Result<StoreEntry> openKioskNow(const QString& folder, const QString& login, const QByteArray& deviceSecret);
    static QString keyringNameOf(const KeySlots& slotsOfStore);
    Result<StoreEntry> recoverNow(const RecoveryRequest& request);
    Result<OpenFolder> unlock(const KeySlots& slotsOfStore, const StorePaths& paths, MasterKey master);
    Result<RestoredStore> restoreNow(const RestoreRequest& request, QPromise<Result<RestoredStore>>& promise);
    Result<StoreEntry> joinNow(const JoinRequest& request);
    Result<void> fetchAndOpen(const JoinRequest& request);
    bool noteJoining(JoinProgress::Step step, std::uint64_t done = 0, std::uint64_t inAll = 0);
    void dropJoining();
    Result<ProposedKey> proposeNow(const Session& session, const QString& secret, int number);
    Result<MasterKey> unlockSlots(const KeySlots& keySlots, const StorePaths& paths, const QString& login, const QString& secret,
                                  const QByteArray& deviceSecret);
    SignInLimit& limitOf(const StorePaths& paths);
    Result<void> confirmNow(const QStringList& typed);
    Result<void> changeSlots(const std::function<Result<void>(KeySlots&, const MasterKey&)>& change);
    GatewaySetup gatewaySetup(const StorePaths& paths, const MasterKey& master, sqlite::Cipher cipher) const;
    OpenFolder current() const;
    OpenFolder current(const QString& folder) const;
    void keep(const OpenFolder& folder);
    void rememberDevice(const QString& folder);

    DoorSetup m_setup;
    mutable QMutex m_mutex; ///< of m_open and of the key slot file
    OpenFolder m_open;
    std::optional<RecoveryKey> m_proposed; ///< under m_mutex too, as all about it
    std::weak_ptr<Folder> m_proposedFor;
    std::array<int, 2> m_asked{};
    int m_proposal = 0; ///< counts what was proposed or forgotten: an answer that comes later than that is void
    std::optional<QFuture<Result<void>>> m_confirmation; ///< of the UI thread, like m_confirmedIn: until somebody has read it
    std::weak_ptr<Folder> m_confirmedIn;
    std::map<QString, SignInLimit> m_limits; ///< by folder; of the pool's thread. They outlive a call, for folders that can't be written
    std::atomic<bool> m_leaving{false}; ///< long work ends early
    std::atomic<bool> m_stopped{false}; ///< the restore or the joining under way does
    std::unique_ptr<Joining> m_joining; ///< of the pool's thread, as the next: kept for the next try
    QString m_joiningCode;
    JoinProgress m_joinProgress; ///< under m_mutex
    QObject m_context; ///< ends answers that are due after the door has gone
    QThreadPool m_pool;
    DeskNetwork m_network;
};

} // namespace onedoor
