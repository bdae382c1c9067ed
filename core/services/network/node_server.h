// SPDX-License-Identifier: GPL-3.0-or-later
// What this PC answers to others (core/sync/README.md): greeting, events, claims, numbers, pairing, a copy of the store for a PC that
// joins, and news. Owner: CentreNetwork; everything on the sync thread, but the HTTP threads ask `admits`.
#pragma once

#include "core/services/local_gateway.h"
#include "core/services/network/claim_message.h"
#include "core/services/network/pairing.h"
#include "core/services/network/snapshot.h"
#include "core/services/network/sync_thread.h"
#include "core/sync/journal_log.h"
#include "core/sync/responder.h"
#include "core/sync/transport/https_server.h"

#include <mutex>
#include <set>

namespace onedoor {

/// What one node was last heard of, for the administrator's page.
struct PeerContact {
    Instant lastContact;
    QString software;
    std::int64_t clockOffset = 0; ///< milliseconds by which its clock is ahead
    std::uint64_t backlog = 0;    ///< events here that it had not when it last asked
    bool isConnected = false;     ///< its live connection stands
};

class NodeServer {
public:
    struct Setup {
        LocalGateway& gateway;
        sync::JournalLog& log;
        SyncThread& thread;
        QString software;
        TlsIdentity identity;
    };
    explicit NodeServer(Setup setup);
    ~NodeServer();
    NodeServer(const NodeServer&) = delete;
    NodeServer& operator=(const NodeServer&) = delete;

    /// The port. Io "sync.portInUse" / "sync.cannotListen".
    Result<std::uint16_t> start(std::uint16_t port);
    /// Waits for the HTTP threads: not on the sync thread.
    void stop();

    /// The log grew: tells those who listen, and lets new members in and revoked ones out.
    void grew();
    QString openPairing(Invitation invitation) { return m_pairing.open(std::move(invitation)); }
    const std::map<NodeId, PeerContact>& contacts() const { return m_contacts; }

private:
    using Answer = Result<QByteArray>;
    void route(const HttpRequest& request, HttpReply reply);
    void answerSync(const HttpRequest& request, const NodeId& peer, HttpReply reply);
    Answer pushed(const NodeId& peer, QByteArrayView batch);
    QByteArray newsFor(const NodeId& peer, const sync::News& news) const;
    void tellAll(const LiveConnectionPtr& listener) const;
    void answerPair(const HttpRequest& request, HttpReply reply);
    void answerClaim(const HttpRequest& request, HttpReply reply);
    void answerNumbers(const HttpRequest& request, const NodeId& peer, HttpReply reply);
    void answerSnapshot(const HttpRequest& request, const NodeId& peer, HttpReply reply);
    bool seesAsMuch(const NodeId& peer) const;
    void answerHealth(HttpReply reply);
    void answerMetrics(HttpReply reply);
    void noteContact(const HttpRequest& request, const NodeId& peer);
    void refreshAdmitted();
    void claimDone(const QString& id, Result<QJsonObject> outcome);
    void runClaim(const ClaimRequest& claim, std::function<void(Result<QJsonObject>)> done);

    Setup m_setup;
    sync::Responder m_responder;
    PairingRegister m_pairing;
    Snapshots m_snapshots;
    std::unique_ptr<HttpsServer> m_server;
    std::vector<LiveConnectionPtr> m_listeners;
    std::map<NodeId, PeerContact> m_contacts;
    sync::Heads m_told; ///< where each stream stood when news went out last
    std::map<NodeId, sync::Frontier> m_answered; ///< what each node was told in the answer to what it pushed last, since it greeted
    std::uint64_t m_membersSeen = 0;
    /// Answers of claims that were done, newest last: a PC that did not hear the answer asks again.
    std::vector<std::pair<QString, QByteArray>> m_claims;
    /// Claims that are being carried out, and everybody who waits for their answer.
    std::map<QString, std::vector<std::shared_ptr<HttpReply>>> m_running;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< answers of the gateway may come when this is gone; sync thread
    std::mutex m_admission;
    std::set<NodeKey> m_admitted; ///< guarded by m_admission
    std::uint64_t m_requests = 0;
    std::uint64_t m_refused = 0;
};

} // namespace onedoor
