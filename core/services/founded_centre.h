// SPDX-License-Identifier: GPL-3.0-or-later
// The centre that a store belongs to, read from its journal: as it was founded, and as it is after every change since. Thread of the
// writer.
#pragma once

#include "core/domain/centre/centre_state.h"
#include "core/store/store_opening.h"

namespace onedoor {

struct FoundedCentre {
    CentreFounded founded;
    std::shared_ptr<const CentreDefinition> definition; ///< as it is now, never null
};

/// Corrupt "centre.missing"; Unsupported "centre.unreadable" (fact problem) when a newer program wrote what this one can't read.
Result<FoundedCentre> foundedCentre(OpenedStore& store);

} // namespace onedoor
