// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's memory, of which one piece can be refused. Main thread, except that any thread may ask for memory.
#pragma once

namespace onedoor::sweep::memory {

/// Once, before SQLite is used.
void install();
/// From here on pieces count; the one with the number `refuse` (from 1) is not given. 0: all are.
void begin(long refuse);
struct Ended {
    long pieces = 0;
};
Ended end();

} // namespace onedoor::sweep::memory
