// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_invariants.h"

#include "core/domain/node/node_state.h"
#include "tests/simulator/sim_acts.h"
#include "tests/support/state_dump.h"

#include <algorithm>

namespace onedoor::simulator {

using namespace Qt::StringLiterals;

namespace {

std::vector<SimNode*> membersOf(const SimWorld& world)
{
    std::vector<SimNode*> members;
    for (const auto& node : world.nodes()) {
        if (node->isMember)
            members.push_back(node.get());
    }
    return members;
}

bool isLimited(const SimNode& node)
{
    return node.compartments.size() < 2;
}

Hash stateHash(const SimNode& node)
{
    QByteArray all;
    for (const auto& each : node.log->rowsOfRecords()) {
        if (!each.second.empty())
            all += each.first.toString().toLatin1() + ' ' + dumpOf(node.log->record(each.first)).toUtf8() + '\n';
    }
    return hashOf(all);
}

/// The same from nothing: what was folded event by event must be what the events say.
Hash freshStateHash(SimNode& node)
{
    QByteArray all;
    for (const auto& [record, rows] : node.log->rowsOfRecords()) {
        std::vector<FoldInput> inputs;
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) { // in another order than they arrived
            const Result<Envelope> envelope = decodeEnvelope(node.log->bytesOf(*row));
            if (envelope)
                inputs.push_back({{envelope->ref, envelope->parents, envelope->time}, metaOf(*envelope), readEvent(*envelope, &node.log->sealer()).event});
        }
        if (!rows.empty())
            all += record.toString().toLatin1() + ' ' + dumpOf(foldRecord(inputs)).toUtf8() + '\n';
    }
    return hashOf(all);
}

void checkStates(SimWorld& world, const std::vector<SimNode*>& members)
{
    const Hash expected = freshStateHash(*members.front());
    for (SimNode* node : members) {
        if (!isLimited(*node) && stateHash(*node) != expected)
            world.fault(u"%1: its state is another one"_s.arg(node->name));
    }
}

/// Each conflict is listed once, and what a person said about it holds.
void checkConflicts(SimWorld& world, const SimNode& node)
{
    std::set<Hash> seen;
    for (const auto& each : node.log->rowsOfRecords()) {
        for (const Conflict& conflict : node.log->record(each.first).conflicts) {
            if (!seen.insert(conflict.id).second)
                world.fault(u"%1: a conflict is listed twice"_s.arg(node.name));
            if (!conflict.isOpen() && conflict.verdicts.front().stands != conflict.rivals.front())
                world.fault(u"%1: a resolution is not heeded"_s.arg(node.name));
        }
    }
}

/// Whether the event that a limited node holds as a hash is one that it may not see; `whole` sees all.
bool isRestricted(const SimNode& whole, const StreamId& stream, std::size_t at)
{
    const Result<Envelope> envelope = decodeEnvelope(whole.log->bytesOf(whole.log->streams().at(stream)[at].row));
    return envelope && envelope->compartment == QByteArrayView(restrictedCompartment);
}

/// Every stored event was written by somebody, may be here, can be read, and is not beyond a cut-off.
void checkEvents(SimWorld& world, SimNode& node, const SimNode& whole)
{
    for (const auto& [stream, events] : node.log->streams()) {
        for (const SimLog::Stored& stored : events) {
            const Row& row = node.disk.rows()[stored.row];
            if (!world.wasAuthored(stored.hash))
                world.fault(u"%1: holds an event that nobody wrote"_s.arg(node.name));
            if (row.kind == RowKind::Withheld) {
                if (!isLimited(node) || !isRestricted(whole, stream, std::size_t(&stored - events.data())))
                    world.fault(u"%1: an event that it may see is withheld"_s.arg(node.name));
                continue;
            }
            const Result<Envelope> envelope = decodeEnvelope(row.bytes);
            if (!envelope) {
                world.fault(u"%1: holds something that is no event"_s.arg(node.name));
                continue;
            }
            if (isLimited(node) && envelope->compartment != QByteArrayView(hallCompartment))
                world.fault(u"%1: holds an event outside its compartments"_s.arg(node.name));
            const Reading reading = readEvent(*envelope, &node.log->sealer()).reading;
            const bool isGone = reading == Reading::Erased && !node.log->isErased(envelope->subjects.front());
            if (isGone || reading == Reading::Damaged)
                world.fault(u"%1: lacks the key of somebody it may read of"_s.arg(node.name));
        }
    }
}

/// Whoever was erased anywhere can be read nowhere.
void checkErasures(SimWorld& world, const std::vector<SimNode*>& members)
{
    for (const SimNode* erased : members) {
        for (const Erasure& each : erased->log->erasures().value_or(std::vector<Erasure>())) {
            for (const SimNode* node : members) {
                if (node->log->hasKeyOf(each.person))
                    world.fault(u"%1: holds the key of an erased person"_s.arg(node->name));
            }
        }
    }
}

void checkCutOffs(SimWorld& world, SimNode& node)
{
    for (const RawId& record : node.log->recordsOf("node")) {
        const auto state = stateAs<NodeState>(node.log->record(record).state);
        if (!state.isRevoked())
            continue;
        for (const StreamId& stream : node.log->membership().streamsOf(state.id)) {
            const auto cutOff = state.cutOffs.find(stream);
            const std::uint64_t last = cutOff == state.cutOffs.end() ? 0 : cutOff->second;
            const auto events = node.log->streams().find(stream);
            if (events != node.log->streams().end() && events->second.size() > last)
                world.fault(u"%1: holds events beyond a cut-off"_s.arg(node.name));
        }
    }
}

std::set<Hash> heldBy(const SimNode& node)
{
    std::set<Hash> held;
    for (const auto& stream : node.log->streams()) {
        for (const SimLog::Stored& stored : stream.second)
            held.insert(stored.hash);
    }
    return held;
}

void checkActs(SimWorld& world, const std::vector<SimNode*>& members)
{
    for (SimNode* node : members) {
        const std::set<Hash> held = heldBy(*node);
        for (const Act& act : world.acts()) {
            if (act.isExcused || !world.node(act.node).isMember)
                continue;
            if (world.eventsOf(act, held) < act.events)
                world.fault(u"%1: an act of %2 is lost"_s.arg(node->name, world.node(act.node).name));
        }
    }
}

void checkPrints(SimWorld& world)
{
    std::set<QString> seen;
    for (const Print& print : world.prints()) {
        if (!print.isExcused && !seen.insert(print.number).second)
            world.fault(u"%1: printed %2 a second time"_s.arg(world.node(print.node).name, print.number));
    }
}

void checkClocks(SimWorld& world, const SimNode& node)
{
    if (node.wasSound && node.log->lastStamp().instant() > Instant{worldBegins + world.now()}.plusSeconds(125))
        world.fault(u"%1: its time was moved by another's clock"_s.arg(node.name));
}

/// Where each node stands in the streams in which they differ, and what keeps its links back.
void traceDifferences(SimWorld& world, const std::vector<SimNode*>& members)
{
    std::map<StreamId, std::set<std::uint64_t>> ends;
    for (SimNode* node : members) {
        for (const auto& [stream, events] : node->runs() ? node->log->streams() : std::map<StreamId, std::vector<SimLog::Stored>>())
            ends[stream].insert(events.size());
    }
    for (SimNode* node : members) {
        if (!node->runs())
            continue;
        for (const auto& [stream, found] : ends) {
            const auto own = node->log->streams().find(stream);
            const std::vector<SimLog::Stored> events = own == node->log->streams().end() ? std::vector<SimLog::Stored>() : own->second;
            world.trace().line(world.now(), node->name, "stands in", stream.toString(), "at", std::uint64_t(events.size()),
                               events.empty() ? QByteArray() : viewOf(events.back().hash).toByteArray().toHex());
        }
        for (const Link& link : node->links) {
            for (const sync::Refusal& each : link.replicator->state().refusals)
                world.trace().line(world.now(), node->name, "refusal", each.at.stream.toString(), each.at.sequence, each.code);
        }
    }
}

/// Whoever holds the event that shuts a node out tells that node nothing any more.
void checkShutOut(SimWorld& world, SimNode& node)
{
    if (!node.shutOutBy || !node.runs())
        return;
    const Result<std::optional<Hash>> known = node.log->hashAt(*node.shutOutBy);
    if (known && *known)
        world.fault(u"%1: was told things after it was shut out"_s.arg(node.name));
}

} // namespace

