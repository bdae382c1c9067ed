// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/command_runner.h"

#include "core/services/sign_in_limit.h"
#include "core/store/sqlite/log_reserve.h"
#include "core/store/views/person_queries.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int logPagesWorthMoving = 1'000; ///< 4 MB: a log that begins anew costs the next act a second wait for the disk

constexpr int logPagesReserved = 2 * logPagesWorthMoving;

bool isRefusal(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Forbidden:
    case ErrorKind::Unsupported:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<void> checkRight(const CentreDefinition& centre, const Session& session, const char* name)
{
    const QLatin1String action(name);
    const bool allowed = std::any_of(session.roles.begin(), session.roles.end(), [&](const QString& key) {
        const Role* role = centre.findRole(key);
        return role != nullptr && role->permits(QString(action));
    });
    if (allowed)
        return {};
    return fail(ErrorKind::Forbidden, u"session.notPermitted"_s, {}, {{u"action"_s, QString(action)}});
}

void nameWhoWasFirst(Error& error, ViewsStore& views)
{
    const std::optional<AccountId> account = AccountId::fromString(error.facts.value(u"account"_s).toString());
    if (!account)
        return;
    const Result<QString> name = queries::displayName(views, *account);
    if (name)
        error.facts.insert(u"who"_s, *name);
}

Result<void> CommandScope::append(const Drafts& drafts)
{
    for (const Draft& draft : drafts)
        m_touchesCentre = m_touchesCentre || draft.record == m_node.centre.raw;
    return m_writer.append(drafts, m_session.account, m_now);
}

ChangeSet CommandRunner::changesOf(Committed committed)
{
    ChangeSet changes;
    for (const RawId& record : committed.records) {
        const Result<const FoldedRecord*> folded = writer().load(record);
        if (!folded)
            continue;
        const RecordState& state = (*folded)->state;
        changes.tickets = changes.tickets || std::holds_alternative<TicketState>(state);
        changes.persons = changes.persons || std::holds_alternative<PersonState>(state);
        changes.accounts = changes.accounts || std::holds_alternative<AccountState>(state);
        changes.places = changes.places || std::holds_alternative<PlaceState>(state);
        changes.centre = changes.centre || std::holds_alternative<CentreState>(state);
        changes.nodes = changes.nodes || std::holds_alternative<NodeState>(state) || std::holds_alternative<HostState>(state);
        changes.staffCalls = changes.staffCalls || std::holds_alternative<StaffCallState>(state);
        changes.alarms = changes.alarms || std::holds_alternative<AlarmState>(state);
        changes.days = changes.days || std::holds_alternative<DayState>(state);
        changes.appointments = changes.appointments || std::holds_alternative<AppointmentState>(state);
        changes.conflicts = changes.conflicts || !(*folded)->conflicts.empty();
    }
    if (committed.putAside) // what is gone can't say what it was
        changes.tickets = changes.persons = changes.accounts = changes.places = changes.centre = changes.nodes = changes.conflicts = changes.staffCalls = changes.alarms = changes.days = changes.appointments = true;
    if (changes.centre)
        readCentre();
    changes.records = std::move(committed.records);
    return changes;
}

CommandRunner::CommandRunner(OpenedStore store, std::shared_ptr<const CentreDefinition> centre, Clock& clock, SignInLimit* signIns)
    : m_store(std::move(store)), m_centre(std::move(centre)), m_centreBefore(m_centre), m_clock(clock), m_signIns(signIns)
{
    identityChanged();
}

void CommandRunner::identityChanged()
{
    m_node.centre = m_store.identity.centre;
    m_node.self = m_store.identity.node;
    m_node.founder = founderOf(writer().journal(), m_node.centre).value_or(NodeId());
    // Without word from the network a PC that is not the host is cut off from it.
    const Result<HostState> host = writer().state<HostState>(hostRecord(m_node.centre));
    m_node.isCutOff = host && hostOf(*host, m_node.founder) != m_node.self;
}

/// A definition that this program can't read, or a journal that can't be read now, leaves the one that is known.
void CommandRunner::readCentre()
{
    const Result<const FoldedRecord*> folded = writer().load(m_node.centre.raw);
    const auto* state = folded ? std::get_if<CentreState>(&(*folded)->state) : nullptr;
    if (state != nullptr && state->definition && state->definition != m_centre && *state->definition != *m_centre)
        m_centre = state->definition;
}

CommandRunner::~CommandRunner()
{
    recordWitness(m_store);
}

Result<void> CommandRunner::begin()
{
    m_broken = false;
    ONEDOOR_TRY(writer().begin());
    if (m_largeBatch) // nobody has told yet what it brought
        readCentre();
    m_centreBefore = m_centre;
    return {};
}

Result<void> CommandRunner::runTask(const Session& session, const char* name, const std::function<Result<void>(CommandScope&)>& task)
{
    const std::shared_ptr<const CentreDefinition> centre = m_centre; // one and the same from the command's begin to its end
    ONEDOOR_TRY(checkRight(*centre, session, name));
    CommandScope scope(writer(), *centre, m_node, session, m_clock.now(), m_forgiven);
    Result<void> outcome = task(scope);
    if (scope.touchesCentre())
        readCentre();
    if (!outcome) {
        m_broken = !isRefusal(outcome.error());
        if (!m_broken)
            nameWhoWasFirst(outcome.error(), writer().views());
    }
    return outcome;
}

Result<ChangeSet> CommandRunner::commit(const std::function<void()>& meanwhile, const std::function<void()>& confirmed)
{
    Result<Committed> written = writer().commit(meanwhile, confirmed);
    if (!written) {
        m_centre = m_centreBefore;
        return Unexpected(std::move(written).error());
    }
    Committed committed = std::move(*written);
    m_centreBefore = m_centre;
    m_witnessBehind = true;
    forgive();
    return changesOf(std::move(committed));
}

Result<ChangeSet> CommandRunner::commit(const std::function<void()>& meanwhile)
{
    return commit(meanwhile, {});
}

/// After the commit: it writes a file of its own.
void CommandRunner::forgive()
{
    for (const QString& login : std::exchange(m_forgiven, {})) {
        if (m_signIns != nullptr)
            m_signIns->forget(login);
    }
}

void CommandRunner::rollback()
{
    m_forgiven.clear();
    writer().rollback();
    m_centre = m_centreBefore;
}

std::optional<ChangeSet> CommandRunner::reportErasures()
{
    (void)writer().sweep();
    if (!writer().mayHaveErasuresToReport() || !writer().begin())
        return std::nullopt;
    if (!writer().reportErasures(m_node.self, m_clock.now())) {
        writer().rollback();
        return std::nullopt;
    }
    Result<ChangeSet> changes = commit();
    return changes && !changes->records.empty() ? std::optional(std::move(*changes)) : std::nullopt;
}

CommandRunner::Shown CommandRunner::showMore()
{
    if (writer().showMore())
        return Shown::More;
    if (writer().viewsAreBehind()) // for now it can't be: the next act or rest tries again
        return Shown::All;
    if (!std::exchange(m_largeBatch, false))
        return Shown::All;
    readCentre();
    return Shown::AllAnew;
}

void CommandRunner::idle()
{
    if (std::exchange(m_witnessBehind, false))
        recordWitness(m_store);
    for (sqlite::Database* database : {&writer().journal().database(), &writer().views().database()}) {
        if (database->logPages() >= logPagesWorthMoving)
            (void)database->checkpoint();
    }
    sqlite::reserveLog(writer().journal().database(), logPagesReserved); // the views' commits wait for no disk
}

} // namespace onedoor
