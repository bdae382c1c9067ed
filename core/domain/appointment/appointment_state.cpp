// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment/appointment_state.h"

namespace onedoor {

namespace {

constexpr std::int64_t secondsPerMinute = 60;

void note(AppointmentState& state, const EventMeta& meta)
{
    state.lastActor = meta.actor;
    state.lastActAt = meta.at;
}

} // namespace

AppointmentStanding standingOf(const AppointmentBooked& appointment, Instant arrivedAt)
{
    if (arrivedAt < appointment.beginsAt.plusSeconds(-secondsPerMinute * std::int64_t(appointment.earlyMinutes)))
        return AppointmentStanding::TooEarly;
    if (arrivedAt <= appointment.beginsAt)
        return AppointmentStanding::OnTime;
    return arrivedAt <= missedAfter(appointment.beginsAt, appointment.lateMinutes) ? AppointmentStanding::Late : AppointmentStanding::TooLate;
}

Instant missedAfter(Instant beginsAt, std::uint32_t lateMinutes)
{
    return beginsAt.plusSeconds(secondsPerMinute * std::int64_t(lateMinutes));
}

AppointmentStatus statusAt(AppointmentStatus recorded, Instant beginsAt, std::uint32_t lateMinutes, Instant now)
{
    const bool isOver = recorded == AppointmentStatus::Expected && now > missedAfter(beginsAt, lateMinutes);
    return isOver ? AppointmentStatus::Missed : recorded;
}

void evolve(AppointmentState& state, const AppointmentBooked& event, const EventMeta& meta)
{
    state.id = AppointmentId(meta.record);
    state.known = event;
    state.bookedBy = meta.actor;
    state.bookedAt = meta.at;
    note(state, meta);
}

void evolve(AppointmentState& state, const AppointmentChanged& event, const EventMeta& meta)
{
    state.known.service = event.service.value_or(state.known.service);
    state.known.place = event.place.value_or(state.known.place);
    state.known.beginsAt = event.beginsAt.value_or(state.known.beginsAt);
    state.known.lengthMinutes = event.lengthMinutes.value_or(state.known.lengthMinutes);
    state.known.note = event.note.value_or(state.known.note);
    note(state, meta);
}

void evolve(AppointmentState& state, const AppointmentCancelled& event, const EventMeta& meta)
{
    state.status = AppointmentStatus::Cancelled;
    state.cancelReason = event.reason;
    state.cancelNote = event.note;
    note(state, meta);
}

void evolve(AppointmentState& state, const AppointmentRestored&, const EventMeta& meta)
{
    if (state.status == AppointmentStatus::Cancelled)
        state.status = AppointmentStatus::Expected;
    note(state, meta);
}

void evolve(AppointmentState& state, const AppointmentKept& event, const EventMeta& meta)
{
    state.status = AppointmentStatus::Kept;
    state.visit = event.visit;
    state.ticket = event.ticket;
    note(state, meta);
}

} // namespace onedoor
