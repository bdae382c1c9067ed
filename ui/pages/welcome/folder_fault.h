// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks against putting a new store into a folder, found before anything is made. Touches nothing. UI thread.
#pragma once

#include <QString>

namespace onedoor {

class StoreDoor;

/// A store whose making was interrupted is put aside by the next making; a restored one does not go into its folder.
enum class UnfinishedStore { PutAside, InTheWay };

/// A sentence for the reader; empty when the folder will do. `folder` with forward slashes.
QString folderFault(const StoreDoor& door, const QString& folder, UnfinishedStore unfinished);

} // namespace onedoor
