// SPDX-License-Identifier: GPL-3.0-or-later
// The PCs of the centre: who is let in, who is shut out, who is the hall host, and numbers for the others.
#include "core/services/api/nodes.h"

#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/nodes.h"
#include "core/services/handlers/numbers.h"
#include "core/services/scopes.h"
#include "core/store/journal/stored_record.h"
#include "core/store/receipts.h"
#include "core/store/views/node_queries.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype publicKeySize = 32;
constexpr std::uint32_t largestPort = 65535;

/// Letters that nobody takes for a digit or for one another.
const QString letters = QStringLiteral("KLMNPQRTUVWXYZEFGHJABCDS");

/// Two letters when one for each PC is not enough.
Result<QString> freeLetter(ViewsStore& views)
{
    ONEDOOR_ASSIGN(const std::vector<QString> used, queries::lettersInUse(views));
    const auto isFree = [&](const QString& letter) { return std::find(used.begin(), used.end(), letter) == used.end(); };
    for (const QChar one : letters) {
        if (isFree(QString(one)))
            return QString(one);
    }
    for (const QChar one : letters) {
        for (const QChar two : letters) {
            if (const QString pair = QString(one) + two; isFree(pair))
                return pair;
        }
    }
    return fail(ErrorKind::Full, u"node.noLetter"_s);
}

/// Every stream of a node, and its last event that is here: beyond it nothing stands.
Result<NodeRevoked> cutOffs(JournalStore& journal, CommandScope& scope, const NodeId& node, const QString& reason)
{
    NodeRevoked revoked{.reason = reason};
    ONEDOOR_ASSIGN(const auto heads, journal.heads());
    for (const auto& [stream, head] : heads) {
        ONEDOOR_ASSIGN(const StreamState state, scope.state<StreamState>(stream.raw));
        if (state.known.node != node)
            continue;
        revoked.streams.push_back(stream);
        revoked.sequences.push_back(head.sequence);
    }
    return revoked;
}

std::vector<QString> everything()
{
    return {QString::fromLatin1(hallCompartment), QString::fromLatin1(restrictedCompartment)};
}

/// Without the hall a PC could not even hold what its own desk does.
bool areCompartments(const std::vector<QString>& names)
{
    const std::vector<QString> known = everything();
    const auto isKnown = [&](const QString& name) { return std::find(known.begin(), known.end(), name) != known.end(); };
    return std::all_of(names.begin(), names.end(), isKnown) && std::find(names.begin(), names.end(), QLatin1String(hallCompartment)) != names.end();
}

/// The PC that founded the centre was let in by nobody. With others beside it, it is listed like them and has a letter too.
Result<void> enrolSelf(CommandScope& scope)
{
    ONEDOOR_ASSIGN(const NodeState self, scope.state<NodeState>(scope.node().self.raw));
    if (self.isEnrolled())
        return {};
    ONEDOOR_ASSIGN(const StreamState stream, scope.state<StreamState>(scope.writer().stream().raw));
    ONEDOOR_ASSIGN(const QString letter, freeLetter(scope.views()));
    return scope.append({{scope.node().self.raw, NodeEnrolled{stream.known.nodeName, stream.known.publicKey, letter, everything()}, {}}});
}

} // namespace

Result<void> checkNetworkAddress(const QString& host, std::uint32_t port)
{
    if (host.isEmpty() || host.contains(u' '))
        return fail(ErrorKind::Invalid, u"node.badAddress"_s, u"host"_s);
    if (port == 0 || port > largestPort)
        return fail(ErrorKind::Invalid, u"node.badAddress"_s, u"port"_s);
    return {};
}

bool isServingHub(const NodeState& node)
{
    return !node.isRevoked() && !node.hub.host.isEmpty();
}

