// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/unlocked_store.h"

#include "app/ctl/secret_source.h"
#include "core/services/sign_in_limit.h"
#include "core/store/store_creation.h"

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
    Result<MasterKey> master = keySlots.openWithRecovery(key);
    if (!master && master.error().code == u"keys.wrongSecret"_s)
        return fail(ErrorKind::WrongKey, u"keys.wrongRecoveryKey"_s);
    return master;
}

Result<UnlockedStore> unlockWithPassword(const StoreOptions& options, const StorePaths& paths, KeySlots keySlots)
{
    ONEDOOR_ASSIGN(const QString password,
                   readPassword(options.passwordFile, QCoreApplication::translate("onedoorctl", "Password of %1:").arg(options.login)));
    if (options.isBackup) {
        ONEDOOR_ASSIGN(MasterKey key, keySlots.openWithPassword(options.login, password));
        return UnlockedStore{paths, std::move(keySlots), std::move(key), options.login, password};
    }
    const SystemClock clock;
    SystemRandom random;
    SignInLimit limit(paths.signIns(), clock, random);
    ONEDOOR_ASSIGN(MasterKey key, openWithPassword(keySlots, options.login, password, limit));
    return UnlockedStore{paths, std::move(keySlots), std::move(key), options.login, password};
}

Result<UnlockedStore> unlock(const StoreOptions& options, const StorePaths& paths, KeySlots keySlots)
{
    if (options.recoveryKeyFile.isEmpty())
        return unlockWithPassword(options, paths, std::move(keySlots));
    ONEDOOR_ASSIGN(MasterKey key, openWithRecoveryKey(keySlots, options.recoveryKeyFile));
    return UnlockedStore{paths, std::move(keySlots), std::move(key), options.login, {}};
}

} // namespace

Result<UnlockedStore> unlockStore(const StoreOptions& options)
{
    if (options.folder.isEmpty())
        return fail(ErrorKind::Invalid, u"exec.storeMissing"_s);
    if (options.login.isEmpty())
        return fail(ErrorKind::Invalid, u"exec.loginMissing"_s);
    const StorePaths paths{QDir(options.folder).absolutePath()};
    if (holdsUnfinishedStore(paths))
        return fail(ErrorKind::Conflict, u"store.unfinished"_s, {}, {{u"path"_s, paths.folder}});
    ONEDOOR_ASSIGN(KeySlots keySlots, KeySlots::read(paths.keySlots()));
    Result<UnlockedStore> unlocked = unlock(options, paths, std::move(keySlots));
    if (unlocked && options.takeOverLock) { // only for who can open the store
        ONEDOOR_TRY(takeOverStoreLock(paths));
    }
    return unlocked;
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
