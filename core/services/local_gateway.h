// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway over a store on this PC: one writer thread, two reader threads. Commands that arrive together share one durable commit.
// Closing waits for what was accepted. Create and destroy on one thread; send and ask from any.
#pragma once

#include "core/services/command_runner.h"
#include "core/services/gateway.h"

#include <memory>

namespace onedoor {

struct GatewaySetup {
    StorePaths paths;
    MasterKey key;
    sqlite::Cipher cipher = sqlite::Cipher::Aegis256x2;
    QString nodeName;
    QString software;
    Clock& clock;   ///< outlives the gateway
    Random& random; ///< outlives the gateway
    bool keyProven = false; ///< the key slots gave the key
};

/// The first account of a new centre.
struct FirstAccount {
    QString login;
    QString displayName;
    QStringList roles;
    SecretKind secretKind = SecretKind::Password;
    QString secret;
};

class LocalGateway final : public Gateway {
    Q_OBJECT

public:
    /// A new store in an empty folder. `definition` is a centre's template as loaded; `accounts` needs at least one administrator.
    /// Takes tenths of a second per account (Argon2id): not on the UI thread.
    static Result<std::unique_ptr<LocalGateway>> create(GatewaySetup setup, const CentreDefinition& definition,
                                                        const std::vector<FirstAccount>& accounts, bool rehearsal);
    /// `progress` reports events done while views are rebuilt. May take seconds: not on the UI thread.
    static Result<std::unique_ptr<LocalGateway>> open(GatewaySetup setup, const OpeningProgress& progress = {});
    ~LocalGateway() override;

    const CentreDefinition& centre() const override;
    std::shared_ptr<const CentreDefinition> centreNow() const override;
    bool isRehearsal() const override;
    const OpeningReport& report() const;
    const StorePaths& paths() const;
    const GatewaySetup& setup() const;

    // --- for core/services/network, which goes before the gateway does -------------------------------------------------------------------
    /// Runs `task` on the writer thread, between two transactions, and waits for it. Not from the writer thread.
    void onWriter(const std::function<void(CommandRunner&)>& task);
    /// The same for a task that may know its answer before it ends: waits until it has called `answered` or, at the latest, ended; and runs
    /// `beside` on the caller's thread first. What the task does after `answered` must touch nothing of the caller's.
    using Answered = std::function<void()>;
    void besideWriter(std::function<void(CommandRunner&, const Answered& answered)> task, const std::function<void()>& beside);
    /// Tells everybody what was committed. On the writer thread.
    void publish(const ChangeSet& changes);
    using Forwarder = std::function<bool(const Session&, const char* name, const QJsonObject&, std::function<void(Result<QJsonObject>)>)>;
    /// Who takes claims to the hall host; empty: they run here. Any thread.
    void setForwarder(Forwarder forwarder);
    /// How far an act that was made here has come, before `changed` tells everybody.
    enum class Ahead {
        DiskIsAwaited, ///< time to prepare what will be sent of it
        DiskHasIt,     ///< it may be sent; the views may still be following
    };
    /// Told on the writer thread, each act both, the second one unless the disk fails. Any thread; empty: nobody. Once it returns, the one
    /// before is not called any more.
    void setForerunner(std::function<void(Ahead)> forerunner);
    /// While true, calls made here are provisional: this PC is not the hall host and can't reach it. Any thread.
    void setCutOff(bool cutOff);
    QFuture<Result<Session>> signIn(const QString& login, const QString& secret) override;
    /// A session without a secret: rehearsals, and callers that have proven the secret otherwise. NotFound "account.unknown".
    QFuture<Result<Session>> sessionOf(const QString& login);

protected:
    bool forward(const Session& session, const char* name, const QJsonObject& parameters, std::function<void(Result<QJsonObject>)> done) override;
    void post(const Session& session, const char* name, CommandTask task, std::function<void(Result<void>)> done) override;
    void postQuery(const Session& session, const char* name, QueryTask task, std::function<void(Result<void>)> done) override;

private:
    class Threads;
    LocalGateway(GatewaySetup setup, CentreFounded founded, std::shared_ptr<const CentreDefinition> definition, OpenedStore store);

    std::unique_ptr<Threads> m_threads;
};

} // namespace onedoor
