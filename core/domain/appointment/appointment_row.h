// SPDX-License-Identifier: GPL-3.0-or-later
// One appointment as lists show it. Plain value, any thread.
#pragma once

#include "core/domain/appointment/appointment_state.h"
#include "core/domain/ticket/ticket_state.h"

namespace onedoor {

struct AppointmentRow {
    AppointmentId appointment;
    PersonId person;
    QString name;  ///< the visitor's, unmasked: never for public screens
    QString phone; ///< masked: "138****5678"
    QString service; ///< key
    QString place;   ///< key; empty: any place of the service
    Instant beginsAt;
    std::uint32_t lengthMinutes = 0;
    std::uint32_t earlyMinutes = 0;
    std::uint32_t lateMinutes = 0;
    std::uint32_t headStartMinutes = 0;
    QString note; ///< what it is about; empty where the service is confidential
    AppointmentStatus status = AppointmentStatus::Expected; ///< as it is at the moment of the question
    TicketId ticket;
    QString number; ///< of the ticket, once it was kept
    TicketStatus ticketStatus = TicketStatus::Waiting; ///< of that ticket
    QString bookedName; ///< who made it
    Instant bookedAt;
    CancelReason cancelReason = CancelReason::Visitor; ///< of a cancelled one
    QString cancelNote;

    Instant endsAt() const { return beginsAt.plusSeconds(60 * std::int64_t(lengthMinutes)); }
    friend bool operator==(const AppointmentRow&, const AppointmentRow&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("appointment"), self.appointment);
        visitor(field("person"), self.person);
        visitor(field("name"), self.name);
        visitor(field("phone"), self.phone);
        visitor(field("service"), self.service);
        visitor(field("place"), self.place);
        visitor(field("beginsAt"), self.beginsAt);
        visitor(field("lengthMinutes"), self.lengthMinutes);
        visitor(field("earlyMinutes"), self.earlyMinutes);
        visitor(field("lateMinutes"), self.lateMinutes);
        visitor(field("headStartMinutes"), self.headStartMinutes);
        visitor(field("note").lines(500), self.note);
        visitor(field("status"), self.status);
        visitor(field("ticket"), self.ticket);
        visitor(field("number"), self.number);
        visitor(field("ticketStatus"), self.ticketStatus);
        visitor(field("bookedName"), self.bookedName);
        visitor(field("bookedAt"), self.bookedAt);
        visitor(field("cancelReason"), self.cancelReason);
        visitor(field("cancelNote").lines(500), self.cancelNote);
    }
};

} // namespace onedoor
