// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/folder_fault.h"

#include "ui/models/store_door.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace onedoor {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::FolderFault)
};

/// The folder, or the nearest one above it that is there.
QFileInfo nearestThere(const QString& folder)
{
    QFileInfo there(folder);
    while (!there.exists() && there.absolutePath() != there.absoluteFilePath())
        there = QFileInfo(there.absolutePath());
    return there;
}

} // namespace

QString folderFault(const StoreDoor& door, const QString& folder, UnfinishedStore unfinished)
{
    if (folder.isEmpty() || QDir::isRelativePath(folder))
        return Words::tr("Enter a whole path, or choose a folder");
    if (door.holdsStore(folder))
        return Words::tr("There is a store in this folder already; choose another folder, or go back and open it");
    const QFileInfo there = nearestThere(folder);
    if (!there.exists()) // a drive that is not there
        return Words::tr("Nothing can be written to %1; choose another folder").arg(QDir::toNativeSeparators(folder));
    if (!there.isDir())
        return Words::tr("%1 is a file, not a folder; choose another folder").arg(QDir::toNativeSeparators(there.absoluteFilePath()));
    const bool mayHoldFiles = unfinished == UnfinishedStore::PutAside && door.holdsUnfinishedStore(folder);
    if (QFileInfo::exists(folder) && !QDir(folder).isEmpty() && !mayHoldFiles)
        return Words::tr("There are files in this folder; choose an empty or a new one");
    if (!there.isWritable())
        return Words::tr("Nothing can be written to %1; choose another folder").arg(QDir::toNativeSeparators(there.absoluteFilePath()));
    return {};
}

} // namespace onedoor
