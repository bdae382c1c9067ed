// SPDX-License-Identifier: GPL-3.0-or-later
// The centre that a store belongs to, read from its journal. Thread of the journal.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/node/node_events.h"
#include "core/store/journal/journal_store.h"

namespace onedoor {

struct FoundedCentre {
    CentreFounded founded;
    CentreDefinition definition;
};

/// Corrupt "centre.missing"; Unsupported "centre.unreadable" (fact problem) when a newer program wrote what this one can't read.
Result<FoundedCentre> foundedCentre(JournalStore& journal);

} // namespace onedoor
