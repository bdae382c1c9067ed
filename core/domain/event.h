// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of event, in one list: journal codec, merge table, golden files and history all walk it.
// Append at the end; a type's name, version and fields are a stored format.
#pragma once

#include "core/domain/account/account_events.h"
#include "core/domain/alarm/alarm_events.h"
#include "core/domain/appointment/appointment_events.h"
#include "core/domain/call/staff_call_events.h"
#include "core/domain/centre/centre_events.h"
#include "core/domain/conflict/conflict_events.h"
#include "core/domain/day/day_events.h"
#include "core/domain/node/node_events.h"
#include "core/domain/numbering/numbering_events.h"
#include "core/domain/person/erasure_events.h"
#include "core/domain/person/merge_events.h"
#include "core/domain/person/person_events.h"
#include "core/domain/place/place_events.h"
#include "core/domain/ticket/closing_events.h"
#include "core/domain/ticket/route_events.h"
#include "core/domain/ticket/ticket_events.h"
#include "core/domain/visit/visit_events.h"
#include "core/domain/visit/visit_needs_events.h"

#include <variant>

namespace onedoor {

/// Written by a newer program: stored and forwarded untouched; its record shows "needs update".
struct UnknownEvent {
    static constexpr const char* type = "unknown";
    static constexpr std::uint32_t version = 0;
    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

using EventKinds = std::variant<
    UnknownEvent, StreamOpened, CentreFounded, AccountCreated, AccountChanged, AccountSecretChanged, PersonRegistered, PersonCorrected,
    VisitRegistered, MatterRecorded, NumbersGranted, NumberTaken, PlaceStaffed, PlaceLeft, TicketIssued, TicketPrinted, TicketPrintFailed,
    TicketCalled, TicketRecalled, TicketBegun, TicketHeld, TicketResumed, TicketMissed, TicketRequeued, TicketTransferred, TicketFinished,
    TicketWithdrawn, TicketReverted, NodeEnrolled, NodeRevoked, HostNamed, HostYielded, ConflictResolved, PersonErased, KeysDestroyed,
    HoldPlaced, HoldLifted, NodeAddressed, HubAddressed, NodeRenamed, CentreChanged, TicketHeldUntil, TicketMissedUntil, TicketQuickServed,
    PersonMerged, PersonUnmerged, StaffCalled, StaffAnswered, StaffCleared, TicketClosed, TicketClosedByRule, TicketCarriedOver, DayClosed,
    DayReopened, AlarmRaised, AlarmAnswered, AlarmCleared, TicketRoutePlanned, TicketSentAside, VisitNeedsRecorded, VisitHelperRecorded,
    AppointmentBooked, AppointmentChanged, AppointmentCancelled, AppointmentRestored, AppointmentKept, TicketAppointed>;

/// One of them. What std::variant writes for sixty kinds wherever one is copied or goes away is written once, in event.cpp: without it a file
/// of handlers takes twice as long to compile.
class Event : public EventKinds {
public:
    template <typename Kind>
        requires(!std::is_base_of_v<EventKinds, Kind>)
    Event(Kind kind) : EventKinds(std::in_place_type<Kind>, std::move(kind)) // NOLINT(google-explicit-constructor): as std::variant
    {
    }
    Event();
    Event(const Event& other);
    Event(Event&& other) noexcept;
    Event& operator=(const Event& other);
    Event& operator=(Event&& other) noexcept;
    ~Event();
    bool operator==(const Event&) const = delete; // as the kinds themselves
    auto operator<=>(const Event&) const = delete;
};

/// An act that decide allows: what will be appended, to which record, sealed for whom.
struct Draft {
    RawId record;
    Event event;
    PersonId subject; ///< whose key seals the personal fields; null when the event has none
};
using Drafts = std::vector<Draft>;

const char* eventTypeOf(const Event& event);

} // namespace onedoor