Result<NodeReply> handle(CommandScope& scope, const NodeEnrol& raw)
{
    NodeEnrol command = raw;
    ONEDOOR_TRY(cleanFields(command));
    if (command.publicKey.size() != publicKeySize)
        return fail(ErrorKind::Invalid, u"node.badKey"_s, u"publicKey"_s);
    if (command.compartments.empty())
        command.compartments = everything();
    if (!areCompartments(command.compartments))
        return fail(ErrorKind::Invalid, u"node.badCompartment"_s, u"compartments"_s);
    ONEDOOR_ASSIGN(const NodeState known, scope.state<NodeState>(command.node.raw));
    if (known.isRevoked())
        return fail(ErrorKind::Forbidden, u"node.revoked"_s, u"node"_s, {{u"name"_s, known.known.name}});
    if (known.isEnrolled() && known.known.publicKey != command.publicKey)
        return fail(ErrorKind::Conflict, u"node.otherKey"_s, u"publicKey"_s, {{u"name"_s, known.known.name}});
    if (known.isEnrolled())
        return NodeReply{command.node, known.known.letter};
    ONEDOOR_TRY(enrolSelf(scope));
    ONEDOOR_ASSIGN(const QString letter, freeLetter(scope.views()));
    ONEDOOR_TRY(scope.append({{command.node.raw, NodeEnrolled{command.nodeName, command.publicKey, letter, command.compartments}, {}}}));
    return NodeReply{command.node, letter};
}

Result<NodeReply> handle(CommandScope& scope, const NodeRename& raw)
{
    NodeRename command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const NodeState known, scope.state<NodeState>(command.node.raw));
    if (!known.isEnrolled())
        return fail(ErrorKind::NotFound, u"node.unknown"_s, u"node"_s);
    if (known.known.name != command.nodeName)
        ONEDOOR_TRY(scope.append({{command.node.raw, NodeRenamed{command.nodeName}, {}}}));
    return NodeReply{command.node, known.known.letter};
}

Result<NodeReply> handle(CommandScope& scope, const NodeTellAddress& raw)
{
    NodeTellAddress command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_TRY(checkNetworkAddress(command.host, command.port));
    const NodeId self = scope.node().self;
    ONEDOOR_ASSIGN(const NodeState known, scope.state<NodeState>(self.raw));
    if (!known.isEnrolled())
        return fail(ErrorKind::NotFound, u"node.unknown"_s, u"node"_s);
    if (known.address.host != command.host || known.address.port != command.port)
        ONEDOOR_TRY(scope.append({{self.raw, NodeAddressed{command.host, command.port}, {}}}));
    return NodeReply{self, known.known.letter};
}

Result<NodeReply> handle(CommandScope& scope, const NodeRevoke& raw)
{
    NodeRevoke command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const NodeState known, scope.state<NodeState>(command.node.raw));
    ONEDOOR_ASSIGN(const HostState host, scope.host());
    if (command.node == scope.node().self)
        return fail(ErrorKind::Conflict, u"node.itself"_s, u"node"_s);
    if (command.node == hostOf(host, scope.node().founder))
        return fail(ErrorKind::Conflict, u"node.isHost"_s, u"node"_s);
    if (!known.isEnrolled() && command.node != scope.node().founder)
        return fail(ErrorKind::NotFound, u"node.unknown"_s, u"node"_s);
    if (known.isRevoked())
        return NodeReply{command.node, known.known.letter};
    ONEDOOR_ASSIGN(const NodeRevoked revoked, cutOffs(scope.writer().journal(), scope, command.node, command.reason));
    ONEDOOR_TRY(scope.append({{command.node.raw, revoked, {}}}));
    if (host.mayStillGrant == command.node) // nobody takes its numbers any more
        ONEDOOR_TRY(scope.append({{hostRecord(scope.node().centre), HostYielded{command.node, hostOf(host, scope.node().founder), host.epoch}, {}}}));
    return NodeReply{command.node, known.known.letter};
}

