// SPDX-License-Identifier: GPL-3.0-or-later
// The hash of an id for tables that grow large. Not noexcept: so the common library keeps each hash beside its entry and need not look at
// the entries passed on the way. Stateless, any thread.
#pragma once

#include "core/base/id.h"

namespace onedoor {

struct KeptHash {
    std::size_t operator()(const RawId& id) const { return std::hash<RawId>()(id); }
};

} // namespace onedoor
