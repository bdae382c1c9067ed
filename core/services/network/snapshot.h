// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of the store for PCs that join, which prove it themselves: made beside the running program, encrypted as the store is, handed out in
// pieces so that a broken download goes on where it stopped, and deleted with its last reader. It never changes, whatever is made for others
// meanwhile. Whoever may have everything is given it straight out of the store, at once; a copy on the disk is made only for somebody who takes
// longer than the store can be held still. Owner: Snapshots; the server's thread, the making on one of its own.
#pragma once

#include "core/services/local_gateway.h"
#include "core/store/backup.h"
#include "core/sync/membership.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace onedoor {

class Snapshot {
public:
    static constexpr qint64 pieceBytes = qint64(4) << 20;

    /// Who gets a copy: PCs that may hold the same, and that prove it in the same way.
    struct Kind {
        std::vector<QByteArray> mayHold; ///< compartments
        bool isForProver = false;        ///< core/store/backup.h
        friend auto operator<=>(const Kind&, const Kind&) = default;
    };

    /// Begins to make it. `members`: who is known to the store, and so to the copy.
    Snapshot(LocalGateway& gateway, QString folder, sync::Membership members, const Kind& kind, Instant now);
    /// Waits until it is made.
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    /// Whether that PC will find in it that it was let in: without, it would not know its own letter.
    bool knows(const NodeId& node) const { return !m_members.compartmentsOf(node).empty(); }
    bool isOlderThan(std::int64_t seconds, Instant now) const;
    bool hasFailed() const;
    /// Its large files are the running store's own: nothing is won by keeping it, and another one is made in a moment.
    bool holdsStore() const;
    /// {"ready": true, "files": [{"name", "size"}]}, or {"ready": false, "done", "of"} while it is being made.
    Result<QJsonObject> offer() const;
    /// NotFound "snapshot.gone", Invalid "snapshot.noSuchFile".
    Result<QByteArray> piece(const QString& name, qint64 offset) const;

private:
    void make(LocalGateway& gateway, const Kind& kind);
    bool giveStill(LocalGateway& gateway);
    void keep(Result<BackupManifest> made, std::shared_ptr<const StillCopy> still = {});
    bool isOver() const;

    QString m_folder;
    sync::Membership m_members;
    Instant m_madeAt;
    std::atomic<std::uint64_t> m_done = 0;
    std::atomic<std::uint64_t> m_of = 0;
    mutable std::mutex m_mutex; ///< for what follows
    std::condition_variable m_ended;
    bool m_isOver = false;
    std::optional<Result<BackupManifest>> m_made; ///< nothing: it is being made
    std::shared_ptr<const StillCopy> m_still;     ///< null: large files lie in the folder
    std::thread m_making;                         ///< the last member: it uses the others
};

/// The copies that are being handed out. Owner: NodeServer; its thread.
class Snapshots {
public:
    /// What a run before this one left is removed.
    explicit Snapshots(LocalGateway& gateway);

    /// What a PC is offered: the newest copy for its kind that knows it, or one that is made anew.
    Result<QJsonObject> offer(const NodeId& node, const sync::Membership& members, bool isProver);
    /// Of what it was offered last.
    Result<QByteArray> piece(const NodeId& node, const QString& name, qint64 offset) const;
    /// It has all that it needs: it greets by itself.
    void hasJoined(const NodeId& node);

private:
    std::shared_ptr<Snapshot> make(const sync::Membership& members, const Snapshot::Kind& kind, Instant now);
    void dropOld(Instant now);

    LocalGateway& m_gateway;
    std::uint64_t m_made = 0;
    std::map<Snapshot::Kind, std::shared_ptr<Snapshot>> m_newest; ///< what one PC may see is no part of another's
    std::map<NodeId, std::shared_ptr<Snapshot>> m_given;
};

} // namespace onedoor
