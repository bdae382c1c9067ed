// SPDX-License-Identifier: GPL-3.0-or-later
// The answers to the queries of desk, counter and display.
#include "core/services/api/counter.h"

#include "core/base/mask.h"
#include "core/domain/ticket/ticket_decide.h"
#include "core/journal/fold.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/discretion.h"
#include "core/services/handlers/history.h"
#include "core/services/queue_text.h"
#include "core/store/journal/stored_record.h"
#include "core/store/views/appointment_queries.h"
#include "core/store/views/person_groups.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/route_queries.h"
#include "core/store/views/ticket_queries.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookupAtMost = 100;
constexpr int visitsAtMost = 50;
constexpr std::size_t doneAtMost = 20;
constexpr int callsConsidered = 60;

Result<TicketId> findTicket(QueryScope& scope, const QString& text)
{
    if (const std::optional<TicketId> id = TicketId::fromString(text))
        return *id;
    ONEDOOR_ASSIGN(const std::optional<TicketId> id, queries::ticketByNumber(scope.views(), scope.today(), text.trimmed().left(16)));
    if (!id)
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"ticket"_s);
    return *id;
}

Result<const Place*> findPlace(QueryScope& scope, const QString& key)
{
    const QString wanted = key.isEmpty() ? scope.session().place : key;
    if (wanted.isEmpty())
        return fail(ErrorKind::Invalid, u"place.required"_s, u"place"_s);
    if (const Place* place = scope.centre().findPlace(wanted))
        return place;
    return fail(ErrorKind::Invalid, u"place.unknown"_s, u"place"_s, {{u"place"_s, wanted}});
}

DisplayCall displayCall(const TicketRow& row, const CentreDefinition& centre)
{
    const Service* service = centre.findService(row.service);
    const bool confidential = row.confidential || (service != nullptr && service->has(ServiceFlag::Confidential));
    return {.number = row.number,
            .maskedName = confidential ? QString() : maskName(row.name),
            .place = row.place,
            .calledAt = row.calledAt,
            .calls = row.calls,
            .silent = service != nullptr && service->has(ServiceFlag::SilentCall)};
}

Result<void> complete(QueryScope& scope, std::vector<TicketRow>& rows)
{
    return onedoor::complete(scope.views(), scope.session(), scope.centre(), rows);
}

/// The rows don't keep it, the journal knows it. Of later acts than `upToArrival` nothing is said.
Result<QString> lastActOf(QueryScope& scope, TicketId id, std::int64_t upToArrival)
{
    ONEDOOR_ASSIGN(const FoldedRecord record, foldStored(scope.reader().journal(), scope.reader().sealer(), id.raw, upToArrival));
    return onedoor::lastActOf(stateAs<TicketState>(record.state));
}

/// Who has an appointment today and has not come for it: the earliest of each.
Result<queries::ExpectedToday> expectedToday(QueryScope& scope)
{
    queries::ExpectedToday expected;
    const Instant midnight = midnightOf(scope.today(), scope.centre().offsetMinutes);
    const Instant next = midnightOf(scope.today().addDays(1), scope.centre().offsetMinutes);
    ONEDOOR_ASSIGN(const std::vector<AppointmentRow> rows, queries::stillExpected(scope.views(), midnight, next, scope.now()));
    for (const AppointmentRow& row : rows)
        expected.try_emplace(row.person, row.appointment, row.beginsAt);
    return expected;
}

} // namespace

Result<LookupReply> answer(QueryScope& scope, const PersonLookup& raw)
{
    PersonLookup query = raw;
    ONEDOOR_TRY(cleanFields(query));
    const int limit = std::clamp(int(query.limit), 1, lookupAtMost);
    LookupReply reply;
    ONEDOOR_ASSIGN(const queries::ExpectedToday expected, expectedToday(scope));
    ONEDOOR_ASSIGN(reply.persons, queries::lookupPersons(scope.views(), query.text, scope.today(), limit, expected));
    ONEDOOR_ASSIGN(reply.tickets, queries::ticketsLike(scope.views(), foldForSearch(query.text), limit, scope.moment()));
    ONEDOOR_TRY(complete(scope, reply.tickets));
    return reply;
}

