// SPDX-License-Identifier: GPL-3.0-or-later
// Bugs that the simulator must find. The switch exists in tests only: without ONEDOOR_PLANTED_BUGS planted() is a constant false and
// the branches are gone.
#pragma once

namespace onedoor::sync {

enum class Bug {
    None,
    ForkOverlooked,       ///< a copy's other history is taken for the one that is here
    ChainUnchecked,       ///< an event need not follow the one before it
    StrangersTaken,       ///< a stream of a node that nobody let in
    RevokedTaken,         ///< events beyond a cut-off
    SignatureUnchecked,   ///< a forged head
    GapAccepted,          ///< an event is left out
    LastSentIsKnown,      ///< the peer has what was sent, whether it answered or not
    NewsIsTruth,          ///< the peer's news counts as pulled
    FirstBatchOnly,       ///< the rest of a long pull is forgotten
    RefusalStopsAll,      ///< one refused stream keeps back all others
    NoRetry,              ///< after a failure nothing is sent again
    OwnEchoKept,          ///< a rolled-back node goes on writing its old stream
    KeysForgotten,        ///< the keys of the people stay behind
    WithheldSent,         ///< a compartment leaks
    AcknowledgedUnsynced, ///< "have" is said before the disk has it
    PushFromZero,         ///< the first event of each stream is skipped
    PullOffByOne,         ///< a pull begins one too late
    HeadsStale,           ///< own new acts are not seen after the greeting
    WrongCentreTaken,     ///< a node of another centre is greeted
    BackwardFrontier,     ///< a late answer sets back what the peer is known to have
    ForeignClockTaken,    ///< a peer's clock in the future moves the own one
    BlocksShared,         ///< two nodes print from one block
    TwoHosts,             ///< a host that comes back does not step down
    ConflictTwice,        ///< a conflict's name depends on who found it
    ParentsDropped,       ///< an event names only one of its heads
};

#ifdef ONEDOOR_PLANTED_BUGS
extern Bug plantedBug;
inline bool planted(Bug bug) { return plantedBug == bug; }
#else
constexpr bool planted(Bug) { return false; }
#endif

} // namespace onedoor::sync
