// SPDX-License-Identifier: GPL-3.0-or-later
// What this process did for each centre since it started, as Prometheus text. Centres go by their ids; nothing is said of people. Any thread.
#pragma once

#include "core/domain/ids.h"

#include <QByteArray>
#include <array>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>

namespace onedoor::hub {

class HubMetrics {
public:
    void answered(const CentreId& centre, std::chrono::microseconds took, bool refused);
    void took(const CentreId& centre, std::uint64_t events);
    /// Events that the node had not when it last asked.
    void backlogOf(const CentreId& centre, const NodeId& node, std::uint64_t events);
    /// Of nobody known.
    void refusedStranger();

    /// What the hub holds of a centre.
    struct Held {
        CentreId centre;
        std::uint64_t events = 0;
        std::uint64_t streams = 0;
        std::uint64_t listeners = 0;
    };
    QByteArray text(const std::vector<Held>& held, int connections) const;

private:
    static constexpr std::array<double, 6> bounds{0.005, 0.02, 0.05, 0.25, 1, 5}; ///< seconds
    struct OfCentre {
        std::uint64_t requests = 0;
        std::uint64_t refused = 0;
        std::uint64_t events = 0;
        double seconds = 0;
        std::array<std::uint64_t, bounds.size()> within{};
        std::map<NodeId, std::uint64_t> backlog;
    };
    mutable std::mutex m_mutex;
    std::map<CentreId, OfCentre> m_centres; ///< guarded by m_mutex
    std::uint64_t m_strangers = 0;          ///< guarded by m_mutex
};

} // namespace onedoor::hub
