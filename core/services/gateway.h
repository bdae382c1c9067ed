// SPDX-License-Identifier: GPL-3.0-or-later
// The only door that pages and the command line know. `send` runs one command on the writer thread: when its future is ready the act has
// reached the disk and the views show it. `ask` runs one query on a reader thread against the newest commit. Both may be called from
// any thread and never block. `changed` is emitted from the writer thread after each commit: connect it queued.
// What carries an act is in gateway_acts.h, and made once for each act beside its handler: a new act adds its line there.
#pragma once

#include "core/base/error.h"
#include "core/domain/centre/centre_definition.h"
#include "core/services/change_set.h"
#include "core/services/session.h"

#include <QFuture>
#include <QObject>
#include <QJsonObject>
#include <functional>
#include <memory>
#include <optional>

namespace onedoor {

class CommandScope;
class QueryScope;

/// A claim has an owner: with `isClaim` a command runs on the hall host, whoever gives it, so that two places never get the same
/// visitor. Cut off from the host it runs here, and what it claims is provisional.
template <typename Command>
concept Claim = requires { requires Command::isClaim; };

class Gateway : public QObject {
    Q_OBJECT

public:
    ~Gateway() override;

    template <typename Command>
    QFuture<Result<typename Command::Reply>> send(const Session& session, Command command);
    template <typename Query>
    QFuture<Result<typename Query::Reply>> ask(const Session& session, Query query);

    /// As send and ask, for who knows an act by its name: the reply as JSON, its instants with the offset.
    template <typename Command>
    QFuture<Result<QJsonObject>> sendForJson(const Session& session, Command command, int offsetMinutes);
    template <typename Query>
    QFuture<Result<QJsonObject>> askForJson(const Session& session, Query query, int offsetMinutes);

    /// The centre's definition for the UI thread: one object for as long as the gateway lives, which becomes the new one between two events
    /// of that thread, before `changed` says so there. So pages keep a reference; pointers into it last until the next event at most.
    virtual const CentreDefinition& centre() const = 0;
    /// As it is now, never to change: for every other thread. Any thread.
    virtual std::shared_ptr<const CentreDefinition> centreNow() const { return std::make_shared<const CentreDefinition>(centre()); }
    virtual bool isRehearsal() const = 0;
    /// A local session for an account whose secret was checked; Forbidden "session.secret" when it is wrong,
    /// Forbidden "session.wait" (fact seconds) after too many wrong ones. A wrong one that brings a wait has the fact seconds too.
    virtual QFuture<Result<Session>> signIn(const QString& login, const QString& secret) = 0;

Q_SIGNALS:
    void changed(const onedoor::ChangeSet& changes);

protected:
    using CommandTask = std::function<Result<void>(CommandScope&)>;
    using QueryTask = std::function<Result<void>(QueryScope&)>;
    /// Hands a claim to the hall host; false when this PC is the host or can't reach it. `done` comes once the answer is there and the
    /// views show what it says.
    virtual bool forward(const Session&, const char*, const QJsonObject&, std::function<void(Result<QJsonObject>)>) { return false; }
    /// Runs `task` inside a transaction, then `done` with what came of it, after the commit is durable.
    virtual void post(const Session& session, const char* name, CommandTask task, std::function<void(Result<void>)> done) = 0;
    virtual void postQuery(const Session& session, const char* name, QueryTask task, std::function<void(Result<void>)> done) = 0;

private:
    using WriteReply = std::function<QJsonObject()>;
    using ReadReply = std::function<Result<QJsonObject>(const QJsonObject&)>;
    QFuture<Result<QJsonObject>> postForJson(const Session& session, const char* name, CommandTask task, WriteReply reply);
    QFuture<Result<QJsonObject>> postForJson(const Session& session, const char* name, QueryTask task, WriteReply reply);
    std::optional<QFuture<Result<QJsonObject>>> forwardForJson(const Session& session, const char* name, const QJsonObject& command, ReadReply reply);
};

} // namespace onedoor
