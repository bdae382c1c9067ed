// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/unlocked_store.h"

#include "app/ctl/secret_source.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

Result<MasterKey> openWithRecoveryKey(const KeySlots& keySlots, const QString& file)
{
    ONEDOOR_ASSIGN(const QString text, secretFromFile(file));
    ONEDOOR_ASSIGN(const RecoveryKey key, RecoveryKey::parse(text));
    return keySlots.openWithRecovery(key);
}

} // namespace

Result<UnlockedStore> unlockStore(const StoreOptions& options)
{
    if (options.folder.isEmpty())
        return fail(ErrorKind::Invalid, u"exec.storeMissing"_s);
    if (options.login.isEmpty())
        return fail(ErrorKind::Invalid, u"exec.loginMissing"_s);
    const StorePaths paths{QDir(options.folder).absolutePath()};
    ONEDOOR_ASSIGN(KeySlots keySlots, KeySlots::read(paths.keySlots()));
    if (!options.recoveryKeyFile.isEmpty()) {
        ONEDOOR_ASSIGN(MasterKey key, openWithRecoveryKey(keySlots, options.recoveryKeyFile));
        return UnlockedStore{paths, std::move(keySlots), std::move(key), options.login, {}};
    }
    ONEDOOR_ASSIGN(const QString password,
                   readPassword(options.passwordFile, QCoreApplication::translate("onedoorctl", "Password of %1:").arg(options.login)));
    ONEDOOR_ASSIGN(MasterKey key, keySlots.openWithPassword(options.login, password));
    return UnlockedStore{paths, std::move(keySlots), std::move(key), options.login, password};
}

GatewaySetup gatewaySetup(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Surroundings& surroundings)
{
    return {paths, MasterKey(key.key().copy()), cipher, QSysInfo::machineHostName(),
            u"onedoorctl %1"_s.arg(QCoreApplication::applicationVersion()), surroundings.clock, surroundings.random, true};
}

Result<Session> signIn(LocalGateway& gateway, const UnlockedStore& store)
{
    QFuture<Result<Session>> session = store.password.isEmpty() ? gateway.sessionOf(store.login) : gateway.signIn(store.login, store.password);
    session.waitForFinished();
    return session.takeResult();
}

} // namespace onedoor
