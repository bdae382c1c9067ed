// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/disk_store_door.h"

#include "app/desk/store_names.h"
#include "core/services/api/administration.h"
#include "core/services/founding.h"
#include "core/store/keys/secret_verifier.h"
#include "core/store/sqlite/cipher.h"
#include "core/store/store_creation.h"
#include "ui/models/when_ready.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QtConcurrent>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

bool hasShapeOfPin(const QString& secret)
{
    const Result<void> checked = SecretVerifier::checkPin(secret);
    return checked || checked.error().code != u"secret.pinShape"_s;
}

bool isNoSuchSlot(const Error& error)
{
    return error.code == u"keys.noSlot"_s;
}

} // namespace

DiskStoreDoor::DiskStoreDoor(const DoorSetup& setup) : m_setup(setup), m_network(m_pool, setup.clock)
{
    m_pool.setMaxThreadCount(1); // what is asked first is done first
}

DiskStoreDoor::~DiskStoreDoor()
{
    m_leaving = true;
    m_pool.waitForDone();
}

QString DiskStoreDoor::keyringNameOf(const KeySlots& slotsOfStore)
{
    return u"store-"_s + slotsOfStore.storeId().toString();
}

QString DiskStoreDoor::proposedFolder(const QString& centreCode) const
{
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    QString name = u"centre-%1"_s.arg(centreCode);
    for (int number = 2; data.exists(name); ++number)
        name = u"centre-%1-%2"_s.arg(centreCode).arg(number);
    return data.filePath(name);
}

bool DiskStoreDoor::holdsStore(const QString& folder) const
{
    return QFileInfo::exists(pathsOf(folder).keySlots()) && !holdsUnfinishedStore(folder);
}

bool DiskStoreDoor::holdsUnfinishedStore(const QString& folder) const
{
    return onedoor::holdsUnfinishedStore(pathsOf(folder));
}

std::optional<StoreLockHolder> DiskStoreDoor::otherUser(const QString& folder) const
{
    return current(folder) ? std::nullopt : storeLockHolder(pathsOf(folder));
}

DiskStoreDoor::OpenFolder DiskStoreDoor::current() const
{
    const QMutexLocker guard(&m_mutex);
    return m_open;
}

DiskStoreDoor::OpenFolder DiskStoreDoor::current(const QString& folder) const
{
    OpenFolder open = current();
    return open && open->paths.folder == pathsOf(folder).folder ? open : nullptr;
}

void DiskStoreDoor::keep(const OpenFolder& folder)
{
    const QMutexLocker guard(&m_mutex);
    m_open = folder;
}

GatewaySetup DiskStoreDoor::gatewaySetup(const StorePaths& paths, const MasterKey& master, sqlite::Cipher cipher) const
{
    constexpr bool keyProven = true; // by the key slots, or made here
    return {paths, MasterKey(master.key().copy()), cipher, deviceName(), softwareName(), m_setup.clock, m_setup.random, keyProven};
}

QFuture<Result<FoundedStore>> DiskStoreDoor::found(FoundingRequest request)
{
    return QtConcurrent::run(&m_pool, [this, request = std::move(request)] { return foundNow(request); });
}

Result<FoundedStore> DiskStoreDoor::foundNow(const FoundingRequest& request)
{
    const StorePaths paths = pathsOf(request.folder);
    const FoundingPlan plan{.paths = paths, .centre = request.centre,
                            .administrator = {request.login, request.displayName, request.roles, SecretKind::Password, request.password},
                            .rehearsal = m_setup.rehearsal, .cost = m_setup.cost, .nodeName = deviceName(), .software = softwareName(),
                            .clock = m_setup.clock, .random = m_setup.random};
    ONEDOOR_ASSIGN(NewStore made, foundNewStore(plan));
    made.gateway->moveToThread(QCoreApplication::instance()->thread());
    ONEDOOR_ASSIGN(const Session session, made.gateway->sessionOf(request.login).result());

    std::shared_ptr<LocalGateway> shared = std::move(made.gateway);
    keep(std::make_shared<Folder>(Folder{paths, std::move(made.master), shared, m_network.attach(shared)}));
    return FoundedStore{{shared, session}, made.recoveryKey.toText()};
}

