// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/node/node_state.h"

#include <algorithm>

namespace onedoor {

void evolve(NodeState& state, const NodeEnrolled& event, const EventMeta& meta)
{
    state.id = NodeId(meta.record);
    state.known = event;
    state.enrolledAt = meta.at;
}

void evolve(NodeState& state, const NodeRenamed& event, const EventMeta& meta)
{
    state.id = NodeId(meta.record);
    state.known.name = event.name;
}

void evolve(NodeState& state, const NodeAddressed& event, const EventMeta& meta)
{
    state.id = NodeId(meta.record);
    state.address = event;
}

void evolve(NodeState& state, const HubAddressed& event, const EventMeta& meta)
{
    state.id = NodeId(meta.record);
    state.hub = event;
    state.wasHub = true;
}

void addCutOffs(std::map<StreamId, std::uint64_t>& known, const NodeRevoked& event)
{
    for (std::size_t at = 0; at < std::min(event.streams.size(), event.sequences.size()); ++at) {
        const auto [found, isNew] = known.emplace(event.streams[at], event.sequences[at]);
        if (!isNew)
            found->second = std::min(found->second, event.sequences[at]);
    }
}

void evolve(NodeState& state, const NodeRevoked& event, const EventMeta& meta)
{
    state.id = NodeId(meta.record);
    addCutOffs(state.cutOffs, event);
    state.reason = event.reason;
    state.revokedAt = meta.at;
}

void evolve(HostState& state, const HostNamed& event, const EventMeta& meta)
{
    if (event.epoch <= state.epoch)
        return;
    if (event.takenOver && state.mayStillGrant.isNull())
        state.mayStillGrant = event.before;
    if (state.mayStillGrant == event.node)
        state.mayStillGrant = {};
    state.node = event.node;
    state.epoch = event.epoch;
    state.since = meta.at;
}

void evolve(HostState& state, const HostYielded& event, const EventMeta&)
{
    // Two may have taken over without knowing of each other: then the right went to the one that is not the host.
    if (event.node == state.mayStillGrant)
        state.mayStillGrant = event.to == state.node ? NodeId() : event.to;
}

bool grantsNumbers(const HostState& host, const NodeId& node, const NodeId& founder)
{
    return hostOf(host, founder) == node && host.mayStillGrant.isNull();
}

} // namespace onedoor
