// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_network.h"

namespace onedoor::simulator {

void SimNetwork::cutBoth(std::size_t one, std::size_t other, bool isCut)
{
    wire(one, other).isCut = isCut;
    wire(other, one).isCut = isCut;
}

std::optional<WorldTime> SimNetwork::passage(std::size_t from, std::size_t to)
{
    const Wire& wire = m_wires[{from, to}];
    if (wire.isCut || (wire.lossPercent != 0 && m_random.below(100) < wire.lossPercent))
        return std::nullopt;
    return wire.fastest + WorldTime(m_random.below(std::uint64_t(wire.slowest - wire.fastest + 1)));
}

bool SimNetwork::comesTwice(std::size_t from, std::size_t to)
{
    const Wire& wire = m_wires[{from, to}];
    return wire.twicePercent != 0 && m_random.below(100) < wire.twicePercent;
}

} // namespace onedoor::simulator
