// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to "what does the hall look like now". Each part asks what the desk asks too, so that the board and the desks agree.
#include "core/services/api/board.h"

#include "core/domain/centre/opening.h"
#include "core/domain/ticket/closing_decide.h"
#include "core/services/gateway_acts.h"
#include "core/services/queue_text.h"
#include "core/services/scopes.h"
#include "core/store/views/alarm_queries.h"
#include "core/store/views/day_queries.h"

#include <QHash>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int rowsAtMost = 200;

std::int64_t secondsUntil(Instant since, Instant now)
{
    return since ? std::max<std::int64_t>(0, now.secondsSince(since)) : 0;
}

/// The hall as rows, read once and counted several times.
struct Hall {
    std::vector<TicketRow> waiting;
    std::vector<TicketRow> present;
    std::vector<TicketRow> held;
    std::vector<TicketRow> missed;
    QHash<QString, queries::Seat> seats; ///< by place
};

Result<Hall> readHall(QueryScope& scope)
{
    Hall hall;
    ONEDOOR_ASSIGN(hall.waiting, queries::waiting(scope.views(), {}, {}, scope.moment()));
    ONEDOOR_ASSIGN(hall.present, queries::atPlaces(scope.views(), scope.moment()));
    ONEDOOR_ASSIGN(hall.held, queries::heldFor(scope.views(), {}, {}, scope.moment()));
    ONEDOOR_ASSIGN(hall.missed, queries::missedToday(scope.views(), {}, scope.moment()));
    explain(hall.held, scope.centre());
    ONEDOOR_ASSIGN(const std::vector<queries::Seat> seats, queries::seats(scope.views()));
    for (const queries::Seat& seat : seats)
        hall.seats.insert(seat.place, seat);
    return hall;
}

std::uint32_t countOf(const std::vector<TicketRow>& rows, const QString& service)
{
    return std::uint32_t(std::count_if(rows.begin(), rows.end(), [&](const TicketRow& row) { return row.service == service; }));
}

BoardService figuresOf(const QueryScope& scope, const Hall& hall, const QString& service, const WaitEstimate& forecast, bool isOpen)
{
    const CentreDefinition& centre = scope.centre();
    BoardService figures{.service = service,
                         .present = countOf(hall.present, service),
                         .held = countOf(hall.held, service),
                         .missed = countOf(hall.missed, service),
                         .forecast = forecast};
    for (const TicketRow& row : hall.waiting) {
        if (row.service != service)
            continue;
        ++figures.waiting;
        if (const std::int64_t waited = row.waitedBy(scope.now()); figures.longestNumber.isEmpty() || waited > figures.longestSeconds) {
            figures.longestSeconds = waited;
            figures.longestNumber = row.number;
        }
    }
    for (const Place* place : centre.placesServing(service))
        figures.places += hall.seats.contains(place->key) ? 1 : 0;
    const bool notToday = forecast.state == WaitState::NotToday;
    figures.warnings = warningsOf(centre, {figures.waiting, figures.longestSeconds, figures.places, isOpen, notToday});
    figures.level = levelOf(figures.warnings);
    return figures;
}

Result<void> addServices(QueryScope& scope, const Hall& hall, Board& board)
{
    ONEDOOR_ASSIGN(const EstimateList forecasts, answer(scope, QueueEstimate{}));
    for (const Service& service : scope.centre().services) {
        const auto forecast = std::find_if(forecasts.estimates.begin(), forecasts.estimates.end(),
                                           [&](const WaitEstimate& each) { return each.service == service.key; });
        BoardService figures = figuresOf(scope, hall, service.key, forecast != forecasts.estimates.end() ? *forecast : WaitEstimate{}, board.isOpen);
        const bool isIdle = figures.waiting + figures.present + figures.held + figures.missed == 0;
        if (!isIdle || !scope.centre().placesServing(service.key).isEmpty())
            board.services.push_back(std::move(figures));
    }
    return {};
}

Result<void> addPlaces(QueryScope& scope, const Hall& hall, Board& board)
{
    ONEDOOR_ASSIGN(const auto finished, queries::finishedPerPlace(scope.views(), scope.today()));
    QList<const Place*> ordered;
    for (const Place& place : scope.centre().places)
        ordered.append(&place);
    std::stable_sort(ordered.begin(), ordered.end(), [](const Place* one, const Place* other) { return one->order < other->order; });
    for (const Place* place : ordered) {
        BoardPlace row{.place = place->key, .staffedBy = hall.seats.value(place->key).name};
        const bool isStaffed = hall.seats.contains(place->key);
        const auto current = std::find_if(hall.present.begin(), hall.present.end(), [&](const TicketRow& each) { return each.place == place->key; });
        if (current != hall.present.end()) {
            row.number = current->number;
            row.ticket = current->ticket;
            row.status = current->status;
            row.since = current->status == TicketStatus::Serving && current->begunAt ? current->begunAt : current->calledAt;
            row.warnings = warningsAtPlace(scope.centre().day, row.status, secondsUntil(row.since, scope.now()), isStaffed);
            row.level = levelOf(row.warnings);
        }
        const auto done = std::find_if(finished.begin(), finished.end(), [&](const auto& each) { return each.first == place->key; });
        row.done = done != finished.end() ? done->second : 0;
        board.places.push_back(std::move(row));
    }
    return {};
}

