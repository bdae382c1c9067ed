// SPDX-License-Identifier: GPL-3.0-or-later
// The network door over the CentreNetwork of the open store. Owned by the store door, whose pool thread starts the network together
// with the store, carries out the slow acts, and ends it before the store closes. UI thread unless a function says otherwise.
#pragma once

#include "core/services/network/centre_network.h"
#include "ui/models/network_door.h"

#include <QMutex>
#include <QThreadPool>
#include <QTimer>

namespace onedoor {

class DeskNetwork final : public NetworkDoor {
    Q_OBJECT
public:
    /// `pool` has one thread and outlives the door's work, not the door.
    DeskNetwork(QThreadPool& pool, const Clock& clock);
    ~DeskNetwork() override;

    /// Starts the network of a store that has just been opened. Whoever holds what comes back keeps it running, and its gateway with it.
    /// Null when it can't be started: then the view says why. Slow, any thread.
    std::shared_ptr<CentreNetwork> attach(const std::shared_ptr<LocalGateway>& gateway);

    NetworkView view() const override;
    QFuture<Result<PairingOffer>> openPairing(const Session& administrator, const std::vector<QString>& compartments = {}) override;
    QFuture<Result<void>> serve() override;
    QFuture<Result<void>> follow(const NodeAddress& host) override;
    QFuture<Result<QString>> joinHub(const Session& administrator, const QString& code) override;
    void retryNow() override;
    bool takeAnewNotice() override;

private:
    using Running = std::shared_ptr<CentreNetwork>;
    Running running() const;
    QFuture<Result<void>> change(const std::function<Result<void>(NetworkSettings&)>& change);
    void look();
    void askOwnLetter();

    QThreadPool& m_pool;
    const Clock& m_clock;
    mutable QMutex m_mutex;
    std::weak_ptr<CentreNetwork> m_running; ///< guarded, as the next two
    std::weak_ptr<LocalGateway> m_gateway;
    std::optional<Error> m_fault;
    QString m_ownLetter; ///< of the UI thread
    NetworkView m_shown;
    std::weak_ptr<CentreNetwork> m_toldOf; ///< of the beginning anew
    QTimer m_timer; ///< contacts of other PCs are no news by themselves
};

} // namespace onedoor
