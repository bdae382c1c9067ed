// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the store for a kiosk that nobody sits at: after a power cut the PC starts, and the kiosk stands there again. This device's
// secret in the keyring opens the store, as for a PIN; no secret of the account is asked for, because all that it may do is what anybody may do at a kiosk.
#include "app/desk/disk_store_door.h"

#include "app/desk/store_names.h"
#include "ui/models/when_ready.h"
#include "ui/shell/kiosk_keeper.h"

#include <QtConcurrent>

namespace onedoor {

using namespace Qt::StringLiterals;

Result<StoreEntry> DiskStoreDoor::openKioskNow(const QString& folder, const QString& login, const QByteArray& deviceSecret)
{
    const std::optional<SecretKey> device = SecretKey::fromBytes(deviceSecret);
    if (!device || current(folder))
        return fail(ErrorKind::Forbidden, u"session.pinNeedsOpenStore"_s, u"secret"_s);
    const StorePaths paths = pathsOf(folder);
    ONEDOOR_ASSIGN(const KeySlots keySlots, KeySlots::read(paths.keySlots()));
    ONEDOOR_ASSIGN(MasterKey master, keySlots.openWithDevice(deviceName(), *device));
    ONEDOOR_ASSIGN(const OpenFolder open, unlock(keySlots, paths, std::move(master)));
    const Result<Session> session = open->gateway->sessionOf(login).result();
    if (session && isKioskAccount(*session, open->gateway->centre()))
        return StoreEntry{open->gateway, *session};
    keep(nullptr);
    return session ? fail(ErrorKind::Forbidden, u"session.notPermitted"_s) : Unexpected(session.error());
}

QFuture<Result<StoreEntry>> DiskStoreDoor::openKiosk(const QString& folder, const QString& login)
{
    auto promise = std::make_shared<QPromise<Result<StoreEntry>>>();
    promise->start();
    const auto go = [this, promise, folder, login](const KeyringAnswer& answer) {
        whenReady(QtConcurrent::run(&m_pool, [this, folder, login, device = answer.secret] { return openKioskNow(folder, login, device); }), &m_context,
                  [promise](const Result<StoreEntry>& entry) {
                      promise->addResult(entry);
                      promise->finish();
                  });
    };
    const Result<KeySlots> keySlots = KeySlots::read(pathsOf(folder).keySlots());
    if (!m_setup.keyring || !keySlots)
        go({});
    else
        m_setup.keyring->read(keyringNameOf(*keySlots), go);
    return promise->future();
}

} // namespace onedoor
