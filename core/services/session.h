// SPDX-License-Identifier: GPL-3.0-or-later
// Who acts, and from where: goes with every command and query. Plain value, any thread.
#pragma once

#include "core/domain/ids.h"

#include <QStringList>

namespace onedoor {

struct Session {
    AccountId account;
    QString login;
    QString displayName;
    QStringList roles;
    QString place; ///< key of the window or room where this session sits; may be empty
};

} // namespace onedoor
