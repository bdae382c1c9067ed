// SPDX-License-Identifier: GPL-3.0-or-later
// Waits for the end that the system or a person asks for: SIGTERM, SIGINT, or the console's closing. Main thread.
#pragma once

#include <chrono>

namespace onedoor {

/// Once, before any thread starts.
void listenForStop();
/// True when the program was asked to end.
bool waitForStop(std::chrono::milliseconds atMost);
/// A line of standard input that has arrived meanwhile: somebody pressed Enter. Never waits; false where it can't be told.
bool enterWasPressed();

} // namespace onedoor
