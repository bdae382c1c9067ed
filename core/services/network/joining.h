// SPDX-License-Identifier: GPL-3.0-or-later
// A new PC joins a centre: it says the code's secret to the one host whose key the code names, is let in, fetches a copy of the
// store in pieces, proves it, and makes it its own. In steps, so that a page can ask for the password between them, and a wrong one costs
// no second pairing. Each step blocks: not on the UI thread. One thread at a time. A step that failed for the network may be repeated.
// Errors: Io "sync.unreachable" and the like; Forbidden "sync.wrongPeer", "pairing.*"; those of KeySlots, backup.h and store_opening.h;
// Busy "join.stopped".
#pragma once

#include "core/services/network/network_settings.h"
#include "core/services/network/pairing.h"
#include "core/store/keys/key_slots.h"
#include "core/sync/transport/https_client.h"

#include <deque>
#include <functional>
#include <future>

namespace onedoor {

struct JoinPlan {
    PairingCode code;
    StorePaths paths; ///< a missing or empty folder
    QString nodeName; ///< what people call this PC
    QString software;
    Clock& clock;   ///< outlives the joining
    Random& random; ///< outlives the joining
};

class Joining {
public:
    enum class Step { Preparing, Fetching, Verifying };
    /// Bytes or events done and in all; false stops.
    using Progress = std::function<bool(Step, std::uint64_t, std::uint64_t)>;

    /// Says the secret. From here on the host knows this PC.
    static Result<std::unique_ptr<Joining>> pair(const JoinPlan& plan);
    ~Joining();
    Joining(const Joining&) = delete;
    Joining& operator=(const Joining&) = delete;

    const QString& centreName() const { return m_centreName; }
    const QString& letter() const { return m_letter; }
    /// The key slots: whose passwords open the store.
    Result<KeySlots> fetchKeySlots(const Progress& progress);
    Result<void> fetchStore(const Progress& progress);
    /// Proves the copy and makes it this PC's store, which follows the host from its first start on.
    Result<void> finish(const MasterKey& key, const Progress& progress);
    /// What was fetched so far is of no use: the next try fetches all of it.
    void discardCopy();

private:
    struct File {
        QString name;
        qint64 size = 0;
    };
    using Answer = std::future<Result<HttpResponseIn>>;
    struct Piece {
        Answer answer;
        qint64 offset = 0;
        qint64 expected = 0; ///< bytes
    };
    Joining(const JoinPlan& plan, NodeId node, QByteArray seed);
    Result<void> connect(const TlsIdentity& identity);
    Answer send(Lane lane, HttpMethod method, const QByteArray& target, const QByteArray& body);
    Result<QByteArray> taken(Answer answer);
    Result<QByteArray> ask(HttpMethod method, const QByteArray& target, const QByteArray& body);
    Result<void> waitForSnapshot(const Progress& progress);
    void askAhead(const File& wanted, qint64 from, std::deque<Piece>& ahead);
    Result<void> fetch(const File& wanted, const std::function<bool(qint64)>& progress);
    void dropPieces() const;
    Result<void> fetchDescription();
    QString folder() const;

    JoinPlan m_plan;
    NodeId m_node;
    QByteArray m_seed;
    std::optional<NodeKey> m_hostKey;
    QString m_centreName;
    QString m_letter;
    std::vector<File> m_files;
    std::shared_ptr<NetworkThread> m_network;
    std::unique_ptr<HttpsClient> m_client;
};

} // namespace onedoor
