// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can go wrong in a simulated centre, and what people do about it. Each seed knows some of them. One thread.
#pragma once

#include "tests/simulator/sim_world.h"

namespace onedoor::simulator {

class Misfortunes {
public:
    /// Nothing happens after `ends`. Outlives the world's run.
    Misfortunes(SimWorld& world, WorldTime ends) : m_world(world), m_ends(ends) {}
    void begin();

private:
    using Happens = void (Misfortunes::*)();
    void next();
    SimNode& any();
    SimNode* anyDesk();

    // wires
    void cut();
    void cutOneWay();
    void isolate();
    void slow();
    void unreliable();
    // processes and disks
    void killProcess();
    void failSync();
    void fillDisk();
    void flipBit();
    void takeImage();
    void putBack();
    void putBackUnseen();
    void clone();
    // clocks
    void bendClock();
    // people
    void enrolDesk();
    void revokeDesk();
    void nameHost();
    void newerProgram();
    void forge();

    void noteShutOut(SimNode& desk, const NodeId& id, const EventRef& at);
    void loseDisk(SimNode& node, const std::function<void()>& change, WorldTime pause);

    SimWorld& m_world;
    WorldTime m_ends;
    std::vector<Happens> m_known;
    std::map<std::size_t, std::pair<DiskImage, Witness>> m_images;
    bool m_hasCloned = false;
    bool m_hasRevoked = false;
};

} // namespace onedoor::simulator
