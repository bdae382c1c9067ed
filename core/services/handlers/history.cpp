// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/handlers/history.h"

#include "core/base/json_fields.h"
#include "core/services/api/counter.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/discretion.h"
#include "core/store/views/person_groups.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/ticket_queries.h"

#include <QHash>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

struct Step {
    HybridTime time;
    HistoryRow row;
};

/// A merge names the kept person by id; people read names.
Result<void> nameKept(QueryScope& scope, HistoryRow& row)
{
    const std::optional<PersonId> kept = PersonId::fromString(row.details.value(u"kept"_s).toString());
    if (!kept)
        return {};
    ONEDOOR_ASSIGN(const std::optional<PersonRegistered> known, queries::person(scope.views(), *kept));
    row.details.insert(u"keptName"_s, known ? known->name : QString());
    return {};
}

Step stepOf(QueryScope& scope, const JournalRow& stored, const Envelope& envelope)
{
    const ReadEvent read = readEvent(envelope, &scope.reader().sealer());
    Step step{envelope.time, {}};
    step.row.at = envelope.time.instant();
    step.row.actor = envelope.actor;
    step.row.type = QString::fromLatin1(envelope.type);
    step.row.details = std::visit([&](const auto& event) { return toJson(event, scope.centre().offsetMinutes); }, read.event);
    step.row.stream = envelope.ref.stream.toString();
    step.row.sequence = envelope.ref.sequence;
    step.row.hash = QString::fromLatin1(stored.hash.toByteArray().toHex());
    step.row.erased = read.reading == Reading::Erased;
    return step;
}

} // namespace

Result<std::vector<HistoryRow>> historyOf(QueryScope& scope, const std::vector<RawId>& records)
{
    std::vector<Step> steps;
    const auto take = [&](const JournalRow& stored) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(stored.envelope));
        steps.push_back(stepOf(scope, stored, envelope));
        return {};
    };
    for (const RawId& record : records)
        ONEDOOR_TRY(scope.reader().journal().eachOfRecord(record, take));
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.time < b.time; });

    QHash<AccountId, QString> names;
    std::vector<HistoryRow> rows;
    rows.reserve(steps.size());
    for (Step& step : steps) {
        if (!names.contains(step.row.actor)) {
            ONEDOOR_ASSIGN(const QString name, queries::displayName(scope.views(), step.row.actor));
            names.insert(step.row.actor, name);
        }
        step.row.actorName = names.value(step.row.actor);
        ONEDOOR_TRY(nameKept(scope, step.row));
        rows.push_back(std::move(step.row));
    }
    return rows;
}

Result<HistoryReply> answer(QueryScope& scope, const VisitHistory& query)
{
    ONEDOOR_ASSIGN(const RawId matter, queries::matterOfVisit(scope.views(), query.visit));
    if (matter.isNull())
        return fail(ErrorKind::NotFound, u"visit.unknown"_s, u"visit"_s);
    ONEDOOR_ASSIGN(std::vector<TicketRow> tickets, queries::ofVisit(scope.views(), query.visit, scope.moment()));
    ONEDOOR_TRY(mustBeReadable(scope, tickets));
    std::vector<RawId> records{query.visit.raw, matter};
    for (const TicketRow& ticket : tickets)
        records.push_back(ticket.ticket.raw);
    if (!tickets.empty()) {
        ONEDOOR_ASSIGN(const std::vector<PersonId> group, queries::personGroup(scope.views(), tickets.front().person));
        for (const PersonId& each : group)
            records.push_back(each.raw);
    }
    ONEDOOR_ASSIGN(std::vector<HistoryRow> rows, historyOf(scope, records));
    return HistoryReply{std::move(rows)};
}

template QFuture<Result<VisitHistory::Reply>> Gateway::ask(const Session&, VisitHistory);

} // namespace onedoor
