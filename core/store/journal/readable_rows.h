// SPDX-License-Identifier: GPL-3.0-or-later
// Every row of a journal that the disk still gives back, in order of arrival, even when pages between them are damaged: a damaged
// page costs only the events that lie on it. For verification and salvage; the program's own reading stops at the first damage.
// Needs a readable first page. Same thread as the database; read only.
#pragma once

#include "core/domain/ids.h"
#include "core/store/sqlite/database.h"

#include <functional>

namespace onedoor {

/// A row as the columns say; the views live until the callback returns.
struct StoredRow {
    std::int64_t arrival = 0;
    StreamId stream; ///< null when the table of streams does not know the row's number
    std::int64_t streamNumber = 0;
    std::int64_t sequence = 0;
    QByteArrayView record;
    QByteArrayView hash;
    QByteArrayView envelope;
};

struct RowVisitor {
    std::function<Result<void>(const StoredRow&)> row;
    /// A row that is there but can't be read.
    std::function<void(std::int64_t arrival, const Error&)> lost;
};

/// Errors: those of the database that are not damage, and what the visitor returns.
Result<void> eachReadableRow(sqlite::Database& journal, const RowVisitor& visitor);

} // namespace onedoor
