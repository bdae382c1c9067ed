// SPDX-License-Identifier: GPL-3.0-or-later
// A WebSocket on which "there is news" travels both ways between two nodes, server and client alike. Messages are whole byte
// strings up to 64 KiB. What is not yet written is bounded: who does not read is cut off, since it will catch up by asking.
// A ping goes out when nothing came for 15 seconds; after 30 the connection is dead (liveSilence in the settings of either side).
// Functions are for any thread. Callbacks come one after another on a network thread: they must not block, and must not throw.
#pragma once

#include "core/base/error.h"
#include "core/sync/transport/node_key.h"

#include <QByteArray>
#include <functional>
#include <memory>

namespace onedoor {

class LiveConnection {
public:
    static constexpr qsizetype largestMessage = qsizetype(64) * 1024;
    /// Bytes and messages that may wait to be written.
    static constexpr qsizetype longestQueue = qsizetype(1024) * 1024;
    static constexpr int mostQueued = 1024;

    virtual ~LiveConnection() = default;

    /// False when the connection is closed, the message too large or the queue full; a full queue closes the connection.
    virtual bool send(const QByteArray& message) = 0;
    /// Ends it without waiting; `closed` follows.
    virtual void close() = 0;
    virtual const NodeKey& peer() const = 0;
};

using LiveConnectionPtr = std::shared_ptr<LiveConnection>;

struct LiveEvents {
    std::function<void(const LiveConnectionPtr&)> opened;
    std::function<void(const LiveConnectionPtr&, const QByteArray&)> message;
    /// Once, and last; with an empty connection when a client's was never opened. Io "sync.closed" (other side, network or ourselves), "sync.timeout", "sync.slowReader".
    std::function<void(const LiveConnectionPtr&, const Error&)> closed;
};

} // namespace onedoor
