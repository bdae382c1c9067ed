// SPDX-License-Identifier: GPL-3.0-or-later
// What a decision may know besides the record itself. decide functions are pure: the same state, wish and context give the same answer.
#pragma once

#include "core/base/error.h"
#include "core/domain/event.h"

namespace onedoor {

struct DecideContext {
    Instant now;
    AccountId actor;
    StreamId stream;       ///< the stream this node writes: holder of its number blocks
    int offsetMinutes = 0; ///< of the centre from UTC
    /// This stream began after a restore or a loss, so numbers may have been printed that this store no longer knows.
    bool numbersMayBeLost = false;
    bool mayGrant = true; ///< this node grants number blocks: the hall host, or any node in its own lettered range
    QDate today() const { return now.dateAt(offsetMinutes); }
};

} // namespace onedoor
