// SPDX-License-Identifier: GPL-3.0-or-later
// The asking side: keeps one peer and the own log alike. It does no I/O and has no thread: it says what to send, and is told what came
// back, what failed and how late it is. Upload and download go in lanes of their own, one request each; what the peer refuses is kept
// back alone and offered again later. Whoever drives it owns it; one thread, the log's.
#pragma once

#include "core/sync/event_log.h"

#include <chrono>
#include <set>

namespace onedoor::sync {

/// Time that only goes forward; from any beginning.
using Steady = std::chrono::milliseconds;

enum class Ask { Hello, Hashes, Pull, Push, Receipt };

struct Outgoing {
    std::uint64_t id = 0;
    Ask ask = Ask::Hello;
    QByteArray body;
};

/// What people are told of a link.
struct LinkState {
    enum class Phase { Resting, Greeting, Comparing, Following };
    Phase phase = Phase::Resting;
    NodeId peer;                     ///< null until it has answered once
    QString peerSoftware;
    std::optional<Error> error;      ///< why it rests
    Instant lastContact;             ///< wall time of the peer's last answer
    Instant brokenSince;             ///< wall time since which it does not answer; 0 while it does
    std::int64_t clockOffset = 0;    ///< milliseconds by which the peer's wall clock is ahead
    std::uint64_t waiting = 0;       ///< events that the peer lacks
    bool pulling = false;            ///< the peer has more for us
    std::vector<Refusal> refusals;   ///< kept back, here or there
    std::vector<EventRef> forks;     ///< somebody's stream holds something else there
    bool beganAnew = false;          ///< this disk had been put back: the own stream is a new one
};

class Replicator {
public:
    /// All outlive the replicator. `bytesAtOnce`: what one batch aims at.
    Replicator(EventLog& log, const Clock& clock, Random& random, QString software, qsizetype bytesAtOnce = batchBytes);

    /// Requests to send now; ask again after each call below, and at the latest at `wakeAt`.
    std::vector<Outgoing> next(Steady now);
    /// Takes what was pulled into the log, which may last; to be called once what next() gave is on its way: the peer gathers the next
    /// batch meanwhile. False: there was nothing to take.
    bool takeIn(Steady now);
    Steady wakeAt() const { return m_wakeAt; }
    void answered(std::uint64_t id, QByteArrayView body, Steady now);
    void failed(std::uint64_t id, const Error& error, Steady now);
    /// News came over the live connection.
    void heard(QByteArrayView news);
    /// The live connection ended: the peer is asked at once whether it is still there.
    void lost();
    /// The peer lets somebody wait for an answer: it is greeted again before anything else, and until then nothing stands.
    void silent(const Error& error, Steady now);
    /// The own log has grown, by whoever's hand.
    void grew();
    /// Somebody waits for the disk to have what is new in the own log, and will say grew(): gathers it, and sends nothing.
    void willGrow();
    /// Somebody asks to try at once.
    void retryNow() { m_retryAt = Steady(0); }

    const LinkState& state() const { return m_state; }
    std::uint64_t eventsPulled() const { return m_pulled; }
    std::uint64_t eventsPushed() const { return m_pushed; }

private:
    using Phase = LinkState::Phase;
    /// Stands for a stream that is not wanted: as if all of it were there.
    static constexpr std::uint64_t everything = INT64_MAX;
    struct Search { ///< for the last event that both copies of the own stream share
        std::uint64_t same = 0;
        std::uint64_t other = 0; ///< the first known to differ
        std::vector<std::uint64_t> asked;
    };

    Outgoing send(Ask ask, QByteArray body);
    Result<void> fillLanes(std::vector<Outgoing>& out, Steady now);
    Result<void> greet(std::vector<Outgoing>& out);
    Result<void> pull(std::vector<Outgoing>& out, Steady now);
    Result<void> push(std::vector<Outgoing>& out);
    void askForReceipt(std::vector<Outgoing>& out, Steady now);
    bool isOnItsWay(Ask ask) const;
    Result<void> refreshHeads();
    Result<void> welcomed(QByteArrayView body);
    Result<void> compared(QByteArrayView body);
    Result<void> pulled(QByteArrayView body);
    void noteTaken(const Taken& taken, bool more);
    PullRequest pullRequest() const;
    Frontier asIfNotTakenWereThere(Frontier peerHas) const;
    bool isDurable(const Batch& batch) const;
    Result<Gathered> gatherAhead(const Frontier& has, const std::vector<QByteArray>& compartments);
    Result<void> pushed(QByteArrayView body);
    Result<void> certified(QByteArrayView body);
    Result<void> mayTell() const;
    Result<void> narrow();
    Result<void> checkOwnStream(const Welcome& welcome);
    Result<void> follow();
    void noteForks();
    void rest(const Error& error, Steady now);
    void countWaiting();
    void keepBack(const std::vector<Refusal>& refusals, std::set<StreamId>& streams);

    EventLog& m_log;
    const Clock& m_clock;
    Random& m_random;
    QString m_software;
    qsizetype m_bytesAtOnce;
    LinkState m_state;

    std::uint64_t m_lastId = 0;
    std::map<std::uint64_t, Ask> m_waitingFor; ///< requests that were sent and not answered
    Steady m_retryAt{0};
    Steady m_wakeAt{0};
    Steady m_pullAgainAt{0}; ///< even without news
    Steady m_greetAt{0};     ///< greets again, and offers again what was refused
    Steady m_receiptAt{0};
    EventRef m_certified;    ///< of the own stream, by the peer
    int m_failures = 0;      ///< in a row

    Heads m_heads; ///< own
    bool m_headsAreOld = true;
    Heads m_greeted;                   ///< the peer's, when it greeted
    Frontier m_peerHas;
    std::set<StreamId> m_notTaken;     ///< the peer refused these
    std::set<StreamId> m_notWanted;    ///< this node refused these
    bool m_pullWanted = true;
    std::optional<PullReply> m_pulledBatch; ///< to be taken in
    Frontier m_expected;                    ///< how far its streams go then
    std::uint64_t m_pullAhead = 0;          ///< asked for what follows m_pulledBatch, as if all of that were taken; 0: nothing was
    std::uint64_t m_pullToDrop = 0;         ///< its answer follows something that was not taken after all
    Frontier m_afterPush;                   ///< what the peer has when it has taken the batch on its way
    struct Ahead {
        Frontier after;
        std::vector<QByteArray> compartments; ///< of the peer, for which it was gathered
        Gathered gathered;
    };
    std::optional<Ahead> m_pushAhead; ///< the next batch, gathered while the peer takes the one before or the disk what is new
    Search m_search;
    std::uint64_t m_pulled = 0;
    std::uint64_t m_pushed = 0;
};

} // namespace onedoor::sync
