// SPDX-License-Identifier: GPL-3.0-or-later
// Runs commands one after the other on the thread that owns the store: rights, the command itself, who was first when it is refused.
// The gateway's writer thread drives one; so does a rehearsal, which needs thousands of commands in one transaction.
#pragma once

#include "core/services/change_set.h"
#include "core/services/scopes.h"
#include "core/store/store_opening.h"

namespace onedoor {

class CommandRunner {
public:
    /// The clock must outlive the runner. `centre`: the definition as it is now, which the runner then keeps up with the journal.
    CommandRunner(OpenedStore store, std::shared_ptr<const CentreDefinition> centre, Clock& clock, SignInLimit* signIns = nullptr);
    ~CommandRunner();

    Writer& writer() { return *m_store.writer; }
    OpenedStore& store() { return m_store; }
    const NodeFacts& node() const { return m_node; }
    /// Reads anew which PC this is: after the own stream was restarted.
    void identityChanged();
    /// What a commit of the writer's own, of other nodes' events, changed.
    ChangeSet changesOf(Committed committed);
    /// The definition as the next command sees it; another object after each change, never null.
    const std::shared_ptr<const CentreDefinition>& centre() const { return m_centre; }
    const OpeningReport& report() const { return m_store.report; }

    Result<void> begin();
    /// One command inside the open transaction. A refusal leaves nothing behind; `isBroken()` then tells whether the transaction is lost.
    template <typename Command>
    Result<typename Command::Reply> run(const Session& session, const Command& command);
    Result<void> runTask(const Session& session, const char* name, const std::function<Result<void>(CommandScope&)>& task);
    /// `meanwhile`, `confirmed`: see Writer::commit.
    Result<ChangeSet> commit(const std::function<void()>& meanwhile, const std::function<void()>& confirmed);
    Result<ChangeSet> commit(const std::function<void()>& meanwhile = {});
    void rollback();
    /// True after a failure of disk or store, as opposed to a refusal: the whole transaction must be rolled back.
    bool isBroken() const { return m_broken; }
    /// See NodeFacts::isCutOff.
    void setCutOff(bool cutOff) { m_node.isCutOff = cutOff; }
    enum class Shown {
        More,    ///< and more are left
        All,
        AllAnew, ///< what large batches brought is all there now: anything may look different
    };
    /// Shows some of the events of large batches of other nodes, if there are any left: when nobody waits.
    Shown showMore();
    /// Nothing to do for now: move the write-ahead logs into their files, and say in the witness where the stream stands.
    void idle();
    /// At rest, too: says in the journal whose keys this PC has destroyed since. Nothing when there is nothing to say.
    std::optional<ChangeSet> reportErasures();
    /// Other nodes' events were stored without the views.
    void noteLargeBatch() { m_largeBatch = true; }

private:
    void forgive();
    void readCentre();
    OpenedStore m_store;
    NodeFacts m_node;
    std::shared_ptr<const CentreDefinition> m_centre;
    std::shared_ptr<const CentreDefinition> m_centreBefore; ///< this transaction
    Clock& m_clock;
    SignInLimit* m_signIns;
    QStringList m_forgiven; ///< logins whose wrong secrets are forgotten with this transaction
    bool m_broken = false;
    bool m_largeBatch = false;
    bool m_witnessBehind = false; ///< by the last act; the next one or the next rest mends it
};

/// Forbidden "session.notPermitted" unless one of the session's roles allows the command or query of this name.
Result<void> checkRight(const CentreDefinition& centre, const Session& session, const char* name);
/// Adds the display name of the account that a refusal names: "who was first".
void nameWhoWasFirst(Error& error, ViewsStore& views);

template <typename Command>
Result<typename Command::Reply> CommandRunner::run(const Session& session, const Command& command)
{
    typename Command::Reply reply;
    ONEDOOR_TRY(runTask(session, Command::name, [&](CommandScope& scope) -> Result<void> {
        auto outcome = handle(scope, command);
        if (!outcome)
            return Unexpected(std::move(outcome).error());
        reply = std::move(*outcome);
        return {};
    }));
    return reply;
}

} // namespace onedoor
