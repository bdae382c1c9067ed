// SPDX-License-Identifier: GPL-3.0-or-later
// That a ticket was issued to somebody with an appointment, and what it does for the place in the queue. Record: the ticket; written
// by the same act that issues it, once. Early comers stand as of their minute, and so does who is a little late; who is outside of
// both windows stands like anybody else, and the row says why. The arrival stays what it was.
#pragma once

#include "core/base/fields.h"
#include "core/domain/event_meta.h"

namespace onedoor {

using AppointmentId = Id<struct AppointmentTag>;

enum class AppointmentStanding {
    TooEarly, ///< before the early window: in the queue since the arrival
    OnTime,   ///< in the early window: in the queue as of the appointed minute
    Late,     ///< in the late window: likewise
    TooLate,  ///< after it: in the queue since the arrival
};
template <>
struct EnumWords<AppointmentStanding> {
    static constexpr std::array values{std::pair{AppointmentStanding::TooEarly, "tooEarly"}, std::pair{AppointmentStanding::OnTime, "onTime"},
                                       std::pair{AppointmentStanding::Late, "late"}, std::pair{AppointmentStanding::TooLate, "tooLate"}};
};

struct TicketAppointed {
    static constexpr const char* type = "ticket.appointed";
    static constexpr std::uint32_t version = 1;
    AppointmentId appointment;
    Instant appointedAt;
    AppointmentStanding standing = AppointmentStanding::OnTime;
    std::uint32_t headStartMinutes = 0; ///< credited upon the appointed minute
    QString place;                      ///< key; kept for this place; empty: any place of the service

    bool counts() const { return standing == AppointmentStanding::OnTime || standing == AppointmentStanding::Late; }
    friend bool operator==(const TicketAppointed&, const TicketAppointed&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("appointment"), self.appointment);
        visit(field("appointedAt"), self.appointedAt);
        visit(field("standing"), self.standing);
        visit(field("headStartMinutes"), self.headStartMinutes);
        visit(field("place"), self.place);
    }
};

} // namespace onedoor
