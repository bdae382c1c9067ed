// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_world.h"

#include "core/domain/node/node_state.h"

#include "tests/simulator/sim_acts.h"

#include <algorithm>

namespace onedoor::simulator {

using namespace Qt::StringLiterals;

SimWorld::SimWorld(std::uint64_t seed, bool records)
    : m_random(seed), m_wireRandom(seed ^ 0x9e3779b97f4a7c15), m_network(m_wireRandom), m_trace(records), m_seed(seed), m_bytesAtOnce(qsizetype(500 << m_random.below(8))),
      m_centre(RawId::named("centre"))
{
}

void SimWorld::at(WorldTime when, std::function<void()> what)
{
    m_coming.push({std::max(when, m_now), ++m_order, std::move(what)});
}

void SimWorld::runUntil(WorldTime when)
{
    while (!m_coming.empty() && m_coming.top().when <= when) {
        const Coming next = m_coming.top();
        m_coming.pop();
        m_now = next.when;
        next.what();
    }
    m_now = when;
}

SimNode& SimWorld::add(QString name, Role role, std::vector<QString> compartments)
{
    m_nodes.push_back(std::make_unique<SimNode>(m_nodes.size(), std::move(name), m_now, m_seed * 64 + m_nodes.size()));
    SimNode& node = *m_nodes.back();
    node.role = role;
    node.compartments = std::move(compartments);
    node.letter = QChar(char16_t(u'a' + node.index));
    return node;
}

SimNode* SimWorld::nodeOf(const NodeId& id)
{
    const auto found = std::find_if(m_nodes.begin(), m_nodes.end(), [&](const auto& each) { return each->runs() && each->log->ownNode() == id; });
    return found == m_nodes.end() ? nullptr : found->get();
}

LogSetup SimWorld::setupOf(SimNode& node)
{
    return {node.disk, node.clock, node.random, node.witness, node.machine, m_centre, node.name,
            [this, index = node.index](const EventRef& ref, const Hash& hash, const AccountId& actor) {
                m_authored.insert(hash);
                m_hashesOf[actor].push_back(hash);
                m_trace.line(m_now, m_nodes[index]->name, "writes", ref.stream.toString(), ref.sequence, viewOf(hash).toByteArray().toHex());
            }};
}

void SimWorld::start(SimNode& node)
{
    if (node.runs())
        return;
    const std::set<Hash> before = hashesOn(node.disk);
    Result<std::unique_ptr<SimLog>> log = SimLog::open(setupOf(node));
    excuse(before);
    if (!log) {
        m_trace.line(m_now, node.name, "cannot start", log.error().code);
        node.disk.crash(m_random);
        restartAfter(node, 1000);
        return;
    }
    ++node.life;
    node.log = std::move(*log);
    m_trace.line(m_now, node.name, "starts", node.log->ownStream().toString());
    node.responder = std::make_unique<sync::Responder>(*node.log, node.clock, QString::fromLatin1(simulatedSoftware));
    node.links.clear();
    for (const std::size_t peer : node.peers)
        node.links.push_back({peer, std::make_unique<sync::Replicator>(*node.log, node.clock, node.random, QString::fromLatin1(simulatedSoftware), m_bytesAtOnce), -1});
    grew(node);
}

void SimWorld::kill(SimNode& node)
{
    if (!node.runs())
        return;
    m_trace.line(m_now, node.name, "dies");
    ++node.life;
    node.links.clear();
    node.responder.reset();
    node.log.reset();
    node.disk.crash(m_random);
}

void SimWorld::restartAfter(SimNode& node, WorldTime pause)
{
    kill(node);
    at(m_now + pause, [this, &node] { start(node); });
}

void SimWorld::connect(SimNode& from, SimNode& to)
{
    from.peers.push_back(to.index);
    to.isFollowed = true;
    if (!from.runs())
        return;
    from.links.push_back({to.index, std::make_unique<sync::Replicator>(*from.log, from.clock, from.random, QString::fromLatin1(simulatedSoftware), m_bytesAtOnce), -1});
    pump(from);
}

Result<void> SimWorld::enrol(SimNode& by, SimNode& whom)
{
    NodeEnrolled enrolled;
    enrolled.name = whom.name;
    enrolled.publicKey = whom.log->publicKey();
    enrolled.letter = whom.letter;
    enrolled.compartments = whom.compartments;
    const bool isDone = act(by, {{whom.log->ownNode().raw, enrolled, {}}});
    return isDone ? Result<void>() : fail(ErrorKind::Io, u"simulator.notEnrolled"_s);
}

/// The verified snapshot of joining.
Result<void> SimWorld::joinFrom(SimNode& host, SimNode& whom)
{
    std::vector<QByteArray> compartments;
    for (const QString& each : whom.compartments)
        compartments.push_back(each.toUtf8());
    ONEDOOR_ASSIGN(sync::Gathered all, sync::gather(*host.log, {}, sync::messageBytes, compartments));
    std::vector<sync::Batch> snapshot;
    snapshot.push_back(std::move(all.batch));
    ONEDOOR_TRY(whom.log->join(snapshot));
    whom.joinedAtRow = whom.disk.rows().size();
    grew(whom);
    return {};
}

bool SimWorld::act(SimNode& node, const Drafts& drafts, const char* compartment)
{
    const AccountId actor = newActor();
    const Result<void> outcome = node.log->author(drafts, actor, compartment);
    note(node, actor, drafts.size(), outcome);
    return outcome.has_value();
}

void SimWorld::note(SimNode& node, const AccountId& actor, std::size_t events, const Result<void>& outcome)
{
    if (outcome) {
        m_acts.push_back({actor, node.index, events});
        grew(node);
        return;
    }
    m_trace.line(m_now, node.name, "act fails", outcome.error().code);
    if (outcome.error().kind != ErrorKind::Full && outcome.error().kind != ErrorKind::Io)
        fault(u"%1: an act was refused: %2"_s.arg(node.name, outcome.error().code));
    if (node.log->mustReopen())
        restartAfter(node, 100);
}

std::size_t SimWorld::eventsOf(const Act& act, const std::set<Hash>& held) const
{
    const auto hashes = m_hashesOf.find(act.actor);
    if (hashes == m_hashesOf.end())
        return 0;
    return std::size_t(std::count_if(hashes->second.begin(), hashes->second.end(), [&](const Hash& each) { return held.contains(each); }));
}

std::set<Hash> SimWorld::hashesOn(const SimDisk& disk)
{
    std::set<Hash> hashes;
    for (const Row& row : disk.rows()) {
        if (row.kind == RowKind::Event)
            hashes.insert(row.hash);
    }
    return hashes;
}

void SimWorld::excuse(const std::set<Hash>& before)
{
    std::vector<std::set<Hash>> now;
    for (const auto& node : m_nodes)
        now.push_back(hashesOn(node->disk));
    for (Act& act : m_acts) {
        const auto holdsIt = [&](const std::set<Hash>& held) { return eventsOf(act, held) >= act.events; };
        if (holdsIt(before) && std::none_of(now.begin(), now.end(), holdsIt))
            act.isExcused = true;
    }
}

void SimWorld::letInLater(SimNode& node)
{
    at(m_now + between(1'000, 10'000), [this, &node] {
        SimNode& host = *m_nodes.front();
        if (node.runs() && host.runs() && !host.log->mustReopen() && enrol(host, node)) {
            node.isMember = true;
            pump(node);
        } else {
            letInLater(node);
        }
    });
}

void SimWorld::workFrom(SimNode& desk)
{
    if (m_now > m_workEnds)
        return;
    if (desk.runs() && !desk.log->ownStream().isNull())
        doSomething(*this, desk);
    at(m_now + between(300, 5'000), [this, &desk] { workFrom(desk); });
}

} // namespace onedoor::simulator
