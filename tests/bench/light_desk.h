// SPDX-License-Identifier: GPL-3.0-or-later
// A desk as a hub sees it, light enough that one process carries hundreds. Real: TLS 1.3 with a node key of its own, two lanes and a live
// connection, the product's Replicator and admission (order, chain, author and signature of every event that comes), events sealed, chained
// and signed. Not there: a store and its disk, views, windows; it keeps its own events and of others only how far their streams go.
// Owner: the load; everything happens on its sync thread.
#pragma once

#include "core/services/network/network_settings.h"
#include "core/services/network/sync_thread.h"
#include "core/sync/replicator.h"
#include "core/sync/transport/https_client.h"
#include "tests/hub/pen.h"

namespace onedoor::bench {

class LightLog final : public sync::EventLog {
public:
    using OnTaken = std::function<void(const EventRef&)>;
    /// `pen` outlives the log. `members`: whom it believes before it has heard anything. It learns what its own pen wrote before like what
    /// others did: by taking it.
    LightLog(hub::Pen& pen, sync::Membership members, OnTaken onTaken);

    NodeId ownNode() const override { return m_pen.node(); }
    StreamId ownStream() const override { return m_pen.stream(); }
    const sync::Membership& membership() const override { return m_members; }
    Result<sync::Heads> heads() override { return m_heads; }
    Result<std::optional<Hash>> hashAt(const EventRef& at) override;
    Result<sync::StreamPart> read(const StreamId& stream, std::uint64_t after, qsizetype bytes) override;
    Result<std::vector<WrappedKey>> keysOf(const std::vector<PersonId>& subjects) override;
    Result<std::vector<Erasure>> erasures() override { return std::vector<Erasure>(); }
    Result<void> erase(const std::vector<Erasure>&) override { return {}; }
    QByteArray sign(QByteArrayView) const override { return {}; } ///< nobody asks it for a receipt
    Result<sync::Taken> take(sync::Batch batch) override;
    Result<void> beginAnew(OpeningReason reason, const EventRef& lastCommon) override;

    /// One act; gives its last event.
    EventRef write(const Drafts& events);

private:
    hub::Pen& m_pen;
    sync::Membership m_members;
    sync::Heads m_heads;
    OnTaken m_onTaken;
};

class LightDesk {
public:
    struct Setup {
        LightLog& log;
        SyncThread& thread;
        const Clock& clock;
        Random& random;
        TlsIdentity identity;
        PeerAddress hub;
        std::shared_ptr<NetworkThread> network;
        std::function<void(const QString&)> onError; ///< with a word for what went wrong
    };
    static Result<std::unique_ptr<LightDesk>> make(Setup setup);
    ~LightDesk();
    LightDesk(const LightDesk&) = delete;
    LightDesk& operator=(const LightDesk&) = delete;

    EventRef act(const Drafts& events);
    /// Does what is due.
    void turn();
    bool isDue(sync::Steady now) const { return now >= m_replicator.wakeAt(); }
    bool isReady() const { return m_isLive && m_replicator.state().phase == sync::LinkState::Phase::Following; }

private:
    LightDesk(Setup setup, std::unique_ptr<HttpsClient> client);
    void send(const sync::Outgoing& outgoing);
    void answered(std::uint64_t id, const Result<HttpResponseIn>& response);
    void openLive();
    void onThread(std::function<void()> task);
    void noteRefusals();

    Setup m_setup;
    sync::Replicator m_replicator;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    bool m_isLive = false;
    bool m_isOpening = false;
    std::size_t m_refusals = 0;
    std::unique_ptr<HttpsClient> m_client; ///< last: its callbacks end before anything they use
};

} // namespace onedoor::bench
