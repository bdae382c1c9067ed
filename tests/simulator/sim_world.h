// SPDX-License-Identifier: GPL-3.0-or-later
// A whole centre in one process: PCs, wires, disks and clocks, and a list of what comes next. One seed decides everything; the same
// seed runs the same way, byte for byte. sim_story.h says what happens in it, sim_invariants.h what must hold when it has settled.
// One thread.
#pragma once

#include "tests/simulator/sim_network.h"
#include "tests/simulator/sim_node.h"

#include <functional>
#include <queue>
#include <set>

namespace onedoor::simulator {

/// What happened, line by line; nothing is put together unless somebody wants it.
class Trace {
public:
    explicit Trace(bool isOn) : m_isOn(isOn) {}
    template <typename... Parts>
    void line(WorldTime now, const Parts&... parts)
    {
        if (!m_isOn)
            return;
        m_text += QByteArray::number(qlonglong(now));
        (add(parts), ...);
        m_text += '\n';
    }
    const QByteArray& text() const { return m_text; }

private:
    void add(const char* part) { m_text += ' '; m_text += part; }
    void add(const QByteArray& part) { m_text += ' ' + part; }
    void add(const QString& part) { m_text += ' ' + part.toUtf8(); }
    void add(std::uint64_t part) { m_text += ' ' + QByteArray::number(qulonglong(part)); }
    bool m_isOn;
    QByteArray m_text;
};

/// An act that somebody was told is done.
struct Act {
    AccountId actor; ///< a name that no other act has: it finds the act again wherever it is written anew
    std::size_t node = 0;
    std::size_t events = 0;
    bool isExcused = false; ///< it was on nothing but a disk that was put back or damaged
};

struct Print {
    QString number;
    std::size_t node = 0;
    std::size_t act = 0;
    bool isExcused = false; ///< printed by a PC that could not know that its disk had been put back
};

class SimWorld {
public:
    SimWorld(std::uint64_t seed, bool records);

    // Time
    WorldTime now() const { return m_now; }
    void at(WorldTime when, std::function<void()> what);
    /// Runs what comes until then.
    void runUntil(WorldTime when);

    // PCs
    SimNode& add(QString name, Role role, std::vector<QString> compartments);
    SimNode& node(std::size_t index) { return *m_nodes[index]; }
    const std::vector<std::unique_ptr<SimNode>>& nodes() const { return m_nodes; }
    SimNode* nodeOf(const NodeId& id);
    void start(SimNode& node);
    /// The process is gone at once; the disk keeps what it likes of what was not safe.
    void kill(SimNode& node);
    void restartAfter(SimNode& node, WorldTime pause);
    void connect(SimNode& from, SimNode& to);
    Result<void> enrol(SimNode& by, SimNode& whom);
    /// Once the host runs and can write; until then it is no member.
    void letInLater(SimNode& node);
    /// People come to work at this desk, until workEnds().
    void workFrom(SimNode& desk);
    void setWorkEnds(WorldTime when) { m_workEnds = when; }
    Result<void> joinFrom(SimNode& host, SimNode& whom);

    // Acts
    AccountId newActor() { return AccountId::make({worldBegins + m_now}, m_random); }
    /// True when the act is done and safe.
    bool act(SimNode& node, const Drafts& drafts, const char* compartment = hallCompartment);
    void note(SimNode& node, const AccountId& actor, std::size_t events, const Result<void>& outcome);
    void grew(SimNode& node);
    void pump(SimNode& node);
    bool takeIn(SimNode& node, sync::Replicator& replicator);
    /// A message outside of the sync: asks the hall host for numbers.
    void askForNumbers(SimNode& from);

    void fault(const QString& what) { m_faults.append(what); }
    const QStringList& faults() const { return m_faults; }

    CentreId centre() const { return m_centre; }
    NodeId founder() const { return m_founder; }
    void setFounder(const NodeId& node) { m_founder = node; }
    Random& random() { return m_random; }
    bool chance(std::uint32_t percent) { return m_random.below(100) < percent; }
    WorldTime between(WorldTime least, WorldTime most) { return least + WorldTime(m_random.below(std::uint64_t(most - least + 1))); }
    SimNetwork& network() { return m_network; }
    Trace& trace() { return m_trace; }
    std::vector<Act>& acts() { return m_acts; }
    std::vector<Print>& prints() { return m_prints; }
    bool wasAuthored(const Hash& hash) const { return m_authored.contains(hash); }
    /// How many of the act's events are among these.
    std::size_t eventsOf(const Act& act, const std::set<Hash>& held) const;
    static std::set<Hash> hashesOn(const SimDisk& disk);
    /// Acts that were on a disk that lost them, and are on no disk now.
    void excuse(const std::set<Hash>& before);

private:
    struct Coming {
        WorldTime when = 0;
        std::uint64_t order = 0;
        std::function<void()> what;
        bool operator<(const Coming& other) const { return std::pair(when, order) > std::pair(other.when, other.order); }
    };
    void send(SimNode& from, std::size_t link, const sync::Outgoing& out);
    void arrive(SimNode& to, const NodeId& peer, std::size_t from, std::size_t link, std::uint64_t life, const sync::Outgoing& out);
    void giveBack(SimNode& to, std::size_t link, std::uint64_t life, std::uint64_t id, const Result<QByteArray>& answer);
    void announce(SimNode& node);
    void yieldHost(SimNode& node);
    Drafts passOverWhatMayBeLost(SimNode& node);
    void grant(SimNode& host, const StreamId& holder, QDate day);
    LogSetup setupOf(SimNode& node);

    WorldTime m_now = 0;
    WorldTime m_workEnds = 0;
    std::uint64_t m_order = 0;
    std::priority_queue<Coming> m_coming;
    SeededRandom m_random;
    SeededRandom m_wireRandom;
    SimNetwork m_network;
    Trace m_trace;
    std::uint64_t m_seed;
    qsizetype m_bytesAtOnce; ///< of a batch: small, so that much is sent in pieces
    CentreId m_centre;
    NodeId m_founder;
    std::vector<std::unique_ptr<SimNode>> m_nodes;
    std::set<std::size_t> m_toAnnounce;
    std::map<AccountId, std::vector<Hash>> m_hashesOf;
    std::set<Hash> m_authored;
    std::vector<Act> m_acts;
    std::vector<Print> m_prints;
    QStringList m_faults;
};

inline constexpr const char* simulatedSoftware = "onedoor simulated";

} // namespace onedoor::simulator
