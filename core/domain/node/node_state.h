// SPDX-License-Identifier: GPL-3.0-or-later
// A PC as the centre knows it, and who is the hall host. Plain values, any thread.
#pragma once

#include "core/domain/event_meta.h"
#include "core/domain/node/node_events.h"

#include <map>

namespace onedoor {

/// The cut-offs of an event; adds to, or lowers, those that are known.
void addCutOffs(std::map<StreamId, std::uint64_t>& known, const NodeRevoked& event);

struct NodeState {
    NodeId id;
    NodeEnrolled known; ///< with the newest name
    Instant enrolledAt;
    Instant revokedAt;
    std::map<StreamId, std::uint64_t> cutOffs; ///< of a revoked node: the last event of each stream that stands
    QString reason;
    NodeAddressed address; ///< the newest; empty: it never told one
    HubAddressed hub;      ///< of a hub that serves the centre, the newest; empty: it does not, or not any more
    bool wasHub = false;   ///< at any time
    bool needsUpdate = false;

    bool isEnrolled() const { return enrolledAt.milliseconds != 0; }
    bool isRevoked() const { return revokedAt.milliseconds != 0; }
};
void evolve(NodeState& state, const NodeEnrolled& event, const EventMeta& meta);
void evolve(NodeState& state, const NodeRenamed& event, const EventMeta& meta);
void evolve(NodeState& state, const NodeAddressed& event, const EventMeta& meta);
void evolve(NodeState& state, const HubAddressed& event, const EventMeta& meta);
/// Of several cut-offs of one stream the lowest counts: a PC that is shut out is never let further in again.
void evolve(NodeState& state, const NodeRevoked& event, const EventMeta& meta);

struct HostState {
    NodeId node;
    std::uint64_t epoch = 0; ///< 0: the centre has no host but the PC that founded it
    NodeId mayStillGrant;    ///< a former host that has not yielded: what it grants may be unknown here; null: nobody
    Instant since;
    bool needsUpdate = false;
};
/// The higher epoch counts; of two of the same epoch the first in causal order.
void evolve(HostState& state, const HostNamed& event, const EventMeta& meta);
void evolve(HostState& state, const HostYielded& event, const EventMeta& meta);

/// Whether this node grants number blocks from the centre's common range: the host does, unless another one may still be granting: then
/// two would give out the same numbers. A host that took over and never got to grant has nothing to yield. `founder`: the node that founded the centre.
bool grantsNumbers(const HostState& host, const NodeId& node, const NodeId& founder);
inline NodeId hostOf(const HostState& host, const NodeId& founder) { return host.epoch == 0 ? founder : host.node; }

} // namespace onedoor
