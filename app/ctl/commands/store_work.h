// SPDX-License-Identifier: GPL-3.0-or-later
// What the subcommands that work on a store's files share: verify, backup, restore, salvage. Main thread.
#pragma once

#include "app/ctl/console.h"
#include "app/ctl/subcommand.h"
#include "app/ctl/unlocked_store.h"
#include "core/store/store_opening.h"

#include <QCoreApplication>

namespace onedoor {

/// The key slots gave the key, so a file that it does not open is damaged, or the key slots are another store's.
inline Error withProvenKey(const Error& error, const UnlockedStore& store)
{
    const bool isRefused = error.code == QLatin1String("store.wrongKey");
    if (!isRefused && error.code != QLatin1String("salvage.nothingReadable"))
        return error;
    const Error why = whyProvenKeyFails(store.paths, store.key, store.keySlots.cipher());
    return isRefused || why.code == QLatin1String("keys.otherStore") ? why : error;
}

} // namespace onedoor