QFuture<Result<void>> DiskStoreDoor::proveRecoveryKey(const QString& folder, const QString& typed)
{
    return QtConcurrent::run(&m_pool, [this, folder, typed]() -> Result<void> {
        ONEDOOR_ASSIGN(const RecoveryKey key, RecoveryKey::parse(typed));
        ONEDOOR_ASSIGN(const KeySlots keySlots, KeySlots::read(pathsOf(folder).keySlots()));
        ONEDOOR_ASSIGN(const MasterKey master, keySlots.openWithRecovery(key));
        // It opens something; it must be the key of the store that is open here.
        if (const OpenFolder open = current(folder); open && !open->master.equals(master))
            return fail(ErrorKind::WrongKey, u"keys.wrongSecret"_s);
        return {};
    });
}

Result<DiskStoreDoor::OpenFolder> DiskStoreDoor::unlock(const KeySlots& keySlots, const StorePaths& paths, MasterKey master)
{
    if (OpenFolder open = current(paths.folder))
        return open;
    keep(nullptr); // closes another store before this one opens
    ONEDOOR_ASSIGN(std::unique_ptr<LocalGateway> made, LocalGateway::open(gatewaySetup(paths, master, keySlots.cipher())));
    made->moveToThread(QCoreApplication::instance()->thread());
    const std::shared_ptr<LocalGateway> gateway = std::move(made);
    // Before anybody works with it: a PC that follows a host must not call visitors as if it were the host.
    auto open = std::make_shared<Folder>(Folder{paths, std::move(master), gateway, m_network.attach(gateway)});
    keep(open);
    return open;
}

Result<StoreEntry> DiskStoreDoor::openNow(const QString& folder, const QString& login, const QString& secret, const QByteArray& deviceSecret)
{
    OpenFolder open = current(folder);
    if (!open) {
        const StorePaths paths = pathsOf(folder);
        ONEDOOR_ASSIGN(const KeySlots keySlots, KeySlots::read(paths.keySlots()));
        ONEDOOR_ASSIGN(MasterKey master, unlockSlots(keySlots, paths, login, secret, deviceSecret));
        ONEDOOR_ASSIGN(open, unlock(keySlots, paths, std::move(master)));
    }
    ONEDOOR_ASSIGN(const Session session, open->gateway->signIn(login, secret).result());
    return StoreEntry{open->gateway, session};
}

Result<MasterKey> DiskStoreDoor::unlockSlots(const KeySlots& keySlots, const StorePaths& paths, const QString& login, const QString& secret,
                                             const QByteArray& deviceSecret)
{
    if (const std::optional<SecretKey> device = SecretKey::fromBytes(deviceSecret)) {
        if (Result<MasterKey> master = keySlots.openWithDevice(deviceName(), *device))
            return master;
    }
    // No password has this shape and no PIN has a slot: whoever typed a right PIN must not read that it is wrong. Said of every
    // login alike, so that nobody learns which ones there are.
    if (hasShapeOfPin(secret))
        return fail(ErrorKind::Forbidden, u"session.pinNeedsOpenStore"_s, u"secret"_s);
    return openWithPassword(keySlots, login, secret, limitOf(paths));
}

SignInLimit& DiskStoreDoor::limitOf(const StorePaths& paths)
{
    return m_limits.try_emplace(paths.folder, paths.signIns(), m_setup.clock, m_setup.random).first->second;
}

QFuture<Result<StoreEntry>> DiskStoreDoor::open(const QString& folder, const QString& login, const QString& secret)
{
    auto promise = std::make_shared<QPromise<Result<StoreEntry>>>();
    promise->start();
    const auto go = [this, promise, folder, login, secret](const KeyringAnswer& answer) {
        whenReady(QtConcurrent::run(&m_pool, [this, folder, login, secret, device = answer.secret] { return openNow(folder, login, secret, device); }), &m_context, [this, promise, folder, state = answer.state](const Result<StoreEntry>& entry) {
                if (entry && state == KeyringState::NotFound)
                    rememberDevice(folder);
                promise->addResult(entry);
                promise->finish();
            });
    };
    const Result<KeySlots> keySlots = KeySlots::read(pathsOf(folder).keySlots());
    if (current(folder) || !m_setup.keyring || !keySlots)
        go({});
    else
        m_setup.keyring->read(keyringNameOf(*keySlots), go);
    return promise->future();
}

