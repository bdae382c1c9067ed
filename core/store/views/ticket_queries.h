// SPDX-License-Identifier: GPL-3.0-or-later
// What queues, consoles and boards ask of the views. Free functions over a ViewsStore, on its thread. Days are business days.
#pragma once

#include "core/domain/rows.h"
#include "core/store/views/views_store.h"

namespace onedoor::queries {

/// The moment that is asked about: who was on hold or missed counts as waiting once their time is up, without an event.
struct Moment {
    Instant now;
    QDate today;
};

Result<std::optional<TicketRow>> ticket(ViewsStore& views, TicketId id);
/// As it stands at that moment.
Result<std::optional<TicketRow>> ticket(ViewsStore& views, TicketId id, const Moment& at);
Result<std::optional<TicketId>> ticketByNumber(ViewsStore& views, QDate day, const QString& number);
/// Tickets of that day whose number is, or whose digits are, what was typed.
Result<std::vector<TicketRow>> ticketsLike(ViewsStore& views, const QString& text, int limit, const Moment& at);

struct FirstWaiting {
    Instant queueTime;
    TicketId ticket;
    friend auto operator<=>(const FirstWaiting& one, const FirstWaiting& other)
    {
        return std::pair(one.queueTime.milliseconds, one.ticket.raw) <=> std::pair(other.queueTime.milliseconds, other.ticket.raw);
    }
};
/// The ticket that stands first for this place among these services: earliest queue time, kept-for-other-place tickets left out.
Result<std::optional<FirstWaiting>> firstWaiting(ViewsStore& views, const QStringList& services, const QString& place, const Moment& at);
/// In calling order. An empty list of services means all; an empty place does not narrow.
Result<std::vector<TicketRow>> waiting(ViewsStore& views, const QStringList& services, const QString& place, const Moment& at);
/// How many wait before this ticket for its service.
Result<std::uint32_t> ahead(ViewsStore& views, const QString& service, Instant queueTime, TicketId ticket, const Moment& at);
/// The ticket that is called or served at the place.
Result<std::optional<TicketId>> currentAt(ViewsStore& views, const QString& place);
/// Without those whose time is up: they wait.
Result<std::vector<TicketRow>> heldFor(ViewsStore& views, const QStringList& services, const QString& place, const Moment& at);
Result<std::vector<TicketRow>> missedToday(ViewsStore& views, const QStringList& services, const Moment& at);
Result<std::vector<TicketRow>> finishedAt(ViewsStore& views, QDate day, const QString& place);
Result<std::vector<TicketRow>> ofDay(ViewsStore& views, QDate day, bool onlyOpen, const Moment& at);
Result<std::vector<TicketRow>> ofVisit(ViewsStore& views, VisitId visit, const Moment& at);
/// Number and day of a ticket of the person that is not over; one that was missed on an earlier day is.
Result<std::optional<std::pair<QString, QDate>>> openTicketOf(ViewsStore& views, PersonId person, QDate today);
/// The newest ticket of the person of today that is not over.
Result<std::optional<TicketId>> openTicketToday(ViewsStore& views, PersonId person, QDate today);
/// How many tickets of the day were issued for, or have gone on to, the service.
Result<std::uint32_t> issuedOn(ViewsStore& views, QDate day, const QString& service);
/// Everything called on the day, newest call first.
Result<std::vector<TicketRow>> calledToday(ViewsStore& views, QDate day, int limit);
/// Per service, how many wait.
Result<std::vector<std::pair<QString, std::uint32_t>>> waitingCounts(ViewsStore& views, const Moment& at);

} // namespace onedoor::queries
