// SPDX-License-Identifier: GPL-3.0-or-later
// Forgetting a person, what stands against it, and how far it is.
#include "core/services/handlers/erasure.h"

#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/scopes.h"
#include "core/store/erasures.h"
#include "core/store/journal/stored_record.h"
#include "core/store/views/appointment_queries.h"
#include "core/store/views/node_queries.h"
#include "core/store/views/person_groups.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/ticket_queries.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int erasuresAtMost = 1000;

Result<PersonState> knownPerson(CommandScope& scope, PersonId person)
{
    ONEDOOR_ASSIGN(const PersonState state, scope.state<PersonState>(person.raw));
    if (!state.exists() && !state.isErased())
        return fail(ErrorKind::NotFound, u"person.unknown"_s, u"person"_s);
    if (state.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"person"_s);
    return state;
}

Result<void> mayErase(CommandScope& scope, const PersonState& state)
{
    if (const HoldState* hold = state.standingHold(scope.today())) {
        QVariantMap facts{{u"reason"_s, hold->reason}};
        if (hold->until.isValid())
            facts.insert(u"until"_s, hold->until);
        return fail(ErrorKind::Conflict, u"person.onHold"_s, u"person"_s, facts);
    }
    ONEDOOR_ASSIGN(const auto open, queries::openTicketOf(scope.views(), state.id, scope.today()));
    if (open)
        return fail(ErrorKind::Conflict, u"person.inHall"_s, u"person"_s, {{u"number"_s, open->first}, {u"day"_s, open->second}});
    ONEDOOR_ASSIGN(const auto appointment, queries::nextAppointmentOf(scope.views(), state.id, scope.now()));
    if (appointment)
        return fail(ErrorKind::Conflict, u"person.isExpected"_s, u"person"_s, {{u"next"_s, qint64(appointment->milliseconds)}});
    return {};
}

/// All records of the human being, none of which has anything against it. Erasing one that was merged would leave the others readable, and
/// whoever decides would not know it.
Result<std::vector<PersonId>> recordsToErase(CommandScope& scope, PersonId person)
{
    ONEDOOR_ASSIGN(std::vector<PersonId> group, queries::personGroup(scope.views(), person));
    if (group.front() != person) {
        ONEDOOR_ASSIGN(const std::optional<PersonRegistered> kept, queries::person(scope.views(), group.front()));
        return fail(ErrorKind::Conflict, u"merge.mergedAlready"_s, u"person"_s, {{u"name"_s, kept ? kept->name : QString()}, {u"kept"_s, group.front().toString()}});
    }
    for (const PersonId& each : group) {
        ONEDOOR_ASSIGN(const PersonState state, scope.state<PersonState>(each.raw));
        if (state.needsUpdate)
            return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"person"_s);
        ONEDOOR_TRY(mayErase(scope, state));
    }
    return group;
}

/// The record of the human being on which this hold was placed; the person itself when none has it.
Result<PersonId> holderOf(CommandScope& scope, PersonId person, HoldId hold)
{
    ONEDOOR_ASSIGN(const std::vector<PersonId> group, queries::personGroup(scope.views(), person));
    for (const PersonId& each : group) {
        ONEDOOR_ASSIGN(const PersonState state, scope.state<PersonState>(each.raw));
        if (std::any_of(state.holds.begin(), state.holds.end(), [&](const HoldState& known) { return known.id == hold; }))
            return each;
    }
    return person;
}

/// When each node wrote last, as far as it is here.
Result<QHash<NodeId, Instant>> lastHeard(JournalStore& journal, Sealer& sealer)
{
    QHash<NodeId, Instant> heard;
    ONEDOOR_ASSIGN(const auto heads, journal.heads());
    for (const auto& [stream, head] : heads) {
        ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(journal, sealer, stream.raw));
        ONEDOOR_ASSIGN(const QByteArray bytes, journal.envelopeOf({stream, head.sequence}));
        const Result<Envelope> envelope = decodeEnvelope(bytes);
        if (!envelope)
            continue;
        Instant& last = heard[stateAs<StreamState>(folded.state).known.node];
        last = std::max(last, envelope->wall);
    }
    return heard;
}

Result<ErasureView> erasureView(JournalStore& journal, ViewsStore& views, Sealer& sealer, const NodeFacts& node)
{
    ErasureView view{views, {}, {}, node};
    ONEDOOR_ASSIGN(view.nodes, queries::nodes(views));
    const auto isSelf = [&](const NodeRow& row) { return row.node == node.self; };
    if (std::none_of(view.nodes.begin(), view.nodes.end(), isSelf)) { // alone: a PC that nobody had to let in
        NodeRow self;
        self.node = node.self;
        view.nodes.push_back(self);
    }
    ONEDOOR_ASSIGN(view.heard, lastHeard(journal, sealer));
    return view;
}

