// SPDX-License-Identifier: GPL-3.0-or-later
// What onedoorctl leaves with, the same for every subcommand; `onedoorctl help` prints the list.
#pragma once

namespace onedoor {

enum class ExitCode {
    Done = 0,       ///< everything was carried out
    Refused = 1,    ///< the work was refused, or at least one line of exec was
    Usage = 2,      ///< wrong options
    NoStore = 3,    ///< the store can't be opened or created
    NoRight = 4,    ///< wrong secret or recovery key, or not allowed
    OutputLost = 5, ///< the answers could not be written
};

} // namespace onedoor
