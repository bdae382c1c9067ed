// SPDX-License-Identifier: GPL-3.0-or-later
// Conflicts: listed, compared, resolved.
#include "core/services/api/conflicts.h"

#include "core/base/json_fields.h"
#include "core/domain/centre/centre_change.h"
#include "core/journal/conflict_decide.h"
#include "core/journal/conflict_sides.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/handlers/record_fields.h"
#include "core/services/scopes.h"
#include "core/store/journal/stored_record.h"
#include "core/store/views/conflict_queries.h"
#include "core/store/views/person_queries.h"

#include <QHash>
#include <QJsonDocument>
#include <algorithm>
#include <cstring>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int listedAtMost = 200;

Result<Hash> readId(const QString& text)
{
    const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    Hash id{};
    if (bytes.size() != qsizetype(id.size()))
        return fail(ErrorKind::NotFound, u"conflict.unknown"_s, u"conflict"_s);
    std::memcpy(id.data(), bytes.constData(), id.size());
    return id;
}

QString textOf(const Hash& id)
{
    return QString::fromLatin1(viewOf(id).toByteArray().toHex());
}

/// One record's conflicts as people read them.
class Teller {
public:
    Teller(QueryScope& scope, const RawId& record) : m_scope(scope), m_record(record) {}

    Result<void> read()
    {
        ONEDOOR_ASSIGN(m_events, readStored(m_scope.reader().journal(), m_scope.reader().sealer(), m_record));
        m_folded = foldRecord(m_events);
        return {};
    }

    Result<ConflictRow> row(const Hash& id)
    {
        ONEDOOR_ASSIGN(const Conflict conflict, find(id));
        ConflictRow row{.conflict = textOf(id),
                        .record = m_record,
                        .kind = recordKind(m_folded.state),
                        .title = {},
                        .person = {},
                        .rule = conflict.rule,
                        .at = conflict.at,
                        .isOpen = conflict.isOpen(),
                        .isDisputed = conflict.isOpen() && conflict.verdicts.size() > 1,
                        .isFixed = isFixedByRule(m_folded.state),
                        .rivals = {},
                        .counts = 0,
                        .judgedBy = {},
                        .judgedAt = {}};
        ONEDOOR_TRY(name(row));
        for (const EventRef& rival : inOrder(conflict)) {
            ONEDOOR_ASSIGN(ConflictAct told, act(*indexOf(rival)));
            row.rivals.push_back(std::move(told));
            if (const auto* changed = std::get_if<CentreChanged>(&m_events[*indexOf(rival)].event))
                row.title = changed->section + u'/' + changed->key;
            if (rival == effective(conflict))
                row.counts = std::uint32_t(row.rivals.size());
        }
        if (!conflict.verdicts.empty()) {
            ONEDOOR_ASSIGN(row.judgedBy, nameOf(conflict.verdicts.back().actor));
            row.judgedAt = conflict.verdicts.back().at;
        }
        return row;
    }

    Result<ConflictReply> whole(const Hash& id)
    {
        ConflictReply reply;
        ONEDOOR_ASSIGN(reply.conflict, row(id));
        ONEDOOR_ASSIGN(Conflict conflict, find(id));
        conflict.rivals = inOrder(conflict);
        const std::optional<ConflictSides> sides = sidesOf(m_events, conflict);
        if (!sides)
            return fail(ErrorKind::NotFound, u"conflict.unknown"_s, u"conflict"_s);
        ONEDOOR_ASSIGN(reply.base, values(sides->base));
        addCentreItem(reply.base, sides->base, conflict);
        for (const ConflictSide& side : sides->sides) {
            ConflictVersion version;
            ONEDOOR_ASSIGN(version.values, values(side.state));
            addCentreItem(version.values, side.state, conflict);
            for (const std::size_t at : side.acts) {
                ONEDOOR_ASSIGN(ConflictAct told, act(at));
                version.acts.push_back(std::move(told));
            }
            reply.versions.push_back(std::move(version));
        }
        compare(reply);
        for (const Verdict& each : conflict.verdicts) {
            ONEDOOR_ASSIGN(ConflictVerdict told, verdict(each, conflict));
            reply.verdicts.push_back(std::move(told));
        }
        return reply;
    }

private:
    Result<Conflict> find(const Hash& id) const
    {
        const auto found = std::find_if(m_folded.conflicts.begin(), m_folded.conflicts.end(), [&](const Conflict& each) { return each.id == id; });
        if (found == m_folded.conflicts.end())
            return fail(ErrorKind::NotFound, u"conflict.unknown"_s, u"conflict"_s);
        return *found;
    }

