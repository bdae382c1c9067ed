// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a store's folder. Plain value, any thread.
#pragma once

#include <QString>

namespace onedoor {

struct StorePaths {
    QString folder;

    QString journal() const { return folder + QStringLiteral("/journal.db"); }
    QString views() const { return folder + QStringLiteral("/views.db"); }
    QString salvaged() const { return journal() + QStringLiteral(".salvaged"); } ///< the new journal while a salvage runs
    QString viewsReceived() const { return folder + QStringLiteral("/views.received"); } ///< there while the views are another PC's word
    QString keySlots() const { return folder + QStringLiteral("/keyslots.json"); }
    QString witness() const { return folder + QStringLiteral("/witness.json"); }
    QString lock() const { return folder + QStringLiteral("/store.lock"); }
    QString creating() const { return folder + QStringLiteral("/store.creating"); } ///< there only while a store is made
    QString signIns() const { return folder + QStringLiteral("/signins.json"); }    ///< wrong secrets in a row
    QString drafts() const { return folder + QStringLiteral("/drafts"); }           ///< a folder: one sealed file an account
    QString network() const { return folder + QStringLiteral("/network.json"); }    ///< how the other PCs are reached
};

} // namespace onedoor
