// SPDX-License-Identifier: GPL-3.0-or-later
// Who may read the name and the matter of a confidential visit in a list: whoever has the right "visit.confidential", which "visit.*" includes,
// and who calls or serves the visitor. For others the row stays, so that the queue is true, and says no more than its number.
#pragma once

#include "core/domain/rows.h"
#include "core/services/scopes.h"

namespace onedoor {

bool isConfidential(const TicketRow& row, const CentreDefinition& centre);
bool mayReadConfidential(const Session& session, const CentreDefinition& centre);
/// Adds what the rows lack (route, needs, helper) and takes away what is not for this session's eyes.
Result<void> complete(ViewsStore& views, const Session& session, const CentreDefinition& centre, std::vector<TicketRow>& rows);
Result<void> complete(ViewsStore& views, const Session& session, const CentreDefinition& centre, TicketRow& row);
/// Completes the rows; Forbidden "visit.confidential" when one of them is not for this session's eyes.
Result<void> mustBeReadable(QueryScope& scope, std::vector<TicketRow>& rows);

} // namespace onedoor