    std::optional<std::size_t> indexOf(const EventRef& ref) const
    {
        const auto found = std::find_if(m_events.begin(), m_events.end(), [&](const FoldInput& each) { return each.node.ref == ref; });
        return found == m_events.end() ? std::nullopt : std::optional(std::size_t(found - m_events.begin()));
    }

    /// The earlier one first, whoever stands: so that the two keep their sides when somebody has judged.
    std::vector<EventRef> inOrder(const Conflict& conflict) const
    {
        std::vector<EventRef> rivals = conflict.rivals;
        std::sort(rivals.begin(), rivals.end(), [&](const EventRef& one, const EventRef& other) {
            return std::pair(m_events[*indexOf(one)].node.time, one) < std::pair(m_events[*indexOf(other)].node.time, other);
        });
        return rivals;
    }

    /// Field by field the newest counts until somebody has judged.
    static EventRef effective(const Conflict& conflict)
    {
        const bool isJudged = std::any_of(conflict.verdicts.begin(), conflict.verdicts.end(), [](const Verdict& each) { return bool(each.stands); });
        return conflict.rule == MergeRule::FieldWise && !isJudged ? conflict.rivals.back() : conflict.rivals.front();
    }

    Result<QString> nameOf(const AccountId& account)
    {
        if (const auto known = m_names.constFind(account); known != m_names.constEnd())
            return *known;
        ONEDOOR_ASSIGN(const QString name, queries::displayName(m_scope.views(), account));
        m_names.insert(account, name);
        return name;
    }

