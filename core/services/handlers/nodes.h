// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about PCs and about hubs share.
#pragma once

#include "core/base/error.h"
#include "core/domain/node/node_state.h"

namespace onedoor {

/// Invalid "node.badAddress" (host, port).
Result<void> checkNetworkAddress(const QString& host, std::uint32_t port);
bool isServingHub(const NodeState& node);

} // namespace onedoor
