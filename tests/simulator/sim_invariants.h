// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold in a simulated centre once everything is whole and at rest. One thread.
#pragma once

#include "tests/simulator/sim_world.h"

namespace onedoor::simulator {

/// All members run, and each stream ends at the same event everywhere.
bool allAgree(const SimWorld& world);
/// Adds what does not hold to the world's faults.
void checkInvariants(SimWorld& world);

} // namespace onedoor::simulator
