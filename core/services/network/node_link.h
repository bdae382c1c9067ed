// SPDX-License-Identifier: GPL-3.0-or-later
// The way from this PC to its hall host, to another PC of the hall, or from a hall host up to the hub: drives a Replicator over HTTPS, listens for news, takes claims
// over and fetches numbers in advance. Owner: CentreNetwork; sync thread only.
#pragma once

#include "core/services/network/claim_message.h"
#include "core/services/network/network_settings.h"
#include "core/services/network/sync_thread.h"
#include "core/sync/journal_log.h"
#include "core/sync/replicator.h"
#include "core/sync/transport/https_client.h"

#include <map>

namespace onedoor {

class NodeLink {
public:
    struct Setup {
        sync::JournalLog& log;
        SyncThread& thread;
        const Clock& clock;
        Random& random;
        QString software;
        TlsIdentity identity;
        PeerAddress peer;
        std::shared_ptr<NetworkThread> network;
        enum class To { Host, Neighbour, Hub };
        To to = To::Host; ///< only a host grants numbers; a hub serves many centres, and each request names this one
    };
    static Result<std::unique_ptr<NodeLink>> make(Setup setup);
    ~NodeLink();
    NodeLink(const NodeLink&) = delete;
    NodeLink& operator=(const NodeLink&) = delete;

    /// Sends what is to be sent; when to come again.
    sync::Steady turn(sync::Steady now);
    void grew() { m_replicator.grew(); }
    void willGrow() { m_replicator.willGrow(); }
    void retryNow() { m_replicator.retryNow(); }
    const sync::LinkState& state() const { return m_replicator.state(); }
    /// Also while it greets anew, as it does each minute: nothing is wrong then.
    bool isFollowing() const
    {
        using Phase = sync::LinkState::Phase;
        const bool greetsAnew = state().phase != Phase::Resting && !state().error && state().lastContact;
        return state().phase == Phase::Following || greetsAnew;
    }
    const PeerAddress& peer() const { return m_setup.peer; }

    /// `done` once the host has answered and its events are here. Io "host.silent" when no answer came in time; the link no longer follows
    /// then, until the host has answered a greeting, so that nobody waits for it again.
    void claim(ClaimRequest request, std::function<void(Result<QJsonObject>)> done);
    /// Asks the host for numbers, at most once a second.
    void wantNumbers(sync::Steady now);

private:
    struct Waiter { ///< a claim that was answered, until the events that the answer speaks of are here
        EventRef until;
        sync::Steady deadline{0};
        std::function<void()> done;
    };
    struct PendingClaim {
        ClaimRequest request;
        int attempts = 0;
        sync::Steady waitsSince{0};
        std::function<void(Result<QJsonObject>)> done;
    };
    NodeLink(Setup setup, std::unique_ptr<HttpsClient> client);
    void send(const sync::Outgoing& outgoing);
    void failed(std::uint64_t id, const Error& error);
    void openLive(sync::Steady now);
    void post(Lane lane, HttpRequestOut request, std::function<void(Result<HttpResponseIn>)> done);
    void sendClaim(std::uint64_t id);
    void claimReturned(std::uint64_t id, const Result<HttpResponseIn>& response);
    void lookAtClaims(sync::Steady now);
    void hostIsSilent(sync::Steady now);
    void claimAnswered(const QByteArray& body, std::function<void(Result<QJsonObject>)> done);
    void tellWaiters(sync::Steady now);

    Setup m_setup;
    sync::Replicator m_replicator;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< what comes back late finds out that nobody waits
    bool m_isLive = false;
    bool m_isOpening = false;
    sync::Steady m_liveAgainAt{0};
    sync::Steady m_numbersAt{0};
    bool m_numbersOnTheirWay = false;
    std::map<std::uint64_t, PendingClaim> m_claims;
    std::uint64_t m_lastClaim = 0;
    sync::Steady m_heardAt{0}; ///< when the host last said anything
    std::vector<Waiter> m_waiters;
    std::unique_ptr<HttpsClient> m_client; ///< last: its callbacks end before anything they use
};

/// Now, on the clock of links.
sync::Steady steadyNow();

} // namespace onedoor
