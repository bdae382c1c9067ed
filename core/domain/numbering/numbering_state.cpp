// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/numbering/numbering_state.h"

namespace onedoor {

using namespace Qt::StringLiterals;

void evolve(NumberingState& state, const NumbersGranted& event, const EventMeta&)
{
    state.series = event.series;
    state.day = event.day;
    state.blocks.push_back({event.first, event.last, event.holder, event.first});
}

void evolve(NumberingState& state, const NumberTaken& event, const EventMeta&)
{
    for (NumberingState::Block& block : state.blocks) {
        if (event.ordinal >= block.first && event.ordinal <= block.last)
            block.next = std::max(block.next, event.ordinal + 1);
    }
}

Result<NumberDecision> decideNumber(const NumberingState& state, const NumberingRule& rule, const DecideContext& context)
{
    if (state.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"service"_s);
    std::uint32_t highest = rule.first - 1;
    for (const NumberingState::Block& block : state.blocks) {
        if (block.holder == context.stream && block.next <= block.last)
            return NumberDecision{.ordinal = block.next};
        highest = std::max(highest, block.last);
    }
    if (highest >= rule.last)
        return fail(ErrorKind::Conflict, u"numbering.exhausted"_s, u"service"_s, {{u"series"_s, rule.series}, {u"limit"_s, rule.last}});
    const NumbersGranted grant{.series = rule.series,
                               .day = context.today(),
                               .first = highest + 1,
                               .last = std::min(rule.last, highest + rule.blockSize),
                               .holder = context.stream};
    return NumberDecision{.grant = grant, .ordinal = grant.first};
}

} // namespace onedoor
