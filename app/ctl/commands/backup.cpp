// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl backup: saves a store into a folder, beside the running program if need be, and proves what it wrote.
#include "core/store/backup.h"

#include "app/ctl/commands/store_work.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

ExitCode runBackup(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    all.add_options()("to", options::value<std::string>()->required(),
                      QCoreApplication::translate("onedoorctl", "new or empty folder for the backup").toStdString().c_str());
    options::variables_map values;
    if (!readOptions(arguments, "backup", all, values))
        return ExitCode::Done;
    const Result<UnlockedStore> store = unlockStore(storeOptionsFrom(values));
    if (!store)
        return console::refuse(store.error(), ExitCode::NoStore);
    Surroundings surroundings;
    const QString software = u"onedoorctl %1"_s.arg(QCoreApplication::applicationVersion());
    const Result<BackupManifest> saved = backUpStore(store->paths, textOf(values, "to"), {store->key, store->keySlots.cipher(), surroundings.random},
                                                     software, surroundings.clock.now());
    if (!saved)
        return console::refuse(withProvenKey(saved.error(), *store), ExitCode::Refused);
    console::say(QCoreApplication::translate("onedoorctl", "%1 entries were saved to %2 and verified there.")
                     .arg(QString::number(saved->events), QDir(textOf(values, "to")).absolutePath()));
    return ExitCode::Done;
}

} // namespace onedoor
