// SPDX-License-Identifier: GPL-3.0-or-later
// What queues, consoles and boards ask of the views. Free functions over a ViewsStore, on its thread. Days are business days.
#pragma once

#include "core/domain/rows.h"
#include "core/store/views/views_store.h"

namespace onedoor::queries {

Result<std::optional<TicketRow>> ticket(ViewsStore& views, TicketId id);
Result<std::optional<TicketId>> ticketByNumber(ViewsStore& views, QDate day, const QString& number);
/// Tickets of the day whose number is, or whose digits are, what was typed.
Result<std::vector<TicketRow>> ticketsLike(ViewsStore& views, QDate day, const QString& text, int limit);

/// The ticket that stands first for this place among these services: earliest queue time, kept-for-other-place tickets left out.
Result<std::optional<TicketId>> firstWaiting(ViewsStore& views, const QStringList& services, const QString& place);
/// In calling order. An empty list of services means all; an empty place does not narrow.
Result<std::vector<TicketRow>> waiting(ViewsStore& views, const QStringList& services, const QString& place);
/// How many wait before this ticket for its service.
Result<std::uint32_t> ahead(ViewsStore& views, const QString& service, Instant queueTime, TicketId ticket);
/// The ticket that is called or served at the place.
Result<std::optional<TicketId>> currentAt(ViewsStore& views, const QString& place);
Result<std::vector<TicketRow>> heldFor(ViewsStore& views, const QStringList& services, const QString& place);
Result<std::vector<TicketRow>> missedToday(ViewsStore& views, QDate day, const QStringList& services);
Result<std::vector<TicketRow>> finishedAt(ViewsStore& views, QDate day, const QString& place);
Result<std::vector<TicketRow>> ofDay(ViewsStore& views, QDate day, bool onlyOpen);
Result<std::vector<TicketRow>> ofVisit(ViewsStore& views, VisitId visit);
/// Number and day of a ticket of the person that is not over; one that was missed on an earlier day is.
Result<std::optional<std::pair<QString, QDate>>> openTicketOf(ViewsStore& views, PersonId person, QDate today);
/// The newest ticket of the person of today that is not over.
Result<std::optional<TicketId>> openTicketToday(ViewsStore& views, PersonId person, QDate today);
/// How many tickets of the day were issued for, or have gone on to, the service.
Result<std::uint32_t> issuedOn(ViewsStore& views, QDate day, const QString& service);
/// Everything called on the day, newest call first.
Result<std::vector<TicketRow>> calledToday(ViewsStore& views, QDate day, int limit);
/// Per service, how many wait.
Result<std::vector<std::pair<QString, std::uint32_t>>> waitingCounts(ViewsStore& views);

} // namespace onedoor::queries
