// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/handlers/numbers.h"

#include "core/domain/numbering/own_range.h"
#include "core/services/api/nodes.h"
#include "core/services/gateway_acts.h"

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

/// Whether the stream follows a loss on the day whose numbers it gives out.
bool followsLoss(const StreamState& stream, const CommandScope& scope, const Series& series)
{
    const bool sameDay = !series.restartsDaily || stream.openedAt.dateAt(scope.centre().offsetMinutes) >= scope.today();
    return stream.known.reason != OpeningReason::Installed && sameDay;
}

/// Whether the event can't come any more: its author was shut out before it.
Result<bool> isShutOut(CommandScope& scope, const EventRef& event)
{
    ONEDOOR_ASSIGN(const StreamState stream, scope.state<StreamState>(event.stream.raw));
    ONEDOOR_ASSIGN(const NodeState author, scope.state<NodeState>(stream.known.node.raw));
    const auto cutOff = author.cutOffs.find(event.stream);
    return author.isRevoked() && (cutOff == author.cutOffs.end() || event.sequence > cutOff->second);
}

/// Part of what happened to the right to grant is still on its way: until it is here nobody can say whose it is.
Result<bool> awaitsWordOfHost(CommandScope& scope)
{
    ONEDOOR_ASSIGN(const FoldedRecord* host, scope.writer().load(hostRecord(scope.node().centre)));
    for (const EventRef& each : std::vector<EventRef>(host->awaited)) {
        ONEDOOR_ASSIGN(const bool neverComes, isShutOut(scope, each));
        if (!neverComes)
            return true;
    }
    return false;
}

Result<DecideContext> numberingContext(CommandScope& scope, const Series& series)
{
    DecideContext context = scope.context();
    ONEDOOR_ASSIGN(const StreamState stream, scope.state<StreamState>(context.stream.raw));
    ONEDOOR_ASSIGN(const HostState host, scope.host());
    ONEDOOR_ASSIGN(const bool awaitsWord, awaitsWordOfHost(scope));
    context.mayGrant = grantsNumbers(host, scope.node().self, scope.node().founder) && !awaitsWord;
    context.numbersMayBeLost = followsLoss(stream, scope, series);
    return context;
}

/// Stores the grants and gives how many there are.
Result<std::uint32_t> appendGrants(CommandScope& scope, const RawId& record, const std::vector<NumbersGranted>& grants)
{
    for (const NumbersGranted& grant : grants)
        ONEDOOR_TRY(scope.append({{record, grant, {}}}));
    return std::uint32_t(grants.size());
}

/// A PC that lost its disk today can't know which numbers with its letter were printed: this host gives it others.
Result<std::uint32_t> grantLettered(CommandScope& scope, const Series& series, const DecideContext& context, const NumbersGrant& command)
{
    ONEDOOR_ASSIGN(const StreamState holder, scope.state<StreamState>(command.holder.raw));
    if (!followsLoss(holder, scope, series))
        return 0U;
    ONEDOOR_ASSIGN(const NodeState node, scope.state<NodeState>(holder.known.node.raw));
    if (node.known.letter.isEmpty())
        return 0U;
    const RawId record = recordOf(series, scope.today(), node.known.letter);
    ONEDOOR_ASSIGN(const NumberingState numbering, scope.state<NumberingState>(record));
    ONEDOOR_ASSIGN(const std::vector<NumbersGranted> grants, decideOwnGrant(numbering, ruleOf(series), context, command.holder, command.enough));
    return appendGrants(scope, record, grants);
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
    ONEDOOR_ASSIGN(const NumberDecision decision, decideOwnNumber(lettered, rule, context));
    return PrintedNumber{own, decision, series.format(int(decision.ordinal), node.known.letter)};
}

Result<void> passOverWhatMayBeLost(CommandScope& scope)
{
    for (const Series& series : scope.centre().series) {
        ONEDOOR_ASSIGN(DecideContext context, numberingContext(scope, series));
        if (!context.numbersMayBeLost)
            continue;
        context.mayGrant = true; // until it has yielded nobody else does
        const RawId record = recordOf(series, scope.today());
        ONEDOOR_ASSIGN(const NumberingState numbering, scope.state<NumberingState>(record));
        const Result<std::vector<NumbersGranted>> own = decideGrant(numbering, ruleOf(series), context, context.stream, 1);
        if (!own && own.error().kind != ErrorKind::Conflict) // with all of them granted there is nothing to pass over
            return Unexpected(own.error());
        if (own)
            ONEDOOR_TRY(appendGrants(scope, record, *own));
    }
    return {};
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
        ONEDOOR_ASSIGN(const std::uint32_t common, appendGrants(scope, record, grants));
        ONEDOOR_ASSIGN(const std::uint32_t lettered, grantLettered(scope, series, context, command));
        reply.blocks += common + lettered;
    }
    return reply;
}

template QFuture<Result<NumbersGrant::Reply>> Gateway::send(const Session&, NumbersGrant);

} // namespace onedoor