Result<PersonDetails> answer(QueryScope& scope, const PersonShow& query)
{
    ONEDOOR_ASSIGN(std::vector<PersonId> records, queries::personGroup(scope.views(), query.person));
    const PersonId kept = records.front();
    ONEDOOR_ASSIGN(const std::optional<PersonRegistered> known, queries::person(scope.views(), kept));
    if (!known)
        return fail(ErrorKind::NotFound, u"person.unknown"_s, u"person"_s);
    PersonDetails details{kept, *known, {}, std::move(records)};
    ONEDOOR_ASSIGN(const std::vector<queries::VisitOfPerson> visits, queries::visitsOfPerson(scope.views(), kept, visitsAtMost));
    for (const queries::VisitOfPerson& each : visits)
        details.visits.push_back({each.visit, each.visitNumber, each.day, each.arrivedAt, each.service,
                                  each.confidential ? QString() : each.summary, each.outcome, each.confidential});
    return details;
}

Result<TicketList> answer(QueryScope& scope, const VisitsToday& query)
{
    TicketList list;
    ONEDOOR_ASSIGN(list.tickets, queries::ofDay(scope.views(), scope.today(), query.onlyOpen, scope.moment()));
    ONEDOOR_TRY(complete(scope, list.tickets));
    return list;
}

Result<VisitDetails> answer(QueryScope& scope, const VisitShow& query)
{
    VisitDetails details{.visit = query.visit};
    ONEDOOR_ASSIGN(details.tickets, queries::ofVisit(scope.views(), query.visit, scope.moment()));
    ONEDOOR_TRY(mustBeReadable(scope, details.tickets));
    ONEDOOR_ASSIGN(const RawId matter, queries::matterOfVisit(scope.views(), query.visit));
    if (matter.isNull())
        return fail(ErrorKind::NotFound, u"visit.unknown"_s, u"visit"_s);
    const auto take = [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        const ReadEvent read = readEvent(envelope, &scope.reader().sealer());
        if (const auto* visit = std::get_if<VisitRegistered>(&read.event))
            details.known = *visit;
        if (const auto* recorded = std::get_if<MatterRecorded>(&read.event))
            details.matter = *recorded;
        return {};
    };
    ONEDOOR_TRY(scope.reader().journal().eachOfRecord(query.visit.raw, take));
    ONEDOOR_TRY(scope.reader().journal().eachOfRecord(matter, take));
    ONEDOOR_ASSIGN(const std::optional<PersonRegistered> person, queries::person(scope.views(), details.known.person));
    details.person = person.value_or(PersonRegistered{});
    return details;
}

Result<TicketReply> answer(QueryScope& scope, const TicketShow& query)
{
    ONEDOOR_ASSIGN(const TicketId id, findTicket(scope, query.ticket));
    // Before the row: an act that comes in between, or that the views do not show yet, must not be named, or an undo would hit it unseen.
    ONEDOOR_ASSIGN(const Frontier shown, scope.views().frontier());
    ONEDOOR_ASSIGN(std::optional<TicketRow> row, queries::ticket(scope.views(), id, scope.moment()));
    if (!row)
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"ticket"_s);
    ONEDOOR_TRY(queries::markAppointment(scope.views(), *row));
    explain(*row, scope.centre());
    ONEDOOR_TRY(complete(scope.views(), scope.session(), scope.centre(), *row));
    ONEDOOR_ASSIGN(const QString lastAct, lastActOf(scope, id, shown.arrival));
    return TicketReply{*row, lastAct};
}

Result<HistoryReply> answer(QueryScope& scope, const TicketHistory& query)
{
    ONEDOOR_ASSIGN(const TicketId id, findTicket(scope, query.ticket));
    ONEDOOR_ASSIGN(const std::optional<TicketRow> row, queries::ticket(scope.views(), id));
    std::vector<TicketRow> read(row ? 1 : 0, row.value_or(TicketRow{}));
    ONEDOOR_TRY(mustBeReadable(scope, read));
    ONEDOOR_ASSIGN(std::vector<HistoryRow> rows, historyOf(scope, {id.raw}));
    if (rows.empty())
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"ticket"_s);
    return HistoryReply{std::move(rows)};
}

