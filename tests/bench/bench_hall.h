// SPDX-License-Identifier: GPL-3.0-or-later
// Two PCs of one hall that are measured while they meet again: one has worked alone, the other gets to know. Everything blocks until it has
// happened; the main thread.
#pragma once

#include "tests/bench/bench_store.h"
#include "tests/support/hall_pc.h"

namespace onedoor::bench {

/// Days of work while the PC is on its own; no gateway may have the store open. Returns the events, at least as many as asked for.
std::uint64_t workAlone(hall::Pc& pc, std::uint64_t atLeast, std::uint64_t seed);
/// Looks every two milliseconds; ends the program when it has not happened within five minutes.
void waitFor(const char* what, const std::function<bool()>& happened);
/// A host that serves, and a desk that has joined; both closed.
void makeHall(hall::Pc& host, hall::Pc& desk);
/// One PC has worked alone; how long until the other shows its last act: microseconds an event. Both closed, before and afterwards.
double meet(hall::Pc& host, hall::Pc& desk, hall::Pc& author, std::uint64_t events);
/// All that stands in the store's journal, in the order of arrival; no gateway may have it open.
std::vector<StoredEvent> eventsOf(hall::Pc& pc);

} // namespace onedoor::bench
