// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/views_store.h"

#include "core/store/migrations/migrations.h"
#include "core/store/views/lookup_keys.h"

#include <utility>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

qint64 dayOf(QDate date)
{
    return date.isValid() ? date.toJulianDay() : 0;
}

QString blankSeparated(const std::vector<QString>& words)
{
    return QStringList(words.begin(), words.end()).join(u' ');
}

Result<void> removeOutdatedKeys(sqlite::Database& database, std::int64_t number, const QStringList& keys)
{
    ONEDOOR_ASSIGN(sqlite::Statement old, database.cached("SELECT name, phone, document_number FROM persons WHERE number = ?1"));
    ONEDOOR_ASSIGN(const bool found, old.bind(1, number).step());
    if (!found)
        return {};
    for (const QString& key : lookupKeys(LookupFields{old.text(0), old.text(1), old.text(2)})) {
        if (!keys.contains(key))
            ONEDOOR_TRY(database.run("DELETE FROM lookup WHERE key = ?1 AND person = ?2", key, number));
    }
    return {};
}

Result<std::int64_t> personNumber(sqlite::Database& database, PersonId person)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, database.cached("SELECT number FROM persons WHERE person = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, person).step());
    return found ? select.integer(0) : 0;
}

/// Streams arrive one by one: what was done with a record may be here before the event with which it begins, or after that was put aside.
bool hasBegun(const RecordState& record)
{
    return std::visit(
        [](const auto& state) {
            if constexpr (requires { state.id; })
                return !state.id.isNull();
            else
                return true;
        },
        record);
}

} // namespace

Result<ViewsStore> ViewsStore::open(const QString& path, sqlite::OpenOptions options)
{
    const bool isWritable = options.mode != sqlite::OpenMode::ReadOnly;
    ONEDOOR_ASSIGN(sqlite::Database database, sqlite::Database::open(path, std::move(options)));
    if (isWritable) {
        ONEDOOR_ASSIGN(const std::vector<MigrationScript> scripts, embeddedMigrations(StoreFile::Views));
        ONEDOOR_TRY(migrate(database, scripts, applicationId));
    }
    ViewsStore store(std::move(database));
    if (isWritable) {
        ONEDOOR_ASSIGN(sqlite::Statement any, store.m_database.cached("SELECT 1 FROM conflicts LIMIT 1"));
        ONEDOOR_ASSIGN(store.m_mayHaveConflicts, any.step());
        ONEDOOR_ASSIGN(sqlite::Statement closing, store.m_database.cached("SELECT 1 FROM ticket_closings LIMIT 1"));
        ONEDOOR_ASSIGN(store.m_mayHaveClosings, closing.step());
        ONEDOOR_ASSIGN(sqlite::Statement anyStops, store.m_database.cached("SELECT 1 FROM ticket_stops LIMIT 1"));
        ONEDOOR_ASSIGN(store.m_mayHaveStops, anyStops.step());
    }
    return store;
}

Result<Frontier> ViewsStore::frontier()
{
    ONEDOOR_ASSIGN(sqlite::Statement select, m_database.cached("SELECT arrival, hash FROM frontier"));
    ONEDOOR_ASSIGN(const bool found, select.step());
    return found ? Frontier{select.integer(0), select.blob(1).toByteArray()} : Frontier{};
}

Result<void> ViewsStore::setFrontier(std::int64_t arrival, QByteArrayView hash)
{
    return m_database.run("INSERT OR REPLACE INTO frontier (one, arrival, hash) VALUES (1, ?1, ?2)", arrival, hash);
}

Result<void> ViewsStore::put(const RawId& record, const FoldedRecord& folded, bool isNew)
{
    if (!isNew && !hasBegun(folded.state))
        ONEDOOR_TRY(remove(record, folded.state));
    ONEDOOR_TRY(putConflicts(record, folded.conflicts, isNew));
    if (!hasBegun(folded.state))
        return {};
    return std::visit(
        [&](const auto& state) -> Result<void> {
            using State = std::decay_t<decltype(state)>;
            if constexpr (std::is_same_v<State, PersonState>)
                return putState(state, isNew);
            else if constexpr (std::is_same_v<State, TicketState>)
                return putState(state).and_then([&] { return putStops(state, isNew); });
            else if constexpr (std::is_same_v<State, VisitState>)
                return putState(state).and_then([&] { return putNeeds(state); });
            else if constexpr (requires { putState(state); })
                return putState(state);
            else
                return {}; // streams, the centre and number series are read from the journal itself
        },
        folded.state);
}