Result<QueueList> answer(QueryScope& scope, const QueueWaiting& query)
{
    QStringList services;
    if (!query.service.isEmpty()) {
        if (scope.centre().findService(query.service) == nullptr)
            return fail(ErrorKind::Invalid, u"service.unknown"_s, u"service"_s, {{u"service"_s, query.service}});
        services = {query.service};
    }
    if (!query.place.isEmpty()) {
        ONEDOOR_ASSIGN(const Place* place, findPlace(scope, query.place));
        if (services.isEmpty())
            services = place->services;
    }
    QueueList list;
    ONEDOOR_ASSIGN(list.tickets, queries::waiting(scope.views(), services, query.place, scope.moment()));
    ONEDOOR_TRY(queries::markAppointments(scope.views(), list.tickets));
    explain(list.tickets, scope.centre());
    ONEDOOR_TRY(complete(scope, list.tickets));
    list.overtakingMinutes = overtakingMinutes(list.tickets, scope.centre());
    return list;
}

namespace {

Result<std::optional<TicketRow>> currentTicket(QueryScope& scope, TicketId id)
{
    ONEDOOR_ASSIGN(std::optional<TicketRow> row, queries::ticket(scope.views(), id));
    if (row)
        ONEDOOR_TRY(complete(scope.views(), scope.session(), scope.centre(), *row));
    return row;
}

Result<PlaceSeat> seatAt(QueryScope& scope, const Place& place)
{
    PlaceSeat seat{.place = place.key};
    ONEDOOR_ASSIGN(const AccountId account, queries::staffedBy(scope.views(), place.key));
    seat.staffedByMe = account && account == scope.session().account;
    ONEDOOR_ASSIGN(const std::optional<TicketId> current, queries::currentAt(scope.views(), place.key));
    if (current) {
        ONEDOOR_ASSIGN(seat.current, currentTicket(scope, *current));
    }
    return seat;
}

/// What several places can call stands in the list once.
void join(std::vector<TicketRow>& all, std::vector<TicketRow> more)
{
    for (TicketRow& row : more) {
        if (std::none_of(all.begin(), all.end(), [&](const TicketRow& each) { return each.ticket == row.ticket; }))
            all.push_back(std::move(row));
    }
}

/// Waiting, held and missed of all the places together, each list in the order that one place's has.
Result<void> listFor(QueryScope& scope, const std::vector<const Place*>& places, PlaceBoard& board)
{
    for (const Place* place : places) {
        ONEDOOR_ASSIGN(std::vector<TicketRow> waiting, queries::waiting(scope.views(), place->services, place->key, scope.moment()));
        join(board.waiting, std::move(waiting));
        ONEDOOR_ASSIGN(std::vector<TicketRow> held, queries::heldFor(scope.views(), place->services, place->key, scope.moment()));
        join(board.held, std::move(held));
        ONEDOOR_ASSIGN(std::vector<TicketRow> missed, queries::missedToday(scope.views(), place->services, scope.moment()));
        join(board.missed, std::move(missed));
    }
    const auto by = [](auto earlier) { return [earlier](const TicketRow& one, const TicketRow& other) { return earlier(one) < earlier(other); }; };
    if (places.size() > 1) {
        std::stable_sort(board.waiting.begin(), board.waiting.end(), by([](const TicketRow& row) { return std::pair(row.queueTime, row.ticket); }));
        std::stable_sort(board.held.begin(), board.held.end(), by([](const TicketRow& row) { return row.heldAt; }));
        std::stable_sort(board.missed.begin(), board.missed.end(), by([](const TicketRow& row) { return Instant{-row.endedAt.milliseconds}; }));
    }
    for (std::vector<TicketRow>* rows : {&board.waiting, &board.held, &board.missed}) {
        ONEDOOR_TRY(queries::markAppointments(scope.views(), *rows));
        explain(*rows, scope.centre());
        ONEDOOR_TRY(complete(scope, *rows));
    }
    board.overtakingMinutes = overtakingMinutes(board.waiting, scope.centre());
    return {};
}

} // namespace

