// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl join: makes this computer one of a centre's, with the code that its hall host shows.
#include "app/ctl/commands/store_work.h"
#include "app/ctl/secret_source.h"
#include "core/services/network/joining.h"

#include <QDir>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("onedoorctl", source);
}

Result<MasterKey> unlock(const KeySlots& slots, const StoreOptions& store)
{
    if (store.recoveryKeyFile.isEmpty()) {
        ONEDOOR_ASSIGN(const QString password, readPassword(store.passwordFile, text(QT_TRANSLATE_NOOP("onedoorctl", "Password of %1:")).arg(store.login)));
        return slots.openWithPassword(store.login, password);
    }
    ONEDOOR_ASSIGN(const QString words, secretFromFile(store.recoveryKeyFile));
    ONEDOOR_ASSIGN(const RecoveryKey key, RecoveryKey::parse(words));
    return slots.openWithRecovery(key);
}

Result<QString> join(const StoreOptions& store, const QString& codeText, const QString& name)
{
    ONEDOOR_ASSIGN(const PairingCode code, PairingCode::parse(codeText));
    const StorePaths paths{QDir(store.folder).absolutePath()};
    if (QFile::exists(paths.journal()) || QFile::exists(paths.keySlots())) // before the code is used up
        return fail(ErrorKind::Conflict, u"store.exists"_s, {}, {{u"path"_s, paths.folder}});
    Surroundings surroundings;
    const QString software = u"onedoorctl %1"_s.arg(QCoreApplication::applicationVersion());
    ONEDOOR_ASSIGN(const std::unique_ptr<Joining> joining,
                   Joining::pair({code, paths, name, software, surroundings.clock, surroundings.random}));
    ONEDOOR_ASSIGN(const KeySlots slots, joining->fetchKeySlots({}));
    ONEDOOR_ASSIGN(const MasterKey key, unlock(slots, store));
    ONEDOOR_TRY(joining->fetchStore({}));
    ONEDOOR_TRY(joining->finish(key, {}));
    return joining->centreName();
}

} // namespace

ExitCode runJoin(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    all.add_options()("code", options::value<std::string>()->required(), text(QT_TRANSLATE_NOOP("onedoorctl", "code that the hall host shows, in quotes")).toStdString().c_str());
    all.add_options()("name", options::value<std::string>(), text(QT_TRANSLATE_NOOP("onedoorctl", "what colleagues call this computer")).toStdString().c_str());
    options::variables_map values;
    if (!readOptions(arguments, "join", all, values))
        return ExitCode::Done;
    const StoreOptions store = storeOptionsFrom(values);
    if (store.folder.isEmpty())
        throw options::required_option("store");
    if (store.login.isEmpty() && store.recoveryKeyFile.isEmpty())
        throw options::required_option("login");
    const QString given = textOf(values, "name");
    const Result<QString> centre = join(store, textOf(values, "code"), given.isEmpty() ? QSysInfo::machineHostName() : given);
    if (!centre)
        return console::refuse(centre.error(), ExitCode::Refused);
    console::say(text(QT_TRANSLATE_NOOP("onedoorctl", "This computer now belongs to %1. Its store is in %2.")).arg(*centre, QDir(store.folder).absolutePath()));
    return ExitCode::Done;
}

} // namespace onedoor