Result<void> ViewsStore::forgetConflicts(const RawId& record)
{
    return m_database.run("DELETE FROM conflicts WHERE record = ?1", record);
}

Result<void> ViewsStore::remove(const RawId& record, const RecordState& was)
{
    ONEDOOR_TRY(forgetConflicts(record));
    if (const auto* place = std::get_if<PlaceState>(&was))
        return m_database.run("DELETE FROM places WHERE place = ?1", place->key);
    if (std::holds_alternative<VisitState>(was))
        ONEDOOR_TRY(m_database.run("DELETE FROM visit_needs WHERE visit = ?1", record));
    if (std::holds_alternative<TicketState>(was))
        ONEDOOR_TRY(m_database.run("DELETE FROM ticket_stops WHERE ticket = ?1", record));
    if (std::holds_alternative<VisitState>(was))
        return m_database.run("DELETE FROM visits WHERE visit = ?1", record);
    if (std::holds_alternative<MatterState>(was))
        return m_database.run("DELETE FROM matters WHERE matter = ?1", record);
    if (const auto* day = std::get_if<DayState>(&was))
        return m_database.run("DELETE FROM days WHERE day = ?1", std::int64_t(day->last.day.toJulianDay()));
    if (std::holds_alternative<AlarmState>(was))
        return removeAlarm(record);
    if (std::holds_alternative<TicketState>(was)) {
        ONEDOOR_TRY(m_database.run("DELETE FROM ticket_closings WHERE ticket = ?1", record));
        ONEDOOR_TRY(m_database.run("DELETE FROM ticket_appointments WHERE ticket = ?1", record));
        return m_database.run("DELETE FROM tickets WHERE ticket = ?1", record);
    }
    if (std::holds_alternative<AppointmentState>(was))
        return m_database.run("DELETE FROM appointments WHERE appointment = ?1", record);
    if (std::holds_alternative<AccountState>(was))
        return m_database.run("DELETE FROM accounts WHERE account = ?1", record);
    if (std::holds_alternative<NodeState>(was))
        return m_database.run("DELETE FROM nodes WHERE node = ?1", record);
    if (std::holds_alternative<StaffCallState>(was))
        return m_database.run("DELETE FROM staff_calls WHERE call = ?1", record);
    if (!std::holds_alternative<PersonState>(was))
        return {};
    ONEDOOR_ASSIGN(const std::int64_t number, personNumber(m_database, PersonId(record)));
    ONEDOOR_TRY(removeOutdatedKeys(m_database, number, {}));
    ONEDOOR_TRY(m_database.run("DELETE FROM merges WHERE merged = ?1", record));
    return m_database.run("DELETE FROM persons WHERE number = ?1", number);
}

/// All of the record's: what another event has shown to be none is gone.
Result<void> ViewsStore::putConflicts(const RawId& record, const std::vector<Conflict>& conflicts, bool isNew)
{
    if (m_mayHaveConflicts && !isNew)
        ONEDOOR_TRY(forgetConflicts(record));
    for (const Conflict& conflict : conflicts) {
        m_mayHaveConflicts = true;
        const Instant resolvedAt = conflict.verdicts.empty() ? Instant() : conflict.verdicts.back().at;
        ONEDOOR_TRY(m_database.run("INSERT OR REPLACE INTO conflicts (conflict, record, rule, at, is_open, resolved_at)"
                                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                   viewOf(conflict.id), record, int(conflict.rule), conflict.at.milliseconds, conflict.isOpen(),
                                   resolvedAt.milliseconds));
    }
    return {};
}

