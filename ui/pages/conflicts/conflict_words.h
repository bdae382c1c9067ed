// SPDX-License-Identifier: GPL-3.0-or-later
// What people read about a conflict: of what record it is, who did what where, what the two versions say field by field, and what it
// means that one of them stands. Pure functions; UI thread. A field that this version does not know is named as it is, never hidden.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/services/api/conflicts.h"

namespace onedoor::conflictwords {

/// "Ticket A012", "Visitor 张三", "Window 3".
QString record(const ConflictRow& row, const CentreDefinition& centre);
/// "Passed on / Finished": what the two did.
QString acts(const ConflictRow& row);
/// "3号窗口, PC 窗口二".
QString where(const ConflictAct& act, const CentreDefinition& centre);
/// Why this is here, and what counts until somebody decides.
QString situation(const ConflictRow& row);
QString field(const QString& key);
/// Empty for a value that is not there.
QString value(const QString& key, const QJsonValue& value, const CentreDefinition& centre);
/// "Version 1", "Version 2".
QString version(std::size_t side);

} // namespace onedoor::conflictwords
