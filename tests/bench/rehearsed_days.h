// SPDX-License-Identifier: GPL-3.0-or-later
// What the desks of a hall write in the busiest time of a rehearsed day, act by act, as the program's own commands wrote it: when, which desk,
// which events. Plain values.
#pragma once

#include "tests/bench/bench_store.h"

namespace onedoor::bench {

struct RehearsedAct {
    std::chrono::milliseconds at{0}; ///< since the time began
    int desk = 0;
    std::vector<Draft> events;
};
using RehearsedTime = std::vector<RehearsedAct>; ///< in order

/// Of so many days of 300 visitors the part of `length` in which most was done; what each of the store's operators did is done by one of
/// `desks`. `store`: fresh.
std::vector<RehearsedTime> busiestTimes(BenchStore& store, int days, std::chrono::milliseconds length, int desks);

} // namespace onedoor::bench
