// SPDX-License-Identifier: GPL-3.0-or-later
// What a store's folder, this PC and this program are called in keys and journals. Stateless, any thread.
#pragma once

#include "core/store/store_paths.h"

namespace onedoor {

StorePaths pathsOf(const QString& folder);
QString deviceName();
QString softwareName();

} // namespace onedoor
