// SPDX-License-Identifier: GPL-3.0-or-later
// What a command or a query may touch while it runs. Made by the gateway for one call; never kept.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/decide.h"
#include "core/services/session.h"
#include "core/store/reader.h"
#include "core/store/views/ticket_queries.h"
#include "core/store/writer.h"

namespace onedoor {

class SignInLimit;
class WaitingMemory;

/// Which PC this is.
struct NodeFacts {
    CentreId centre;
    NodeId self;
    NodeId founder; ///< hall host until another one is named
    bool isCutOff = false; ///< not the hall host, and can't reach it: claims are provisional
};

/// Lives on the writer thread for one command, inside its transaction.
class CommandScope {
public:
    CommandScope(Writer& writer, const CentreDefinition& centre, const NodeFacts& node, const Session& session, Instant now, QStringList& forgiven)
        : m_writer(writer), m_centre(centre), m_node(node), m_session(session), m_now(now), m_forgiven(forgiven)
    {
    }

    Writer& writer() { return m_writer; }
    ViewsStore& views() { return m_writer.views(); }
    const CentreDefinition& centre() const { return m_centre; }
    const Session& session() const { return m_session; }
    Instant now() const { return m_now; }
    const NodeFacts& node() const { return m_node; }
    Result<HostState> host() { return state<HostState>(hostRecord(m_node.centre)); }
    /// Forgets the login's wrong secrets once the command is committed.
    void forgiveSignIns(const QString& login) { m_forgiven << login; }
    QDate today() const { return m_now.dateAt(m_centre.offsetMinutes); }
    queries::Moment moment() const { return {now(), today()}; }
    DecideContext context() const { return {m_now, m_session.account, m_writer.stream(), m_centre.offsetMinutes}; }
    /// The place that a command names, or the session's own. Invalid "place.unknown" / "place.required".
    Result<const Place*> place(const QString& key) const;
    Result<void> append(const Drafts& drafts);
    /// Something was appended to the centre's own record: its definition may be another one for the next command.
    bool touchesCentre() const { return m_touchesCentre; }
    template <typename State>
    Result<State> state(const RawId& record) { return m_writer.state<State>(record); }

private:
    Writer& m_writer;
    const CentreDefinition& m_centre;
    const NodeFacts& m_node;
    const Session& m_session;
    Instant m_now;
    QStringList& m_forgiven;
    bool m_touchesCentre = false;
};

/// What a query may say about the store itself.
struct StoreFacts {
    const StorePaths& paths;
    bool rehearsal = false;
    StreamId stream;
    QString cipher;
    NodeFacts node;
    WaitingMemory* waiting = nullptr; ///< what was learned of waiting; null: nothing is remembered
    SignInLimit* guesses = nullptr; ///< counts wrong secrets and guessed numbers; outlives the query
};

/// Lives on a reader thread for one query.
class QueryScope {
public:
    QueryScope(Reader& reader, const CentreDefinition& centre, const Session& session, Instant now, StoreFacts store)
        : m_reader(reader), m_centre(centre), m_session(session), m_now(now), m_store(std::move(store))
    {
    }

    ViewsStore& views() { return m_reader.views(); }
    Reader& reader() { return m_reader; }
    const CentreDefinition& centre() const { return m_centre; }
    const Session& session() const { return m_session; }
    Instant now() const { return m_now; }
    QDate today() const { return m_now.dateAt(m_centre.offsetMinutes); }
    queries::Moment moment() const { return {now(), today()}; }
    const StoreFacts& store() const { return m_store; }

private:
    Reader& m_reader;
    const CentreDefinition& m_centre;
    const Session& m_session;
    Instant m_now;
    StoreFacts m_store;
};

} // namespace onedoor
