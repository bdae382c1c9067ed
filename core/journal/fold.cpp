// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/fold.h"

#include "core/journal/payload.h"

#include <algorithm>

namespace onedoor {

namespace {

Hash conflictId(std::vector<EventRef> rivals)
{
    std::sort(rivals.begin(), rivals.end());
    QByteArray bytes;
    CborWriter out(bytes);
    for (const EventRef& rival : rivals) {
        out.bytes(rival.stream.raw.view());
        out.unsignedInteger(rival.sequence);
    }
    return hashOf(bytes);
}

/// Names of the fields that an event sets.
std::vector<std::string_view> touched(const Event& event)
{
    return std::visit(
        [](const auto& each) {
            std::vector<std::string_view> names;
            std::decay_t<decltype(each)>::fields(each, [&](const Field& field, const auto& member) {
                if (!payload::isEmpty(member))
                    names.push_back(field.key());
            });
            return names;
        },
        event);
}

bool touchSameField(const Event& one, const Event& other)
{
    const auto names = touched(one);
    const auto others = touched(other);
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return std::find(others.begin(), others.end(), name) != others.end(); });
}

/// The standing rival that an event clashes with under its own rule; npos when it may stand too.
std::size_t clash(const std::vector<FoldInput>& events, const std::vector<std::size_t>& rivals, const std::vector<bool>& stands, std::size_t at)
{
    const MergeRule rule = mergeRuleOf(events[at].event);
    for (const std::size_t rival : rivals) {
        if (!stands[rival] || mergeRuleOf(events[rival].event) == MergeRule::Commutes || rule == MergeRule::Commutes)
            continue;
        const bool bothFieldWise = rule == MergeRule::FieldWise && mergeRuleOf(events[rival].event) == MergeRule::FieldWise;
        if (!bothFieldWise || touchSameField(events[at].event, events[rival].event))
            return rival;
    }
    return std::string::npos;
}

} // namespace

FoldedRecord foldRecord(const std::vector<FoldInput>& events)
{
    std::vector<CausalNode> nodes;
    nodes.reserve(events.size());
    for (const FoldInput& each : events)
        nodes.push_back(each.node);
    const CausalOrder order = causalOrder(nodes);

    FoldedRecord record;
    record.heads = order.heads;
    std::vector<bool> stands(events.size(), false);
    for (const std::size_t at : order.order) {
        const std::size_t rival = clash(events, order.rivals[at], stands, at);
        const MergeRule rule = mergeRuleOf(events[at].event);
        if (rival != std::string::npos) {
            std::vector<EventRef> rivals{events[rival].node.ref, events[at].node.ref};
            record.conflicts.push_back({conflictId(rivals), rivals, rule});
        }
        // A field-wise change still lands: newest value per field, and the clash is listed for people to see.
        stands[at] = rival == std::string::npos || rule == MergeRule::FieldWise;
        if (stands[at])
            evolveRecord(record.state, events[at].event, events[at].meta);
    }
    return record;
}

bool extendRecord(FoldedRecord& record, const FoldInput& input)
{
    std::vector<EventRef> parents = input.node.parents;
    std::sort(parents.begin(), parents.end());
    if (parents != record.heads)
        return false;
    evolveRecord(record.state, input.event, input.meta);
    record.heads = {input.node.ref};
    return true;
}

} // namespace onedoor
