// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl create: a new store in an empty folder, with its first administrator and a recovery key for the safe.
#include "app/ctl/console.h"
#include "app/ctl/secret_source.h"
#include "app/ctl/unlocked_store.h"
#include "core/domain/centre/centre_loader.h"
#include "core/services/error_text.h"
#include "core/services/founding.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

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

struct Wanted {
    StoreOptions store;
    QString displayName;
    CentreDefinition centre;
    bool rehearsal = false;
    Instant at; ///< of a rehearsal: when it begins
};

Result<void> create(const Wanted& wanted)
{
    ONEDOOR_ASSIGN(const QString password, readPassword(wanted.store.passwordFile, text(QT_TRANSLATE_NOOP("onedoorctl", "New password:"))));
    Surroundings surroundings;
    surroundings.clock.set(wanted.at);
    const FoundingPlan plan{.paths = {QDir(wanted.store.folder).absolutePath()}, .centre = wanted.centre,
                            .administrator = {wanted.store.login, wanted.displayName, {u"administrator"_s}, SecretKind::Password, password},
                            .rehearsal = wanted.rehearsal, .nodeName = QSysInfo::machineHostName(),
                            .software = u"onedoorctl %1"_s.arg(QCoreApplication::applicationVersion()), .clock = surroundings.clock,
                            .random = surroundings.random};
    bool keyWritten = false;
    const auto keep = [&](const RecoveryKey& key) { // first: a store without its key must not come about
        Result<void> written = writeRecoveryKey(wanted.store.recoveryKeyFile, key);
        keyWritten = written.has_value();
        return written;
    };
    const Result<NewStore> made = foundNewStore(plan, keep);
    if (made)
        return {};
    if (keyWritten)
        QFile::remove(wanted.store.recoveryKeyFile); // it opens nothing
    return Unexpected(made.error());
}

} // namespace

ExitCode runCreate(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all, KeyFile::Written);
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
    Wanted wanted{storeOptionsFrom(values), textOf(values, "name"), {}, values.count("rehearsal") > 0, Instant::fromIso(textOf(values, "at"))};
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
