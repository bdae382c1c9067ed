// SPDX-License-Identifier: GPL-3.0-or-later
// A visit that makes several stops with one number: which stops are still to come, and a side trip that leads back. Record: the ticket;
// subject of the note: the visit's person. How a stop is left for the next one is no event of its own: the ticket is finished there and
// transferred by the same command, and an undo takes both back.
#pragma once

#include "core/base/fields.h"
#include "core/domain/event_meta.h"

#include <vector>

namespace onedoor {

/// A stop that is still to come.
struct RouteStop {
    QString service;
    QString place; ///< only there; empty: any place of the service
    std::uint32_t headStartMinutes = 0; ///< at least this head start once it is reached
    bool isBack = false; ///< the visitor was sent away from there for something else and comes back

    friend bool operator==(const RouteStop&, const RouteStop&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service"), self.service);
        visit(field("place"), self.place);
        visit(field("headStartMinutes"), self.headStartMinutes);
        visit(field("isBack"), self.isBack);
    }
};

/// One way through the centre is not longer than this: who needs more comes again.
inline constexpr int stopsAtMost = 6;

/// The stops behind the present one from now on, instead of those planned before; none: the present one is the last. A plan and no claim: it
/// stands beside whatever is done with the ticket meanwhile.
struct TicketRoutePlanned {
    static constexpr const char* type = "ticket.routePlanned";
    static constexpr std::uint32_t version = 1;
    std::vector<QString> services; ///< one a stop, and so the other lists; a shorter one ends in empty values
    std::vector<QString> places;
    std::vector<std::uint64_t> headStartMinutes;
    std::vector<std::uint64_t> back; ///< 1: RouteStop::isBack

    static TicketRoutePlanned of(const std::vector<RouteStop>& stops);
    std::vector<RouteStop> stops() const;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("services").atMost(stopsAtMost), self.services);
        visit(field("places").atMost(stopsAtMost), self.places);
        visit(field("headStartMinutes").atMost(stopsAtMost), self.headStartMinutes);
        visit(field("back").atMost(stopsAtMost), self.back);
    }
};

/// To another service and back to the place that sends, with precedence there. Number, arrival time and the stops planned before stay.
struct TicketSentAside {
    static constexpr const char* type = "ticket.sentAside";
    static constexpr std::uint32_t version = 1;
    QString fromPlace; ///< where the visitor comes back to
    QString service;
    QString toPlace; ///< empty: any place of the service
    std::uint32_t headStartMinutes = 0; ///< of the way back
    QString note;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("fromPlace"), self.fromPlace);
        visit(field("service"), self.service);
        visit(field("toPlace"), self.toPlace);
        visit(field("headStartMinutes"), self.headStartMinutes);
        visit(personal("note").lines(500), self.note);
    }
};

} // namespace onedoor
