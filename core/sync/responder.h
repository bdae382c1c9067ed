// SPDX-License-Identifier: GPL-3.0-or-later
// The answering side: one request in, one answer out, nothing kept in between; so several may stand before one database. Who the peer
// is was proven by its certificate before. The log's thread.
// Errors: Forbidden "node.unknown" / "node.revoked" / "sync.otherCentre", Unsupported "sync.protocol" (facts oldest, newest),
// Corrupt "sync.badMessage", and the log's.
#pragma once

#include "core/sync/event_log.h"

namespace onedoor::sync {

class Responder {
public:
    /// All outlive the responder.
    Responder(EventLog& log, const Clock& clock, QString software) : m_log(log), m_clock(clock), m_software(std::move(software)) {}

    Result<QByteArray> hello(const NodeId& peer, QByteArrayView request);
    Result<QByteArray> hashes(const NodeId& peer, QByteArrayView request);
    Result<QByteArray> pull(const NodeId& peer, QByteArrayView request);
    Result<QByteArray> push(const NodeId& peer, QByteArrayView request);
    Result<QByteArray> receipt(const NodeId& peer, QByteArrayView request);

private:
    Result<void> mayAsk(const NodeId& peer) const;
    EventLog& m_log;
    const Clock& m_clock;
    QString m_software;
};

} // namespace onedoor::sync