Result<HostReply> handle(CommandScope& scope, const HostName& command)
{
    const NodeId node = command.node.isNull() ? scope.node().self : command.node;
    ONEDOOR_ASSIGN(const HostState host, scope.host());
    const NodeId current = hostOf(host, scope.node().founder);
    if (node == current)
        return fail(ErrorKind::Conflict, u"host.already"_s, u"node"_s);
    ONEDOOR_ASSIGN(const NodeState known, scope.state<NodeState>(node.raw));
    if (!known.isEnrolled() && node != scope.node().founder)
        return fail(ErrorKind::NotFound, u"node.unknown"_s, u"node"_s);
    if (known.isRevoked())
        return fail(ErrorKind::Forbidden, u"node.revoked"_s, u"node"_s, {{u"name"_s, known.known.name}});
    if (known.wasHub)
        return fail(ErrorKind::Conflict, u"host.isHub"_s, u"node"_s, {{u"name"_s, known.known.name}});
    if (known.isEnrolled() && known.known.compartments.size() < everything().size()) // others could not get from it what it may not see
        return fail(ErrorKind::Conflict, u"host.limited"_s, u"node"_s, {{u"name"_s, known.known.name}});
    ONEDOOR_ASSIGN(const NodeState before, scope.state<NodeState>(current.raw));
    const bool hasSay = current == scope.node().self || before.isRevoked();
    const HostNamed named{node, current, host.epoch + 1, !hasSay};
    ONEDOOR_TRY(scope.append({{hostRecord(scope.node().centre), named, {}}}));
    return HostReply{node, named.epoch};
}

Result<HostReply> handle(CommandScope& scope, const HostYield&)
{
    ONEDOOR_ASSIGN(const HostState host, scope.host());
    if (hostOf(host, scope.node().founder) == scope.node().self)
        return fail(ErrorKind::Conflict, u"host.stillHost"_s);
    if (host.mayStillGrant != scope.node().self)
        return fail(ErrorKind::Conflict, u"host.neverWas"_s);
    ONEDOOR_TRY(passOverWhatMayBeLost(scope));
    ONEDOOR_TRY(scope.append({{hostRecord(scope.node().centre), HostYielded{scope.node().self, host.node, host.epoch}, {}}}));
    return HostReply{host.node, host.epoch};
}

Result<NodeListReply> answer(QueryScope& scope, const NodeList&)
{
    NodeListReply reply;
    ONEDOOR_ASSIGN(reply.nodes, queries::nodes(scope.views()));
    const NodeFacts& node = scope.store().node;
    ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(scope.reader().journal(), scope.reader().sealer(), hostRecord(node.centre)));
    const HostState host = stateAs<HostState>(folded.state);
    reply.self = node.self;
    reply.host = hostOf(host, node.founder);
    reply.epoch = host.epoch;
    reply.grantsNumbers = grantsNumbers(host, node.self, node.founder);
    ONEDOOR_ASSIGN(const std::vector<Receipt> receipts, receiptsIn(scope.reader().journal()));
    for (NodeRow& row : reply.nodes) {
        row.isHost = row.node == reply.host;
        row.isSelf = row.node == reply.self;
        ONEDOOR_ASSIGN(const FoldedRecord record, foldStored(scope.reader().journal(), scope.reader().sealer(), row.node.raw));
        const NodeState state = stateAs<NodeState>(record.state);
        row.compartments = state.known.compartments;
        row.isHub = isServingHub(state);
        if (row.isHub) {
            reply.hub = row.node;
            reply.hubHost = state.hub.host;
            reply.hubPort = state.hub.port;
        }
        const auto receipt = std::find_if(receipts.begin(), receipts.end(), [&](const Receipt& each) {
            return each.node == row.node && each.stream == scope.store().stream;
        });
        if (receipt == receipts.end())
            continue;
        row.confirmed = receipt->sequence;
        row.confirmedAt = receipt->at;
    }
    return reply;
}

template QFuture<Result<NodeEnrol::Reply>> Gateway::send(const Session&, NodeEnrol);
template QFuture<Result<NodeRename::Reply>> Gateway::send(const Session&, NodeRename);
template QFuture<Result<NodeTellAddress::Reply>> Gateway::send(const Session&, NodeTellAddress);
template QFuture<Result<NodeRevoke::Reply>> Gateway::send(const Session&, NodeRevoke);
template QFuture<Result<HostName::Reply>> Gateway::send(const Session&, HostName);
template QFuture<Result<HostYield::Reply>> Gateway::send(const Session&, HostYield);
template QFuture<Result<NodeList::Reply>> Gateway::ask(const Session&, NodeList);

} // namespace onedoor
