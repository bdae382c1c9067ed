// SPDX-License-Identifier: GPL-3.0-or-later
// The life of an appointment (预约). Record: the appointment; subject of what is said: the person. That nobody came is no event: who has
// not come when the late window is over counts as missed, and stops doing so by coming after all.
#pragma once

#include "core/domain/ticket/ticket_appointment.h"

#include <optional>

namespace onedoor {

struct AppointmentBooked {
    static constexpr const char* type = "appointment.booked";
    static constexpr std::uint32_t version = 1;
    PersonId person;
    QString service;
    QString place; ///< key; empty: any place of the service
    Instant beginsAt;
    std::uint32_t lengthMinutes = 0;
    std::uint32_t earlyMinutes = 0; ///< the windows and the credit, as the centre's rules were
    std::uint32_t lateMinutes = 0;
    std::uint32_t headStartMinutes = 0;
    QString note; ///< what it is about

    friend bool operator==(const AppointmentBooked&, const AppointmentBooked&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("service"), self.service);
        visit(field("place"), self.place);
        visit(field("beginsAt"), self.beginsAt);
        visit(field("lengthMinutes"), self.lengthMinutes);
        visit(field("earlyMinutes"), self.earlyMinutes);
        visit(field("lateMinutes"), self.lateMinutes);
        visit(field("headStartMinutes"), self.headStartMinutes);
        visit(personal("note").lines(500), self.note);
    }
};

/// Only what is given changes.
struct AppointmentChanged {
    static constexpr const char* type = "appointment.changed";
    static constexpr std::uint32_t version = 1;
    std::optional<QString> service;
    std::optional<QString> place;
    std::optional<Instant> beginsAt;
    std::optional<std::uint32_t> lengthMinutes;
    std::optional<QString> note;

    bool isNothing() const { return !service && !place && !beginsAt && !lengthMinutes && !note; }

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service"), self.service);
        visit(field("place"), self.place);
        visit(field("beginsAt"), self.beginsAt);
        visit(field("lengthMinutes"), self.lengthMinutes);
        visit(personal("note").lines(500), self.note);
    }
};

enum class CancelReason {
    Visitor, ///< the person called it off
    Centre,  ///< the centre can't keep it
    Mistake, ///< it should not have been made
};
template <>
struct EnumWords<CancelReason> {
    static constexpr std::array values{std::pair{CancelReason::Visitor, "visitor"}, std::pair{CancelReason::Centre, "centre"},
                                       std::pair{CancelReason::Mistake, "mistake"}};
};

struct AppointmentCancelled {
    static constexpr const char* type = "appointment.cancelled";
    static constexpr std::uint32_t version = 1;
    CancelReason reason = CancelReason::Visitor;
    QString note;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("reason"), self.reason);
        visit(personal("note").lines(500), self.note);
    }
};

/// Takes a cancellation back.
struct AppointmentRestored {
    static constexpr const char* type = "appointment.restored";
    static constexpr std::uint32_t version = 1;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

/// The person came and got a ticket.
struct AppointmentKept {
    static constexpr const char* type = "appointment.kept";
    static constexpr std::uint32_t version = 1;
    VisitId visit;
    TicketId ticket;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("visit"), self.visit);
        visitor(field("ticket"), self.ticket);
    }
};

} // namespace onedoor
