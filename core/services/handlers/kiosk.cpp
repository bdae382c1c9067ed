// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of public kiosks. They answer less than those of the desk, on purpose.
#include "core/services/api/kiosk.h"

#include "core/base/identity.h"
#include "core/base/mask.h"
#include "core/base/phone.h"
#include "core/domain/centre/opening.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/registration.h"
#include "core/services/sign_in_limit.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/ticket_queries.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// Guessed numbers are counted for the account like wrong secrets; no login has a blank in it.
QString guessesOf(const Session& session)
{
    return u"kiosk "_s + session.account.toString();
}

template <typename Scope>
Opening openingNow(const Scope& scope)
{
    return openingAt(scope.centre().openingHours, scope.now(), scope.centre().offsetMinutes, PublicCalendar::shipped());
}

Result<bool> isFull(ViewsStore& views, const CentreDefinition& centre, const QString& service, QDate today)
{
    const int limit = centre.kiosk.limitOf(service);
    if (limit == 0)
        return false;
    ONEDOOR_ASSIGN(const std::uint32_t issued, queries::issuedOn(views, today, service));
    return issued >= std::uint32_t(limit);
}

Result<KioskTicket> ticketOf(ViewsStore& views, const CentreDefinition& centre, const TicketRow& row, const queries::Moment& at)
{
    KioskTicket ticket{.ticket = row.ticket, .number = row.number, .visitNumber = row.visitNumber, .service = row.service, .issuedAt = row.issuedAt,
                       .ahead = 0, .places = {}, .status = row.status, .isKnown = false};
    const Service* service = centre.findService(row.service);
    if (row.confidential || (service != nullptr && service->has(ServiceFlag::Confidential)))
        ticket.service.clear();
    if (row.status == TicketStatus::Waiting) {
        ONEDOOR_ASSIGN(ticket.ahead, queries::ahead(views, row.service, row.queueTime, row.ticket, at));
    }
    const QString& kept = row.toPlace.isEmpty() ? row.place : row.toPlace;
    if (!kept.isEmpty()) {
        ticket.places.push_back(kept);
    } else {
        for (const Place* place : centre.placesServing(row.service))
            ticket.places.push_back(place->key);
    }
    return ticket;
}

/// The person's ticket of today that is not over: nobody stands in two queues because a screen was pressed twice.
Result<std::optional<KioskTicket>> openTicketOf(ViewsStore& views, const CentreDefinition& centre, PersonId person, const queries::Moment& at)
{
    ONEDOOR_ASSIGN(const std::optional<TicketId> id, queries::openTicketToday(views, person, at.today));
    if (!id)
        return std::optional<KioskTicket>();
    ONEDOOR_ASSIGN(const std::optional<TicketRow> row, queries::ticket(views, *id, at));
    if (!row)
        return std::optional<KioskTicket>();
    ONEDOOR_ASSIGN(KioskTicket ticket, ticketOf(views, centre, *row, at));
    ticket.isKnown = true;
    return std::optional(ticket);
}

Result<IdentityDocument> documentOf(const QString& number, QDate today)
{
    return parseIdentity(DocumentKind::ResidentId, number, today, u"documentNumber"_s);
}

/// Whom the ticket is for: somebody without a name, until the desk has heard it. What is said later is sealed for them all the same.
Result<PersonFound> visitorOf(CommandScope& scope, const KioskIssue& command)
{
    PersonRegistered person;
    if (!command.documentNumber.isEmpty()) {
        ONEDOOR_ASSIGN(const IdentityDocument document, documentOf(command.documentNumber, scope.today()));
        person.documentKind = document.kind;
        person.documentNumber = document.number;
        person.birth = document.birth.value_or(QDate());
        person.sex = document.sex.value_or(Sex::Unknown);
    }
    if (!command.phone.isEmpty() && command.documentNumber.isEmpty()) { // a public screen corrects nothing that is known of somebody
        ONEDOOR_ASSIGN(const PhoneNumber phone, parsePhone(command.phone, u"phone"_s));
        person.phone = phone.number;
    }
    return findOrRegister(scope, person);
}

Result<void> mustBeOffered(CommandScope& scope, const QString& service)
{
    if (scope.centre().findService(service) == nullptr || !scope.centre().kiosk.offers(service))
        return fail(ErrorKind::Invalid, u"service.unknown"_s, u"service"_s, {{u"service"_s, service}});
    if (const Opening opening = openingNow(scope); !opening.isOpen)
        return fail(ErrorKind::Conflict, u"kiosk.closed"_s, {}, {{u"opensAt"_s, qint64(opening.opensAt.milliseconds)}});
    ONEDOOR_ASSIGN(const bool full, isFull(scope.views(), scope.centre(), service, scope.today()));
    if (full)
        return fail(ErrorKind::Conflict, u"kiosk.full"_s, u"service"_s, {{u"service"_s, service}});
    return {};
}

/// The ticket of a visit that was registered by an earlier press.
Result<KioskTicket> ticketOfVisit(CommandScope& scope, VisitId visit)
{
    ONEDOOR_ASSIGN(const std::vector<TicketRow> rows, queries::ofVisit(scope.views(), visit, scope.moment()));
    if (rows.empty())
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"request"_s);
    return ticketOf(scope.views(), scope.centre(), rows.front(), scope.moment());
}

} // namespace

