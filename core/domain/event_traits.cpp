// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/event_traits.h"

namespace onedoor {

namespace {

void markNeedsUpdate(RecordState& state)
{
    if (std::holds_alternative<std::monostate>(state))
        state.emplace<UnreadState>();
    std::visit(
        [](auto& each) {
            if constexpr (requires { each.needsUpdate; })
                each.needsUpdate = true;
        },
        state);
}

template <typename EventType>
bool evolveTyped(RecordState& state, const EventType& event, const EventMeta& meta)
{
    using State = typename EventTraits<EventType>::State;
    if (std::holds_alternative<std::monostate>(state))
        state.emplace<State>();
    if (std::holds_alternative<UnreadState>(state))
        state.emplace<State>().needsUpdate = true;
    State* typed = std::get_if<State>(&state);
    if (typed == nullptr)
        return false;
    evolve(*typed, event, meta);
    return true;
}

} // namespace

bool evolveRecord(RecordState& state, const Event& event, const EventMeta& meta)
{
    return std::visit(
        [&](const auto& each) {
            using Type = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Type, UnknownEvent>) {
                markNeedsUpdate(state);
                return true;
            } else if constexpr (std::is_same_v<Type, ConflictResolved>) {
                return true;
            } else {
                return evolveTyped(state, each, meta);
            }
        },
        event);
}

MergeRule mergeRuleOf(const Event& event)
{
    return std::visit(
        [](const auto& each) {
            using Type = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Type, UnknownEvent>)
                return MergeRule::Commutes; // we can't judge it; its record is read only until the program is updated
            else
                return EventTraits<Type>::merge;
        },
        event);
}

} // namespace onedoor