void addAway(const QueryScope& scope, const Hall& hall, Board& board)
{
    for (const TicketRow& row : hall.held) {
        BoardAway away{row.ticket, row.number, row.service, row.place, row.status, row.holdReason, row.heldAt, row.expectedAt};
        away.warnings = warningsOfHold(scope.centre().day, secondsUntil(row.expectedAt, scope.now()));
        away.level = levelOf(away.warnings);
        board.away.push_back(std::move(away));
    }
    std::stable_sort(board.away.begin(), board.away.end(), [](const BoardAway& one, const BoardAway& other) {
        return one.level != other.level ? one.level > other.level : one.expectedAt < other.expectedAt;
    });
    for (const TicketRow& row : hall.missed)
        board.away.push_back({row.ticket, row.number, row.service, row.place, row.status, {}, row.endedAt, row.returnsAt});
}

Result<void> addDay(QueryScope& scope, Board& board)
{
    const CentreDefinition& centre = scope.centre();
    const Instant midnight = midnightOf(scope.today(), centre.offsetMinutes);
    ONEDOOR_ASSIGN(board.alarms, queries::alarmsSince(scope.views(), midnight, rowsAtMost));
    ONEDOOR_ASSIGN(const std::vector<AlarmRow> open, queries::openAlarms(scope.views(), rowsAtMost));
    for (auto each = open.rbegin(); each != open.rend(); ++each) {
        if (each->raisedAt < midnight)
            board.alarms.push_back(*each);
    }
    ONEDOOR_ASSIGN(board.byRule, queries::closings(scope.views(), ClosingKind::ByRule, midnight, rowsAtMost));
    ONEDOOR_ASSIGN(board.carried, queries::carriedInto(scope.views(), scope.today()));
    ONEDOOR_ASSIGN(board.closing, queries::closedDay(scope.views(), scope.today()));
    if (centre.day.forgottenAfterDays > 0) {
        ONEDOOR_ASSIGN(const std::vector<TicketId> before, queries::openBefore(scope.views(), scope.today().addDays(1 - centre.day.forgottenAfterDays)));
        board.forgotten = std::uint32_t(before.size());
    }
    return {};
}

Result<void> addCounts(QueryScope& scope, const Hall& hall, Board& board)
{
    ONEDOOR_ASSIGN(const queries::DayCounts day, queries::countsOf(scope.views(), scope.today()));
    board.counts = {.issued = day.issued,
                    .waiting = std::uint32_t(hall.waiting.size()),
                    .present = std::uint32_t(hall.present.size()),
                    .held = std::uint32_t(hall.held.size()),
                    .finished = day.finished,
                    .missed = std::uint32_t(hall.missed.size()),
                    .withdrawn = day.withdrawn,
                    .staffed = std::uint32_t(hall.seats.size())};
    return {};
}

BoardLevel worstOf(const Board& board)
{
    BoardLevel level = BoardLevel::Calm;
    for (const BoardService& each : board.services)
        level = std::max(level, each.level);
    for (const BoardPlace& each : board.places)
        level = std::max(level, each.level);
    for (const BoardAway& each : board.away)
        level = std::max(level, each.level);
    const bool isAlarmed = std::any_of(board.alarms.begin(), board.alarms.end(), [](const AlarmRow& each) { return !each.clearedAt; });
    return isAlarmed ? BoardLevel::Critical : level;
}

} // namespace

Result<Board> answer(QueryScope& scope, const BoardLive&)
{
    const Opening opening = openingAt(scope.centre().openingHours, scope.now(), scope.centre().offsetMinutes, PublicCalendar::shipped());
    Board board{.day = scope.today(), .asOf = scope.now(), .isOpen = opening.isOpen, .closesAt = opening.closesAt, .opensAt = opening.opensAt};
    if (opening.isOpen) // the last hours of the day count, not a midday break
        board.closesAt = endOfHours(scope.centre().openingHours, scope.today(), PublicCalendar::shipped(), scope.centre().offsetMinutes);
    ONEDOOR_ASSIGN(const Hall hall, readHall(scope));
    ONEDOOR_TRY(addCounts(scope, hall, board));
    ONEDOOR_TRY(addServices(scope, hall, board));
    ONEDOOR_TRY(addPlaces(scope, hall, board));
    addAway(scope, hall, board);
    ONEDOOR_TRY(addDay(scope, board));
    board.level = worstOf(board);
    return board;
}

template QFuture<Result<BoardLive::Reply>> Gateway::ask(const Session&, BoardLive);

} // namespace onedoor