void DiskStoreDoor::rememberDevice(const QString& folder)
{
    const OpenFolder open = current(folder);
    const Result<KeySlots> keySlots = KeySlots::read(pathsOf(folder).keySlots());
    if (!open || !keySlots)
        return;
    // First the keyring, then the slot: a slot without its secret would be litter.
    auto secret = std::make_shared<SecretKey>(SecretKey::generate(m_setup.random));
    const auto bytes = secret->bytes();
    QByteArray kept(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    m_setup.keyring->write(keyringNameOf(*keySlots), kept, [this, secret](bool taken) {
        if (!taken)
            return; // a password costs a moment each morning, nothing is lost
        (void)QtConcurrent::run(&m_pool, [this, secret] {
            return changeSlots([&](KeySlots& all, const MasterKey& master) { return all.addDevice(master, deviceName(), *secret, m_setup.random); });
        });
    });
    wipe(kept);
}

QFuture<Result<StoreEntry>> DiskStoreDoor::recover(RecoveryRequest request)
{
    return QtConcurrent::run(&m_pool, [this, request = std::move(request)] { return recoverNow(request); });
}

Result<StoreEntry> DiskStoreDoor::recoverNow(const RecoveryRequest& request)
{
    ONEDOOR_ASSIGN(const RecoveryKey key, RecoveryKey::parse(request.recoveryKey));
    ONEDOOR_TRY(SecretVerifier::checkPassword(request.newPassword));
    const StorePaths paths = pathsOf(request.folder);
    ONEDOOR_ASSIGN(const KeySlots keySlots, KeySlots::read(paths.keySlots()));
    ONEDOOR_ASSIGN(MasterKey master, keySlots.openWithRecovery(key));
    ONEDOOR_ASSIGN(const OpenFolder open, unlock(keySlots, paths, std::move(master)));
    ONEDOOR_ASSIGN(const Session session, open->gateway->sessionOf(request.login).result());
    const AccountSetSecret command{request.login, SecretKind::Password, request.newPassword};
    // Refused by the session's own rights unless it is an administrator: a paper from the safe does not promote anybody.
    ONEDOOR_TRY(open->gateway->send(session, command).result());
    ONEDOOR_TRY(changeSlots([&](KeySlots& all, const MasterKey& opened) {
        return all.addPassword(opened, request.login, request.newPassword, m_setup.cost, m_setup.random);
    }));
    return StoreEntry{open->gateway, session};
}

Result<void> DiskStoreDoor::changeSlots(const std::function<Result<void>(KeySlots&, const MasterKey&)>& change)
{
    const OpenFolder open = current();
    if (!open)
        return fail(ErrorKind::NotFound, u"store.missing"_s);
    ONEDOOR_ASSIGN(KeySlots keySlots, KeySlots::read(open->paths.keySlots()));
    ONEDOOR_TRY(change(keySlots, open->master));
    return keySlots.write(open->paths.keySlots());
}

QFuture<Result<void>> DiskStoreDoor::admitPassword(const QString& login, const QString& password)
{
    return QtConcurrent::run(&m_pool, [this, login, password] {
        return changeSlots([&](KeySlots& all, const MasterKey& master) {
            return all.addPassword(master, login, password, m_setup.cost, m_setup.random);
        });
    });
}

QFuture<Result<void>> DiskStoreDoor::dismiss(const QString& login)
{
    return QtConcurrent::run(&m_pool, [this, login] {
        return changeSlots([&](KeySlots& all, const MasterKey&) -> Result<void> {
            Result<void> removed = all.remove(KeySlotKind::Password, login);
            return removed || isNoSuchSlot(removed.error()) ? Result<void>() : removed;
        });
    });
}

} // namespace onedoor
