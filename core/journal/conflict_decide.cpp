// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/conflict_decide.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

Result<Conflict> findConflict(const FoldedRecord& record, const Hash& id)
{
    const bool needsUpdate = std::visit(
        [](const auto& state) {
            if constexpr (requires { state.needsUpdate; })
                return state.needsUpdate;
            else
                return false;
        },
        record.state);
    const auto found = std::find_if(record.conflicts.begin(), record.conflicts.end(), [&](const Conflict& each) { return each.id == id; });
    if (found == record.conflicts.end())
        return fail(ErrorKind::NotFound, u"conflict.unknown"_s, u"conflict"_s);
    if (needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"conflict"_s);
    return *found;
}

/// The rivals in an order of their own, so that the same judgement is the same event wherever it is given.
ConflictResolved about(const Conflict& conflict, const EventRef& stands)
{
    std::vector<EventRef> rivals = conflict.rivals;
    std::sort(rivals.begin(), rivals.end());
    ConflictResolved resolved;
    for (const EventRef& rival : rivals) {
        resolved.streams.push_back(rival.stream);
        resolved.sequences.push_back(rival.sequence);
        if (rival == stands)
            resolved.stands = std::uint32_t(resolved.streams.size());
    }
    return resolved;
}

} // namespace

bool isFixedByRule(const RecordState& state)
{
    return std::holds_alternative<NumberingState>(state) || std::holds_alternative<StreamState>(state)
        || std::holds_alternative<NodeState>(state) || std::holds_alternative<HostState>(state);
}

Result<ConflictResolved> decideResolution(const FoldedRecord& record, const Hash& id, const EventRef& stands, bool again)
{
    ONEDOOR_ASSIGN(const Conflict conflict, findConflict(record, id));
    if (std::find(conflict.rivals.begin(), conflict.rivals.end(), stands) == conflict.rivals.end())
        return fail(ErrorKind::Invalid, u"conflict.notRival"_s, u"sequence"_s);
    if (!conflict.isOpen() && !again)
        return fail(ErrorKind::Conflict, u"conflict.resolvedAlready"_s, u"conflict"_s,
                    {{u"account"_s, conflict.verdicts.front().actor.toString()}, {u"at"_s, QVariant::fromValue<qint64>(conflict.verdicts.front().at.milliseconds)}});
    if (isFixedByRule(record.state) && stands != conflict.rivals.front())
        return fail(ErrorKind::Conflict, u"conflict.fixedByRule"_s, u"sequence"_s);
    return about(conflict, stands);
}

Result<ConflictResolved> decideReopening(const FoldedRecord& record, const Hash& id)
{
    ONEDOOR_ASSIGN(const Conflict conflict, findConflict(record, id));
    if (conflict.isOpen())
        return fail(ErrorKind::Conflict, u"conflict.notResolved"_s, u"conflict"_s);
    return about(conflict, {});
}

} // namespace onedoor
