// SPDX-License-Identifier: GPL-3.0-or-later
// Appointments: booking, moving, cancelling, who is expected, what is free, and the ticket of who comes. Run them through Gateway::send and
// Gateway::ask, or as one JSON object a line through `onedoorctl exec`. Errors: those of appointment_slots.h and appointment_decide.h; of
// people and services those of reception.h; Invalid "place.unknown", "appointment.placeServesNot" (place).
#pragma once

#include "core/domain/appointment/appointment_row.h"
#include "core/services/api/reception.h"

namespace onedoor {

struct AppointmentReply {
    AppointmentRow row;
    AppointmentBooked before; ///< what it was before a change: changing it back undoes that

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("row"), self.row);
        visit(field("before"), self.before);
    }
};

/// Either `person` is given or `newPerson`, of whom a name and a telephone number are enough.
struct AppointmentBook {
    static constexpr const char* name = "appointment.book";
    using Reply = AppointmentReply;
    std::optional<PersonId> person;
    std::optional<PersonInput> newPerson;
    QString service;  ///< key
    QString place;    ///< key; empty: any place of the service
    Instant beginsAt;
    std::uint32_t lengthMinutes = 0; ///< 0: as the centre says for the service
    QString note;                    ///< what it is about

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("newPerson"), self.newPerson);
        visit(field("service").required(), self.service);
        visit(field("place"), self.place);
        visit(field("beginsAt").required(), self.beginsAt);
        visit(field("lengthMinutes"), self.lengthMinutes);
        visit(personal("note").required().lines(500), self.note);
    }
};

/// Only what is given changes.
struct AppointmentChange {
    static constexpr const char* name = "appointment.change";
    using Reply = AppointmentReply;
    AppointmentId appointment;
    std::optional<QString> service;
    std::optional<QString> place;
    std::optional<Instant> beginsAt;
    std::optional<std::uint32_t> lengthMinutes;
    std::optional<QString> note;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("appointment").required(), self.appointment);
        visit(field("service"), self.service);
        visit(field("place"), self.place);
        visit(field("beginsAt"), self.beginsAt);
        visit(field("lengthMinutes"), self.lengthMinutes);
        visit(personal("note").lines(500), self.note);
    }
};

struct AppointmentCancel {
    static constexpr const char* name = "appointment.cancel";
    using Reply = AppointmentReply;
    AppointmentId appointment;
    CancelReason reason = CancelReason::Visitor;
    QString note;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("appointment").required(), self.appointment);
        visit(field("reason"), self.reason);
        visit(personal("note").lines(500), self.note);
    }
};

/// Takes a cancellation back, if the time is still free.
struct AppointmentRestore {
    static constexpr const char* name = "appointment.restore";
    using Reply = AppointmentReply;
    AppointmentId appointment;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("appointment").required(), self.appointment);
    }
};

/// The person came: registers the visit and issues the ticket, in one durable act.
struct AppointmentArrive {
    static constexpr const char* name = "appointment.arrive";
    using Reply = VisitReply;
    AppointmentId appointment;
    QString priority; ///< key; empty: the ordinary one
    std::uint32_t headcount = 1;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("appointment").required(), self.appointment);
        visit(field("priority"), self.priority);
        visit(field("headcount"), self.headcount);
    }
};

struct AppointmentRows {
    QDate day;
    std::vector<AppointmentRow> appointments; ///< earliest first

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("appointments"), self.appointments);
    }
};

/// The appointments of a day. `onlyExpected`: those for whom nobody has come yet, also when they are late.
struct AppointmentList {
    static constexpr const char* name = "appointment.list";
    using Reply = AppointmentRows;
    QDate day; ///< none: today
    bool onlyExpected = false;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("onlyExpected"), self.onlyExpected);
    }
};

struct FreeTimes {
    QDate day;
    std::uint32_t lengthMinutes = 0;
    std::vector<Instant> times;
    Instant next; ///< the first free time on or after the day; null: none as far ahead as appointments are made

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("day"), self.day);
        visit(field("lengthMinutes"), self.lengthMinutes);
        visit(field("times"), self.times);
        visit(field("next"), self.next);
    }
};

/// The free times of a day for a service.
struct AppointmentFree {
    static constexpr const char* name = "appointment.free";
    using Reply = FreeTimes;
    QString service;
    QString place;
    QDate day;                       ///< none: today
    std::uint32_t lengthMinutes = 0; ///< 0: as the centre says for the service
    AppointmentId moved;             ///< this one is to be moved: its own time counts as free

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service").required(), self.service);
        visit(field("place"), self.place);
        visit(field("day"), self.day);
        visit(field("lengthMinutes"), self.lengthMinutes);
        visit(field("moved"), self.moved);
    }
};

// --- the work behind them -----------------------------------------------------------------------------------------------
class CommandScope;
class QueryScope;
Result<AppointmentBook::Reply> handle(CommandScope& scope, const AppointmentBook& command);
Result<AppointmentChange::Reply> handle(CommandScope& scope, const AppointmentChange& command);
Result<AppointmentCancel::Reply> handle(CommandScope& scope, const AppointmentCancel& command);
Result<AppointmentRestore::Reply> handle(CommandScope& scope, const AppointmentRestore& command);
Result<AppointmentArrive::Reply> handle(CommandScope& scope, const AppointmentArrive& command);
Result<AppointmentList::Reply> answer(QueryScope& scope, const AppointmentList& query);
Result<AppointmentFree::Reply> answer(QueryScope& scope, const AppointmentFree& query);

} // namespace onedoor
