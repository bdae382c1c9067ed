// SPDX-License-Identifier: GPL-3.0-or-later
// A desk that lies: it hands the host batches that no honest program would make. One thread.
#pragma once

#include "tests/simulator/sim_world.h"

namespace onedoor::simulator {

/// One forged request with the desk's good name, chosen by chance.
void forgeSomething(SimWorld& world, const SimNode& desk, SimNode& host);

} // namespace onedoor::simulator
