// SPDX-License-Identifier: GPL-3.0-or-later
// Why a ticket stands where it stands, in words: when the visitor came, which head start counts, whether they come back from a hold or a
// missed call, for which place they are kept. Language as in error_text.h. Pure functions; any thread once the translator is installed.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/rows.h"

namespace onedoor {

/// One line without the number; of a ticket that waits, is held or was missed. Empty for any other.
QString whyHere(const TicketRow& row, const CentreDefinition& centre);
/// Fills in `why` and `expectedAt`.
void explain(TicketRow& row, const CentreDefinition& centre);
void explain(std::vector<TicketRow>& rows, const CentreDefinition& centre);
/// The bound on being overtaken that holds for these: the centre's, or that of tickets that were issued under an earlier policy.
std::uint32_t overtakingMinutes(const std::vector<TicketRow>& waiting, const CentreDefinition& centre);

} // namespace onedoor