Result<PersonErasureReply> replyFor(PersonId person, const PersonState& state, const ErasureView& view)
{
    PersonErasureReply reply{.person = person, .state = ErasurePhase::None, .erasedAt = state.erasedAt, .erasedBy = {}, .reason = state.erasedFor,
                             .done = {}, .pending = {}, .merged = {}, .leftBehind = {}};
    if (!state.isErased()) {
        ONEDOOR_ASSIGN(reply.merged, queries::personGroup(view.views, person));
        std::erase(reply.merged, person);
        return reply;
    }
    ONEDOOR_ASSIGN(reply.leftBehind, queries::leftBehind(view.views, person));
    ONEDOOR_ASSIGN(reply.erasedBy, queries::displayName(view.views, state.erasedBy));
    for (const NodeRow& row : view.nodes) {
        const ErasureNode each{row.node, row.name, row.node == view.facts.self, view.heard.value(row.node)};
        if (state.isDestroyedAt(row.node))
            reply.done.push_back(each);
        else if (row.revokedAt.milliseconds == 0)
            reply.pending.push_back(each);
    }
    reply.state = reply.pending.empty() ? ErasurePhase::Complete : ErasurePhase::Pending;
    return reply;
}

Result<PersonState> readPerson(QueryScope& scope, PersonId person)
{
    ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(scope.reader().journal(), scope.reader().sealer(), person.raw));
    return stateAs<PersonState>(folded.state);
}

Result<PersonState> readKnownPerson(QueryScope& scope, PersonId person)
{
    ONEDOOR_ASSIGN(PersonState state, readPerson(scope, person));
    if (!state.exists() && !state.isErased())
        return fail(ErrorKind::NotFound, u"person.unknown"_s, u"person"_s);
    return state;
}

} // namespace

Result<PersonErasureReply> erasureOf(QueryScope& scope, PersonId person, const PersonState& state)
{
    ONEDOOR_ASSIGN(const ErasureView view, erasureView(scope.reader().journal(), scope.views(), scope.reader().sealer(), scope.store().node));
    return replyFor(person, state, view);
}

