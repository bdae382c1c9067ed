// SPDX-License-Identifier: GPL-3.0-or-later
// A verified copy of the store for PCs that join: made beside the running program, encrypted as the store is, handed out in pieces so
// that a broken download goes on where it stopped, and deleted when it is old. Owner: NodeServer; its thread, the copying on one of its own.
#pragma once

#include "core/services/local_gateway.h"
#include "core/store/backup_manifest.h"

#include <QFuture>

namespace onedoor {

class Snapshot {
public:
    static constexpr qint64 pieceBytes = qint64(4) << 20;
    static constexpr std::int64_t goodForSeconds = 60 * 60;

    /// `mayHold`: compartments of the PCs that it is for.
    Snapshot(LocalGateway& gateway, std::vector<QByteArray> mayHold) : m_gateway(gateway), m_mayHold(std::move(mayHold)) {}
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    /// {"ready": true, "files": [{"name", "size"}]}, or {"ready": false, "done", "of"} while it is being made; begins to make it.
    Result<QJsonObject> offer(Instant now);
    /// NotFound "snapshot.gone", Invalid "snapshot.noSuchFile".
    Result<QByteArray> piece(const QString& name, qint64 offset);

private:
    void clear();

    LocalGateway& m_gateway;
    std::vector<QByteArray> m_mayHold;
    QString m_folder; ///< empty: none
    Instant m_madeAt;
    QFuture<Result<BackupManifest>> m_making;
    std::shared_ptr<std::atomic<std::uint64_t>> m_done = std::make_shared<std::atomic<std::uint64_t>>(0);
    std::shared_ptr<std::atomic<std::uint64_t>> m_of = std::make_shared<std::atomic<std::uint64_t>>(0);
};

} // namespace onedoor
