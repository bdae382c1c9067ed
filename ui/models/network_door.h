// SPDX-License-Identifier: GPL-3.0-or-later
// What the windows need to know of the other PCs of the hall, so that no page knows connections or keys: how things stand, and the few
// acts that are not commands. The composition root implements it over CentreNetwork and outlives the windows. UI thread; `changed`
// comes on it. Acts run elsewhere; their futures finish on any thread. Errors: those of CentreNetwork, and NotFound "store.missing"
// when no store is open.
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/domain/ids.h"
#include "core/services/session.h"

#include <QFuture>
#include <QObject>

namespace onedoor {

/// One other PC, as seen from the one that serves it.
struct NodeContact {
    NodeId node;
    Instant lastContact;
    QString software;
    std::int64_t clockOffset = 0; ///< milliseconds by which its clock is ahead
    std::uint64_t backlog = 0;    ///< entries that it has not fetched yet
    bool isConnected = false;

    friend bool operator==(const NodeContact&, const NodeContact&) = default;
};

struct NetworkView {
    enum class Role { Alone, Host, Desk };
    enum class Link { None, Connecting, Following, Broken };

    Role role = Role::Alone;
    std::uint16_t port = 0;          ///< on which others are served; 0: they are not
    std::optional<Error> serveError; ///< why not, though it was wanted
    std::optional<Error> fault;      ///< why nothing of this works: the settings are damaged
    QString ownLetter;               ///< in front of the numbers that this PC prints alone; empty until it is among others
    bool isCutOff = false;           ///< calls made here are provisional

    Link link = Link::None; ///< to the host that this PC follows
    QString host;           ///< its address
    std::optional<Error> linkError;
    Instant lastContact;
    Instant brokenSince;
    std::int64_t clockOffset = 0; ///< milliseconds by which the host's clock is ahead
    std::uint64_t waiting = 0;    ///< entries that the host has not got yet
    bool isFetching = false;
    int refusals = 0;
    int forks = 0;
    bool beganAnew = false; ///< the store had been put back to an older state

    QByteArray hubKey;       ///< by which its row among the PCs is found
    Instant hubLastContact;
    QString hub;             ///< address of the district's or city's hub, which gets everything; empty: none
    bool hubFollows = false; ///< the connection to it stands
    std::optional<Error> hubError;
    Instant hubBrokenSince;
    std::uint64_t hubWaiting = 0; ///< entries that the hub has not got yet

    std::vector<NodeContact> contacts;

    friend bool operator==(const NetworkView&, const NetworkView&) = default;
};

/// Where a PC of the centre is reached.
struct NodeAddress {
    QByteArray publicKey;
    QString host;
    std::uint16_t port = 0;
};

struct PairingOffer {
    QString text; ///< address, fingerprint and secret, with blanks between them
    Instant until;
};

class NetworkDoor : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual NetworkView view() const = 0;
    /// A code for a PC that is to join; the one before is void. `compartments`: what that PC may hold; empty: everything.
    virtual QFuture<Result<PairingOffer>> openPairing(const Session& administrator, const std::vector<QString>& compartments = {}) = 0;
    /// Lets the other PCs connect here from now on, as a host must.
    virtual QFuture<Result<void>> serve() = 0;
    /// Follows the PC at this address from now on.
    virtual QFuture<Result<void>> follow(const NodeAddress& host) = 0;
    /// Has the centre served by a hub, with the code that the hub's administrator shows. What the hub calls itself.
    virtual QFuture<Result<QString>> joinHub(const Session& administrator, const QString& code) = 0;
    virtual void retryNow() = 0;
    /// True once for a store that began anew: somebody has to be told.
    virtual bool takeAnewNotice() = 0;

Q_SIGNALS:
    void changed();
};

} // namespace onedoor
