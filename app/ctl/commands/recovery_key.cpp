// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl recovery-key: a new key for the safe, in two steps. --propose writes it into a file that only its owner can read and changes
// nothing; --confirm takes it back as it was read from the paper (a file, or - for standard input) and replaces the old one.
#include "app/ctl/commands/store_work.h"
#include "app/ctl/secret_source.h"
#include "core/services/recovery_renewal.h"

#include <QFile>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("onedoorctl", source);
}

Result<RecoveryKey> typedKey(const QString& file)
{
    QString typed;
    if (file == u"-"_s) {
        QFile in;
        if (!in.open(stdin, QIODevice::ReadOnly))
            return fail(ErrorKind::Invalid, u"secret.file"_s, {}, {{u"path"_s, file}, {u"reason"_s, in.errorString()}});
        constexpr qint64 longest = 1024;
        typed = QString::fromUtf8(in.readLine(longest));
    } else {
        ONEDOOR_ASSIGN(typed, secretFromFile(file));
    }
    Result<RecoveryKey> key = RecoveryKey::parse(typed);
    wipe(typed);
    return key;
}

Result<QString> renew(const UnlockedStore& store, const QString& propose, const QString& confirm)
{
    if (store.password.isEmpty())
        return fail(ErrorKind::Invalid, u"recovery.passwordNeeded"_s);
    Surroundings surroundings;
    ONEDOOR_ASSIGN(const auto gateway, LocalGateway::open(gatewaySetup(store.paths, store.key, store.keySlots.cipher(), surroundings)));
    ONEDOOR_ASSIGN(const Session session, signIn(*gateway, store));
    ONEDOOR_ASSIGN(const RecoveryKey fresh, proposeRecoveryKey(*gateway, session, store.password, surroundings.random));
    if (!propose.isEmpty()) {
        ONEDOOR_TRY(writeRecoveryKey(propose, fresh));
        return text(QT_TRANSLATE_NOOP("onedoorctl", "The new key is written and opens nothing yet. Print it, then type it from the paper: "
                                                    "onedoorctl recovery-key --confirm FILE."));
    }
    ONEDOOR_ASSIGN(const RecoveryKey typed, typedKey(confirm));
    ONEDOOR_TRY(replaceRecoveryKey(store.paths, store.key, typed, surroundings.random));
    return text(QT_TRANSLATE_NOOP("onedoorctl", "The new recovery key opens the store; the old one no longer does. Keep the paper in the safe and delete "
                                                "the file. Earlier backups still open with the old key: make a new backup, then destroy the old paper."));
}

} // namespace

ExitCode runRecoveryKey(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    addTakeOverOption(all);
    const auto add = [&](const char* name, const char* source) { all.add_options()(name, options::value<std::string>(), text(source).toStdString().c_str()); };
    add("propose", QT_TRANSLATE_NOOP("onedoorctl", "new file for a new key, which opens nothing until it is confirmed"));
    add("confirm", QT_TRANSLATE_NOOP("onedoorctl", "file with the key as it stands on the paper, or - for standard input: replaces the old key"));
    options::variables_map values;
    if (!readOptions(arguments, "recovery-key", all, values))
        return ExitCode::Done;
    if (values.count("propose") + values.count("confirm") != 1)
        throw options::required_option("propose | confirm");
    const Result<UnlockedStore> store = unlockStore(storeOptionsFrom(values));
    if (!store)
        return console::refuse(store.error(), ExitCode::NoStore);
    const Result<QString> renewed = renew(*store, textOf(values, "propose"), textOf(values, "confirm"));
    if (!renewed)
        return console::refuse(renewed.error(), ExitCode::Refused);
    console::say(*renewed);
    return ExitCode::Done;
}

} // namespace onedoor
