// SPDX-License-Identifier: GPL-3.0-or-later
// How this PC reaches the others: network.json beside the store. Says nothing secret: addresses, and the public keys by which nodes know
// each other. A value; any thread. Errors: Corrupt "network.settingsDamaged" (fact path), and those of atomic_file.h.
#pragma once

#include "core/base/error.h"
#include "core/store/store_paths.h"
#include "core/sync/transport/node_key.h"

#include <optional>

namespace onedoor {

inline constexpr std::uint16_t defaultPort = 7443;

struct PeerAddress {
    QString host; ///< name or address
    std::uint16_t port = defaultPort;
    NodeKey key;

    friend bool operator==(const PeerAddress&, const PeerAddress&) = default;
};

struct NetworkSettings {
    bool serves = false;               ///< lets other PCs connect
    std::uint16_t port = defaultPort;
    QString advertisedHost;            ///< what the pairing code says; empty: found out
    std::optional<PeerAddress> host;   ///< the hall host that this PC follows
    std::optional<PeerAddress> hub;    ///< of the district or city, which gets all that is recorded here

    friend bool operator==(const NetworkSettings&, const NetworkSettings&) = default;

    /// Empty settings when there is no file: a PC on its own.
    static Result<NetworkSettings> read(const StorePaths& paths);
    Result<void> write(const StorePaths& paths) const;
};

} // namespace onedoor
