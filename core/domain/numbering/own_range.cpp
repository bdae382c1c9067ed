// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/numbering/own_range.h"

namespace onedoor {

namespace {

std::uint32_t endOfFirstHalf(const NumberingRule& rule)
{
    return rule.first + (rule.last - rule.first) / 2;
}

} // namespace

Result<NumberDecision> decideOwnNumber(const NumberingState& state, const NumberingRule& rule, const DecideContext& context)
{
    NumberingRule ownHalf = rule;
    ownHalf.last = endOfFirstHalf(rule);
    DecideContext alone = context;
    alone.mayGrant = !context.numbersMayBeLost;
    return decideNumber(state, ownHalf, alone);
}

Result<std::vector<NumbersGranted>> decideOwnGrant(const NumberingState& state, const NumberingRule& rule, const DecideContext& context,
                                                   StreamId holder, std::uint32_t enough)
{
    NumberingRule hostsHalf = rule;
    hostsHalf.first = endOfFirstHalf(rule) + 1;
    return decideGrant(state, hostsHalf, context, holder, enough);
}

} // namespace onedoor
