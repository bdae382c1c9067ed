// SPDX-License-Identifier: GPL-3.0-or-later
// What the subcommands that work on a store's files share: verify, backup, restore, salvage. Main thread.
#pragma once

#include "app/ctl/console.h"
#include "app/ctl/subcommand.h"
#include "app/ctl/unlocked_store.h"

#include <QCoreApplication>

namespace onedoor {

/// The key slots gave the key, so a file that it does not open is damaged.
inline Error withProvenKey(Error error)
{
    if (error.code == QLatin1String("store.wrongKey")) {
        error.kind = ErrorKind::Corrupt;
        error.code = QStringLiteral("store.damaged");
    }
    return error;
}

} // namespace onedoor