Result<PlaceBoard> answer(QueryScope& scope, const PlaceShow& query)
{
    ONEDOOR_ASSIGN(const Place* place, findPlace(scope, query.place));
    PlaceBoard board{.place = place->key};
    ONEDOOR_ASSIGN(const AccountId account, queries::staffedBy(scope.views(), place->key));
    ONEDOOR_ASSIGN(board.staffedBy, queries::displayName(scope.views(), account));
    board.staffedByMe = account && account == scope.session().account;
    ONEDOOR_ASSIGN(const std::optional<TicketId> current, queries::currentAt(scope.views(), place->key));
    if (current) {
        ONEDOOR_ASSIGN(board.current, currentTicket(scope, *current));
    }
    std::vector<const Place*> places{place};
    for (const QString& key : query.also) {
        ONEDOOR_ASSIGN(const Place* other, findPlace(scope, key));
        if (std::find(places.begin(), places.end(), other) != places.end())
            continue;
        places.push_back(other);
        ONEDOOR_ASSIGN(PlaceSeat seat, seatAt(scope, *other));
        board.also.push_back(std::move(seat));
    }
    ONEDOOR_TRY(listFor(scope, places, board));
    ONEDOOR_ASSIGN(board.done, queries::finishedAt(scope.views(), scope.today(), place->key));
    board.servedToday = std::uint32_t(board.done.size());
    if (board.done.size() > doneAtMost)
        board.done.resize(doneAtMost);
    ONEDOOR_TRY(complete(scope, board.done));
    ONEDOOR_ASSIGN(const std::uint32_t wentOn, queries::stopsFinishedAt(scope.views(), scope.today(), place->key));
    board.servedToday += wentOn;
    return board;
}

Result<DisplayBoard> answer(QueryScope& scope, const DisplayShow& query)
{
    const auto inZone = [&](const QString& placeKey) {
        const Place* place = scope.centre().findPlace(placeKey);
        return query.zone.isEmpty() || (place != nullptr && place->zone == query.zone);
    };
    if (!query.zone.isEmpty() && scope.centre().findZone(query.zone) == nullptr)
        return fail(ErrorKind::Invalid, u"zone.unknown"_s, u"zone"_s, {{u"zone"_s, query.zone}});
    DisplayBoard board{.asOf = scope.now()};
    ONEDOOR_ASSIGN(const std::vector<TicketRow> called, queries::calledToday(scope.views(), scope.today(), callsConsidered));
    for (const TicketRow& row : called) {
        if (row.place.isEmpty() || !inZone(row.place))
            continue;
        if (row.status == TicketStatus::Called)
            board.calling.push_back(displayCall(row, scope.centre()));
        else if (board.recent.size() < std::size_t(scope.centre().display.recentCalls))
            board.recent.push_back(displayCall(row, scope.centre()));
    }
    ONEDOOR_ASSIGN(const auto counts, queries::waitingCounts(scope.views(), scope.moment()));
    for (const auto& [service, waiting] : counts) {
        const QList<const Place*> places = scope.centre().placesServing(service);
        if (std::any_of(places.begin(), places.end(), [&](const Place* place) { return inZone(place->key); }))
            board.waiting.push_back({service, waiting});
    }
    return board;
}

template QFuture<Result<PersonLookup::Reply>> Gateway::ask(const Session&, PersonLookup);
template QFuture<Result<PersonShow::Reply>> Gateway::ask(const Session&, PersonShow);
template QFuture<Result<VisitsToday::Reply>> Gateway::ask(const Session&, VisitsToday);
template QFuture<Result<VisitShow::Reply>> Gateway::ask(const Session&, VisitShow);
template QFuture<Result<TicketShow::Reply>> Gateway::ask(const Session&, TicketShow);
template QFuture<Result<TicketHistory::Reply>> Gateway::ask(const Session&, TicketHistory);
template QFuture<Result<QueueWaiting::Reply>> Gateway::ask(const Session&, QueueWaiting);
template QFuture<Result<PlaceShow::Reply>> Gateway::ask(const Session&, PlaceShow);
template QFuture<Result<DisplayShow::Reply>> Gateway::ask(const Session&, DisplayShow);

} // namespace onedoor