Result<std::vector<HoldRow>> holdsOf(QueryScope& scope, PersonId person)
{
    ONEDOOR_ASSIGN(const std::vector<PersonId> group, queries::personGroup(scope.views(), person));
    std::vector<HoldState> holds;
    for (const PersonId& each : group) {
        ONEDOOR_ASSIGN(const PersonState state, readPerson(scope, each));
        holds.insert(holds.end(), state.holds.begin(), state.holds.end());
    }
    std::stable_sort(holds.begin(), holds.end(), [](const HoldState& a, const HoldState& b) { return a.placedAt < b.placedAt; });
    std::vector<HoldRow> rows;
    for (const HoldState& hold : holds) {
        HoldRow row{.hold = hold.id, .reason = hold.reason, .until = hold.until, .stands = hold.stands(scope.today()), .placedAt = hold.placedAt,
                    .placedBy = {}, .liftedAt = hold.liftedAt, .liftedBy = {}};
        ONEDOOR_ASSIGN(row.placedBy, queries::displayName(scope.views(), hold.placedBy));
        if (hold.liftedBy) {
            ONEDOOR_ASSIGN(row.liftedBy, queries::displayName(scope.views(), hold.liftedBy));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<PersonErasureReply> handle(CommandScope& scope, const PersonErase& raw)
{
    PersonErase command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const PersonState state, knownPerson(scope, command.person));
    std::vector<PersonId> records;
    if (!state.isErased()) {
        ONEDOOR_ASSIGN(records, recordsToErase(scope, command.person));
        if (command.confirm != state.known.name)
            return fail(ErrorKind::Invalid, u"person.notConfirmed"_s, u"confirm"_s);
        Drafts drafts;
        for (const PersonId& each : records) {
            ONEDOOR_ASSIGN(const PersonErased erased, signedErasure(scope.writer().journal(), scope.node().centre, each, command.reason));
            drafts.push_back({each.raw, erased, {}});
        }
        ONEDOOR_TRY(scope.append(drafts));
        ONEDOOR_TRY(scope.writer().reportErasures(scope.node().self, scope.now()));
    }
    ONEDOOR_ASSIGN(const PersonState now, scope.state<PersonState>(command.person.raw));
    ONEDOOR_ASSIGN(const ErasureView view, erasureView(scope.writer().journal(), scope.views(), scope.writer().sealer(), scope.node()));
    ONEDOOR_ASSIGN(PersonErasureReply reply, replyFor(command.person, now, view));
    std::erase(records, command.person);
    reply.merged = std::move(records);
    return reply;
}

Result<PersonHoldReply> handle(CommandScope& scope, const PersonHold& raw)
{
    PersonHold command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const PersonState state, knownPerson(scope, command.person));
    if (state.isErased())
        return fail(ErrorKind::Conflict, u"person.erased"_s, u"person"_s);
    if (command.until.isValid() && command.until < scope.today())
        return fail(ErrorKind::Invalid, u"hold.past"_s, u"until"_s);
    const HoldId hold(scope.writer().makeId(scope.now()));
    ONEDOOR_TRY(scope.append({{command.person.raw, HoldPlaced{hold, command.until, command.reason}, command.person}}));
    return PersonHoldReply{command.person, hold};
}

Result<PersonHoldReply> handle(CommandScope& scope, const PersonReleaseHold& raw)
{
    PersonReleaseHold command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const PersonId holder, holderOf(scope, command.person, command.hold));
    ONEDOOR_ASSIGN(const PersonState state, knownPerson(scope, holder));
    const auto hold = std::find_if(state.holds.begin(), state.holds.end(), [&](const HoldState& each) { return each.id == command.hold; });
    if (hold == state.holds.end())
        return fail(ErrorKind::NotFound, u"hold.unknown"_s, u"hold"_s);
    if (hold->liftedAt.milliseconds != 0) {
        return fail(ErrorKind::Conflict, u"hold.lifted"_s, u"hold"_s,
                    {{u"account"_s, hold->liftedBy.toString()}, {u"at"_s, qint64(hold->liftedAt.milliseconds)}});
    }
    ONEDOOR_TRY(scope.append({{holder.raw, HoldLifted{command.hold, command.reason}, holder}}));
    return PersonHoldReply{command.person, command.hold};
}

Result<PersonErasureReply> answer(QueryScope& scope, const PersonErasure& query)
{
    ONEDOOR_ASSIGN(const PersonState state, readKnownPerson(scope, query.person));
    return erasureOf(scope, query.person, state);
}

Result<PersonErasuresReply> answer(QueryScope& scope, const PersonErasures& query)
{
    const std::size_t limit = std::clamp<std::size_t>(query.limit, 1, erasuresAtMost);
    PersonErasuresReply reply;
    ONEDOOR_ASSIGN(const ErasureView view, erasureView(scope.reader().journal(), scope.views(), scope.reader().sealer(), scope.store().node));
    ONEDOOR_ASSIGN(const std::vector<Erasure> all, scope.reader().journal().erasures());
    for (const Erasure& each : all) {
        ONEDOOR_ASSIGN(const PersonState state, readPerson(scope, each.person));
        ONEDOOR_ASSIGN(PersonErasureReply row, replyFor(each.person, state, view));
        if (!state.isErased()) // word of it came ahead; who decided it comes with the event
            row.state = ErasurePhase::Pending;
        if (!query.onlyPending || row.state == ErasurePhase::Pending)
            reply.erasures.push_back(std::move(row));
        if (reply.erasures.size() == limit)
            break;
    }
    return reply;
}

Result<PersonHoldsReply> answer(QueryScope& scope, const PersonHolds& query)
{
    ONEDOOR_TRY(readKnownPerson(scope, query.person));
    ONEDOOR_ASSIGN(std::vector<HoldRow> holds, holdsOf(scope, query.person));
    return PersonHoldsReply{std::move(holds)};
}

template QFuture<Result<PersonErase::Reply>> Gateway::send(const Session&, PersonErase);
template QFuture<Result<PersonHold::Reply>> Gateway::send(const Session&, PersonHold);
template QFuture<Result<PersonReleaseHold::Reply>> Gateway::send(const Session&, PersonReleaseHold);
template QFuture<Result<PersonErasure::Reply>> Gateway::ask(const Session&, PersonErasure);
template QFuture<Result<PersonErasures::Reply>> Gateway::ask(const Session&, PersonErasures);
template QFuture<Result<PersonHolds::Reply>> Gateway::ask(const Session&, PersonHolds);

} // namespace onedoor
