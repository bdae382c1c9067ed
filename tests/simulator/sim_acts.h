// SPDX-License-Identifier: GPL-3.0-or-later
// What people do at a simulated desk, judged by the real deciders and written as the real events. One thread.
#pragma once

#include "core/domain/numbering/numbering_state.h"
#include "tests/simulator/sim_world.h"

namespace onedoor::simulator {

/// The one series of this centre.
NumberingRule commonRule();
/// A PC's own, for when it is cut off.
NumberingRule letteredRule(const QString& letter);
DecideContext contextOf(const SimWorld& world, const SimNode& node);

/// One act, chosen by chance, at this desk. What the state of things forbids is not done; nothing else may stand in the way.
void doSomething(SimWorld& world, SimNode& desk);
/// Something that only a newer program understands happens to a ticket.
void doSomethingNewer(SimWorld& world, SimNode& desk);

} // namespace onedoor::simulator
