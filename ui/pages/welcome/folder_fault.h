// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks against putting a new store into a folder, found before anything is made. Touches nothing. UI thread.
#pragma once

#include <QString>

namespace onedoor {

class StoreDoor;

/// A sentence for the reader; empty when the folder will do. `folder` with forward slashes.
QString folderFault(const StoreDoor& door, const QString& folder);

} // namespace onedoor
