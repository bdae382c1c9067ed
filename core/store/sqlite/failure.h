// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite result codes as errors of the house. Private to core/store/sqlite. Messages of SQLite stay out of the facts unless
// they can only quote our own SQL: a full-text query that fails would otherwise carry a visitor's name into a log.
#pragma once

#include "core/base/error.h"

struct sqlite3;

namespace onedoor::sqlite {

/// The error for a result code (primary or extended); `path` and `detail` go into the facts when not empty.
Unexpected failure(int resultCode, const QString& path, const QString& detail = {});

/// The error that the connection reports for its last call; no message.
Unexpected failure(int resultCode, sqlite3* connection);

} // namespace onedoor::sqlite
