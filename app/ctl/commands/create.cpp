// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl create: a new store in an empty folder, with its first administrator and a recovery key for the safe.
#include "app/ctl/console.h"
#include "app/ctl/secret_source.h"
#include "app/ctl/unlocked_store.h"
#include "core/domain/centre/centre_loader.h"
#include "core/services/error_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("onedoorctl", source);
}

std::optional<CentreDefinition> readCentre(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        console::refuse({ErrorKind::NotFound, u"store.missing"_s, {}, {{u"path"_s, path}}}, ExitCode::NoStore);
        return std::nullopt;
    }
    auto loaded = loadCentre(file.readAll(), QFileInfo(path).fileName());
    if (loaded)
        return std::move(*loaded);
    for (const TemplateProblem& each : loaded.error())
        console::say(each.where() + u": "_s + errorText({ErrorKind::Invalid, each.code, each.field, each.facts}, {}));
    return std::nullopt;
}

/// A new file that only its owner can read.
Result<void> writeRecoveryKey(const QString& path, const RecoveryKey& key)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        || file.write(key.toText().toLatin1() + '\n') < 0 || !file.flush())
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, path}, {u"reason"_s, file.errorString()}});
    return {};
}

struct NewStore {
    StoreOptions store;
    QString displayName;
    CentreDefinition centre;
    bool rehearsal = false;
    Instant at; ///< of a rehearsal: when it begins
};

Result<void> create(const NewStore& wanted)
{
    ONEDOOR_ASSIGN(const QString password, readPassword(wanted.store.passwordFile, text(QT_TRANSLATE_NOOP("onedoorctl", "New password:"))));
    ONEDOOR_TRY(SecretVerifier::checkPassword(password));
    Surroundings surroundings;
    surroundings.clock.set(wanted.at);
    const StorePaths paths{QDir(wanted.store.folder).absolutePath()};
    if (!QDir().mkpath(paths.folder))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, paths.folder}});
    QFile::setPermissions(paths.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (QFile::exists(paths.keySlots()))
        return fail(ErrorKind::Conflict, u"store.exists"_s, {}, {{u"path"_s, paths.folder}});
    const sqlite::Cipher cipher = sqlite::preferredCipher();
    const MasterKey key = MasterKey::generate(surroundings.random);
    const RecoveryKey recovery = RecoveryKey::generate(surroundings.random);
    KeySlots keySlots = KeySlots::create(RawId::make(surroundings.clock.now(), surroundings.random), cipher, wanted.rehearsal);
    ONEDOOR_TRY(keySlots.addPassword(key, wanted.store.login, password, SecretCost::moderate(), surroundings.random));
    ONEDOOR_TRY(keySlots.addRecovery(key, recovery, surroundings.random));
    ONEDOOR_TRY(writeRecoveryKey(wanted.store.recoveryKeyFile, recovery)); // first: a store without it must not come about
    const FirstAccount administrator{wanted.store.login, wanted.displayName, {u"administrator"_s}, SecretKind::Password, password};
    ONEDOOR_TRY(LocalGateway::create(gatewaySetup(paths, key, cipher, surroundings), wanted.centre, {administrator}, wanted.rehearsal));
    return keySlots.write(paths.keySlots());
}

} // namespace

ExitCode runCreate(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    const auto add = [&](const char* name, const char* source) {
        all.add_options()(name, options::value<std::string>()->required(), text(source).toStdString().c_str());
    };
    add("centre", QT_TRANSLATE_NOOP("onedoorctl", "file that describes the centre"));
    add("name", QT_TRANSLATE_NOOP("onedoorctl", "name of the first administrator, as colleagues read it"));
    all.add_options()("rehearsal", text(QT_TRANSLATE_NOOP("onedoorctl", "for practice: lines of exec may set the time")).toStdString().c_str());
    all.add_options()("at", options::value<std::string>(),
                      text(QT_TRANSLATE_NOOP("onedoorctl", "when a rehearsal begins: 2026-03-02T08:30:00+08:00")).toStdString().c_str());
    options::variables_map values;
    if (!readOptions(arguments, "create", all, values))
        return ExitCode::Done;
    NewStore wanted{storeOptionsFrom(values), textOf(values, "name"), {}, values.count("rehearsal") > 0, Instant::fromIso(textOf(values, "at"))};
    if (values.count("at") > 0 && (!wanted.rehearsal || !wanted.at))
        throw options::invalid_option_value("at");
    for (const char* needed : {"store", "login", "recovery-key-file"}) {
        if (values.count(needed) == 0)
            throw options::required_option(needed);
    }
    std::optional<CentreDefinition> centre = readCentre(textOf(values, "centre"));
    if (!centre)
        return ExitCode::NoStore;
    wanted.centre = std::move(*centre);
    if (const Result<void> created = create(wanted); !created)
        return console::refuse(created.error(), ExitCode::NoStore);
    console::say(text(QT_TRANSLATE_NOOP("onedoorctl", "The store is ready. Print the recovery key, keep it in the safe and delete its file.")));
    return ExitCode::Done;
}

} // namespace onedoor