Result<void> ViewsStore::putState(const PersonState& person, bool isNew)
{
    const PersonRegistered& known = person.known;
    std::int64_t number = 0;
    if (!isNew) {
        ONEDOOR_ASSIGN(number, personNumber(m_database, person.id));
    }
    const QStringList keys = m_leavesKeys && number == 0 ? QStringList() : lookupKeys(known);
    if (number != 0)
        ONEDOOR_TRY(removeOutdatedKeys(m_database, number, keys));
    ONEDOOR_TRY(m_database.run("INSERT INTO persons (person, name, document_kind, document_number, sex, birth, ethnic_group, phone,"
                               " address, region_code, work_unit, occupation, registered_at)"
                               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
                               " ON CONFLICT (person) DO UPDATE SET name = ?2, document_kind = ?3, document_number = ?4, sex = ?5,"
                               " birth = ?6, ethnic_group = ?7, phone = ?8, address = ?9, region_code = ?10, work_unit = ?11,"
                               " occupation = ?12",
                               person.id, known.name, int(known.documentKind), known.documentNumber, int(known.sex), dayOf(known.birth),
                               known.ethnicGroup, known.phone, known.address, known.regionCode, known.workUnit, known.occupation,
                               person.registeredAt.milliseconds));
    if (number == 0)
        number = m_database.lastRowNumber();
    ONEDOOR_TRY(putMerge(person, isNew));
    if (m_leavesKeys) {
        m_withoutKeys.push_back({number, {known.name, known.phone, known.documentNumber}});
        return {};
    }
    for (const QString& key : keys)
        ONEDOOR_TRY(m_database.run("INSERT OR IGNORE INTO lookup (key, person) VALUES (?1, ?2)", key, number));
    return {};
}

std::vector<FoundBy> ViewsStore::takeWithoutKeys()
{
    return std::exchange(m_withoutKeys, {});
}

Result<void> ViewsStore::putKeys(LookupRows& rows)
{
    rows.sort();
    ONEDOOR_ASSIGN(sqlite::Statement insert, m_database.cached("INSERT OR IGNORE INTO lookup (key, person) VALUES (?1, ?2)"));
    ONEDOOR_TRY(rows.each([&](std::string_view key, std::int64_t person) { return insert.bindUtf8(1, key).bind(2, person).run(); }));
    rows.clear();
    return {};
}

Result<void> ViewsStore::putMerge(const PersonState& person, bool isNew)
{
    const MergeState* merge = person.merge();
    if (merge != nullptr)
        return m_database.run("INSERT OR REPLACE INTO merges (merged, kept, at) VALUES (?1, ?2, ?3)", person.id, merge->kept, merge->at.milliseconds);
    return isNew ? Result<void>() : m_database.run("DELETE FROM merges WHERE merged = ?1", person.id);
}

Result<void> ViewsStore::putState(const VisitState& visit)
{
    const VisitRegistered& known = visit.known;
    return m_database.run("INSERT OR REPLACE INTO visits (visit, visit_number, day, arrived_at, person, headcount, repeat, urgent,"
                          " threat, confidential, place, matter, receiver)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                          visit.id, known.visitNumber, dayOf(known.day), known.arrivedAt.milliseconds, known.person, known.headcount,
                          known.repeat, known.urgent, known.threat, known.confidential, known.place, known.matter, visit.receiver);
}

Result<void> ViewsStore::putState(const MatterState& matter)
{
    return m_database.run("INSERT OR REPLACE INTO matters (matter, visit, person, service, summary) VALUES (?1, ?2, ?3, ?4, ?5)",
                          matter.id, matter.known.visit, matter.known.person, matter.known.service, matter.known.summary);
}

Result<void> ViewsStore::putState(const TicketState& ticket)
{
    const TicketProgress& now = ticket.progress;
    ONEDOOR_TRY(putClosing(ticket));
    if (ticket.appointment)
        ONEDOOR_TRY(putAppointment(ticket));
    return m_database.run(
        "INSERT OR REPLACE INTO tickets (ticket, number, series, day, visit, person, issued_at, arrived_at, queue_time, priority,"
        " head_start, print, status, service, place, to_place, calls, called_at, begun_at, held_at, ended_at, served_seconds, hold_kind,"
        " hold_reason, handover_note, outcome, finish_note, can_undo, waited_seconds, waiting_since, returns_at, return_head_start, misses)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25,"
        " ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)",
        ticket.id, ticket.number, ticket.series, dayOf(ticket.day), ticket.visit, ticket.person, ticket.issuedAt.milliseconds,
        ticket.arrivedAt.milliseconds, ticket.queueTime().milliseconds, ticket.priority, ticket.headStartMinutes, int(ticket.print),
        int(now.status), now.service, now.place, now.toPlace, now.calls, now.calledAt.milliseconds, now.begunAt.milliseconds,
        now.heldAt.milliseconds, now.endedAt.milliseconds, now.servedSeconds, int(now.holdKind), now.holdReason, now.handoverNote,
        now.outcome, now.finishNote, !ticket.acts.empty(), now.waitedSeconds, now.waitingSince.milliseconds,
        now.returnsAt.milliseconds, now.returnHeadStartMinutes, now.misses);
}

