// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/numbering/numbering_state.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

void evolve(NumberingState& state, const NumbersGranted& event, const EventMeta&)
{
    state.series = event.series;
    state.day = event.day;
    const auto overlaps = [&](const NumberingState::Block& block) { return event.first <= block.last && event.last >= block.first; };
    if (event.first <= event.last && std::none_of(state.blocks.begin(), state.blocks.end(), overlaps))
        state.blocks.push_back({event.first, event.last, event.holder, event.first});
}

void evolve(NumberingState& state, const NumberTaken& event, const EventMeta&)
{
    for (NumberingState::Block& block : state.blocks) {
        if (event.ordinal >= block.first && event.ordinal <= block.last)
            block.next = std::max(block.next, std::uint64_t(event.ordinal) + 1);
    }
}

namespace {

constexpr std::uint32_t blockJustInCase = 5;

bool holdsBlock(const NumberingState& state, const StreamId& holder)
{
    return std::any_of(state.blocks.begin(), state.blocks.end(), [&](const NumberingState::Block& block) { return block.holder == holder; });
}

/// A new block above every block granted so far.
Result<NumbersGranted> nextBlock(const NumberingState& state, const NumberingRule& rule, const DecideContext& context, StreamId holder)
{
    std::uint64_t first = rule.first;
    for (const NumberingState::Block& block : state.blocks)
        first = std::max(first, std::uint64_t(block.last) + 1);
    // Nobody knows how far the lost numbers went: half of what is left is passed over once, so that none is printed twice.
    if (context.numbersMayBeLost && !holdsBlock(state, context.stream) && first < rule.last)
        first += (rule.last - first + 1) / 2;
    if (first > rule.last)
        return fail(ErrorKind::Conflict, u"numbering.exhausted"_s, u"service"_s, {{u"series"_s, rule.series}, {u"limit"_s, rule.last}});
    return NumbersGranted{.series = rule.series,
                          .day = context.today(),
                          .first = std::uint32_t(first),
                          .last = std::uint32_t(std::min<std::uint64_t>(rule.last, first + std::max(1U, rule.blockSize) - 1)),
                          .holder = holder};
}

} // namespace

Result<NumberDecision> decideNumber(const NumberingState& state, const NumberingRule& rule, const DecideContext& context)
{
    if (state.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"service"_s);
    for (const NumberingState::Block& block : state.blocks) {
        if (block.holder == context.stream && block.next <= block.last)
            return NumberDecision{.ordinal = std::uint32_t(block.next)};
    }
    if (!context.mayGrant)
        return fail(ErrorKind::Conflict, u"numbering.noBlock"_s, u"service"_s, {{u"series"_s, rule.series}});
    ONEDOOR_ASSIGN(const NumbersGranted grant, nextBlock(state, rule, context, context.stream));
    return NumberDecision{.grant = grant, .ordinal = grant.first};
}

Result<std::vector<NumbersGranted>> decideGrant(const NumberingState& state, const NumberingRule& rule, const DecideContext& context,
                                                StreamId holder, std::uint32_t enough)
{
    if (state.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"service"_s);
    if (!context.mayGrant)
        return fail(ErrorKind::Conflict, u"host.notHere"_s);
    std::uint64_t left = 0;
    bool hasUsed = false;
    for (const NumberingState::Block& block : state.blocks) {
        if (block.holder != holder)
            continue;
        hasUsed = hasUsed || block.next > block.first;
        if (block.next <= block.last)
            left += block.last - block.next + 1;
    }
    std::vector<NumbersGranted> grants;
    if (left >= (hasUsed ? enough : 1U))
        return grants;
    NumberingRule forHolder = rule;
    if (!hasUsed) // most rooms never print a ticket, and the common numbers are few
        forHolder.blockSize = std::min(rule.blockSize, blockJustInCase);
    NumberingState after = state;
    if (context.numbersMayBeLost && holder != context.stream && !holdsBlock(state, context.stream)) {
        ONEDOOR_ASSIGN(const NumbersGranted own, nextBlock(after, rule, context, context.stream));
        grants.push_back(own);
        evolve(after, own, {});
    }
    ONEDOOR_ASSIGN(const NumbersGranted grant, nextBlock(after, forHolder, context, holder));
    grants.push_back(grant);
    return grants;
}

} // namespace onedoor
