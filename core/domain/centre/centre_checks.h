// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold between the parts of a centre that one field alone cannot show: keys are unique, references lead somewhere,
// numbers cannot be mistaken for each other, hours are in order. Pure, any thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/centre/template_tree.h"

namespace onedoor {

enum class CheckedCentre {
    File,    ///< everything must be complete
    Running, ///< changed one item at a time: a service may be without a place meanwhile
};

/// Reports every broken rule with the line that `source`, the tree the centre was read from, gives for the field.
void checkCentre(const CentreDefinition& centre, const JsonNode& source, ProblemSink& problems,
                 CheckedCentre which = CheckedCentre::File);

} // namespace onedoor
