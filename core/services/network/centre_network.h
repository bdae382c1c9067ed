// SPDX-License-Identifier: GPL-3.0-or-later
// This PC among the others of its centre: serves them, follows the hall host, and says in one value how things stand. Made for an open
// gateway and destroyed before it. Functions from any thread unless they say otherwise; `changed` comes from the sync thread: connect
// it queued. Slow functions are marked: not on the UI thread.
#pragma once

#include "core/services/local_gateway.h"
#include "core/services/network/network_settings.h"
#include "core/services/network/node_link.h"
#include "core/services/network/node_server.h"
#include "core/sync/replicator.h"

#include <QObject>
#include <mutex>

namespace onedoor {

class HostSearch;
class NetworkThread;

struct NetworkStatus {
    enum class Role {
        Alone, ///< no other PC is known
        Host,  ///< the hall host
        Desk,  ///< follows the hall host
    };
    Role role = Role::Alone;
    std::uint16_t port = 0;          ///< on which others are served; 0: they are not
    std::optional<Error> serveError; ///< why not, though it was wanted
    std::optional<PeerAddress> peer; ///< whom this PC follows
    sync::LinkState link;
    bool isCutOff = false;           ///< claims made here are provisional
    std::optional<PeerAddress> hub;  ///< of the district or city, to which this PC passes everything on
    sync::LinkState hubLink;
    std::vector<std::pair<NodeId, PeerContact>> contacts; ///< of those that this PC serves
};

class CentreNetwork : public QObject {
    Q_OBJECT

public:
    /// Reads network.json and begins. Slow: opens a connection to the journal. Errors: those of NetworkSettings and of the store; a port
    /// that is taken or a host that does not answer is no error but stands in the status.
    static Result<std::unique_ptr<CentreNetwork>> start(LocalGateway& gateway, const QString& software);
    /// Slow: ends all connections.
    ~CentreNetwork() override;

    NetworkStatus status() const;
    NetworkSettings settings() const;
    /// Keeps the settings on the disk and begins with them. Slow.
    Result<void> apply(const NetworkSettings& settings);
    /// A code for a PC that is to join; serves from now on if it did not. `administrator` answers for it. `compartments`: what that PC may
    /// hold; empty: everything. Slow. Errors: those of apply(), the server's.
    Result<PairingCode> openPairing(const Session& administrator, const std::vector<QString>& compartments = {});
    /// Has the centre served by a hub, with the code that the hub's administrator shows: the hub is let into the centre like a PC, and this
    /// PC passes everything on to it from now on, as does whoever comes to be hall host after it. What the hub calls itself. Slow.
    /// Errors: those of askToBeServed(), of NodeEnrol, of HubTellAddress and of apply().
    Result<QString> joinHub(const PairingCode& code, const Session& administrator);
    /// Does not wait for the next try.
    void retryNow();

Q_SIGNALS:
    void changed();

private:
    CentreNetwork(LocalGateway& gateway, QString software, TlsIdentity identity);
    Result<void> open();
    Result<void> begin(const NetworkSettings& settings);
    void end();
    std::chrono::milliseconds turn();
    void willGrow();
    void grew(bool mayNameHost);
    void judgeRole();
    Result<std::unique_ptr<NodeLink>> makeLink(const PeerAddress& peer, NodeLink::Setup::To to);
    void startServer(std::uint16_t port);
    NodeId hostNow() const;
    std::optional<PeerAddress> addressOf(const NodeId& node) const;
    using Flag = std::shared_ptr<std::atomic<bool>>;
    template <typename Command>
    void actAlone(const Command& command, const Flag& isOnItsWay);
    void yieldIfReplaced();
    void tellAddress(sync::Steady now);
    void keepHost(const std::optional<PeerAddress>& host);
    void followAt(const PeerAddress& host);
    void serveAsHost();
    std::optional<PeerAddress> hubNow() const;
    void followHub();
    void passOnTo(const std::optional<PeerAddress>& hub);
    sync::Steady seekHost(sync::Steady now);
    sync::Steady seekAsHost(sync::Steady now);
    sync::Steady seekAsDesk(sync::Steady now);
    void publish();
    bool forward(const Session& session, const char* name, const QJsonObject& parameters, std::function<void(Result<QJsonObject>)> done);
    void onSyncThread(const std::function<void()>& task);

    LocalGateway& m_gateway;
    QString m_software;
    TlsIdentity m_identity;
    std::shared_ptr<NetworkThread> m_network;
    std::unique_ptr<sync::JournalLog> m_log;     ///< sync thread
    std::unique_ptr<NodeServer> m_server;        ///< sync thread
    std::unique_ptr<NodeLink> m_link;            ///< sync thread
    std::unique_ptr<NodeLink> m_hubLink;         ///< sync thread
    std::unique_ptr<HostSearch> m_search;        ///< sync thread
    HostState m_host;                            ///< sync thread
    NodeId m_founder;
    Flag m_yielding = std::make_shared<std::atomic<bool>>(false);
    Flag m_tellingAddress = std::make_shared<std::atomic<bool>>(false);
    bool m_wasHost = false;                      ///< sync thread, as the next three
    bool m_isRunning = false; ///< with settings; not while they are being changed
    std::uint64_t m_membersSeen = 0;
    sync::Steady m_addressLookAt{0};
    std::atomic<bool> m_takesClaims = false;     ///< the link stands and the host is at its other end
    mutable std::mutex m_mutex;
    NetworkStatus m_status;                      ///< guarded by m_mutex
    NetworkSettings m_settings;                  ///< guarded by m_mutex
    std::uint16_t m_port = 0;                    ///< sync thread
    std::optional<Error> m_serveError;           ///< sync thread
    SyncThread m_thread;
};

} // namespace onedoor
