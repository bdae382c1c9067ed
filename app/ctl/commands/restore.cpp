// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl restore: puts a proven backup into an empty folder; a store that stands there is kept under another name.
#include "app/ctl/commands/store_work.h"
#include "core/store/backup.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

ExitCode runRestore(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    addTakeOverOption(all);
    const auto text = [](const char* source) { return QCoreApplication::translate("onedoorctl", source).toStdString(); };
    all.add_options()("from", options::value<std::string>()->required(), text(QT_TRANSLATE_NOOP("onedoorctl", "folder of the backup")).c_str());
    all.add_options()("move-old-to", options::value<std::string>(),
                      text(QT_TRANSLATE_NOOP("onedoorctl", "new name for the store that stands in the folder")).c_str());
    options::variables_map values;
    if (!readOptions(arguments, "restore", all, values))
        return ExitCode::Done;
    StoreOptions store = storeOptionsFrom(values);
    if (store.folder.isEmpty())
        throw options::required_option("store");
    const StorePaths target{QDir(store.folder).absolutePath()};
    const bool takeOverLock = store.takeOverLock; // of the store that stands in the folder
    store.folder = textOf(values, "from"); // the secrets of the day on which the backup was made
    store.takeOverLock = false;
    store.isBackup = true;
    const Result<UnlockedStore> backup = unlockStore(store);
    if (!backup)
        return console::refuse(backup.error(), ExitCode::NoStore);
    SystemRandom random;
    if (takeOverLock) {
        if (const Result<void> taken = takeOverStoreLock(target); !taken)
            return console::refuse(taken.error(), ExitCode::Refused);
    }
    const Result<RestoreReport> restored =
        restoreBackup(backup->paths.folder, target, textOf(values, "move-old-to"), {backup->key, backup->keySlots.cipher(), random});
    if (!restored)
        return console::refuse(withProvenKey(restored.error(), *backup), ExitCode::Refused);
    console::say(QCoreApplication::translate("onedoorctl", "%1 entries were restored to %2.").arg(QString::number(restored->manifest.events), target.folder));
    if (!restored->movedTo.isEmpty())
        console::say(QCoreApplication::translate("onedoorctl", "The store that was there is now in %1.").arg(restored->movedTo));
    return ExitCode::Done;
}

} // namespace onedoor
