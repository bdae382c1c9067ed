// SPDX-License-Identifier: GPL-3.0-or-later
// An appointment as it stands now: the fold of its events. Plain value, any thread.
#pragma once

#include "core/domain/appointment/appointment_events.h"

namespace onedoor {

enum class AppointmentStatus {
    Expected,
    Kept,      ///< came, and has a ticket
    Cancelled,
    Missed,    ///< expected by the record, and the late window is over
};
template <>
struct EnumWords<AppointmentStatus> {
    static constexpr std::array values{std::pair{AppointmentStatus::Expected, "expected"}, std::pair{AppointmentStatus::Kept, "kept"},
                                       std::pair{AppointmentStatus::Cancelled, "cancelled"}, std::pair{AppointmentStatus::Missed, "missed"}};
};

/// Units of both: as in AppointmentBooked. Inclusive at both ends of the window.
AppointmentStanding standingOf(const AppointmentBooked& appointment, Instant arrivedAt);
/// From then on who has not come counts as missed.
Instant missedAfter(Instant beginsAt, std::uint32_t lateMinutes);
/// What the record says, as it is at `now`: Expected turns to Missed by itself.
AppointmentStatus statusAt(AppointmentStatus recorded, Instant beginsAt, std::uint32_t lateMinutes, Instant now);

struct AppointmentState {
    AppointmentId id;
    AppointmentBooked known; ///< with what was changed since
    AppointmentStatus status = AppointmentStatus::Expected; ///< never Missed: that is a matter of time
    AccountId bookedBy;
    Instant bookedAt;
    VisitId visit;   ///< when it was kept
    TicketId ticket;
    CancelReason cancelReason = CancelReason::Visitor;
    QString cancelNote;
    AccountId lastActor; ///< who did the last act: "who was first"
    Instant lastActAt;
    bool needsUpdate = false;

    bool exists() const { return bookedAt.milliseconds != 0; }
    Instant endsAt() const { return known.beginsAt.plusSeconds(60 * std::int64_t(known.lengthMinutes)); }
};
void evolve(AppointmentState& state, const AppointmentBooked& event, const EventMeta& meta);
void evolve(AppointmentState& state, const AppointmentChanged& event, const EventMeta& meta);
void evolve(AppointmentState& state, const AppointmentCancelled& event, const EventMeta& meta);
void evolve(AppointmentState& state, const AppointmentRestored& event, const EventMeta& meta);
void evolve(AppointmentState& state, const AppointmentKept& event, const EventMeta& meta);

} // namespace onedoor
