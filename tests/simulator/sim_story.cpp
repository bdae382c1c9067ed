// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_story.h"

#include "tests/simulator/sim_acts.h"
#include "tests/simulator/sim_invariants.h"
#include "tests/simulator/sim_misfortunes.h"

namespace onedoor::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr WorldTime settlesWithin = 600'000; ///< after everything is whole again
constexpr WorldTime comesToRest = 65'000; ///< what was refused is offered once more within this
constexpr WorldTime arrivesWithin = 1'500;
constexpr WorldTime staysQuiet = 20'000;

const std::vector<QString> everything{u"hall"_s, u"restricted"_s};

void found(SimWorld& world, SimNode& host)
{
    world.start(host);
    CentreFounded founded;
    founded.code = u"420199"_s;
    founded.name = u"Simulated centre"_s;
    founded.rehearsal = true;
    world.setFounder(host.log->ownNode());
    if (!host.log->found(founded, world.newActor()))
        world.fault(u"the centre could not be founded"_s);
    for (int account = 0; account < 3; ++account) {
        AccountCreated created;
        created.login = u"clerk%1"_s.arg(account);
        world.act(host, {{RawId::make(host.clock.now(), host.random), created, {}}});
    }
}

void letIn(SimWorld& world, SimNode& host, SimNode& other)
{
    world.start(other);
    if (!world.enrol(host, other) || !world.joinFrom(host, other))
        world.fault(u"%1 could not join"_s.arg(other.name));
}

void build(SimWorld& world)
{
    SimNode& host = world.add(u"host"_s, Role::Host, everything);
    found(world, host);
    const std::size_t desks = 2 + world.random().below(3);
    for (std::size_t at = 0; at < desks; ++at) {
        const bool isLimited = at == 1;
        SimNode& desk = world.add(u"desk%1"_s.arg(at + 1), Role::Desk, isLimited ? std::vector<QString>{u"hall"_s} : everything);
        letIn(world, host, desk);
        world.connect(desk, host);
    }
    if (world.chance(50)) {
        SimNode& hub = world.add(u"hub"_s, Role::Hub, everything);
        letIn(world, host, hub);
        world.connect(host, hub);
    }
    if (world.chance(40)) {
        world.connect(world.node(1), world.node(2));
        // What the limited desk heard from the other alone can't come back through it past a withheld event: so these keep their disks.
        world.node(1).mayLoseDisk = world.node(2).mayLoseDisk = false;
    }
}

std::uint64_t moved(const SimWorld& world)
{
    std::uint64_t events = 0;
    for (const auto& node : world.nodes()) {
        if (!node->isMember)
            continue;
        for (const Link& link : node->links)
            events += link.replicator->eventsPulled() + link.replicator->eventsPushed();
    }
    return events;
}

/// All is whole again; what is wrong with clocks stays wrong.
void heal(SimWorld& world)
{
    world.network().heal();
    for (const auto& node : world.nodes()) {
        node->disk.heal();
        if (node->disk.hasFlipped()) // nobody has read it yet
            world.kill(*node);
        if (!node->runs())
            world.start(*node);
    }
}

void settle(SimWorld& world)
{
    const WorldTime from = world.now();
    while (!allAgree(world) && world.now() < from + settlesWithin)
        world.runUntil(world.now() + 1'000);
    world.trace().line(world.now(), "settled after", std::uint64_t(world.now() - from));
    // What is still on its way may bring something; then there is peace.
    world.runUntil(world.now() + comesToRest);
    const std::uint64_t before = moved(world);
    world.runUntil(world.now() + staysQuiet);
    if (moved(world) != before)
        world.fault(u"events still move when all agree: %1 and %2"_s.arg(before).arg(moved(world)));
}

/// With everything whole an act is everywhere at once, not only when somebody looks again.
void actPromptly(SimWorld& world)
{
    if (!allAgree(world))
        return;
    for (const auto& node : world.nodes()) {
        if (!node->isMember)
            continue;
        if (!node->runs()) {
            world.fault(u"%1: does not run though all is whole"_s.arg(node->name));
            return;
        }
        AccountChanged changed;
        changed.displayName = u"Clerk of "_s + node->name;
        for (int each = 0; each < 5 && node->runs(); ++each)
            world.act(*node, {{node->log->recordsOf("account").front(), changed, {}}});
        world.runUntil(world.now() + arrivesWithin);
        if (!allAgree(world))
            world.fault(u"%1: its act does not arrive at once"_s.arg(node->name));
    }
}

} // namespace

Outcome runSeed(std::uint64_t seed, bool records)
{
    SimWorld world(seed, records);
    build(world);
    const WorldTime ends = world.between(30'000, 90'000);
    world.setWorkEnds(ends);
    for (const auto& node : world.nodes()) {
        if (node->isDesk())
            world.workFrom(*node);
    }
    Misfortunes misfortunes(world, ends);
    misfortunes.begin();
    world.runUntil(ends);
    heal(world);
    settle(world);
    actPromptly(world);
    checkInvariants(world);
    Outcome outcome{world.faults(), world.trace().text(), world.acts().size(), 0};
    for (const auto& stream : world.node(0).log ? world.node(0).log->streams() : std::map<StreamId, std::vector<SimLog::Stored>>())
        outcome.events += stream.second.size();
    for (const auto& each : world.node(0).log ? world.node(0).log->rowsOfRecords() : std::map<RawId, std::vector<std::size_t>>()) {
        for (const Conflict& conflict : world.node(0).log->record(each.first).conflicts) {
            ++outcome.conflicts;
            outcome.verdicts += conflict.verdicts.size();
        }
    }
    return outcome;
}

} // namespace onedoor::simulator
