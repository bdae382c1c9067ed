// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/command_runner.h"

#include "core/services/sign_in_limit.h"
#include "core/store/views/person_queries.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int logPagesWorthMoving = 1'000; ///< 4 MB: a log that begins anew costs the next act a second wait for the disk

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
        changes.nodes = changes.nodes || std::holds_alternative<NodeState>(state) || std::holds_alternative<HostState>(state);
        changes.staffCalls = changes.staffCalls || std::holds_alternative<StaffCallState>(state);
        changes.conflicts = changes.conflicts || !(*folded)->conflicts.empty();
    }
    if (committed.putAside) // what is gone can't say what it was
        changes.tickets = changes.persons = changes.accounts = changes.places = changes.nodes = changes.conflicts = changes.staffCalls = true;
    changes.records = std::move(committed.records);
    return changes;
}

CommandRunner::CommandRunner(OpenedStore store, const CentreDefinition& centre, Clock& clock, SignInLimit* signIns)
    : m_store(std::move(store)), m_centre(centre), m_clock(clock), m_signIns(signIns)
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

CommandRunner::~CommandRunner()
{
    recordWitness(m_store);
}

Result<void> CommandRunner::begin()
{
    m_broken = false;
    return writer().begin();
}

Result<void> CommandRunner::runTask(const Session& session, const char* name, const std::function<Result<void>(CommandScope&)>& task)
{
    ONEDOOR_TRY(checkRight(m_centre, session, name));
    CommandScope scope(writer(), m_centre, m_node, session, m_clock.now(), m_forgiven);
    Result<void> outcome = task(scope);
    if (!outcome) {
        m_broken = !isRefusal(outcome.error());
        if (!m_broken)
            nameWhoWasFirst(outcome.error(), writer().views());
    }
    return outcome;
}

Result<ChangeSet> CommandRunner::commit(const std::function<void()>& meanwhile)
{
    ONEDOOR_ASSIGN(Committed committed, writer().commit(meanwhile));
    m_witnessBehind = true;
    forgive();
    return changesOf(std::move(committed));
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
    return std::exchange(m_largeBatch, false) ? Shown::AllAnew : Shown::All;
}

void CommandRunner::idle()
{
    if (std::exchange(m_witnessBehind, false))
        recordWitness(m_store);
    for (sqlite::Database* database : {&writer().journal().database(), &writer().views().database()}) {
        if (database->logPages() >= logPagesWorthMoving)
            (void)database->checkpoint();
    }
}

} // namespace onedoor
