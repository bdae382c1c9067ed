// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_misfortunes.h"

#include "tests/simulator/sim_acts.h"
#include "tests/simulator/sim_forger.h"

namespace onedoor::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr WorldTime longerThanAnyMessage = 15'000; ///< putting back a disk takes longer than anything stays on its way
constexpr std::int64_t year = 365LL * 24 * 3600 * 1000;
constexpr std::size_t nodesAtMost = 7;

} // namespace

/// Each seed knows about half of the misfortunes, so that some stand alone and some meet.
void Misfortunes::begin()
{
    static constexpr Happens all[] = {&Misfortunes::cut, &Misfortunes::cutOneWay, &Misfortunes::isolate, &Misfortunes::slow,
                                      &Misfortunes::unreliable, &Misfortunes::killProcess, &Misfortunes::failSync, &Misfortunes::fillDisk,
                                      &Misfortunes::flipBit, &Misfortunes::takeImage, &Misfortunes::putBack, &Misfortunes::clone,
                                      &Misfortunes::bendClock, &Misfortunes::enrolDesk, &Misfortunes::revokeDesk, &Misfortunes::nameHost,
                                      &Misfortunes::newerProgram, &Misfortunes::forge};
    for (const Happens each : all) {
        if (m_world.chance(50))
            m_known.push_back(each);
    }
    if (m_world.chance(15)) // alone: with other losses of disks nobody could tell what is true
        m_known = {&Misfortunes::cut, &Misfortunes::isolate, &Misfortunes::killProcess, &Misfortunes::takeImage, &Misfortunes::putBackUnseen};
    if (!m_known.empty())
        next();
}

void Misfortunes::next()
{
    m_world.at(m_world.now() + m_world.between(500, 6'000), [this] {
        if (m_world.now() >= m_ends)
            return;
        (this->*m_known[m_world.random().below(m_known.size())])();
        next();
    });
}

SimNode& Misfortunes::any()
{
    return m_world.node(m_world.random().below(m_world.nodes().size()));
}

SimNode* Misfortunes::anyDesk()
{
    SimNode& node = any();
    const bool isWorking = node.runs() && node.role == Role::Desk && node.isMember && !node.log->ownStream().isNull();
    return isWorking ? &node : nullptr;
}

void Misfortunes::cut()
{
    const std::size_t one = any().index;
    const std::size_t other = any().index;
    m_world.trace().line(m_world.now(), "cut", one, other);
    m_world.network().cutBoth(one, other, true);
    m_world.at(m_world.now() + m_world.between(1'000, 30'000), [this, one, other] { m_world.network().cutBoth(one, other, false); });
}

void Misfortunes::cutOneWay()
{
    const std::size_t from = any().index;
    const std::size_t to = any().index;
    m_world.trace().line(m_world.now(), "cut one way", from, to);
    m_world.network().wire(from, to).isCut = true;
    m_world.at(m_world.now() + m_world.between(1'000, 30'000), [this, from, to] { m_world.network().wire(from, to).isCut = false; });
}

void Misfortunes::isolate()
{
    const std::size_t alone = any().index;
    const auto setAll = [this, alone](bool isCut) {
        for (std::size_t other = 0; other < m_world.nodes().size(); ++other)
            m_world.network().cutBoth(alone, other, isCut);
    };
    m_world.trace().line(m_world.now(), "alone", alone);
    setAll(true);
    m_world.at(m_world.now() + m_world.between(2'000, 60'000), [setAll] { setAll(false); });
}

