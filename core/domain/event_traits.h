// SPDX-License-Identifier: GPL-3.0-or-later
// One row per event type: which record it belongs to and how two concurrent ones are merged. A new type without a row does not compile.
#pragma once

#include "core/domain/account/account_state.h"
#include "core/domain/alarm/alarm_state.h"
#include "core/domain/appointment/appointment_state.h"
#include "core/domain/call/staff_call_state.h"
#include "core/domain/centre/centre_state.h"
#include "core/domain/day/day_state.h"
#include "core/domain/event.h"
#include "core/domain/node/node_state.h"
#include "core/domain/numbering/numbering_state.h"
#include "core/domain/person/person_state.h"
#include "core/domain/ticket/ticket_state.h"
#include "core/domain/visit/visit_state.h"

namespace onedoor {

/// What happens when two nodes did this without knowing of each other.
enum class MergeRule {
    Commutes,        ///< both stand, in any order
    FieldWise,       ///< each field keeps its newest value; the same field changed twice is listed as a conflict
    FirstClaimWins,  ///< the first in causal order stands, the other has no effect and is listed as a conflict
    HumanDecides,    ///< the first stands until an authorised person judges; listed as a conflict
};

template <>
struct EnumWords<MergeRule> {
    static constexpr std::array values{std::pair{MergeRule::Commutes, "commutes"}, std::pair{MergeRule::FieldWise, "fieldWise"},
                                       std::pair{MergeRule::FirstClaimWins, "firstClaimWins"}, std::pair{MergeRule::HumanDecides, "humanDecides"}};
};

template <typename EventType>
struct EventTraits;

/// Of an event that may belong to any kind of record and changes the state of none: the fold itself heeds it.
struct AnyState {};

template <typename StateType, MergeRule rule>
struct EventRow {
    using State = StateType;
    static constexpr MergeRule merge = rule;
};

template <> struct EventTraits<StreamOpened> : EventRow<StreamState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<CentreFounded> : EventRow<CentreState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<AccountCreated> : EventRow<AccountState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<AccountChanged> : EventRow<AccountState, MergeRule::FieldWise> {};
template <> struct EventTraits<AccountSecretChanged> : EventRow<AccountState, MergeRule::FieldWise> {};
template <> struct EventTraits<PersonRegistered> : EventRow<PersonState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<PersonCorrected> : EventRow<PersonState, MergeRule::FieldWise> {};
template <> struct EventTraits<VisitRegistered> : EventRow<VisitState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<MatterRecorded> : EventRow<MatterState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<NumbersGranted> : EventRow<NumberingState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<NumberTaken> : EventRow<NumberingState, MergeRule::Commutes> {};
template <> struct EventTraits<PlaceStaffed> : EventRow<PlaceState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<PlaceLeft> : EventRow<PlaceState, MergeRule::Commutes> {};
template <> struct EventTraits<TicketIssued> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketPrinted> : EventRow<TicketState, MergeRule::Commutes> {};
template <> struct EventTraits<TicketPrintFailed> : EventRow<TicketState, MergeRule::Commutes> {};
template <> struct EventTraits<TicketCalled> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketRecalled> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketBegun> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketHeld> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketResumed> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketMissed> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketRequeued> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketTransferred> : EventRow<TicketState, MergeRule::HumanDecides> {};
template <> struct EventTraits<TicketFinished> : EventRow<TicketState, MergeRule::HumanDecides> {};
template <> struct EventTraits<TicketWithdrawn> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketHeldUntil> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketMissedUntil> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketQuickServed> : EventRow<TicketState, MergeRule::HumanDecides> {}; // it finishes, as TicketFinished does
template <> struct EventTraits<TicketReverted> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<NodeEnrolled> : EventRow<NodeState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<NodeRevoked> : EventRow<NodeState, MergeRule::Commutes> {};
template <> struct EventTraits<HostNamed> : EventRow<HostState, MergeRule::Commutes> {};
template <> struct EventTraits<HostYielded> : EventRow<HostState, MergeRule::Commutes> {};
template <> struct EventTraits<ConflictResolved> : EventRow<AnyState, MergeRule::Commutes> {}; // two that differ open the conflict again
template <> struct EventTraits<PersonErased> : EventRow<PersonState, MergeRule::Commutes> {}; // one erasure is enough, whatever else happened
template <> struct EventTraits<KeysDestroyed> : EventRow<PersonState, MergeRule::Commutes> {};
template <> struct EventTraits<HoldPlaced> : EventRow<PersonState, MergeRule::Commutes> {};
template <> struct EventTraits<HoldLifted> : EventRow<PersonState, MergeRule::Commutes> {};
template <> struct EventTraits<NodeAddressed> : EventRow<NodeState, MergeRule::Commutes> {}; // each PC speaks for itself; the newest counts
template <> struct EventTraits<NodeRenamed> : EventRow<NodeState, MergeRule::Commutes> {}; // a name is no claim: the newest counts
template <> struct EventTraits<HubAddressed> : EventRow<NodeState, MergeRule::Commutes> {}; // whoever says it, the newest counts
/// Item by item: what two changed of one item without knowing of each other is listed, and the newer one counts meanwhile. The first would
/// be as deterministic; but a hall that was cut off has worked by the newer one last, and each change is a whole item that was checked.
template <> struct EventTraits<CentreChanged> : EventRow<CentreState, MergeRule::FieldWise> {};
template <> struct EventTraits<PersonMerged> : EventRow<PersonState, MergeRule::FieldWise> {}; // a correction stands beside it; of two merges the newest counts and people are told
template <> struct EventTraits<PersonUnmerged> : EventRow<PersonState, MergeRule::Commutes> {}; // names the merge that it takes back, so it can meet no other
template <> struct EventTraits<StaffCalled> : EventRow<StaffCallState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<StaffAnswered> : EventRow<StaffCallState, MergeRule::Commutes> {}; // both come; the earlier is shown
template <> struct EventTraits<StaffCleared> : EventRow<StaffCallState, MergeRule::Commutes> {};
template <> struct EventTraits<TicketClosed> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<TicketClosedByRule> : EventRow<TicketState, MergeRule::Commutes> {}; // two PCs that follow one rule agree, and it heeds only what is open
template <> struct EventTraits<TicketCarriedOver> : EventRow<TicketState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<DayClosed> : EventRow<DayState, MergeRule::Commutes> {}; // each names its own tickets; the later one is shown
template <> struct EventTraits<DayReopened> : EventRow<DayState, MergeRule::Commutes> {};
template <> struct EventTraits<AlarmRaised> : EventRow<AlarmState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<AlarmAnswered> : EventRow<AlarmState, MergeRule::Commutes> {}; // all of them come
template <> struct EventTraits<AlarmCleared> : EventRow<AlarmState, MergeRule::Commutes> {}; // the earlier is shown
template <> struct EventTraits<TicketRoutePlanned> : EventRow<TicketState, MergeRule::Commutes> {}; // a plan is no claim: the newest counts
template <> struct EventTraits<TicketSentAside> : EventRow<TicketState, MergeRule::HumanDecides> {}; // as TicketTransferred
template <> struct EventTraits<VisitNeedsRecorded> : EventRow<VisitState, MergeRule::Commutes> {}; // part of registering, written by one desk
template <> struct EventTraits<VisitHelperRecorded> : EventRow<VisitState, MergeRule::Commutes> {};
template <> struct EventTraits<AppointmentBooked> : EventRow<AppointmentState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<AppointmentChanged> : EventRow<AppointmentState, MergeRule::FieldWise> {};
template <> struct EventTraits<AppointmentCancelled> : EventRow<AppointmentState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<AppointmentRestored> : EventRow<AppointmentState, MergeRule::FirstClaimWins> {};
template <> struct EventTraits<AppointmentKept> : EventRow<AppointmentState, MergeRule::HumanDecides> {}; // somebody holds two tickets
template <> struct EventTraits<TicketAppointed> : EventRow<TicketState, MergeRule::FirstClaimWins> {};

/// A record of which only events of a newer program are known yet: of what kind it is will show with the first event that can be read.
struct UnreadState {
    bool needsUpdate = true;
};

/// The fold of one record, whatever kind it is; monostate before its first event.
using RecordState = std::variant<std::monostate, StreamState, CentreState, AccountState, PersonState, VisitState, MatterState,
                                 NumberingState, PlaceState, TicketState, UnreadState, NodeState, HostState, StaffCallState, DayState, AlarmState,
                                 AppointmentState>;

/// The state as the kind that is asked for; its empty value when the record is of another kind or does not exist.
template <typename State>
State stateAs(const RecordState& record)
{
    if (const State* typed = std::get_if<State>(&record))
        return *typed;
    State empty;
    empty.needsUpdate = std::holds_alternative<UnreadState>(record);
    return empty;
}

/// Applies one event to its record. An event of another kind of record leaves the state unchanged and answers false.
bool evolveRecord(RecordState& state, const Event& event, const EventMeta& meta);
MergeRule mergeRuleOf(const Event& event);

} // namespace onedoor
