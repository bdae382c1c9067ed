// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in one simulated centre: it is founded, people work at the desks while everything that can break breaks, then all is
// mended and must come to rest. Which misfortunes a seed knows of differs from seed to seed. One thread.
#pragma once

#include "tests/simulator/sim_world.h"

namespace onedoor::simulator {

struct Outcome {
    QStringList faults; ///< what did not hold; empty: all is well
    QByteArray trace;
    std::size_t acts = 0;
    std::size_t events = 0;
    std::size_t conflicts = 0;
    std::size_t verdicts = 0; ///< of people about them, those that count
};

/// Runs one seed from beginning to end.
Outcome runSeed(std::uint64_t seed, bool records = false);

} // namespace onedoor::simulator
