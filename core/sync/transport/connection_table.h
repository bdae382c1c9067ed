// SPDX-License-Identifier: GPL-3.0-or-later
// Who is connected to a server: counts against the limits per address and overall, and finds connections to be cut off.
// Owner: HttpsServer; outlives every seat. Any thread.
#pragma once

#include "core/sync/transport/node_key.h"

#include <QByteArray>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace onedoor {

/// What can be cut off. cut() is for any thread and returns at once.
class Cuttable {
public:
    virtual ~Cuttable() = default;
    virtual void cut() = 0;
};

class ConnectionTable {
public:
    ConnectionTable(int overall, int perAddress) : m_overall(overall), m_perAddress(perAddress) {}

    /// A place in the table, given back by the destructor.
    class Seat {
    public:
        Seat(ConnectionTable& table, std::uint64_t id) : m_table(table), m_id(id) {}
        ~Seat() { m_table.release(m_id); }
        Seat(const Seat&) = delete;
        Seat& operator=(const Seat&) = delete;

        void setConnection(const std::weak_ptr<Cuttable>& connection);
        void setPeer(const NodeKey& peer);

    private:
        ConnectionTable& m_table;
        const std::uint64_t m_id;
    };

    /// Nothing when all places are taken or the table is closed.
    std::unique_ptr<Seat> admit(const QByteArray& address);
    void cutPeer(const NodeKey& peer);
    /// Cuts everybody, and admits nobody from now on.
    void close();
    int size() const;

private:
    struct Entry {
        QByteArray address;
        std::optional<NodeKey> peer;
        std::weak_ptr<Cuttable> connection;
    };
    void release(std::uint64_t id);
    template <typename Wanted>
    std::vector<std::shared_ptr<Cuttable>> connections(Wanted wanted) const;

    const int m_overall;
    const int m_perAddress;
    mutable std::mutex m_mutex; ///< guards what follows
    bool m_closed = false;
    std::uint64_t m_lastId = 0;
    std::unordered_map<std::uint64_t, Entry> m_entries;
    std::map<QByteArray, int> m_counts;
};

} // namespace onedoor
