// SPDX-License-Identifier: GPL-3.0-or-later
// All that the journal knows of one person, for the person (个人信息保护法 45).
#include "core/services/api/counter.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/erasure.h"
#include "core/services/handlers/history.h"
#include "core/store/journal/stored_record.h"
#include "core/store/views/person_groups.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/ticket_queries.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// The visits that the person spoke for, and the numbers of others' visits that name the person. The views know only the first, and the
/// journal is the truth: it is read from beginning to end.
struct VisitsFound {
    std::vector<std::pair<VisitId, VisitRegistered>> own;
    std::vector<QString> representedIn;
    std::vector<RawId> appointments;
};

Result<VisitsFound> visitsNaming(QueryScope& scope, const std::vector<PersonId>& records)
{
    const auto isOne = [&](PersonId each) { return std::find(records.begin(), records.end(), each) != records.end(); };
    VisitsFound found;
    ONEDOOR_TRY(scope.reader().journal().eachAfter(0, [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        if (envelope.type != VisitRegistered::type && envelope.type != AppointmentBooked::type)
            return {};
        const ReadEvent read = readEvent(envelope, nullptr);
        if (const auto* booked = std::get_if<AppointmentBooked>(&read.event); booked != nullptr && isOne(booked->person))
            found.appointments.push_back(envelope.record);
        const auto* visit = std::get_if<VisitRegistered>(&read.event);
        if (visit == nullptr)
            return {};
        if (isOne(visit->person))
            found.own.emplace_back(VisitId(envelope.record), *visit);
        else if (std::any_of(visit->representatives.begin(), visit->representatives.end(), isOne))
            found.representedIn.push_back(visit->visitNumber);
        return {};
    }));
    std::stable_sort(found.own.begin(), found.own.end(), [](const auto& a, const auto& b) { return a.second.arrivedAt < b.second.arrivedAt; });
    return found;
}

Result<ExportedVisit> exported(QueryScope& scope, VisitId visit, const VisitRegistered& known)
{
    ExportedVisit row{.visit = visit, .known = known, .matter = {}, .tickets = {}, .history = {}};
    ONEDOOR_ASSIGN(const FoldedRecord matter, foldStored(scope.reader().journal(), scope.reader().sealer(), known.matter.raw));
    row.matter = stateAs<MatterState>(matter.state).known;
    ONEDOOR_ASSIGN(row.tickets, queries::ofVisit(scope.views(), visit, scope.moment()));
    std::vector<RawId> records{visit.raw, known.matter.raw};
    for (const TicketRow& ticket : row.tickets)
        records.push_back(ticket.ticket.raw);
    ONEDOOR_ASSIGN(row.history, historyOf(scope, records));
    return row;
}

Result<ExportedRecord> exported(QueryScope& scope, PersonId person)
{
    ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(scope.reader().journal(), scope.reader().sealer(), person.raw));
    const PersonState state = stateAs<PersonState>(folded.state);
    ExportedRecord row{.person = person, .registeredAt = state.registeredAt, .known = state.known, .history = {}};
    ONEDOOR_ASSIGN(row.history, historyOf(scope, {person.raw}));
    return row;
}

} // namespace

Result<PersonExportReply> answer(QueryScope& scope, const PersonExport& query)
{
    ONEDOOR_ASSIGN(const std::vector<PersonId> records, queries::personGroup(scope.views(), query.person));
    const PersonId person = records.front();
    ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(scope.reader().journal(), scope.reader().sealer(), person.raw));
    const PersonState state = stateAs<PersonState>(folded.state);
    if (!state.exists() && !state.isErased())
        return fail(ErrorKind::NotFound, u"person.unknown"_s, u"person"_s);
    PersonExportReply reply;
    reply.person = person;
    reply.exportedAt = scope.now();
    reply.centre = scope.centre().name;
    reply.registeredAt = state.registeredAt;
    reply.known = state.known;
    ONEDOOR_ASSIGN(reply.erasure, erasureOf(scope, person, state));
    ONEDOOR_ASSIGN(reply.holds, holdsOf(scope, person));
    ONEDOOR_ASSIGN(reply.history, historyOf(scope, {person.raw}));
    for (std::size_t at = 1; at < records.size(); ++at) {
        ONEDOOR_ASSIGN(ExportedRecord row, exported(scope, records[at]));
        reply.merged.push_back(std::move(row));
    }
    ONEDOOR_ASSIGN(VisitsFound found, visitsNaming(scope, records));
    reply.representedIn = std::move(found.representedIn);
    ONEDOOR_ASSIGN(reply.appointments, historyOf(scope, found.appointments));
    for (const auto& [visit, known] : found.own) {
        ONEDOOR_ASSIGN(ExportedVisit row, exported(scope, visit, known));
        reply.visits.push_back(std::move(row));
    }
    return reply;
}

template QFuture<Result<PersonExport::Reply>> Gateway::ask(const Session&, PersonExport);

} // namespace onedoor