    Result<QString> pcOf(const StreamId& stream)
    {
        ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(m_scope.reader().journal(), m_scope.reader().sealer(), stream.raw));
        return stateAs<StreamState>(folded.state).known.nodeName;
    }

    Result<ConflictAct> act(std::size_t at)
    {
        const FoldInput& input = m_events[at];
        ConflictAct told;
        told.stream = input.node.ref.stream;
        told.sequence = input.node.ref.sequence;
        told.type = QString::fromLatin1(eventTypeOf(input.event));
        told.at = input.meta.at;
        told.actor = input.meta.actor;
        ONEDOOR_ASSIGN(told.actorName, nameOf(input.meta.actor));
        ONEDOOR_ASSIGN(told.pc, pcOf(input.node.ref.stream));
        told.details = std::visit([&](const auto& event) { return toJson(event, m_scope.centre().offsetMinutes); }, input.event);
        told.details.remove(u"verifier"_s);
        told.place = told.details.value(told.details.contains(u"fromPlace"_s) ? u"fromPlace"_s : u"place"_s).toString();
        return told;
    }

    Result<QJsonObject> values(const RecordState& state)
    {
        QJsonObject all = recordFields(state, m_scope.centre().offsetMinutes);
        const std::optional<AccountId> staff = AccountId::fromString(all.value(u"staffedBy"_s).toString());
        if (staff) {
            ONEDOOR_ASSIGN(const QString name, nameOf(*staff));
            all.insert(u"staffedBy"_s, name);
        }
        if (const std::optional<PersonId> kept = PersonId::fromString(all.value(u"mergedInto"_s).toString())) {
            ONEDOOR_ASSIGN(const std::optional<PersonRegistered> known, queries::person(m_scope.views(), *kept));
            all.insert(u"mergedInto"_s, known ? known->name : QString());
        }
        return all;
    }

    /// Of the centre's whole definition only the item that the two changed, member by member: "places/window3/name".
    void addCentreItem(QJsonObject& into, const RecordState& state, const Conflict& conflict) const
    {
        const auto* changed = std::get_if<CentreChanged>(&m_events[*indexOf(conflict.rivals.front())].event);
        const auto* centre = std::get_if<CentreState>(&state);
        if (changed == nullptr || centre == nullptr || !centre->definition)
            return;
        const QJsonDocument item = QJsonDocument::fromJson(centreItem(*centre->definition, changed->section, changed->key).toUtf8());
        const QJsonObject members = item.isArray() ? QJsonObject{{u"keys"_s, item.array()}} : item.object();
        for (auto member = members.begin(); member != members.end(); ++member)
            into.insert(changed->section + u'/' + changed->key + u'/' + member.key(), member.value());
    }

    static QStringList fieldsOf(const ConflictReply& reply)
    {
        if (reply.conflict.kind != u"centre")
            return recordFieldOrder(reply.conflict.kind);
        QStringList names = reply.base.keys();
        for (const ConflictVersion& version : reply.versions)
            names += version.values.keys();
        names.removeDuplicates();
        return names;
    }

    void compare(ConflictReply& reply) const
    {
        std::vector<QString> others;
        for (const QString& field : fieldsOf(reply)) {
            const QJsonValue one = reply.versions[0].values.value(field);
            const QJsonValue other = reply.versions[1].values.value(field);
            const QJsonValue base = reply.base.value(field);
            if (one != other && one != base && other != base)
                reply.disputed.push_back(field);
            else if (one != base || other != base)
                others.push_back(field);
        }
        reply.changed = reply.disputed;
        reply.changed.insert(reply.changed.end(), others.begin(), others.end());
    }

    Result<ConflictVerdict> verdict(const Verdict& given, const Conflict& conflict)
    {
        ConflictVerdict told{.actor = given.actor, .actorName = {}, .at = given.at, .pc = {}, .stands = 0};
        ONEDOOR_ASSIGN(told.actorName, nameOf(given.actor));
        ONEDOOR_ASSIGN(told.pc, pcOf(given.ref.stream));
        const auto stands = std::find(conflict.rivals.begin(), conflict.rivals.end(), given.stands);
        told.stands = stands == conflict.rivals.end() ? 0 : std::uint32_t(stands - conflict.rivals.begin() + 1);
        return told;
    }

    Result<void> name(ConflictRow& row)
    {
        PersonId person;
        if (const auto* ticket = std::get_if<TicketState>(&m_folded.state)) {
            row.title = ticket->number;
            person = ticket->person;
        } else if (const auto* account = std::get_if<AccountState>(&m_folded.state)) {
            row.title = account->known.displayName;
        } else if (const auto* known = std::get_if<PersonState>(&m_folded.state)) {
            row.title = known->known.name;
        } else if (const auto* place = std::get_if<PlaceState>(&m_folded.state)) {
            row.title = place->key;
        } else if (const auto* visit = std::get_if<VisitState>(&m_folded.state)) {
            row.title = visit->known.visitNumber;
            person = visit->known.person;
        } else if (const auto* matter = std::get_if<MatterState>(&m_folded.state)) {
            person = matter->known.person;
        } else if (const auto* appointment = std::get_if<AppointmentState>(&m_folded.state)) {
            person = appointment->known.person;
        } else if (const auto* numbers = std::get_if<NumberingState>(&m_folded.state)) {
            row.title = numbers->series;
        } else if (const auto* node = std::get_if<NodeState>(&m_folded.state)) {
            row.title = node->known.name;
        }
        if (person.isNull())
            return {};
        ONEDOOR_ASSIGN(const auto found, queries::person(m_scope.views(), person));
        row.person = found ? found->name : QString();
        return {};
    }

    QueryScope& m_scope;
    RawId m_record;
    std::vector<FoldInput> m_events;
    FoldedRecord m_folded;
    QHash<AccountId, QString> m_names;
};

