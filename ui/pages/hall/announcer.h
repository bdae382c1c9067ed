// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the hall listen when a call begins. The display says when; how it sounds is the implementation's. Never fails: a PC without
// loudspeakers shows its calls in silence. Owned by whoever makes the display and outlives it; called on the UI thread, returns at once.
#pragma once

#include "core/services/api/counter.h"

namespace onedoor {

class Announcer {
public:
    virtual ~Announcer() = default;
    /// Never called for silent calls, never before the one before had its whole time.
    virtual void announce(const DisplayCall& call) = 0;
};

} // namespace onedoor
