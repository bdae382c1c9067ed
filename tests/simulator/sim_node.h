// SPDX-License-Identifier: GPL-3.0-or-later
// One simulated PC: its machine (disk, witness, wall clock) that outlives its process (log, links to peers). A life is one run of the
// process; what belongs to an earlier life reaches nobody. One thread.
#pragma once

#include "core/sync/replicator.h"
#include "core/sync/responder.h"
#include "tests/simulator/sim_clock.h"
#include "tests/simulator/sim_log.h"

namespace onedoor::simulator {

struct Link {
    std::size_t peer = 0;
    std::unique_ptr<sync::Replicator> replicator;
    WorldTime wakesAt = -1; ///< already in the world's list of what comes
};

/// What the node is in this world.
enum class Role { Hub, Host, Desk };

struct SimNode {
    SimNode(std::size_t at, QString nodeName, const WorldTime& world, std::uint64_t seed)
        : index(at), name(std::move(nodeName)), clock(world), random(seed), machine(RawId::named(QByteArray(name.toUtf8())))
    {
    }

    std::size_t index;
    QString name;
    Role role = Role::Desk;
    SimClock clock;
    SeededRandom random;
    RawId machine;
    SimDisk disk;
    Witness witness;
    std::vector<QString> compartments;
    QString letter;
    std::vector<std::size_t> peers; ///< that it connects to

    std::uint64_t life = 0;
    std::unique_ptr<SimLog> log; ///< null while the process does not run
    std::unique_ptr<sync::Responder> responder;
    std::vector<Link> links;

    bool mayLoseDisk = true;   ///< a host only once: after a second loss nobody can tell which of the common numbers were printed
    bool hasLostDisk = false;
    bool wasHost = false;
    bool isFollowed = false;   ///< others connect to it
    std::optional<EventRef> shutOutBy; ///< the event that revoked it
    bool isMember = true;      ///< enrolled and not shut out, as far as the world's story goes
    bool isDesk() const { return role != Role::Hub; }
    bool runs() const { return log != nullptr; }
    void losesDisk()
    {
        hasLostDisk = true;
        mayLoseDisk = mayLoseDisk && !wasHost;
    }
    void becomesHost()
    {
        wasHost = true;
        mayLoseDisk = mayLoseDisk && !hasLostDisk;
    }
    bool wasSound = true;      ///< its clock never left the truth by more than two minutes
    bool isUnproven = false;   ///< its disk was put back, no witness said so, and no peer was asked yet
    std::size_t joinedAtRow = 0; ///< rows of its disk that it joined with: no bit of those flips
};

} // namespace onedoor::simulator
