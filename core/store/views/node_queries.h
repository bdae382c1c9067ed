// SPDX-License-Identifier: GPL-3.0-or-later
// The PCs of a centre, from the views. The thread of the views that it is given.
#pragma once

#include "core/domain/rows.h"
#include "core/store/views/views_store.h"

namespace onedoor::queries {

/// All that were ever let in, in the order in which they were.
Result<std::vector<NodeRow>> nodes(ViewsStore& views);
Result<std::vector<QString>> lettersInUse(ViewsStore& views);

} // namespace onedoor::queries
