// SPDX-License-Identifier: GPL-3.0-or-later
// What the shell is built on: made by the composition root, which outlives every window. Plain references; UI thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "ui/models/network_door.h"
#include "ui/models/store_door.h"

namespace onedoor {

class Language;
class Preferences;
class Theme;
class TicketPrinter;

struct ShellParts {
    Theme& theme;
    Language& language;
    Preferences& preferences;
    StoreDoor& door;
    const Clock& clock;
    Random& random;
    TicketPrinter& printer;
    NetworkDoor& network;
};

} // namespace onedoor
