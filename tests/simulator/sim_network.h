// SPDX-License-Identifier: GPL-3.0-or-later
// The wires between simulated PCs, each direction by itself: how long a message takes, whether it is lost, comes twice, or not at all.
// What goes over different lanes overtakes freely. Milliseconds; all chance from the given source; one thread.
#pragma once

#include "tests/simulator/sim_clock.h"

#include "core/base/random.h"

#include <map>
#include <optional>
#include <utility>

namespace onedoor::simulator {

struct Wire {
    std::uint32_t lossPercent = 0;
    std::uint32_t twicePercent = 0;
    WorldTime fastest = 1;
    WorldTime slowest = 20;
    bool isCut = false;
};

class SimNetwork {
public:
    explicit SimNetwork(Random& random) : m_random(random) {}

    Wire& wire(std::size_t from, std::size_t to) { return m_wires[{from, to}]; }
    void cutBoth(std::size_t one, std::size_t other, bool isCut);
    /// How long a message is on its way; nothing when it does not arrive.
    std::optional<WorldTime> passage(std::size_t from, std::size_t to);
    bool comesTwice(std::size_t from, std::size_t to);
    /// All wires whole, quick and honest.
    void heal() { m_wires.clear(); }

    static constexpr WorldTime timeout = 8'000; ///< after which an unanswered request has failed

private:
    Random& m_random;
    std::map<std::pair<std::size_t, std::size_t>, Wire> m_wires;
};

} // namespace onedoor::simulator
