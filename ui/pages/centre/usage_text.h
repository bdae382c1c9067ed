// SPDX-License-Identifier: GPL-3.0-or-later
// What leans on an item of the centre, as one sentence a line. Pure; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/services/api/centre.h"

#include <QStringList>

namespace onedoor {

/// Empty when nothing does.
QStringList usageLines(const CentreUseReply& usage, const CentreDefinition& centre);
/// Whether the item can't be removed as things stand.
bool isInUse(const CentreUseReply& usage);

} // namespace onedoor
