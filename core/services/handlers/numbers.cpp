// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/handlers/numbers.h"

#include "core/services/api/nodes.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

RawId recordOf(const Series& series, QDate today, const QString& letter = {})
{
    const QString key = letter.isEmpty() ? series.key : QString(series.key + u'/' + letter);
    return numberingRecord(key, series.restartsDaily ? today : QDate(2000, 1, 1));
}

NumberingRule ruleOf(const Series& series)
{
    return {series.key, std::uint32_t(series.firstNumber), std::uint32_t(series.lastNumber), std::uint32_t(series.blockSize)};
}

/// What a decision about a number may know: also whether this stream follows a loss on the day whose numbers it gives out.
Result<DecideContext> numberingContext(CommandScope& scope, const Series& series)
{
    DecideContext context = scope.context();
    ONEDOOR_ASSIGN(const StreamState stream, scope.state<StreamState>(context.stream.raw));
    const bool sameDay = !series.restartsDaily || stream.openedAt.dateAt(context.offsetMinutes) >= scope.today();
    ONEDOOR_ASSIGN(const HostState host, scope.host());
    context.mayGrant = grantsNumbers(host, scope.node().self, scope.node().founder);
    context.numbersMayBeLost = stream.known.reason != OpeningReason::Installed && sameDay;
    return context;
}

} // namespace

Result<PrintedNumber> nextNumber(CommandScope& scope, const Series& series)
{
    const NumberingRule rule = ruleOf(series);
    ONEDOOR_ASSIGN(DecideContext context, numberingContext(scope, series));
    const RawId common = recordOf(series, scope.today());
    ONEDOOR_ASSIGN(const NumberingState numbering, scope.state<NumberingState>(common));
    const Result<NumberDecision> number = decideNumber(numbering, rule, context);
    if (number)
        return PrintedNumber{common, *number, series.format(int(number->ordinal))};
    ONEDOOR_ASSIGN(const NodeState node, scope.state<NodeState>(scope.node().self.raw));
    if (number.error().code != u"numbering.noBlock" || node.known.letter.isEmpty())
        return Unexpected(number.error());
    const RawId own = recordOf(series, scope.today(), node.known.letter);
    ONEDOOR_ASSIGN(const NumberingState lettered, scope.state<NumberingState>(own));
    context.mayGrant = true;
    ONEDOOR_ASSIGN(const NumberDecision decision, decideNumber(lettered, rule, context));
    return PrintedNumber{own, decision, series.format(int(decision.ordinal), node.known.letter)};
}

Result<NumbersGrantReply> handle(CommandScope& scope, const NumbersGrant& command)
{
    NumbersGrantReply reply;
    for (const QString& key : command.series) {
        if (scope.centre().findSeries(key) == nullptr)
            return fail(ErrorKind::Invalid, u"series.unknown"_s, u"series"_s, {{u"series"_s, key.left(60)}});
    }
    for (const Series& series : scope.centre().series) {
        if (!command.series.empty() && std::find(command.series.begin(), command.series.end(), series.key) == command.series.end())
            continue;
        const RawId record = recordOf(series, scope.today());
        ONEDOOR_ASSIGN(const DecideContext context, numberingContext(scope, series));
        ONEDOOR_ASSIGN(const NumberingState numbering, scope.state<NumberingState>(record));
        ONEDOOR_ASSIGN(const std::vector<NumbersGranted> grants, decideGrant(numbering, ruleOf(series), context, command.holder, command.enough));
        for (const NumbersGranted& grant : grants)
            ONEDOOR_TRY(scope.append({{record, grant, {}}}));
        reply.blocks += std::uint32_t(grants.size());
    }
    return reply;
}

} // namespace onedoor