Result<void> ViewsStore::putStops(const TicketState& ticket, bool isNew)
{
    const TicketProgress& now = ticket.progress;
    if (m_mayHaveStops && !isNew)
        ONEDOOR_TRY(m_database.run("DELETE FROM ticket_stops WHERE ticket = ?1", ticket.id));
    int position = 0;
    const auto put = [&](bool isPassed, const QString& service, const QString& place, bool isBack, const QString& outcome, Instant endedAt) {
        m_mayHaveStops = true;
        return m_database.run("INSERT OR REPLACE INTO ticket_stops (ticket, position, is_passed, service, place, is_back, outcome, ended_at)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                              ticket.id, position++, isPassed, service, place, isBack, outcome, endedAt.milliseconds);
    };
    for (const PassedStop& stop : now.passed)
        ONEDOOR_TRY(put(true, stop.service, stop.place, false, stop.outcome, stop.endedAt));
    for (const RouteStop& stop : now.ahead)
        ONEDOOR_TRY(put(false, stop.service, stop.place, stop.isBack, {}, {}));
    return {};
}

/// Once said it is never unsaid, only said anew or erased; so nothing has to be taken away.
Result<void> ViewsStore::putNeeds(const VisitState& visit)
{
    const VisitNeedsRecorded& needs = visit.needs;
    if (!needs.escort && !needs.hearing && !needs.wheelchair && !visit.helper)
        return {};
    const VisitHelperRecorded helper = visit.helper.value_or(VisitHelperRecorded{});
    return m_database.run("INSERT OR REPLACE INTO visit_needs (visit, escort, hearing, wheelchair, helper_relation, helper_name,"
                          " helper_phone) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                          visit.id, needs.escort, needs.hearing, needs.wheelchair, int(helper.relation), helper.name,
                          helper.phone);
}

Result<void> ViewsStore::putAppointment(const TicketState& ticket)
{
    const TicketAppointed& appointed = *ticket.appointment;
    return m_database.run("INSERT OR REPLACE INTO ticket_appointments (ticket, appointment, appointed_at, standing, head_start, place)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                          ticket.id, appointed.appointment, appointed.appointedAt.milliseconds, int(appointed.standing), appointed.headStartMinutes,
                          appointed.place);
}

Result<void> ViewsStore::putState(const AppointmentState& appointment)
{
    const AppointmentBooked& known = appointment.known;
    return m_database.run("INSERT OR REPLACE INTO appointments (appointment, person, service, place, begins_at, length, early, late, head_start,"
                          " note, status, ticket, booked_by, booked_at, cancel_reason, cancel_note)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
                          appointment.id, known.person, known.service, known.place, known.beginsAt.milliseconds, known.lengthMinutes,
                          known.earlyMinutes, known.lateMinutes, known.headStartMinutes, known.note, int(appointment.status), appointment.ticket,
                          appointment.bookedBy, appointment.bookedAt.milliseconds, int(appointment.cancelReason), appointment.cancelNote);
}

Result<void> ViewsStore::putState(const AccountState& account)
{
    return m_database.run("INSERT OR REPLACE INTO accounts (account, login, display_name, roles, secret_kind, verifier, enabled)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                          account.id, account.known.login, account.known.displayName, blankSeparated(account.known.roles),
                          int(account.known.secretKind), account.known.verifier, account.enabled);
}

Result<void> ViewsStore::putState(const PlaceState& place)
{
    return m_database.run("INSERT OR REPLACE INTO places (place, staffed_by, since) VALUES (?1, ?2, ?3)", place.key, place.staffedBy,
                          place.since.milliseconds);
}

Result<void> ViewsStore::putState(const NodeState& node)
{
    return m_database.run("INSERT OR REPLACE INTO nodes (node, name, letter, public_key, enrolled_at, revoked_at, reason)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                          node.id, node.known.name, node.known.letter, node.known.publicKey, node.enrolledAt.milliseconds,
                          node.revokedAt.milliseconds, node.reason);
}

Result<void> ViewsStore::putState(const StaffCallState& call)
{
    return m_database.run("INSERT OR REPLACE INTO staff_calls (call, place, label, reason, number, called_by, called_at, answered_by, answered_from,"
                          " answered_at, cleared_by, cleared_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                          call.id, call.known.place, call.known.label, int(call.known.reason), call.known.number, call.calledBy,
                          call.calledAt.milliseconds, call.answeredBy, call.answeredFrom, call.answeredAt.milliseconds, call.clearedBy,
                          call.clearedAt.milliseconds);
}

} // namespace onedoor
