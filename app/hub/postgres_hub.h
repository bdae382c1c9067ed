// SPDX-License-Identifier: GPL-3.0-or-later
// onedoor-hub --postgres: the hub of a district or city, or one process of it. Main thread.
#pragma once

#include "app/ctl/exit_code.h"
#include "app/ctl/subcommand.h"

namespace onedoor {

/// Whether the arguments ask for this hub and not for the hall host.
bool wantsPostgresHub(const Arguments& arguments);
/// Serves until it is told to stop, or does the one act that is asked for. Throws boost::program_options::error for wrong options.
ExitCode runPostgresHub(const Arguments& arguments);

} // namespace onedoor