bool allAgree(const SimWorld& world)
{
    const std::vector<SimNode*> members = membersOf(world);
    std::optional<sync::Heads> expected;
    std::optional<std::set<PersonId>> gone;
    for (SimNode* node : members) {
        if (!node->runs())
            return false;
        const Result<sync::Heads> heads = node->log->heads();
        if (!heads || (expected && *expected != *heads))
            return false;
        expected = *heads;
        std::set<PersonId> erased;
        for (const Erasure& each : node->log->erasures().value_or(std::vector<Erasure>()))
            erased.insert(each.person);
        if (gone && *gone != erased)
            return false;
        gone = std::move(erased);
    }
    return true;
}

void checkInvariants(SimWorld& world)
{
    const std::vector<SimNode*> members = membersOf(world);
    if (!allAgree(world)) {
        world.fault(u"the nodes do not come to agree"_s);
        traceDifferences(world, members);
        return;
    }
    for (const auto& node : world.nodes())
        checkShutOut(world, *node);
    int granting = 0;
    for (SimNode* node : members) {
        checkConflicts(world, *node);
        checkEvents(world, *node, *members.front());
        checkCutOffs(world, *node);
        checkClocks(world, *node);
        granting += contextOf(world, *node).mayGrant ? 1 : 0;
    }
    if (granting > 1)
        world.fault(u"more than one host"_s);
    checkErasures(world, members);
    checkActs(world, members);
    checkPrints(world);
    checkStates(world, members);
}

} // namespace onedoor::simulator