void Misfortunes::slow()
{
    Wire& wire = m_world.network().wire(any().index, any().index);
    wire.fastest = m_world.between(1, 500);
    wire.slowest = wire.fastest + m_world.between(1, 6'000);
}

void Misfortunes::unreliable()
{
    Wire& wire = m_world.network().wire(any().index, any().index);
    wire.lossPercent = std::uint32_t(m_world.random().below(60));
    wire.twicePercent = std::uint32_t(m_world.random().below(60));
}

void Misfortunes::killProcess()
{
    SimNode& node = any();
    if (node.runs())
        m_world.restartAfter(node, m_world.between(100, 10'000));
}

void Misfortunes::failSync()
{
    any().disk.failNextSync();
}

void Misfortunes::fillDisk()
{
    SimNode& node = any();
    node.disk.setFull(true);
    m_world.at(m_world.now() + m_world.between(500, 8'000), [&node] { node.disk.setFull(false); });
}

void Misfortunes::flipBit()
{
    SimNode& node = any();
    if (node.joinedAtRow == 0 || !node.mayLoseDisk || !node.disk.flip(node.joinedAtRow, m_world.random()))
        return;
    node.losesDisk();
    m_world.trace().line(m_world.now(), node.name, "a bit flips");
    if (m_world.chance(70))
        m_world.restartAfter(node, m_world.between(100, 2'000));
}

void Misfortunes::takeImage()
{
    const SimNode& node = any();
    if (node.joinedAtRow != 0)
        m_images[node.index] = {node.disk.image(), node.witness};
}

/// What only this disk held is lost, and nobody can be blamed for it.
void Misfortunes::loseDisk(SimNode& node, const std::function<void()>& change, WorldTime pause)
{
    m_world.kill(node);
    const std::set<Hash> before = SimWorld::hashesOn(node.disk);
    change();
    m_world.excuse(before);
    m_world.at(m_world.now() + pause, [this, &node] { m_world.start(node); });
}

void Misfortunes::putBack()
{
    if (m_images.empty())
        return;
    const auto image = std::next(m_images.begin(), std::ptrdiff_t(m_world.random().below(m_images.size())));
    SimNode& node = m_world.node(image->first);
    if (!node.runs() || !node.mayLoseDisk)
        return;
    node.losesDisk();
    m_world.trace().line(m_world.now(), node.name, "an old image is put back");
    loseDisk(node, [&] { node.disk.restore(image->second.first); }, longerThanAnyMessage + m_world.between(0, 5'000));
}

/// The whole machine with its witness, as a virtual machine is put back. Only a desk whose every word goes through the host.
void Misfortunes::putBackUnseen()
{
    for (const auto& [index, image] : m_images) {
        SimNode& node = m_world.node(index);
        if (!node.runs() || node.role != Role::Desk || node.peers.size() != 1 || node.isFollowed)
            continue;
        m_world.trace().line(m_world.now(), node.name, "the whole machine is put back");
        loseDisk(node,
                 [&] {
                     node.disk.restore(image.first);
                     node.witness = image.second;
                     node.isUnproven = true;
                 },
                 longerThanAnyMessage);
        for (Print& print : m_world.prints()) // nothing is left that could know of them
            print.isExcused = print.isExcused || (print.node == index && m_world.acts()[print.act].isExcused);
        return;
    }
}

/// A copy of a disk starts on another machine beside its original.
void Misfortunes::clone()
{
    if (m_hasCloned || m_images.empty() || m_world.nodes().size() >= nodesAtMost)
        return;
    m_hasCloned = true;
    const auto& [index, image] = *m_images.begin();
    SimNode& original = m_world.node(index);
    SimNode& copy = m_world.add(original.name + u"copy"_s, Role::Desk, original.compartments);
    m_world.trace().line(m_world.now(), copy.name, "is a copy of", original.name);
    copy.disk.restore(image.first);
    copy.witness = image.second;
    copy.isMember = false;
    m_world.start(copy);
    m_world.connect(copy, m_world.node(0));
    m_world.letInLater(copy);
    copy.joinedAtRow = copy.disk.rows().size();
    m_world.workFrom(copy);
}

void Misfortunes::bendClock()
{
    static constexpr std::int64_t bends[] = {10 * year, -year, 0, 90'000, -90'000, 24LL * 3600 * 1000, 200'000};
    SimNode& node = any();
    const std::int64_t bend = bends[m_world.random().below(std::size(bends))];
    m_world.trace().line(m_world.now(), node.name, "clock bent", QByteArray::number(qlonglong(bend)));
    node.clock.setOffset(bend);
    node.wasSound = node.wasSound && bend <= 0; // a clock that was slow learns from sound ones, up to what it believes
}

void Misfortunes::enrolDesk()
{
    SimNode& host = m_world.node(0);
    if (!host.runs() || host.log->mustReopen() || m_world.nodes().size() >= nodesAtMost)
        return;
    SimNode& desk = m_world.add(u"late%1"_s.arg(m_world.nodes().size()), Role::Desk, {u"hall"_s, u"restricted"_s});
    m_world.start(desk);
    if (!m_world.enrol(host, desk) || !m_world.joinFrom(host, desk)) {
        desk.isMember = false; // the host could not write just now
        m_world.kill(desk);
        return;
    }
    m_world.connect(desk, host);
    m_world.workFrom(desk);
}

void Misfortunes::revokeDesk()
{
    SimNode* desk = anyDesk();
    SimNode& host = m_world.node(0);
    if (desk == nullptr || !host.runs() || m_hasRevoked)
        return;
    NodeRevoked revoked;
    const Result<sync::Heads> heads = host.log->heads();
    for (const StreamId& stream : host.log->membership().streamsOf(desk->log->ownNode())) {
        const auto head = heads ? heads->find(stream) : sync::Heads::const_iterator();
        revoked.streams.push_back(stream);
        revoked.sequences.push_back(heads && head != heads->end() ? head->second.sequence : 0);
    }
    const EventRef at{host.log->ownStream(), host.log->streams().at(host.log->ownStream()).size() + 1};
    m_hasRevoked = true;
    m_world.act(host, {{desk->log->ownNode().raw, revoked, {}}});
    noteShutOut(*desk, desk->log->ownNode(), at);
}

/// An act that the disk did not confirm may stand all the same: what the host says once it can write again counts.
void Misfortunes::noteShutOut(SimNode& desk, const NodeId& id, const EventRef& at)
{
    const SimNode& host = m_world.node(0);
    if (!host.runs() || host.log->mustReopen()) {
        m_world.at(m_world.now() + 50, [this, &desk, id, at] { noteShutOut(desk, id, at); });
        return;
    }
    m_hasRevoked = host.log->membership().isRevoked(id);
    if (!m_hasRevoked)
        return;
    m_world.trace().line(m_world.now(), desk.name, "is shut out");
    desk.isMember = false;
    desk.shutOutBy = at;
}

void Misfortunes::nameHost()
{
    SimNode* desk = anyDesk();
    if (desk == nullptr)
        return;
    const RawId record = hostRecord(m_world.centre());
    const auto state = stateAs<HostState>(desk->log->record(record).state);
    if (hostOf(state, m_world.founder()) == desk->log->ownNode())
        return;
    m_world.trace().line(m_world.now(), desk->name, "takes over as host");
    desk->becomesHost();
    m_world.act(*desk, {{record, HostNamed{desk->log->ownNode(), hostOf(state, m_world.founder()), state.epoch + 1, true}, {}}});
}

void Misfortunes::newerProgram()
{
    if (SimNode* desk = anyDesk())
        doSomethingNewer(m_world, *desk);
}

void Misfortunes::forge()
{
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (const SimNode* desk = anyDesk())
            forgeSomething(m_world, *desk, m_world.node(0));
    }
}

} // namespace onedoor::simulator
