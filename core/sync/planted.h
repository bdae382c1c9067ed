// SPDX-License-Identifier: GPL-3.0-or-later
// Bugs that the simulator must find. The switch exists in tests only: without ONEDOOR_PLANTED_BUGS planted() is a constant false and
// the branches are gone.
#pragma once

#ifdef ONEDOOR_PLANTED_BUGS
#include <array>
#include <utility>
#endif

namespace onedoor::sync {

enum class Bug {
    None,
    ForkOverlooked,       ///< a copy's other history is taken for the one that is here
    ChainUnchecked,       ///< an event need not follow the one before it
    StrangersTaken,       ///< a stream of a node that nobody let in
    RevokedTaken,         ///< events beyond a cut-off
    SignatureUnchecked,   ///< a forged head
    GapAccepted,          ///< an event is left out
    NewsIsTruth,          ///< the peer's news counts as pulled
    FirstBatchOnly,       ///< the rest of a long pull is forgotten
    NoRetry,              ///< after a failure nothing is sent again
    OwnEchoKept,          ///< a rolled-back node goes on writing its old stream
    KeysForgotten,        ///< the keys of the people stay behind
    StubsStand,           ///< what a peer could not see stands in for what this node may see
    RevokedFed,           ///< a node that was shut out is still told everything
    CutOffNotBackward,    ///< a cut-off leaves what is already here
    WithheldSent,         ///< a compartment leaks
    PushFromZero,         ///< the first event of each stream is skipped
    PullOffByOne,         ///< a pull begins one too late
    HeadsStale,           ///< own new acts are not seen after the greeting
    OtherProtocolTaken,   ///< a peer of another protocol is greeted
    StrangersServed,      ///< anybody may ask
    LastCommonOffByOne,   ///< one event too many counts as shared when a stream begins anew
    NewsIgnored,          ///< news wakes nobody
    GrowthUnseen,         ///< what is written here waits for something else to happen
    MoreForgotten,        ///< a batch that was cut short says that it is whole
    EnrolmentUnheard,     ///< a node that was let in stays a stranger
    PlaceUnchecked,       ///< an event may say that it stands elsewhere
    WrongCentreTaken,     ///< a node of another centre is greeted
    ReceiptUnchecked,     ///< anybody's word counts as the peer's
};

#ifdef ONEDOOR_PLANTED_BUGS
inline constexpr std::array plantedBugs{
    std::pair{Bug::ForkOverlooked, "ForkOverlooked"},
    std::pair{Bug::ChainUnchecked, "ChainUnchecked"},
    std::pair{Bug::StrangersTaken, "StrangersTaken"},
    std::pair{Bug::RevokedTaken, "RevokedTaken"},
    std::pair{Bug::SignatureUnchecked, "SignatureUnchecked"},
    std::pair{Bug::GapAccepted, "GapAccepted"},
    std::pair{Bug::NewsIsTruth, "NewsIsTruth"},
    std::pair{Bug::FirstBatchOnly, "FirstBatchOnly"},
    std::pair{Bug::NoRetry, "NoRetry"},
    std::pair{Bug::OwnEchoKept, "OwnEchoKept"},
    std::pair{Bug::KeysForgotten, "KeysForgotten"},
    std::pair{Bug::StubsStand, "StubsStand"},
    std::pair{Bug::RevokedFed, "RevokedFed"},
    std::pair{Bug::CutOffNotBackward, "CutOffNotBackward"},
    std::pair{Bug::WithheldSent, "WithheldSent"},
    std::pair{Bug::PushFromZero, "PushFromZero"},
    std::pair{Bug::PullOffByOne, "PullOffByOne"},
    std::pair{Bug::HeadsStale, "HeadsStale"},
    std::pair{Bug::OtherProtocolTaken, "OtherProtocolTaken"},
    std::pair{Bug::StrangersServed, "StrangersServed"},
    std::pair{Bug::LastCommonOffByOne, "LastCommonOffByOne"},
    std::pair{Bug::NewsIgnored, "NewsIgnored"},
    std::pair{Bug::GrowthUnseen, "GrowthUnseen"},
    std::pair{Bug::MoreForgotten, "MoreForgotten"},
    std::pair{Bug::EnrolmentUnheard, "EnrolmentUnheard"},
    std::pair{Bug::PlaceUnchecked, "PlaceUnchecked"},
    std::pair{Bug::WrongCentreTaken, "WrongCentreTaken"},
    std::pair{Bug::ReceiptUnchecked, "ReceiptUnchecked"},
};
extern Bug plantedBug;
inline bool planted(Bug bug) { return plantedBug == bug; }
#else
constexpr bool planted(Bug) { return false; }
#endif

} // namespace onedoor::sync
