// SPDX-License-Identifier: GPL-3.0-or-later
// Room in a write-ahead log before it is needed. A commit that makes the log longer has the disk note the file's new length as well, which
// takes longer than the commit itself; one that writes over what is there already has not. SQLite stops reading a log at the first frame
// that is not of it, and zeros are none. The thread of the connection that writes, at rest.
#pragma once

#include "core/store/sqlite/database.h"

namespace onedoor::sqlite {

/// Lets the log take up `pages` pages of the disk, in zeros, when it is shorter. What can't be had, as on a full disk, is let be.
void reserveLog(const Database& database, int pages);

} // namespace onedoor::sqlite
