// SPDX-License-Identifier: GPL-3.0-or-later
// The weights that this program carries (resources/person/similarity.json), read once. Any thread.
#pragma once

#include "core/domain/person/similarity.h"

namespace onedoor {

/// Corrupt "similarity.rules" when the embedded file is not what this program needs.
const Result<SimilarityRules>& similarityRules();

} // namespace onedoor