Result<RawId> recordOf(ViewsStore& views, const Hash& id)
{
    ONEDOOR_ASSIGN(const RawId record, queries::recordOfConflict(views, id));
    if (record.isNull())
        return fail(ErrorKind::NotFound, u"conflict.unknown"_s, u"conflict"_s);
    return record;
}

/// The event goes to the record that the rivals belong to, and knows them both.
Result<ConflictJudgedReply> append(CommandScope& scope, const QString& conflict, const RawId& record, const ConflictResolved& judgement)
{
    ONEDOOR_TRY(scope.append({{record, judgement, {}}}));
    ONEDOOR_ASSIGN(const std::uint64_t open, queries::openConflicts(scope.views()));
    return ConflictJudgedReply{conflict, open};
}

} // namespace

Result<ConflictListReply> answer(QueryScope& scope, const ConflictList& query)
{
    ConflictListReply reply;
    ONEDOOR_ASSIGN(reply.open, queries::openConflicts(scope.views()));
    ONEDOOR_ASSIGN(const auto places, queries::conflicts(scope.views(), !query.resolved, listedAtMost));
    for (const queries::ConflictPlace& place : places) {
        Teller teller(scope, place.record);
        ONEDOOR_TRY(teller.read());
        Result<ConflictRow> row = teller.row(place.conflict);
        if (row)
            reply.conflicts.push_back(std::move(*row));
        else if (row.error().kind != ErrorKind::NotFound) // the journal is ahead of the views for a moment
            return Unexpected(row.error());
    }
    return reply;
}

Result<ConflictCountReply> answer(QueryScope& scope, const ConflictCount&)
{
    ONEDOOR_ASSIGN(const std::uint64_t open, queries::openConflicts(scope.views()));
    return ConflictCountReply{open};
}

Result<ConflictReply> answer(QueryScope& scope, const ConflictGet& query)
{
    ONEDOOR_ASSIGN(const Hash id, readId(query.conflict));
    ONEDOOR_ASSIGN(const RawId record, recordOf(scope.views(), id));
    Teller teller(scope, record);
    ONEDOOR_TRY(teller.read());
    return teller.whole(id);
}

Result<ConflictJudgedReply> handle(CommandScope& scope, const ConflictResolve& raw)
{
    ConflictResolve command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const Hash id, readId(command.conflict));
    ONEDOOR_ASSIGN(const RawId record, recordOf(scope.views(), id));
    ONEDOOR_ASSIGN(const FoldedRecord* folded, scope.writer().load(record));
    ONEDOOR_ASSIGN(const ConflictResolved judgement, decideResolution(*folded, id, {command.stream, command.sequence}, command.again));
    return append(scope, command.conflict, record, judgement);
}

Result<ConflictJudgedReply> handle(CommandScope& scope, const ConflictReopen& raw)
{
    ConflictReopen command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const Hash id, readId(command.conflict));
    ONEDOOR_ASSIGN(const RawId record, recordOf(scope.views(), id));
    ONEDOOR_ASSIGN(const FoldedRecord* folded, scope.writer().load(record));
    ONEDOOR_ASSIGN(const ConflictResolved judgement, decideReopening(*folded, id));
    return append(scope, command.conflict, record, judgement);
}

template QFuture<Result<ConflictList::Reply>> Gateway::ask(const Session&, ConflictList);
template QFuture<Result<ConflictCount::Reply>> Gateway::ask(const Session&, ConflictCount);
template QFuture<Result<ConflictGet::Reply>> Gateway::ask(const Session&, ConflictGet);
template QFuture<Result<ConflictResolve::Reply>> Gateway::send(const Session&, ConflictResolve);
template QFuture<Result<ConflictReopen::Reply>> Gateway::send(const Session&, ConflictReopen);

} // namespace onedoor