Result<KioskTicket> handle(CommandScope& scope, const KioskIssue& raw)
{
    KioskIssue command = raw;
    ONEDOOR_TRY(cleanFields(command));
    // The visit's identity follows from the request, so that the journal itself knows a repetition.
    const QString request = u"kiosk:%1:%2"_s.arg(scope.session().account.toString(), command.request.toString());
    const VisitId visit(RawId::named(request.toUtf8()));
    ONEDOOR_ASSIGN(const VisitState before, scope.state<VisitState>(visit.raw));
    if (before.exists())
        return ticketOfVisit(scope, visit);
    if (command.documentNumber.isEmpty() && scope.centre().kiosk.identity == KioskIdentity::Required)
        return fail(ErrorKind::Invalid, u"kiosk.documentRequired"_s, u"documentNumber"_s);
    ONEDOOR_ASSIGN(PersonFound visitor, visitorOf(scope, command));
    if (!visitor.isNew) {
        ONEDOOR_ASSIGN(const std::optional<KioskTicket> open, openTicketOf(scope.views(), scope.centre(), visitor.person, scope.moment()));
        if (open)
            return *open;
    }
    ONEDOOR_TRY(mustBeOffered(scope, command.service));
    VisitRegister registration;
    registration.service = command.service;
    ONEDOOR_TRY(registerVisit(scope, registration, std::move(visitor), visit));
    if (!command.documentNumber.isEmpty())
        scope.forgiveSignIns(guessesOf(scope.session()));
    return ticketOfVisit(scope, visit);
}

Result<KioskPrintReply> handle(CommandScope& scope, const KioskRecordPrint& raw)
{
    KioskRecordPrint command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const TicketState ticket, scope.state<TicketState>(command.ticket.raw));
    if (!ticket.exists() || ticket.day != scope.today())
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"ticket"_s);
    Drafts drafts;
    if (command.printed)
        drafts.push_back({command.ticket.raw, TicketPrinted{command.printer}, {}});
    else
        drafts.push_back({command.ticket.raw, TicketPrintFailed{command.printer, command.reason}, {}});
    ONEDOOR_TRY(scope.append(drafts));
    ONEDOOR_ASSIGN(const TicketState now, scope.state<TicketState>(command.ticket.raw));
    return KioskPrintReply{now.print};
}

Result<KioskBoard> answer(QueryScope& scope, const KioskShow&)
{
    const CentreDefinition& centre = scope.centre();
    const Opening opening = openingNow(scope);
    KioskBoard board{.isOpen = opening.isOpen, .opensAt = opening.opensAt, .closesAt = opening.closesAt, .services = {}};
    ONEDOOR_ASSIGN(const auto counts, queries::waitingCounts(scope.views(), scope.moment()));
    QStringList offered = centre.kiosk.services;
    if (offered.isEmpty()) {
        for (const Service& service : centre.services)
            offered.append(service.key);
    }
    for (const QString& key : std::as_const(offered)) {
        if (centre.placesServing(key).isEmpty())
            continue; // nobody could be called
        KioskService service{.service = key};
        const auto count = std::find_if(counts.begin(), counts.end(), [&](const auto& each) { return each.first == key; });
        service.waiting = count == counts.end() ? 0 : count->second;
        ONEDOOR_ASSIGN(service.isFull, isFull(scope.views(), centre, key, scope.today()));
        board.services.push_back(service);
    }
    return board;
}

Result<KioskGreeting> answer(QueryScope& scope, const KioskGreet& raw)
{
    KioskGreet query = raw;
    ONEDOOR_TRY(cleanFields(query));
    ONEDOOR_ASSIGN(const IdentityDocument document, documentOf(query.documentNumber, scope.today()));
    if (SignInLimit* guesses = scope.store().guesses) {
        if (const Result<void> allowed = guesses->beginGuess(guessesOf(scope.session())); !allowed)
            return fail(ErrorKind::Forbidden, u"kiosk.wait"_s, u"documentNumber"_s, allowed.error().facts);
    }
    ONEDOOR_ASSIGN(const std::optional<PersonId> person, queries::personByDocument(scope.views(), document.number));
    if (!person)
        return KioskGreeting{};
    ONEDOOR_ASSIGN(const std::optional<PersonRegistered> known, queries::person(scope.views(), *person));
    KioskGreeting greeting{.isKnown = true, .maskedName = known && !known->name.isEmpty() ? maskName(known->name) : QString(), .ticket = {}};
    ONEDOOR_ASSIGN(greeting.ticket, openTicketOf(scope.views(), scope.centre(), *person, scope.moment()));
    return greeting;
}

template QFuture<Result<KioskIssue::Reply>> Gateway::send(const Session&, KioskIssue);
template QFuture<Result<KioskRecordPrint::Reply>> Gateway::send(const Session&, KioskRecordPrint);
template QFuture<Result<KioskShow::Reply>> Gateway::ask(const Session&, KioskShow);
template QFuture<Result<KioskGreet::Reply>> Gateway::ask(const Session&, KioskGreet);

} // namespace onedoor
