// SPDX-License-Identifier: GPL-3.0-or-later
// The hub as its centres see it (core/sync/README.md): greeting, events and news, each centre in its own scope; a centre is let in with a
// code. Keeps nothing but what it can read again from the database, so any number of processes may stand behind a balancer that passes
// TLS through. Owner: the program; start and destructor on its thread. Blocks at the start until the database answers.
// Errors: those of Connection, schema.h, centres.h and HttpsServer.
#pragma once

#include "core/hub/hub_log.h"
#include "core/hub/hub_metrics.h"
#include "core/hub/live_news.h"
#include "core/hub/worker_pool.h"
#include "core/sync/transport/https_server.h"

#include <atomic>
#include <condition_variable>

namespace onedoor::hub {

class HubServer {
public:
    struct Setup {
        QString uri;
        HubIdentity identity;
        QString name; ///< what the hub calls itself to its centres
        QString software;
        const Clock& clock; ///< outlives the server
        ServerSettings server;
        int workers = 8; ///< connections to the database, beside one that watches
    };
    static Result<std::unique_ptr<HubServer>> start(Setup setup);
    ~HubServer();
    HubServer(const HubServer&) = delete;
    HubServer& operator=(const HubServer&) = delete;

    std::uint16_t port() const { return m_port; }

private:
    using Answer = Result<HttpAnswer>;
    explicit HubServer(Setup setup);
    Result<void> listen();
    void take(HttpRequest request, HttpReply reply);
    Answer answer(postgres::Connection& connection, const HttpRequest& request);
    Answer answerAdmit(postgres::Connection& connection, const HttpRequest& request);
    Answer answerNode(postgres::Connection& connection, const HttpRequest& request);
    Answer answerSync(HubLog& log, const NodeId& peer, const CentreId& centre, const HttpRequest& request);
    Answer answerPush(HubLog& log, const NodeId& peer, const CentreId& centre, const HttpRequest& request);
    Answer answerMetrics(postgres::Connection& connection);
    void noteBacklog(HubLog& log, const NodeId& peer, const CentreId& centre, const QByteArray& request);
    bool mayTrySecret();
    void refreshKeys(postgres::Connection& connection);
    void watch();
    void look(postgres::Connection& connection);

    Setup m_setup;
    MemberCache m_cache;
    KeyIndex m_keys;
    LiveNews m_news{m_keys};
    HubMetrics m_metrics;
    std::uint16_t m_port = 0;
    std::mutex m_secrets;
    std::int64_t m_wrongMinute = 0; ///< guarded by m_secrets
    int m_wrongSecrets = 0;         ///< in that minute; guarded by m_secrets
    std::mutex m_stopping;
    std::condition_variable m_stop;
    bool m_isStopping = false; ///< guarded by m_stopping
    std::unique_ptr<HttpsServer> m_server;
    std::unique_ptr<WorkerPool> m_workers;
    std::thread m_watcher;
};

} // namespace onedoor::hub
