// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to "how long will it take".
#include "core/services/api/waiting.h"

#include "core/services/gateway_acts.h"
#include "core/services/scopes.h"
#include "core/services/waiting/waiting_memory.h"
#include "core/store/views/ticket_queries.h"
#include "core/store/views/waiting_queries.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t estimatesAtMost = 10'000;

Result<TicketRow> waitingTicket(QueryScope& scope, const QString& text)
{
    std::optional<TicketId> id = TicketId::fromString(text);
    if (!id) {
        ONEDOOR_ASSIGN(id, queries::ticketByNumber(scope.views(), scope.today(), text.trimmed().left(16)));
    }
    std::optional<TicketRow> row;
    if (id) {
        ONEDOOR_ASSIGN(row, queries::ticket(scope.views(), *id, scope.moment()));
    }
    if (!row)
        return fail(ErrorKind::NotFound, u"ticket.unknown"_s, u"ticket"_s);
    if (row->status != TicketStatus::Waiting)
        return fail(ErrorKind::Conflict, u"ticket.notWaiting"_s, u"ticket"_s, {{u"number"_s, row->number}});
    return *row;
}

/// Somebody who would draw a ticket for the service now; of no service: one for each.
Result<std::vector<WaitingOne>> newcomers(QueryScope& scope, const WaitingFrame& frame, const QueueEstimate& query)
{
    const Priority* priority = query.priority.isEmpty() ? scope.centre().ordinaryPriority() : scope.centre().findPriority(query.priority);
    if (priority == nullptr)
        return fail(ErrorKind::Invalid, u"priority.unknown"_s, u"priority"_s, {{u"priority"_s, query.priority}});
    if (!query.service.isEmpty() && frame.service(query.service) < 0)
        return fail(ErrorKind::Invalid, u"service.unknown"_s, u"service"_s, {{u"service"_s, query.service}});
    std::vector<WaitingOne> asking;
    const Instant queueTime = scope.now().plusSeconds(-60LL * priority->weight);
    for (int service = 0; service < int(frame.services.size()); ++service) {
        if (query.service.isEmpty() || frame.services[service] == query.service)
            asking.push_back({{}, service, -1, queueTime});
    }
    return asking;
}

WaitLevel levelOf(const QueueSettings& settings, const WaitRange& range)
{
    if (range.state == WaitState::NotToday || range.likely >= 60LL * settings.veryLongWaitMinutes)
        return WaitLevel::VeryLong;
    return range.likely >= 60LL * settings.longWaitMinutes ? WaitLevel::Long : WaitLevel::Short;
}

WaitEstimate told(const QueryScope& scope, const WaitingFrame& frame, const WaitingOne& one, const WaitRange& range)
{
    const bool hasRange = range.state == WaitState::Waits || range.state == WaitState::AtOnce;
    return {.service = frame.services[one.service],
            .ticket = one.ticket,
            .state = range.state,
            .level = levelOf(scope.centre().queue, range),
            .ahead = range.ahead,
            .places = std::uint32_t(range.places),
            .lowSeconds = range.low,
            .likelySeconds = range.likely,
            .highSeconds = range.high,
            .callAt = hasRange ? scope.now().plusSeconds(range.likely) : Instant{},
            .mayMissClosing = range.mayMissClosing,
            .learned = range.isLearned};
}

} // namespace

Result<EstimateList> answer(QueryScope& scope, const QueueEstimate& query)
{
    const WaitingFrame frame(scope.centre());
    const Place* place = scope.centre().findPlace(query.place);
    if (!query.place.isEmpty() && place == nullptr)
        return fail(ErrorKind::Invalid, u"place.unknown"_s, u"place"_s, {{u"place"_s, query.place}});
    TicketRow wanted;
    if (!query.ticket.isEmpty()) {
        ONEDOOR_ASSIGN(wanted, waitingTicket(scope, query.ticket));
    }
    std::shared_ptr<const WaitingModel> model;
    if (scope.store().waiting != nullptr) {
        ONEDOOR_ASSIGN(model, scope.store().waiting->modelFor(scope.reader(), scope.centre(), frame, scope.now()));
    }
    if (!model)
        model = std::make_shared<const WaitingModel>(frame);
    ONEDOOR_ASSIGN(HallNow hall, queries::hallNow(scope.views(), frame, scope.now()));
    if (query.ticket.isEmpty() && place == nullptr) {
        ONEDOOR_ASSIGN(const std::vector<WaitingOne> asking, newcomers(scope, frame, query));
        hall.waiting.insert(hall.waiting.end(), asking.begin(), asking.end());
        std::stable_sort(hall.waiting.begin(), hall.waiting.end(), standsBefore);
    }
    const auto isWanted = [&](const WaitingOne& one) {
        if (place != nullptr)
            return (one.toPlace < 0 || frame.places[one.toPlace] == place->key) && place->services.contains(frame.services[one.service]);
        return one.ticket == wanted.ticket; // null: those who only ask
    };
    EstimateList list{.daysLearned = std::uint32_t(model->days), .asOf = scope.now()};
    const std::vector<WaitRange> ranges = estimateWaits(frame, hall, *model);
    for (std::size_t at = 0; at < ranges.size() && list.estimates.size() < estimatesAtMost; ++at) {
        if (!isWanted(hall.waiting[at]))
            continue;
        list.estimates.push_back(told(scope, frame, hall.waiting[at], ranges[at]));
        list.estimates.back().number = wanted.number;
    }
    return list;
}

template QFuture<Result<QueueEstimate::Reply>> Gateway::ask(const Session&, QueueEstimate);

} // namespace onedoor
