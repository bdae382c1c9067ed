// SPDX-License-Identifier: GPL-3.0-or-later
// What a batch from a peer must pass before the log judges its events one by one: what the peer could not see must not stand in for
// what this node may see, and a copy of the own stream that goes on differently proves that this disk was put back. The log's thread.
#pragma once

#include "core/sync/event_log.h"

namespace onedoor::sync {

/// Takes what `peer` handed over. Adds to the log's own refusals "event.withheld": the peer may see less than this node, so others
/// must bring it. Begins the own stream anew when the batch holds another history of it, signed by this node.
Result<Taken> takeFrom(EventLog& log, const NodeId& peer, Batch batch);

} // namespace onedoor::sync
