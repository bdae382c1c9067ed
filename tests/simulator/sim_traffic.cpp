// SPDX-License-Identifier: GPL-3.0-or-later
// The world's traffic: requests, answers, news, and the hall host's numbers.
#include "tests/simulator/sim_world.h"

#include "core/domain/node/node_state.h"
#include "core/domain/numbering/own_range.h"
#include "tests/simulator/sim_acts.h"

namespace onedoor::simulator {

using namespace Qt::StringLiterals;
using sync::Steady;

namespace {

constexpr WorldTime newsPause = 3; ///< commits of this long make one piece of news
constexpr const char* asks[] = {"hello", "hashes", "pull", "push", "receipt"};

Result<QByteArray> ask(sync::Responder& responder, const NodeId& peer, const sync::Outgoing& out)
{
    switch (out.ask) {
    case sync::Ask::Hello:
        return responder.hello(peer, out.body);
    case sync::Ask::Hashes:
        return responder.hashes(peer, out.body);
    case sync::Ask::Pull:
        return responder.pull(peer, out.body);
    case sync::Ask::Push:
        return responder.push(peer, out.body);
    case sync::Ask::Receipt:
        return responder.receipt(peer, out.body);
    }
    return fail(ErrorKind::Internal, u"simulator.ask"_s);
}

} // namespace

/// Sends what the links want to send, and comes back when they want to be asked again.
void SimWorld::pump(SimNode& node)
{
    for (std::size_t link = 0; node.runs() && link < node.links.size(); ++link) {
        sync::Replicator& replicator = *node.links[link].replicator;
        do {
            for (const sync::Outgoing& out : replicator.next(Steady(m_now)))
                send(node, link, out);
        } while (takeIn(node, replicator));
        const WorldTime wake = replicator.wakeAt().count();
        WorldTime& planned = node.links[link].wakesAt;
        const bool isPlanned = planned > m_now && planned <= wake;
        if (wake <= m_now || isPlanned || wake == Steady::max().count())
            continue;
        planned = wake;
        at(wake, [this, &node, life = node.life] {
            if (node.life == life)
                pump(node);
        });
    }
    if (node.runs() && node.log->mustReopen())
        restartAfter(node, 100);
}

bool SimWorld::takeIn(SimNode& node, sync::Replicator& replicator)
{
    const std::uint64_t before = replicator.eventsPulled();
    const StreamId streamBefore = node.log->ownStream();
    const bool took = replicator.takeIn(Steady(m_now));
    if (replicator.eventsPulled() != before || node.log->ownStream() != streamBefore)
        grew(node);
    return took;
}

void SimWorld::send(SimNode& from, std::size_t link, const sync::Outgoing& out)
{
    const std::size_t peer = from.links[link].peer;
    m_trace.line(m_now, from.name, "asks", m_nodes[peer]->name, asks[int(out.ask)], out.id, std::uint64_t(out.body.size()));
    at(m_now + SimNetwork::timeout, [this, &from, link, life = from.life, id = out.id] {
        giveBack(from, link, life, id, fail(ErrorKind::Io, u"network.timeout"_s));
    });
    const int copies = m_network.comesTwice(from.index, peer) ? 2 : 1;
    for (int copy = 0; copy < copies; ++copy) {
        const std::optional<WorldTime> passage = m_network.passage(from.index, peer);
        if (!passage)
            continue;
        at(m_now + *passage, [this, &from, peer, link, out, life = from.life, id = from.log->ownNode()] {
            arrive(*m_nodes[peer], id, from.index, link, life, out);
        });
    }
}

void SimWorld::arrive(SimNode& to, const NodeId& peer, std::size_t from, std::size_t link, std::uint64_t life, const sync::Outgoing& out)
{
    if (!to.runs())
        return;
    const Result<QByteArray> answer = ask(*to.responder, peer, out);
    m_trace.line(m_now, to.name, "answers", m_nodes[from]->name, asks[int(out.ask)], out.id, answer ? u"well"_s : answer.error().code);
    if (out.ask == sync::Ask::Push)
        grew(to);
    if (const std::optional<WorldTime> passage = m_network.passage(to.index, from)) {
        at(m_now + *passage, [this, from, link, life, id = out.id, answer] { giveBack(*m_nodes[from], link, life, id, answer); });
    }
    if (to.log->mustReopen())
        restartAfter(to, 100);
}

void SimWorld::giveBack(SimNode& to, std::size_t link, std::uint64_t life, std::uint64_t id, const Result<QByteArray>& answer)
{
    if (to.life != life)
        return;
    sync::Replicator& replicator = *to.links[link].replicator;
    const StreamId streamBefore = to.log->ownStream();
    if (answer)
        replicator.answered(id, *answer, Steady(m_now));
    else
        replicator.failed(id, answer.error(), Steady(m_now));
    if (replicator.state().phase == sync::LinkState::Phase::Following)
        to.isUnproven = false;
    if (to.log->ownStream() != streamBefore)
        grew(to);
    pump(to);
}

/// Somebody wrote into the node's log: its links and those who follow it are told soon.
void SimWorld::grew(SimNode& node)
{
    if (!m_toAnnounce.insert(node.index).second)
        return;
    at(m_now + newsPause, [this, &node] {
        m_toAnnounce.erase(node.index);
        announce(node);
    });
}

void SimWorld::announce(SimNode& node)
{
    if (!node.runs())
        return;
    yieldHost(node);
    if (!node.runs())
        return;
    const Result<sync::Heads> heads = node.log->heads();
    if (!heads)
        return;
    sync::News news;
    for (const auto& [stream, head] : *heads)
        news.heads.emplace(stream, head.sequence);
    const QByteArray bytes = sync::encode(news);
    for (const auto& other : m_nodes) {
        for (std::size_t link = 0; link < other->links.size(); ++link) {
            if (other->links[link].peer != node.index)
                continue;
            if (const std::optional<WorldTime> passage = m_network.passage(node.index, other->index))
                at(m_now + *passage, [this, &hearer = *other, link, life = other->life, bytes] {
                    if (hearer.life != life)
                        return;
                    hearer.links[link].replicator->heard(bytes);
                    pump(hearer);
                });
        }
    }
    for (const Link& link : node.links) {
        if (m_now % 2 == 0) // it had time to gather beforehand
            link.replicator->willGrow();
        link.replicator->grew();
    }
    pump(node);
}

/// Whoever lost its disk does not know all that it granted: the next host begins above it.
Drafts SimWorld::passOverWhatMayBeLost(SimNode& node)
{
    DecideContext context = contextOf(*this, node);
    if (!context.numbersMayBeLost)
        return {};
    context.mayGrant = true;
    const RawId record = numberingRecord(commonRule().series, context.today());
    const auto state = stateAs<NumberingState>(node.log->record(record).state);
    Drafts drafts;
    for (const NumbersGranted& each : decideGrant(state, commonRule(), context, context.stream, 1).value_or(std::vector<NumbersGranted>()))
        drafts.push_back({record, each, {}});
    return drafts;
}

/// A host that learns of a later one says that it grants nothing from here on.
void SimWorld::yieldHost(SimNode& node)
{
    const FoldedRecord& record = node.log->record(hostRecord(m_centre));
    const auto state = stateAs<HostState>(record.state);
    const NodeId own = node.log->ownNode();
    if (state.mayStillGrant == own && hostOf(state, m_founder) != own) {
        Drafts drafts = passOverWhatMayBeLost(node);
        drafts.push_back({hostRecord(m_centre), HostYielded{own, state.node, state.epoch}, {}});
        if (!act(node, drafts))
            return;
        m_trace.line(m_now, node.name, "yields", state.epoch);
    }
}

void SimWorld::askForNumbers(SimNode& from)
{
    const auto state = stateAs<HostState>(from.log->record(hostRecord(m_centre)).state);
    SimNode* host = nodeOf(hostOf(state, m_founder));
    if (host == nullptr || host == &from)
        return;
    if (const std::optional<WorldTime> passage = m_network.passage(from.index, host->index))
        at(m_now + *passage, [this, host, holder = from.log->ownStream(), day = from.clock.now().dateAt(480)] { grant(*host, holder, day); });
}

void SimWorld::grant(SimNode& host, const StreamId& holder, QDate day)
{
    if (!host.runs())
        return;
    const DecideContext context = contextOf(*this, host);
    const auto stateOf = [&](const RawId& record) { return stateAs<NumberingState>(host.log->record(record).state); };
    Drafts drafts;
    const auto add = [&](const RawId& record, const Result<std::vector<NumbersGranted>>& grants) {
        for (NumbersGranted each : grants.value_or(std::vector<NumbersGranted>())) {
            each.day = day;
            drafts.push_back({record, each, {}});
        }
    };
    const RawId common = numberingRecord(commonRule().series, day);
    add(common, decideGrant(stateOf(common), commonRule(), context, holder, 5));
    const auto stream = stateAs<StreamState>(host.log->record(holder.raw).state);
    if (stream.known.reason != OpeningReason::Installed) {
        const NumberingRule rule = letteredRule(stateAs<NodeState>(host.log->record(stream.known.node.raw).state).known.letter);
        const RawId lettered = numberingRecord(rule.series, day);
        add(lettered, decideOwnGrant(stateOf(lettered), rule, context, holder, 5));
    }
    if (!drafts.empty())
        act(host, drafts);
}

} // namespace onedoor::simulator
