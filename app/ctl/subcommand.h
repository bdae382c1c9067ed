// SPDX-License-Identifier: GPL-3.0-or-later
// One subcommand of onedoorctl: a file in commands/ with a run function, and a line in subcommands.cpp. Main thread.
#pragma once

#include "app/ctl/exit_code.h"

#include <span>
#include <string>
#include <vector>

namespace onedoor {

using Arguments = std::vector<std::string>; ///< what stands behind the subcommand's name

struct Subcommand {
    const char* name;
    const char* summary; ///< one line, source of the translation context "onedoorctl"
    /// Throws boost::program_options::error for wrong options; main() prints it.
    ExitCode (*run)(const Arguments& arguments);
};

std::span<const Subcommand> subcommands();

ExitCode runCreate(const Arguments& arguments);
ExitCode runExec(const Arguments& arguments);
ExitCode runVerify(const Arguments& arguments);
ExitCode runCheckpoint(const Arguments& arguments);
ExitCode runBackup(const Arguments& arguments);
ExitCode runRestore(const Arguments& arguments);
ExitCode runSalvage(const Arguments& arguments);
ExitCode runRecoveryKey(const Arguments& arguments);
ExitCode runJoin(const Arguments& arguments);
ExitCode runHelp(const Arguments& arguments);
ExitCode runRehearse(const Arguments& arguments);

} // namespace onedoor
